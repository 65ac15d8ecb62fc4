/// @file
/// Whether a text is made of a letter: the definition that campaigns rest on.
#pragma once

#include "identity/campaigns/shingles.hpp"

#include <cstdint>

namespace heard::letters {

/// In which way a text and a letter are related, the closest first.
enum class relation : std::uint8_t {
  alike,    ///< Half of all shingles in common, or most words of both in one order.
  holds,    ///< Most of the letter stands in the text, or most of the text in the letter.
  passage,  ///< A long passage of the letter stands in the text.
  none
};

/// What counts as related. docs/campaigns.md gives the reason for each figure.
struct relation_limits {
  unsigned length = 3;          ///< Of a shingle, in words.
  std::uint32_t words = 20;     ///< Fewest in common, but for texts that share half their shingles.
  std::uint32_t passage = 25;   ///< Words one after another that make a passage.
  std::uint32_t percent = 60;   ///< Of the words of the letter, or of both: "most".
  std::uint32_t anchored = 25;  ///< Percent of the letter in shared shingles before order is asked.
  /// Longer texts are not compared in order: it would take their product in time.
  std::uint32_t most_words = 4000;
};

[[nodiscard]] relation relate(const shingled& letter, const shingled& text,
                              const overlap& in_common, const relation_limits& limits);

}  // namespace heard::letters
