/// @file
/// The folded form in which words are compared: NFKC case fold, curly and straight apostrophes
/// alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard::text {

/// NFKC_Casefold of `text` (Unicode Standard, section 3.13) with three additions:
///
/// - U+2018, U+2019, U+02BC and U+FF07 become U+0027.
/// - Ill-formed bytes become U+FFFD, one for each maximal subpart.
/// - The tag characters after U+1F3F4 stay, though they are default ignorable: they alone tell the
///   flag of Wales from that of Scotland.
///
/// Marks are put in canonical order within groups of 128 at most, as text of a hundred thousand
/// marks on one letter would else take quadratic time.
[[nodiscard]] std::string fold(std::string_view text);

/// A folded text that still knows where each byte came from.
struct folded_text {
  std::string text;
  /// For each byte of `text`, and once for its end, the offset in the original: the first byte of
  /// the original stretch that it was folded from. Never falls.
  std::vector<std::uint32_t> origin;
};

/// fold() with the way back. @pre text is not longer than 4 GiB
[[nodiscard]] folded_text fold_with_offsets(std::string_view text);

}  // namespace heard::text
