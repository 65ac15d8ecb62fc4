/// @file
/// The plainest form in which names are compared: folded, without diacritics.
#pragma once

#include <string>
#include <string_view>

namespace heard::text {

/// fold(), then without the combining diacritics of Latin, Greek and Cyrillic, and with the Latin
/// letters that have no decomposition spelled out: "æ" is "ae", "ø" is "oe", "ł" is "l". The marks
/// of other scripts stay: there they are vowels.
[[nodiscard]] std::string plain(std::string_view text);

/// Whether a code point can be part of a word: a letter, a digit or a mark.
[[nodiscard]] bool in_word(char32_t code_point) noexcept;

}  // namespace heard::text
