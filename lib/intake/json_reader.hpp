/// @file
/// JSON token by token.
///
/// The parser is our own because no library at hand gives what a reader of data owes: nlohmann's
/// SAX interface tells neither the place of a value nor the spelling of an integer (`-0`, 20
/// digits), and simdjson's on-demand interface leaves values that nobody asks for unchecked.
#pragma once

#include <heard/intake/json.hpp>

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

namespace heard {

enum class json_kind : std::uint8_t {
  begin_object,
  end_object,
  begin_array,
  end_array,
  key,
  string,
  number,
  yes,
  no,
  null,
  end,  ///< Of the text.
};

/// A piece of the grammar and its bytes; strings and keys include their quotes.
struct json_token {
  json_kind kind = json_kind::end;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// Pulls tokens from one JSON text (RFC 8259) and checks its grammar on the way, with a bit a level
/// instead of recursion. Numbers are not evaluated, so none is too large. An escaped surrogate
/// without its other half is a fault, since no UTF-8 stands for it.
class json_reader {
 public:
  /// @param text, name  must outlive the reader
  json_reader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  /// The next token; json_kind::end once the value is complete and nothing but white space follows.
  /// @throw error(status::bad_input) with line, column and offset
  json_token next();

  /// Objects and arrays that are open.
  [[nodiscard]] int depth() const { return depth_; }

  /// Appends the value of a string or key that next() gave.
  void append_string(const json_token& token, std::string& out) const;

  /// Ends the reading with a fault at `offset`.
  [[noreturn]] void fail(std::string message, std::uint64_t offset) const;

 private:
  enum class expected : std::uint8_t { value, value_or_end, key, key_or_end, comma_or_end, end };

  json_token value();
  json_token key();
  json_token open(json_kind kind, bool object);
  json_token close(json_kind kind);
  json_token literal(json_kind kind, std::string_view spelling);
  json_token number();
  void digits();
  void skip_string();
  void skip_escape();
  unsigned hex4(std::size_t at) const;
  void skip_space();
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[noreturn]] void unexpected(const char* wanted) const;

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::bitset<json_depth_limit> object_;
  expected expected_ = expected::value;
};

}  // namespace heard
