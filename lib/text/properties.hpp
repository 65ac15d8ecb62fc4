/// @file
/// What the segmentation rules ask about a code point, from tables of Unicode 15.0.
#pragma once

#include "text/tables/unicode_data.hpp"

#include <heard/base/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace heard::text {

using ucd::sentence_break;
using ucd::word_break;

/// The properties of one code point.
class properties {
 public:
  constexpr explicit properties(std::uint16_t record) : record_(record) {}

  [[nodiscard]] constexpr word_break word() const {
    return static_cast<word_break>(record_ & ((1u << ucd::sentence_shift) - 1));
  }
  [[nodiscard]] constexpr sentence_break sentence() const {
    return static_cast<sentence_break>((record_ >> ucd::sentence_shift) & 0xFu);
  }
  /// Extended_Pictographic, for rule WB3c.
  [[nodiscard]] constexpr bool pictographic() const { return has(ucd::pictographic_bit); }
  /// Alphabetic, but no combining mark, no sign that folding removes and not U+02BC, an apostrophe.
  [[nodiscard]] constexpr bool letter() const { return has(ucd::letter_bit); }
  /// General category N: decimal digits, fractions, Roman numerals.
  [[nodiscard]] constexpr bool digit() const { return has(ucd::digit_bit); }
  /// An emoji by itself: shown in colour by default, or one of the symbols from U+2600 up.
  [[nodiscard]] constexpr bool emoji() const { return has(ucd::emoji_bit); }
  /// An emoji only where U+FE0F or U+20E3 follows: signs of print, digits, `#` and `*`.
  [[nodiscard]] constexpr bool selectable() const { return has(ucd::selectable_bit); }

  /// Rule WB4 attaches these to what stands before them.
  [[nodiscard]] constexpr bool attaches() const {
    return word() == word_break::extend || word() == word_break::format ||
           word() == word_break::zwj;
  }

 private:
  [[nodiscard]] constexpr bool has(std::uint16_t bit) const { return (record_ & bit) != 0; }

  std::uint16_t record_;
};

[[nodiscard]] constexpr properties properties_of(char32_t c) {
  if (c >= ucd::end) return properties(ucd::records[0]);
  const std::size_t block = ucd::blocks[c / ucd::block_size];
  return properties(ucd::records[ucd::cells[block * ucd::block_size + c % ucd::block_size]]);
}

/// The same for ASCII in one look-up.
inline constexpr auto ascii_properties = []<std::size_t... c>(std::index_sequence<c...>) {
  return std::array{properties_of(static_cast<char32_t>(c))...};
}
(std::make_index_sequence<0x80>{});

[[nodiscard]] constexpr bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

/// A code point in a text, with its properties.
struct code_point {
  char32_t value;
  std::uint8_t size;  ///< In bytes.
  properties is;
};

/// What starts at `text[at]`, ill-formed bytes as U+FFFD. @pre at < text.size()
[[nodiscard]] inline code_point code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, ascii_properties[lead]};
  // What nearly all text beyond ASCII consists of; the rest, faults too, is left to the decoder.
  const std::size_t left = text.size() - at;
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && utf8::continuation(text[at + 1])) {
    const char32_t c = (lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    return {c, 2, properties_of(c)};
  }
  if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && left >= 3 && utf8::continuation(text[at + 1]) &&
      utf8::continuation(text[at + 2])) {
    const char32_t c = (lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return {c, 3, properties_of(c)};
  }
  const utf8::decoded d = utf8::decode(text, at);
  return {d.code_point, d.size, properties_of(d.code_point)};
}

/// What ends just before `text[end]`. @pre end > 0
[[nodiscard]] inline code_point code_point_before(std::string_view text, std::size_t end) {
  const utf8::decoded d = utf8::decode_before(text, end);
  return {d.code_point, d.size, properties_of(d.code_point)};
}

}  // namespace heard::text
