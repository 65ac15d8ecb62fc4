/// @file
/// What both folders rest on, counted once.
#pragma once

#include "report/account.hpp"
#include "report/lists.hpp"
#include "report/meter.hpp"

#include <heard/identity/review.hpp>
#include <heard/quotes/collection.hpp>

#include <array>
#include <map>
#include <memory>
#include <optional>
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
  std::uint64_t uncovered = 0;  ///< Of `with_words`, those in which no theme counts.
  std::uint64_t assigned = 0;   ///< Answered, but by those who analysed it.
};

struct counts {
  /// All there is, or the last of its parts: what is asked, the organisations and the codebook are
  /// the same in every part.
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
  std::array<std::uint64_t, 4> by_publication{};  ///< Included responses, in enumeration order.
  bool names_people = false;                      ///< Some have a name that may be printed.
  std::vector<identity::body_summary> bodies;     ///< What each organisation sent.
  /// Answers with words, of included responses, by the kind of coder whose codings count there.
  std::array<std::uint64_t, 4> answers_by_kind{};
  std::uint64_t answers_with_words = 0;
  std::uint64_t answers_reviewed = 0;
  std::vector<rule_use> rules;
  std::shared_ptr<const quote_collection> quotes;
  std::shared_ptr<const attributor> by;  ///< Good as long as `from`.
  std::vector<work_list> lists;
};

/// Counts a consultation part by part; each part may go once it is added. In memory there is one
/// part, and what comes out does not depend on how many there are.
class part_counter {
 public:
  /// @param most_rows  of each list that is kept; those that come first in it
  part_counter(std::uint32_t quotes, std::size_t most_rows);

  /// @throw error(status::internal) if a sum does not close; error(status::cancelled)
  void add(const std::shared_ptr<const codings>& part, meter& steps);
  /// @param last  one of the parts
  [[nodiscard]] counts finish(std::shared_ptr<const codings> last, meter& steps);

 private:
  struct running {
    std::optional<running_table> figures;
    std::vector<running_table> by;
  };
  void plan(const codings& of);
  void count_tables(const std::shared_ptr<const codings>& part, meter& steps);
  void count_words(const codings& part, uncovered_answers& uncovered);
  void count_responses(const consultation& part);
  void count_coding(const codings& part);
  void take_tables(const std::shared_ptr<const codings>& last, const running_ledger& all);

  counts out_;
  running_ledger sums_;
  std::vector<running> tables_;
  std::optional<running_table> all_themes_;
  attribution_crowds crowds_;
  quote_collection quotes_;
  list_keeper lists_;
};

/// Whether every included response counts as itself: no campaign counts as one, or not at all.
[[nodiscard]] bool each_response_counts(const codings& from);

/// A consultation in one part, with all rows of its lists.
[[nodiscard]] counts count_all(const std::shared_ptr<const codings>& from, meter& steps);

/// How many steps of a meter a part_counter takes for a part.
[[nodiscard]] std::uint64_t steps_of(const consultation& of);

}  // namespace heard::reporting
