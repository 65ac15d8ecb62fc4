#include "visible.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace cli {

namespace {

struct character {
  unsigned code_point;
  std::size_t size;
};

// A byte that begins or continues nothing is a character of its own.
character decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) return {lead, 1};
  unsigned value = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {lead, 1};
    value = value << 6 | (byte(i) & 0x3FU);
  }
  return {value, size};
}

bool must_be_shown(unsigned c) {
  struct range {
    unsigned first, last;
  };
  static constexpr std::array<range, 9> all = {{{0x00, 0x1F},
                                                {0x7F, 0x9F},
                                                {0x061C, 0x061C},
                                                {0x200E, 0x200F},
                                                {0x2028, 0x202E},
                                                {0x2066, 0x206F},
                                                {0xFDD0, 0xFDEF},
                                                {0xFFF9, 0xFFFB},
                                                {0xE0001, 0xE0001}}};
  return (c & 0xFFFEU) == 0xFFFE || std::any_of(all.begin(), all.end(), [&](const range& each) {
           return c >= each.first && c <= each.last;
         });
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const character c = decode(text);
    if (c.code_point == '\n' || c.code_point == '\t') {
      out += ' ';
    } else if (c.code_point != '\r') {
      if (must_be_shown(c.code_point)) {
        char code[16];
        std::snprintf(code, sizeof code, "<U+%04X>", c.code_point);
        out += code;
      } else {
        out += text.substr(0, c.size);
      }
    }
    text.remove_prefix(c.size);
  }
  return out;
}

}  // namespace cli
