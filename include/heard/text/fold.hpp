/// @file
/// The folded form in which words are compared: NFKC case fold, curly and straight apostrophes
/// alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard::text {

/// NFKC_Casefold of `text` with U+2018, U+2019, U+02BC and U+FF07 as U+0027. Ill-formed bytes fold
/// to U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// A folded text that still knows where each byte came from.
struct folded_text {
  std::string text;
  /// For each byte of `text`, and once for its end, the offset in the original: the first byte of
  /// the original stretch that it was folded from. Never falls.
  std::vector<std::uint32_t> origin;
};

[[nodiscard]] folded_text fold_with_offsets(std::string_view text);

}  // namespace heard::text
