#include "report/csv.hpp"

#include <heard/base/escape.hpp>
#include <heard/tables/render.hpp>

namespace heard::reporting {

std::string to_csv(const shown_table& of) {
  std::string out(csv_header);
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      out += csv_line(of.rows[row], of.columns[i], of.unit, of.base, of.at(row, i));
    }
  }
  return out;
}

std::string to_csv(const work_list& of) {
  std::string out;
  for (std::size_t i = 0; i < of.header.size(); ++i) {
    out += (i == 0 ? "" : ",") + csv_text(of.header[i]);
  }
  out += "\r\n";
  for (const auto& row : of.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += (i == 0 ? "" : ",") + csv_text(row[i].text);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace heard::reporting
