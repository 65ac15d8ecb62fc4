/// @file
/// Codings and answers, counted. Whole numbers only; a share is printed from two of them.
#pragma once

#include <heard/base/parallel.hpp>
#include <heard/coding/codings.hpp>
#include <heard/tables/spec.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace heard {

/// A row or a column.
struct heading {
  std::string id;  ///< Theme, question, option ... id; "all" for the whole.
  std::string label;
  std::string note;    ///< Belongs to it wherever it is counted. May be empty.
  unsigned depth = 0;  ///< Of a theme below its parents.
};

struct cell {
  std::uint64_t count = 0;
  /// Units that could have been counted here.
  std::uint64_t base = 0;
  /// Of `count`, units that rest on nothing but rules that no person reviewed.
  std::uint64_t by_rule_only = 0;
  /// False where the theme is not looked for at this question and nobody found it there.
  bool applies = true;
  /// Not told, so that no small number can be found out; `count` and `by_rule_only` are 0 then.
  bool hidden = false;
};

/// A unit behind a cell.
struct cell_source {
  response_id response;
  answer_id answer;  ///< Invalid where the cell is about responses as a whole.
  coding_id coding;  ///< Invalid where no theme is involved.
};

class table {
 public:
  [[nodiscard]] const table_spec& spec() const { return spec_; }
  [[nodiscard]] const std::vector<heading>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<heading>& columns() const { return columns_; }
  /// @pre row and column are in range
  [[nodiscard]] const heard::cell& cell(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }
  /// A unit may be in several rows (or columns), so they may sum to more than the base.
  [[nodiscard]] bool rows_overlap() const { return rows_overlap_; }
  [[nodiscard]] bool columns_overlap() const { return columns_overlap_; }
  /// What stands below the table: base and unit by name, overlap, notes of headings, unreviewed
  /// rules.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  [[nodiscard]] const std::shared_ptr<const codings>& from() const { return from_; }

 private:
  friend class table_maker;
  table_spec spec_;
  std::vector<heading> rows_;
  std::vector<heading> columns_;
  std::vector<heard::cell> cells_;
  bool rows_overlap_ = false;
  bool columns_overlap_ = false;
  std::vector<std::string> notes_;
  std::shared_ptr<const codings> from_;
};

/// Counts. Parents are unions, never sums. The same table for any number of threads.
/// @throw error(status::bad_argument) for axes that cannot be crossed (both `theme`, and the like)
[[nodiscard]] std::shared_ptr<const table> make_table(std::shared_ptr<const codings> from,
                                                      const table_spec& spec,
                                                      const run_options& options = {});

/// The views `all`, `as_one` and `excluded` of one table, counted in one pass. Where small numbers
/// are hidden, they are in all views together: what one shows, another does not give away.
/// @throw error(status::bad_argument) as make_table() does, and for mentions
[[nodiscard]] std::array<std::shared_ptr<const table>, 3> make_views(
    std::shared_ptr<const codings> from, const table_spec& spec, const run_options& options = {});

/// A table of responses that come in parts, none of which is kept: that of the whole, whatever the
/// parts. Every part has the same questionnaire and codebook, and no response is in two.
class running_table {
 public:
  explicit running_table(const table_spec& spec);
  ~running_table();
  running_table(running_table&&) noexcept;
  running_table& operator=(running_table&&) noexcept;

  /// Counts a part.
  /// @throw error(status::bad_argument) as make_table(), and at the second part for units that may
  /// be in several: respondents, organisations, and campaigns that count as one
  void add(std::shared_ptr<const codings> part, const run_options& options = {});
  /// The table of all that was added, and what stands below it. Once only.
  /// @param last  one of the parts, which the table keeps
  [[nodiscard]] std::shared_ptr<const table> finish(std::shared_ptr<const codings> last);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// What is behind a cell, sorted by response, answer, coding.
[[nodiscard]] std::vector<cell_source> explain_cell(const table& from, std::size_t row,
                                                    std::size_t column);

}  // namespace heard
