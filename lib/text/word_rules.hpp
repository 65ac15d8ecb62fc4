/// @file
/// The word rules of UAX #29, one code point after another.
#pragma once

#include "text/cutter.hpp"
#include "text/properties.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heard::text {

namespace word_rules {

constexpr std::uint32_t bit(word_break value) {
  return 1u << static_cast<unsigned>(value);
}

template <class... values>
constexpr std::uint32_t bits(values... value) {
  return (bit(value) | ... | 0u);
}

constexpr bool in(word_break value, std::uint32_t set) {
  return (bit(value) & set) != 0;
}

// The macros of UAX #29, section 4.1, and the sets that its rules name.
inline constexpr std::uint32_t newlines = bits(word_break::newline, word_break::cr, word_break::lf);
inline constexpr std::uint32_t letters = bits(word_break::aletter, word_break::hebrew_letter);
inline constexpr std::uint32_t mid_num_let_q =
    bits(word_break::midnumlet, word_break::single_quote);
inline constexpr std::uint32_t mid_letters = bit(word_break::midletter) | mid_num_let_q;
inline constexpr std::uint32_t mid_numbers = bit(word_break::midnum) | mid_num_let_q;
inline constexpr std::uint32_t numeric = bit(word_break::numeric);
inline constexpr std::uint32_t hebrew = bit(word_break::hebrew_letter);
inline constexpr std::uint32_t joiner = bit(word_break::extendnumlet);

/// What may follow a class without a break: WB5, WB8 to WB10 and WB13 to WB13b.
constexpr std::uint32_t followers(word_break before) {
  switch (before) {
    case word_break::aletter:
    case word_break::hebrew_letter:
      return letters | numeric | joiner;
    case word_break::numeric:
      return letters | numeric | joiner;
    case word_break::katakana:
      return bit(word_break::katakana) | joiner;
    case word_break::extendnumlet:
      return letters | numeric | bit(word_break::katakana) | joiner;
    default:
      return 0;
  }
}

}  // namespace word_rules

// The rules look ahead over a punctuation mark that may stand inside a word (WB6, WB7b, WB12). Here
// the mark is held instead, and its break made or dropped when the next class is known: every code
// point is looked at once, whatever the text.
/// @param take  called with the first and the last place of each segment in order, and true if it
///              begins with a letter or a digit and holds no punctuation
template <class taker>
void segment_words(std::string_view text, taker take) {
  using namespace word_rules;
  std::size_t first = 0;  // of the segment that is open
  bool plain = false;     // it begins with a letter or a digit, and has no mark in it
  const auto cut = [&](std::size_t at) {
    take(first, at, plain);
    first = at;
    plain = false;
  };
  word_break before = word_break::other;  // as the rules see it: attached code points are skipped
  word_break touching = word_break::other;
  bool flag_complete = false;  // WB15, WB16: the indicator before is the second of its flag
  std::uint32_t wanted = 0;    // what keeps the held mark inside its word
  std::size_t held = nowhere;  // where to cut if it does not come

  for (std::size_t at = 0; at < text.size();) {
    const code_point c = code_point_at(text, at);
    const word_break now = c.is.word();
    if (c.is.attaches() && at > 0 && !in(touching, newlines)) {  // WB4
      touching = now;
      at += c.size;
      continue;
    }

    const bool second_of_flag = now == word_break::regional_indicator &&
                                before == word_break::regional_indicator && !flag_complete;
    bool joins = in(now, followers(before)) || second_of_flag ||
                 (touching == word_break::cr && now == word_break::lf) ||              // WB3
                 (touching == word_break::zwj && c.is.pictographic()) ||               // WB3c
                 (touching == word_break::wsegspace && now == word_break::wsegspace);  // WB3d
    flag_complete = second_of_flag;

    if (wanted != 0) {
      if (in(now, wanted)) {
        joins = true;
      } else if (held != nowhere) {
        cut(held);
      }
      wanted = 0;
      held = nowhere;
    } else if (in(before, letters) && in(now, mid_letters)) {
      wanted = letters;
    } else if (in(before, numeric) && in(now, mid_numbers)) {
      wanted = numeric;
    } else if (in(before, hebrew) && now == word_break::double_quote) {
      wanted = hebrew;
    }
    if (wanted != 0) {
      // WB7a: a quote stays with a Hebrew letter even if no letter follows.
      const bool stays = in(before, hebrew) && now == word_break::single_quote;
      if (!stays) held = at;
      joins = true;
      plain = false;
    }
    if (!joins && at > 0) cut(at);
    if (first == at) plain = c.is.letter() || c.is.digit();

    before = touching = now;
    at += c.size;
    if (in(now, letters | numeric)) {  // these join freely, so a run of them needs no rules
      while (at < text.size()) {
        const code_point more = code_point_at(text, at);
        if (in(more.is.word(), letters | numeric)) {
          before = more.is.word();
        } else if (!more.is.attaches()) {
          break;
        }
        touching = more.is.word();
        at += more.size;
      }
    }
  }
  if (held != nowhere) cut(held);
  if (!text.empty()) cut(text.size());
}

}  // namespace heard::text
