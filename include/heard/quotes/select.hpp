/// @file
/// Passages that show what a theme means.
#pragma once

#include <heard/coding/codings.hpp>
#include <heard/quotes/attribution.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heard {

/// Words of one answer. Verbatim: every piece is a slice of it, and pieces are joined by a marked
/// ellipsis.
struct quote {
  answer_id answer;
  coding_id coding;                  ///< Why it was chosen.
  std::vector<text::span> pieces;    ///< In order; more than one where the middle is left out.
  std::vector<text::span> evidence;  ///< Inside the pieces.
  attribution by;
  bool cleared = false;  ///< A person cleared or pinned just these words.
  bool pinned = false;
  bool may_be_published = false;  ///< Cleared, and the publication rule allows it.
};

struct quote_request {
  theme_id theme;                       ///< Its children's codings show it too.
  std::optional<question_id> question;  ///< Only there.
  std::uint32_t limit = 3;
  std::uint64_t seed = 0;       ///< Same seed, same quotes, on every machine.
  bool published_only = false;  ///< Only those that may be published.
};

/// Chooses quotes: pinned ones first, then cleared ones, then others; within each, respondents not
/// yet quoted first, spread over attributions, and by XXH3 of seed and response id. A response is
/// quoted at most once; banned words never; responses that are `counted_only` or `unknown` only as
/// not to be published.
[[nodiscard]] std::vector<quote> select_quotes(const codings& from, const quote_request& request);

/// The words of a quote, pieces joined by " [...] ". Checked against the answer as it is made.
/// @throw error(status::internal) if a piece is no slice of the answer
[[nodiscard]] std::string quote_text(const consultation& of, const quote& from);

}  // namespace heard
