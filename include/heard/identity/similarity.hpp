/// @file
/// How alike two spellings are: keys that equal spellings share, and Jaro-Winkler.
#pragma once

#include <string>
#include <string_view>

namespace heard::identity {

/// OpenRefine's fingerprint key: plain letters without punctuation, the words sorted, each once.
/// Equal for "Carers Trust" and "TRUST, carers".
[[nodiscard]] std::string fingerprint(std::string_view text);

/// OpenRefine's n-gram fingerprint: the runs of `n` letters of the text without punctuation and
/// white space, sorted, each once, without anything between. A text shorter than `n` is its own.
/// Equal for "Catch 22" and "Catch22". @pre n > 0
[[nodiscard]] std::string ngram_fingerprint(std::string_view text, unsigned n = 2);

/// Jaro's similarity on code points, 0 to 1 (M. A. Jaro, JASA 84, 1989). Two empty texts are alike:
/// 1. Quadratic in the longer text: for names, not for answers.
[[nodiscard]] double jaro(std::string_view a, std::string_view b);

/// Winkler's: what two texts share at the start, up to four letters, adds a tenth each of what
/// Jaro's lacks to 1. Applied at any similarity, as Winkler's paper of 1990 has it.
[[nodiscard]] double jaro_winkler(std::string_view a, std::string_view b);

}  // namespace heard::identity
