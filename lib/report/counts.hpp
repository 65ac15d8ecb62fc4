/// @file
/// What both folders rest on, counted once.
#pragma once

#include "report/account.hpp"
#include "report/meter.hpp"

#include <heard/quotes/select.hpp>

#include <array>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace heard::reporting {

/// A way to group respondents.
struct grouping {
  axis by;
  std::string id;
  std::string label;
};

struct question_counts {
  std::shared_ptr<const table> figures;          ///< Null where nobody answered.
  std::vector<std::shared_ptr<const table>> by;  ///< By each grouping, for open questions.
  std::uint64_t with_words = 0;
  std::vector<response_id> uncovered;
  std::uint64_t assigned = 0;  ///< Answered, but by those who analysed it.
};

struct counts {
  std::shared_ptr<const codings> from;
  ledger sums;
  std::vector<grouping> groupings;  ///< The one that names respondents first, channels last.
  std::vector<question_counts> questions;
  std::shared_ptr<const table> all_themes;  ///< By chapter; null where no question is open.
  /// All themes over all open questions, in the three views of campaigns; null where there are
  /// none.
  std::array<std::shared_ptr<const table>, 3> by_campaigns;
  /// Where a theme itself, not only a child of it, counts: responses by stance.
  std::map<std::pair<question_id, theme_id>, stance_tally> stances;
  std::shared_ptr<const quote_selector> quotes;
};

/// Whether every included response counts as itself: no campaign counts as one, or not at all.
[[nodiscard]] bool each_response_counts(const codings& from);

/// How many steps of a meter count_all() takes.
[[nodiscard]] std::uint64_t steps_of(const consultation& of);

/// @throw error(status::internal) if a sum does not close; error(status::cancelled)
[[nodiscard]] counts count_all(std::shared_ptr<const codings> from, meter& steps);

}  // namespace heard::reporting
