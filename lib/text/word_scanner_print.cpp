// Quotes, dashes and their like, told from letters before words are looked for.
#include "text/masks.hpp"
#include "text/properties.hpp"
#include "text/punctuation.hpp"
#include "text/word_scanner.hpp"

#include <bit>
#include <utility>

namespace heard::text {

// English is rarely without a quote or a dash that is not ASCII. They start with two of the bytes
// that a sentence's end may start with, so few others are looked at. U+2018 and U+2019 join letters
// and digits as an apostrophe does, but for WB7a.
void word_scanner::settle_punctuation() {
  const std::size_t count = (text_.size() + 63) / 64;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint64_t rest = blocks_[i].ends & blocks_[i].high; rest != 0; rest &= rest - 1) {
      const std::size_t at = 64 * i + static_cast<std::size_t>(std::countr_zero(rest));
      bool quote = false;
      const std::size_t size = punctuation_at(text_, at, quote);
      if (size == 0) continue;
      if (quote && !std::exchange(has_quotes_, true)) quotes_.assign(count + behind, 0);
      blocks_[i].ends &= ~(rest & (~rest + 1));
      for (std::size_t byte = at; byte < at + size; ++byte) {
        const std::uint64_t bit = std::uint64_t{1} << byte % 64;
        blocks_[byte / 64].high &= ~bit;
        if (quote) quotes_[byte / 64] |= bit;
      }
    }
  }
}

/// The bytes of typographic quotes that are in a word.
/// @param[in, out] spilt  those that fall in the next block
std::uint64_t word_scanner::joining_quotes(std::size_t number, std::uint64_t& spilt) const {
  std::uint64_t joining = std::exchange(spilt, 0);
  for (std::uint64_t rest = quotes_[number]; rest != 0; rest &= rest - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
    if (text_[64 * number + bit] != '\xE2' || !joins(64 * number + bit)) continue;
    joining |= std::uint64_t{7} << bit;
    if (bit > 61) spilt = std::uint64_t{7} >> (64 - bit);
  }
  return joining;
}

// WB6 and WB7, WB11 and WB12. What only the tables can tell may be a letter or a digit: the word is
// looked up then.
bool word_scanner::joins(std::size_t quote) const {
  const std::size_t behind_it = quote + 3;
  if (quote == 0 || behind_it >= text_.size()) return false;
  const auto has = [](std::uint64_t mask, std::size_t at) { return (mask >> at % 64 & 1) != 0; };
  const auto letter = [&](std::size_t at) {
    return has(blocks_[at / 64].letters | blocks_[at / 64].high, at);
  };
  const auto number = [&](std::size_t at) {
    const block& b = blocks_[at / 64];
    return has(b.digits | (b.high & ~known(b, blocks_[at / 64 + 1])), at);
  };
  return (letter(quote - 1) && letter(behind_it)) || (number(quote - 1) && number(behind_it));
}

/// All bytes of a block but those of punctuation that it shares with a block beside it: what is
/// looked up begins and ends with a code point.
std::uint64_t word_scanner::all_but_cut_punctuation(std::size_t number) const {
  const std::size_t first = 64 * number;
  const auto settled = [&](std::size_t at, bool lead) {
    const auto b = static_cast<unsigned char>(text_[at]);
    return b >= (lead ? 0xC0 : 0x80) && (lead || b < 0xC0) &&
           (blocks_[number].high >> (at - first) & 1) == 0;
  };
  std::uint64_t all = ones;
  for (std::size_t n = 0; n < 2 && first + n < text_.size() && settled(first + n, false); ++n) {
    all <<= 1;
  }
  for (const std::size_t left : {1, 2}) {
    const std::size_t at = first + 64 - left;
    if (at >= text_.size() || !settled(at, true)) continue;
    if (code_point_at(text_, at).size > left) all &= ones >> left;
  }
  return all;
}

}  // namespace heard::text
