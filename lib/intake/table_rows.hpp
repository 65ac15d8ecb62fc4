// Rows taken out of and added to a CSV file that a person keeps, every other byte left as it is.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace heard {

using named_cells = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Without the rows whose cell in `column` is `value`, but for white space at its ends.
// @throw error(status::bad_input) where there is no such column
[[nodiscard]] std::string without_rows(const std::string& bytes, const std::string& path,
                                       std::string_view column, std::string_view value);

// Whether a row has these cells.
[[nodiscard]] bool has_row(const std::string& bytes, const std::string& path, named_cells cells);

// With one more row, in the file's own order of columns, delimiter and line ends; a file without a
// byte gets the header first. @throw error(status::bad_input) where a column is missing
[[nodiscard]] std::string with_row(const std::string& bytes, const std::string& path,
                                   named_cells cells);

}  // namespace heard
