#include "query/screen.hpp"

#include "query/bytes.hpp"

#include <heard/base/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace heard::query {
namespace {

bool is_control(char32_t c) {
  return (c < 0x20 && !is_space(static_cast<char>(c))) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

bool is_odd_quote(char32_t c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}

// White_Space outside ASCII, and the two invisible characters that pasting leaves behind: zero
// width space and byte order mark. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
bool is_odd_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace

std::vector<fault> screen(std::string_view source) {
  const auto at = [](std::size_t offset, std::size_t size) {
    const auto clamp = [](std::size_t n) {
      return static_cast<std::uint32_t>(std::min<std::size_t>(n, 0xFFFFFFFF));
    };
    return place{clamp(offset), clamp(offset + size)};
  };
  if (source.size() > max_rule_size) {
    return {{fmt::format("a rule is at most {} bytes long, and this has {}", max_rule_size,
                         source.size()),
             at(max_rule_size, source.size() - max_rule_size)}};
  }
  if (const auto bad = utf8::first_fault(source)) {
    return {{"a rule is UTF-8, and this byte is not", at(*bad, 1)}};
  }

  std::vector<fault> faults;
  bool control = false;
  bool quote = false;
  bool space = false;
  bool in_quotes = false;
  for (std::size_t i = 0; i < source.size();) {
    const utf8::decoded d = utf8::decode(source, i);
    const char32_t c = d.code_point;
    if (c == U'"') {
      in_quotes = !in_quotes;
    } else if (is_control(c) && !control) {
      control = true;
      faults.push_back({fmt::format("control character U+{:04X} cannot stand in a rule",
                                    static_cast<unsigned>(c)),
                        at(i, d.size)});
    } else if (!in_quotes && is_odd_quote(c) && !quote) {
      quote = true;
      faults.push_back(
          {"this is not the plain quotation mark that a phrase needs; write \" instead",
           at(i, d.size)});
    } else if (!in_quotes && is_odd_space(c) && !space) {
      space = true;
      faults.push_back(
          {"this space is not a plain one and would be part of a word; write a plain space",
           at(i, d.size)});
    }
    i += d.size;
  }
  return faults;
}

}  // namespace heard::query
