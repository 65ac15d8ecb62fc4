/// @file
/// A whole CSV text as cells, for tests.
#pragma once

#include <heard/intake/csv.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heard {

using csv_table = std::vector<std::vector<std::string>>;

/// Values of every record; a record with a fault becomes one cell, `<` and the fault's words and
/// `>`.
inline csv_table read_csv(std::string_view text, csv_dialect dialect = {}) {
  csv_table out;
  csv_reader reader(text, dialect);
  csv_row row;
  std::string scratch;
  while (reader.next(row)) {
    std::vector<std::string>& cells = out.emplace_back();
    if (row.fault != row_fault::none) {
      cells.push_back("<" + std::string(describe(row.fault)) + ">");
    }
    for (const csv_cell& cell : row.cells) cells.emplace_back(reader.value(cell, scratch));
  }
  return out;
}

}  // namespace heard
