#include "report/json_value.hpp"

#include <heard/base/escape.hpp>

#include <algorithm>

namespace heard::reporting {

namespace {

void new_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(depth, ' ');
}

}  // namespace

json_value::json_value(const std::vector<std::string>& texts) {
  items& all = value_.emplace<items>();
  for (const std::string& text : texts) all.emplace_back(text);
}

json_value::json_value(std::initializer_list<member> given) {
  members& all = value_.emplace<members>();
  for (const member& each : given) all.emplace_back(each.key, std::move(each.value));
}

json_value& json_value::operator[](std::string_view key) {
  if (empty() && !std::holds_alternative<members>(value_)) value_.emplace<members>();
  members& all = std::get<members>(value_);
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == key; });
  if (found != all.end()) return found->second;
  return all.emplace_back(key, json_value()).second;
}

void json_value::push_back(json_value value) {
  if (empty() && !std::holds_alternative<items>(value_)) value_.emplace<items>();
  std::get<items>(value_).push_back(std::move(value));
}

bool json_value::empty() const {
  if (const items* all = std::get_if<items>(&value_)) return all->empty();
  if (const members* all = std::get_if<members>(&value_)) return all->empty();
  return std::holds_alternative<std::monostate>(value_);
}

std::string json_value::dump() const {
  std::string out;
  append_to(out, 0);
  return out;
}

void json_value::append_to(std::string& out, std::size_t depth) const {
  if (std::holds_alternative<std::monostate>(value_)) {
    out += "null";
  } else if (const bool* truth = std::get_if<bool>(&value_)) {
    out += *truth ? "true" : "false";
  } else if (const std::uint64_t* number = std::get_if<std::uint64_t>(&value_)) {
    out += std::to_string(*number);
  } else if (const std::string* text = std::get_if<std::string>(&value_)) {
    out += json_text(*text);
  } else if (const items* all = std::get_if<items>(&value_)) {
    out += '[';
    for (const json_value& each : *all) {
      if (&each != &all->front()) out += ',';
      new_line(out, depth + 1);
      each.append_to(out, depth + 1);
    }
    if (!all->empty()) new_line(out, depth);
    out += ']';
  } else {
    const members& keys = std::get<members>(value_);
    out += '{';
    for (const auto& each : keys) {
      if (&each != &keys.front()) out += ',';
      new_line(out, depth + 1);
      out += json_text(each.first);
      out += ": ";
      each.second.append_to(out, depth + 1);
    }
    if (!keys.empty()) new_line(out, depth);
    out += '}';
  }
}

}  // namespace heard::reporting
