#include "toml/string_scan.hpp"

#include <heard/base/utf8.hpp>

#include <string>

namespace heard::toml {

namespace {

bool hex_value(char c, char32_t& digit) {
  if (c >= '0' && c <= '9') {
    digit = static_cast<char32_t>(c - '0');
  } else if (c >= 'a' && c <= 'f') {
    digit = static_cast<char32_t>(c - 'a' + 10);
  } else if (c >= 'A' && c <= 'F') {
    digit = static_cast<char32_t>(c - 'A' + 10);
  } else {
    return false;
  }
  return true;
}

std::size_t encoded_size(char32_t code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

}  // namespace

string_scan::string_scan(std::string_view text, std::size_t first)
    : text_(text), at_(first + 1), mark_(text[first]) {
  if (text_.substr(first).starts_with(mark_ == '"' ? "\"\"\"" : "'''")) {
    several_lines_ = true;
    at_ = first + 3;
    skip_newline();
  }
}

std::optional<character> string_scan::next() {
  if (done_) return std::nullopt;
  if (several_lines_ && mark_ == '"') skip_joined_lines();
  if (at_ >= text_.size()) {
    done_ = true;
    return std::nullopt;
  }
  const char c = text_[at_];
  if (c == mark_) {
    if (!several_lines_) {
      close(1);
      return std::nullopt;
    }
    if (marks_before_end_ == 0) {
      std::size_t run = 1;
      while (run < 5 && at_ + run < text_.size() && text_[at_ + run] == mark_) ++run;
      if (run == 3) {
        close(3);
        return std::nullopt;
      }
      // `""""` and `"""""` are one or two marks of content and the end.
      if (run > 3) marks_before_end_ = run - 3;
    } else if (--marks_before_end_ == 0) {
      close(3);
      return std::nullopt;
    }
    return plain();
  }
  if (!several_lines_ && (c == '\n' || c == '\r')) {
    done_ = true;
    return std::nullopt;
  }
  if (c == '\\' && mark_ == '"') return escape();
  return plain();
}

void string_scan::close(std::size_t marks) {
  at_ += marks;
  done_ = true;
  closing_marks_ = marks;
}

void string_scan::skip_newline() {
  if (text_.substr(at_).starts_with("\r\n")) {
    at_ += 2;
  } else if (text_.substr(at_).starts_with('\n')) {
    ++at_;
  }
}

// A backslash at the end of a line: it and all white space up to the next character are dropped.
void string_scan::skip_joined_lines() {
  while (at_ < text_.size() && text_[at_] == '\\') {
    std::size_t i = at_ + 1;
    bool newline = false;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '\n') newline = true;
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
    }
    if (!newline) return;
    at_ = i;
  }
}

character string_scan::escape() {
  constexpr std::string_view letters = "btnfr\"\\";
  constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
  const std::size_t first = at_;
  const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  const std::size_t letter = letters.find(c);
  if (letter != std::string_view::npos) {
    at_ += 2;
    return {static_cast<char32_t>(meanings[letter]), {first, at_}};
  }
  if (c != 'u' && c != 'U') return plain();  // no escape of TOML 1.0: the parser says so
  at_ += 2;
  char32_t code_point = 0;
  char32_t digit = 0;
  for (int left = c == 'u' ? 4 : 8; left > 0 && at_ < text_.size(); --left, ++at_) {
    if (!hex_value(text_[at_], digit)) break;
    code_point = code_point * 16 + digit;
  }
  return {code_point, {first, at_}};
}

character string_scan::plain() {
  const std::size_t first = at_;
  // toml++ hands on every line ending as a newline.
  if (text_.substr(at_).starts_with("\r\n")) {
    at_ += 2;
    return {U'\n', {first, at_}};
  }
  const utf8::decoded d = utf8::decode(text_, at_);
  at_ += d.size;
  return {d.code_point, {first, at_}};
}

std::size_t string_end(std::string_view text, std::size_t first) {
  string_scan scan(text, first);
  while (scan.next()) {
  }
  return scan.end();
}

extent place_in_string(std::string_view text, std::size_t string, std::size_t first,
                       std::size_t last) {
  string_scan scan(text, string);
  std::optional<std::size_t> begin;
  std::size_t end = 0;
  std::size_t decoded = 0;
  while (const auto c = scan.next()) {
    const std::size_t after = decoded + encoded_size(c->code_point);
    if (!begin && first < after) begin = end = c->where.first;
    if (begin && decoded < last) end = c->where.last;
    decoded = after;
    if (begin && decoded >= last) break;
  }
  if (!begin) {
    const std::size_t at = scan.end() - scan.closing_marks();
    return {at, at};
  }
  return {*begin, end};
}

}  // namespace heard::toml
