/// @file
/// A table as one folder shows it: rows in the order reported, small groups left out of `publish/`.
#pragma once

#include <heard/tables/table.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace heard::reporting {

/// Whom a folder is for.
enum class audience : std::uint8_t { publish, internal };

struct shown_table {
  std::string name;  ///< Of its CSV file, without the ending.
  std::string title;
  std::string rows_title;
  std::string unit;
  std::string base;
  std::vector<heading> rows;
  std::vector<heading> columns;
  std::vector<cell> cells;
  bool rows_overlap = false;
  bool columns_overlap = false;
  std::vector<std::string> notes;

  [[nodiscard]] const cell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
  /// Rows in a new order; those not named are dropped.
  void take_rows(const std::vector<std::size_t>& order);
  void take_columns(const std::vector<std::size_t>& order);
};

[[nodiscard]] shown_table show(const table& from, std::string name, std::string title,
                               std::string rows_title);

/// The order themes are reported in: by the first column's count, most first, each theme followed
/// by its children in the same way; the order written breaks ties. Hidden counts stand after those
/// that are told.
[[nodiscard]] std::vector<std::size_t> themes_by_count(const shown_table& of);

/// Drops the rows of themes that are neither looked for nor found in any column.
void drop_rows_that_do_not_apply(shown_table& of);

/// Gives `of` the rows of another table, in its order.
void take_rows_of(const shown_table& other, shown_table& of);

/// What is particular to a table by groups: its base, the notes of its columns, what is left out.
/// What holds for every such table is said once, in how the figures are to be read.
[[nodiscard]] std::vector<std::string> notes_of_group_table(const shown_table& of);

/// The notes that leave_out_small_groups() made: of a table without groups they are all there is.
[[nodiscard]] std::vector<std::string> notes_on_groups_left_out(const shown_table& of);

/// Leaves out columns with a base of 0, and for the public those that groups_told() does not tell
/// of, and `never` by id: who stands in a small group is known to those around it. The first column
/// stays. A note names what is left out; the notes of columns that go, go with them.
void leave_out_small_groups(shown_table& of, audience reader, std::uint64_t k,
                            const std::set<std::string>& never = {});

}  // namespace heard::reporting
