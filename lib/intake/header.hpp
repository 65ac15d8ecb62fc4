/// @file
/// The header of a sheet: how many rows it has, and what its columns are called.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// Rows of cells whose white space is normalised.
using header_rows = std::vector<std::vector<std::string>>;

/// How many of the first rows of a file are its header, 1 to 3. The layouts known beside a single
/// row:
///
/// - a row and a blank one;
/// - Qualtrics: ids, questions, and a row of `{"ImportId":...}`, or one of the two and that;
/// - ids or blanks above full questions: the second row is nine tenths filled, its median length
///   is over 25, and it differs from the rows below;
/// - a question above its first option and blanks above the others, the options in the second row,
///   as SmartSurvey and SurveyMonkey write them.
///
/// Where the second row could as well be an answer, it is taken for one: a header too short is
/// noticed when a column is missing, a header too long would lose a response.
/// @param first_rows  not blank in the first; a few rows are enough. Any may be shorter than others
[[nodiscard]] unsigned count_header_rows(const header_rows& first_rows);

/// A row of `{"ImportId":...}`, which names nothing.
[[nodiscard]] bool is_import_id_row(const std::vector<std::string>& row);

/// The names of a sheet's columns and who is meant by one.
class column_index {
 public:
  column_index() = default;
  /// @param rows  the header, its rows filled up to one width. A blank cell of the top row takes
  ///   the text to its left where the row below is not blank
  explicit column_index(header_rows rows);

  /// The texts of each column joined with " | ", or `#n`.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  struct found {
    std::optional<std::size_t> column;
    bool several = false;  ///< More than one column is called so.
  };
  /// By the text in any row where that is unique, by the joined texts, or by `#n`.
  [[nodiscard]] found find(std::string_view wanted) const;
  [[nodiscard]] std::string nearest(std::string_view wanted) const;

 private:
  header_rows rows_;
  std::vector<std::string> names_;
};

}  // namespace heard
