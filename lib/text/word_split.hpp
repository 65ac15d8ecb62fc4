/// @file
/// What makes a segment of text a token, and where the matching view splits one.
#pragma once

#include "text/edges.hpp"

#include <heard/text/span.hpp>

#include <cstdint>
#include <string_view>

namespace heard::text {

/// Which words are looked for.
enum class word_view : std::uint8_t {
  standard,  ///< Those of UAX #29.
  matching   ///< Split at colons too, and at full stops between runs of two or more letters.
};

/// True if a segment between word boundaries is a word: if it holds a letter, a digit or an emoji.
[[nodiscard]] bool holds_word(std::string_view segment);

/// Adds what a segment between word boundaries gives in a view: nothing if it holds no word.
/// @param segment  in `text`
/// @param offset   added to every place
void add_words(std::string_view text, span segment, word_view view, std::uint32_t offset,
               edges& out);

}  // namespace heard::text
