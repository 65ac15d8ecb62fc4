/// @file
/// Which words of an answer make a quote that shows its evidence.
#pragma once

#include <heard/coding/codings.hpp>
#include <heard/text/span.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace heard::quoting {

/// Slices of one text, and the evidence inside them.
struct excerpt {
  std::vector<text::span> pieces;    ///< Sorted, apart from one another; empty: nothing to quote.
  std::vector<text::span> evidence;  ///< Cut to the pieces.
};

/// Most bytes of a quote. Readers skip longer ones, and published summaries hardly print any.
inline constexpr std::uint32_t longest = 700;

/// Whole sentences that hold the evidence: from the first to the last of them if they are short
/// enough, else the run of them with most evidence, what lies between left out. A longer sentence
/// is cut between words. Where a person coded the whole answer, its first two sentences.
[[nodiscard]] excerpt make_excerpt(std::string_view text, std::span<const heard::evidence> of);

/// Just these bytes.
[[nodiscard]] excerpt make_excerpt_of(text::span bytes, std::span<const heard::evidence> of);

/// Whether these bytes are there, and no half characters.
[[nodiscard]] bool slice(std::string_view text, text::span part);

/// Without white space at its ends.
[[nodiscard]] text::span trimmed(std::string_view text, text::span part);

/// Whether words of the same sentence stand before, or after, a part of the text.
struct open_ends {
  bool before = false;
  bool after = false;
};
[[nodiscard]] open_ends open_ends_of(std::string_view text, text::span part);

}  // namespace heard::quoting
