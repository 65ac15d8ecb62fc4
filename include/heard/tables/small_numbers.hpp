/// @file
/// Small numbers in tables: which cells are hidden, and which more, so that none can be worked out.
#pragma once

#include <heard/model/kinds.hpp>
#include <heard/tables/disclosure.hpp>
#include <heard/tables/table.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heard {

/// What a preset stands for.
struct small_number_rule {
  std::uint64_t k = 0;      ///< Counts from 1 to k - 1 are small; 0: nothing is done.
  std::uint64_t round = 1;  ///< What is shown is the nearest multiple of it.
};

[[nodiscard]] small_number_rule rule_of(small_numbers preset);

/// The nearest multiple, halves up; what is not 0 is not rounded to 0.
[[nodiscard]] std::uint64_t rounded(std::uint64_t count, std::uint64_t to);

/// How the columns of a table hang together, the first of which is "All" (or the only one).
enum class columns_are : std::uint8_t {
  groups,  ///< Groups of those in "All".
  places,  ///< Questions or chapters: "All" is the union of what was said there.
  views    ///< Everything, campaigns as one, without campaigns: of units that each count once.
};

/// A table's counts as they are, to be protected together with those of other tables.
struct counted_table {
  std::span<const heading> rows;
  std::span<const heading> columns;
  std::span<const cell> cells;  ///< By row, then column.
  columns_are across = columns_are::groups;
  bool rows_are_themes = false;  ///< Their depths make a tree of parents and children.
  bool rows_overlap = false;
  bool columns_overlap = false;
  bool has_base = true;    ///< Mentions have none: more of them than answers may be counted.
  std::uint64_t told = 0;  ///< Of every count, up to so many are shown otherwise: quotes.
};

/// Everything that is published together. A count is small from 1 to k - 1; so is what is left of
/// its base, since both are told by either; and in a group, so is none left, since then everybody
/// in the group is told of. Small ones are hidden, and others with them, until nobody can find out
/// by sums and differences, over all tables, fewer than k values that a hidden one may have.
class small_number_guard {
 public:
  explicit small_number_guard(small_number_rule rule) : rule_(rule) {}

  /// A table's number. Small counts are marked; nothing else is hidden until protect().
  std::size_t add(const counted_table& table);
  /// The figure of a cell.
  [[nodiscard]] figure_id at(std::size_t table, std::size_t row, std::size_t column) const;
  /// A cell of a table.
  struct place {
    std::size_t table = 0, row = 0, column = 0;
  };
  /// How the same cell in two views hangs together.
  enum class between_views : std::uint8_t {
    part,     ///< What one view counts more in the cell it counts more in the base too.
    members,  ///< That, and it is the responses of campaigns: few of them, or all but few, are
              ///< not to be found out.
    distinct  ///< A sender is in the base for one response and in the cell for another.
  };
  /// The same cell, of which one view counts more than the other.
  void relate_views(place more, place fewer, between_views how);
  /// Whatever else is known of figures.
  [[nodiscard]] disclosure& figures() { return figures_; }

  void protect() { figures_.protect(static_cast<std::int64_t>(rule_.k)); }
  [[nodiscard]] bool hidden(std::size_t table, std::size_t row, std::size_t column) const;
  /// What was counted, told or not.
  [[nodiscard]] std::int64_t value(std::size_t table, std::size_t row, std::size_t column) const {
    return figures_[at(table, row, column)].value;
  }
  /// A hidden cell to which what is shown leaves fewer values than the rule asks for, by bounds
  /// alone (disclosure::bounded_away); nothing as long as protect() came last. A table that is not
  /// there: what is left of a whole, or what is between two views.
  [[nodiscard]] std::optional<place> given_away() const;

 private:
  struct known_table {
    std::size_t columns;
    std::vector<figure_id> cells;
    std::vector<value_range> ranges;
  };
  [[nodiscard]] bool must_hide(std::uint64_t count, std::uint64_t base, bool group,
                               const counted_table& of) const;
  figure_id add_count(const counted_table& of, std::size_t row, std::size_t column);
  void relate_groups(const counted_table& of, const known_table& made);
  void relate_places(const counted_table& of, const known_table& made);
  void relate_rows(const counted_table& of, const std::vector<figure_id>& column,
                   const std::vector<std::uint64_t>& counts);

  small_number_rule rule_;
  disclosure figures_;
  std::vector<known_table> tables_;
};

/// Which groups of a table by groups are told of: all but those of fewer than `k`, those whose rest
/// of the whole is fewer, and, where groups do not overlap, the smallest further ones until those
/// left out, with those in no group, are `k` together or nobody.
/// @param bases  of "All", then of each group
/// @return for each column whether it stays; the first always does
[[nodiscard]] std::vector<bool> groups_told(std::span<const std::uint64_t> bases, bool overlap,
                                            std::uint64_t k);

/// The same for the views of one table together: a group is left out of all of them where it is
/// left out of one, or where the responses of campaigns in it, or in the rest, are fewer than `k`.
/// @param bases  of each view
[[nodiscard]] std::vector<bool> groups_told_in_views(
    std::span<const std::vector<std::uint64_t>> bases, bool overlap, std::uint64_t k);

/// The cells as they are told: hidden ones without their numbers, the others rounded.
void mask(std::span<cell> cells, small_number_rule rule);

/// A hidden cell, as it is printed, and what stands below a table that has one.
inline constexpr std::string_view hidden_mark = "[c]";
[[nodiscard]] std::string hidden_note();
/// What stands below a table whose counts are rounded.
[[nodiscard]] std::string rounded_note(std::uint64_t to);

}  // namespace heard
