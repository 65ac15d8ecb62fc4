/// @file
/// A table's question put precisely: which headings there are, and what belongs to each.
#pragma once

#include <heard/tables/table.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace heard::counting {

/// Row or column of a table.
using place = std::uint32_t;

/// An axis with its headings.
struct resolved_axis {
  axis what;
  bool has_all = false;  ///< The first heading is "All", beside those of the axis.
  std::vector<heading> heads;
  /// For each question, theme, channel, capacity or option (whatever the axis is of): its headings,
  /// those of the parents of a theme too, "All" not.
  std::vector<std::vector<place>> heads_of;

  [[nodiscard]] std::size_t size() const { return heads.size(); }
  /// By question or chapter: an answer belongs to a heading, not a response.
  [[nodiscard]] bool by_question() const {
    return what.kind == axis_kind::question || what.kind == axis_kind::chapter;
  }
  [[nodiscard]] bool by_theme() const { return what.kind == axis_kind::theme; }
};

/// How one response takes part in a table.
enum class part : std::uint8_t { each, as_one, none };

/// A cell counts the units of `within` (they are its base) that have what `counted` names. Rows are
/// counted within columns; but themes are never a base, so where the columns are themes, they are
/// counted within the rows.
struct plan {
  /// @throw error(status::bad_argument) for a spec that cannot be counted
  /// @param whole  where themes are the columns, a row of all comes before the groups
  plan(std::shared_ptr<const codings> codings, const table_spec& asked, bool whole = false);

  std::shared_ptr<const codings> from;
  table_spec spec;
  bool themes_across = false;  ///< The columns are `counted`.
  resolved_axis counted;
  resolved_axis within;
  std::vector<question_id> scope;  ///< The questions that the table is about, sorted.
  std::vector<bool> in_scope;      ///< The same, by question.
  /// For each question in scope the headings of `within` it belongs to, "All" too, where `within`
  /// is by question.
  std::vector<std::vector<place>> within_at;
  /// Was asked *that* question: where `counted` is by question, each cell has its own base `asked`.
  bool base_by_cell = false;

  bool any_as_one = false;  ///< A campaign counts as one unit, so units are told apart by id.

  [[nodiscard]] const consultation& of() const { return *from->of(); }
  /// The campaign of a response; invalid: none.
  [[nodiscard]] campaign_id campaign_of(response_id response) const {
    return from->campaigns() ? from->campaigns()->of_response(response) : campaign_id{};
  }
  /// By the view, and in the view `as_decided` by the policy of its campaign.
  [[nodiscard]] part part_of(response_id response) const;
  [[nodiscard]] std::size_t cells() const { return counted.size() * within.size(); }
  [[nodiscard]] std::size_t slot(place counted_head, place within_head) const {
    return counted_head * within.size() + within_head;
  }
  [[nodiscard]] std::size_t base_slots() const { return base_by_cell ? cells() : within.size(); }
  /// Units lie on both sides of a cut of the responses, so their ids are kept until the end.
  [[nodiscard]] bool keeps_ids() const {
    return any_as_one || spec.unit == unit::respondents || spec.unit == unit::organisations;
  }
  [[nodiscard]] bool per_answer() const {
    return spec.unit == unit::answers || spec.unit == unit::mentions;
  }
  /// By slot: whether a theme, or a child of it, is looked for at any question of the heading of
  /// `within`. Everywhere true where no themes are counted.
  [[nodiscard]] std::vector<bool> looked_for() const;
};

/// The words a question goes by.
[[nodiscard]] const std::string& label_of(const question& of);

}  // namespace heard::counting
