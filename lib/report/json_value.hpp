/// @file
/// A JSON text as a tree, with the keys of objects in the order in which they were first set.
///
/// Trees of nlohmann/json need memory to be destroyed, and end the program where there is none.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heard::reporting {

/// Null, a truth value, a whole number, a text, an array or an object.
class json_value {
 public:
  struct member;

  json_value() = default;
  template <std::same_as<bool> Bool>
  json_value(Bool value) : value_(value) {}
  template <std::unsigned_integral Number>
  requires(!std::same_as<Number, bool>) json_value(Number value) : value_(std::uint64_t{value}) {}
  json_value(const char* text) : value_(std::string(text)) {}
  json_value(std::string_view text) : value_(std::string(text)) {}
  json_value(std::string text) : value_(std::move(text)) {}
  json_value(const std::vector<std::string>& texts);
  template <class Compare>
  json_value(const std::map<std::string, std::string, Compare>& texts) {
    for (const auto& [key, text] : texts) (*this)[key] = text;
  }
  /// An object. The values are moved out of the list.
  json_value(std::initializer_list<member> members);

  [[nodiscard]] static json_value array() {
    json_value out;
    out.value_.emplace<items>();
    return out;
  }

  /// The value of a key; null at first. @pre this is null or an object
  json_value& operator[](std::string_view key);

  /// @pre this is null or an array
  void push_back(json_value value);

  /// An array without items, an object without keys, or null.
  [[nodiscard]] bool empty() const;

  /// As text, each item and key on its own line with a blank for each level. Ill-formed UTF-8
  /// becomes U+FFFD.
  [[nodiscard]] std::string dump() const;

 private:
  using items = std::vector<json_value>;
  using members = std::vector<std::pair<std::string, json_value>>;

  void append_to(std::string& out, std::size_t depth) const;

  std::variant<std::monostate, bool, std::uint64_t, std::string, items, members> value_;
};

/// A key and what it is given.
struct json_value::member {
  template <class Value>
  member(std::string_view name, Value&& given) : key(name), value(std::forward<Value>(given)) {}

  std::string_view key;
  // An initializer list gives out constants only, and a table is too much to copy.
  mutable json_value value;
};

}  // namespace heard::reporting
