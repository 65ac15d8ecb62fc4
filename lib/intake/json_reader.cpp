#include "intake/json_reader.hpp"

#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <utility>

namespace heard {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

bool low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

void json_reader::fail(std::string message, std::uint64_t offset) const {
  const std::string_view before = text_.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_start = newline == before.npos ? 0 : newline + 1;
  location where;
  where.name = name_;
  where.offset = offset;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  where.column = static_cast<std::uint32_t>(utf8::count(before.substr(line_start)) + 1);
  throw error(status::bad_input, std::move(message), std::move(where));
}

void json_reader::unexpected(const char* wanted) const {
  if (at_ >= text_.size()) fail(std::string("the text ends where it needs ") + wanted, at_);
  fail(std::string("expected ") + wanted, at_);
}

void json_reader::skip_space() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
    ++at_;
  }
}

json_token json_reader::next() {
  skip_space();
  switch (expected_) {
    case expected::value:
      return value();
    case expected::value_or_end:
      return peek() == ']' ? close(json_kind::end_array) : value();
    case expected::key:
      return key();
    case expected::key_or_end:
      return peek() == '}' ? close(json_kind::end_object) : key();
    case expected::end:
      break;
    case expected::comma_or_end: {
      const bool object = object_[static_cast<std::size_t>(depth_ - 1)];
      if (peek() == ',') {
        ++at_;
        skip_space();
        return object ? key() : value();
      }
      if (object && peek() == '}') return close(json_kind::end_object);
      if (!object && peek() == ']') return close(json_kind::end_array);
      unexpected(object ? "',' or '}'" : "',' or ']'");
    }
  }
  if (at_ < text_.size()) fail("something follows the end of the value", at_);
  return {json_kind::end, at_, at_};
}

json_token json_reader::value() {
  const std::size_t first = at_;
  switch (peek()) {
    case '{':
      return open(json_kind::begin_object, true);
    case '[':
      return open(json_kind::begin_array, false);
    case 't':
      return literal(json_kind::yes, "true");
    case 'f':
      return literal(json_kind::no, "false");
    case 'n':
      return literal(json_kind::null, "null");
    case '"':
      skip_string();
      break;
    default:
      if (peek() != '-' && !digit(peek())) unexpected("a value");
      return number();
  }
  expected_ = depth_ == 0 ? expected::end : expected::comma_or_end;
  return {json_kind::string, first, at_};
}

json_token json_reader::key() {
  const std::size_t first = at_;
  if (peek() != '"') unexpected("a key");
  skip_string();
  const std::size_t last = at_;
  skip_space();
  if (peek() != ':') unexpected("':'");
  ++at_;
  expected_ = expected::value;
  return {json_kind::key, first, last};
}

json_token json_reader::open(json_kind kind, bool object) {
  if (depth_ == json_depth_limit) {
    fail("nested deeper than " + std::to_string(json_depth_limit) + " levels", at_);
  }
  object_[static_cast<std::size_t>(depth_++)] = object;
  expected_ = object ? expected::key_or_end : expected::value_or_end;
  ++at_;
  return {kind, at_ - 1, at_};
}

json_token json_reader::close(json_kind kind) {
  --depth_;
  expected_ = depth_ == 0 ? expected::end : expected::comma_or_end;
  ++at_;
  return {kind, at_ - 1, at_};
}

json_token json_reader::literal(json_kind kind, std::string_view spelling) {
  if (!text_.substr(at_).starts_with(spelling)) unexpected("a value");
  const std::size_t first = at_;
  at_ += spelling.size();
  expected_ = depth_ == 0 ? expected::end : expected::comma_or_end;
  return {kind, first, at_};
}

void json_reader::digits() {
  if (!digit(peek())) unexpected("a digit");
  while (digit(peek())) ++at_;
}

json_token json_reader::number() {
  const std::size_t first = at_;
  if (peek() == '-') ++at_;
  if (peek() == '0') {
    ++at_;
  } else {
    digits();
  }
  if (peek() == '.') {
    ++at_;
    digits();
  }
  if (peek() == 'e' || peek() == 'E') {
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    digits();
  }
  expected_ = depth_ == 0 ? expected::end : expected::comma_or_end;
  return {json_kind::number, first, at_};
}

void json_reader::skip_string() {
  const std::size_t first = at_++;
  while (at_ < text_.size()) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') {
      ++at_;
      return;
    }
    if (c == '\\') {
      skip_escape();
    } else if (c < 0x20) {
      fail("a control character in a string is not escaped", at_);
    } else if (c < 0x80) {
      ++at_;
    } else {
      const utf8::decoded d = utf8::decode(text_, at_);
      if (!d.well_formed) fail("a string is not valid UTF-8", at_);
      at_ += d.size;
    }
  }
  fail("a string is not closed", first);
}

void json_reader::skip_escape() {
  const std::size_t first = at_++;
  const char c = peek();
  if (at_ < text_.size() && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
    ++at_;
    return;
  }
  if (c != 'u') fail("a string has an unknown escape", first);
  const unsigned unit = hex4(at_ + 1);
  at_ += 5;
  if (low_surrogate(unit)) fail("an escaped surrogate lacks its other half", first);
  if (!high_surrogate(unit)) return;
  if (!text_.substr(at_).starts_with("\\u") || !low_surrogate(hex4(at_ + 2))) {
    fail("an escaped surrogate lacks its other half", first);
  }
  at_ += 6;
}

unsigned json_reader::hex4(std::size_t at) const {
  unsigned unit = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = i < text_.size() ? text_[i] : '\0';
    unsigned value = 0;
    if (digit(c)) {
      value = static_cast<unsigned>(c - '0');
    } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
      value = static_cast<unsigned>((c | 0x20) - 'a') + 10;
    } else {
      fail("\\u needs four hexadecimal digits", std::min(i, text_.size()));
    }
    unit = unit << 4 | value;
  }
  return unit;
}

void json_reader::append_string(const json_token& token, std::string& out) const {
  std::string_view rest = text_.substr(token.first + 1, token.last - token.first - 2);
  for (std::size_t slash; (slash = rest.find('\\')) != rest.npos;) {
    out.append(rest, 0, slash);
    const char c = rest[slash + 1];
    std::size_t size = 2;
    switch (c) {
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case 'u': {
        const auto at = static_cast<std::size_t>(rest.data() - text_.data()) + slash;
        char32_t code_point = hex4(at + 2);
        size = 6;
        if (high_surrogate(code_point)) {
          code_point = 0x10000 + ((code_point - 0xD800) << 10) + (hex4(at + 8) - 0xDC00);
          size = 12;
        }
        utf8::append(out, code_point);
        break;
      }
      default:
        out += c;
        break;
    }
    rest.remove_prefix(slash + size);
  }
  out.append(rest);
}

}  // namespace heard
