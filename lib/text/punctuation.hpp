/// @file
/// What prose is set with: quotes, dashes, signs of money, which are in no word.
#pragma once

#include "text/properties.hpp"
#include "text/sentence_scan.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heard::text {

/// Belongs to no word, whatever stands beside it, and ends no sentence.
constexpr bool mere_punctuation(properties is) {
  return is.word() == word_break::other && !is.pictographic() && !is.letter() && !is.digit() &&
         !is.emoji() && !is.selectable() && !sentence_scan::separates(is.sentence()) &&
         !sentence_scan::terminates(is.sentence());
}

/// By the last six bits of U+2000 to U+203F, where nearly all of it stands: its mere punctuation.
inline constexpr std::uint64_t mere_from_2000 = [] {
  std::uint64_t mask = 0;
  for (unsigned c = 0; c < 64; ++c) {
    if (mere_punctuation(properties_of(0x2000 + c))) mask |= std::uint64_t{1} << c;
  }
  return mask;
}();

/// The size of a code point of mere punctuation or of a typographic quote, 0 for any other.
/// @param[out] quote  whether it is U+2018 or U+2019
[[nodiscard]] inline std::size_t punctuation_at(std::string_view text, std::size_t at,
                                                bool& quote) {
  if (text[at] == '\xE2' && text.size() - at >= 3 && text[at + 1] == '\x80') {
    const unsigned last = static_cast<unsigned char>(text[at + 2]);
    quote = last == 0x98 || last == 0x99;
    const bool mere = last >= 0x80 && last < 0xC0 && (mere_from_2000 >> (last & 0x3F) & 1) != 0;
    return quote || mere ? 3 : 0;
  }
  quote = false;
  if (text[at] != '\xC2' && text[at] != '\xE2') return 0;
  const code_point c = code_point_at(text, at);
  return mere_punctuation(c.is) ? c.size : 0;
}

}  // namespace heard::text
