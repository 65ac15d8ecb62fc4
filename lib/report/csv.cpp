#include "report/csv.hpp"

#include <heard/tables/render.hpp>
#include <heard/tables/share.hpp>

namespace heard::reporting {

std::string to_csv(const shown_table& of) {
  std::string out =
      "row_id,row,column_id,column,unit,count,base,base_is,share,by_rule_only,applies\r\n";
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      const cell& each = of.at(row, i);
      out += csv_text(of.rows[row].id) + ',' + csv_text(of.rows[row].label) + ',' +
             csv_text(of.columns[i].id) + ',' + csv_text(of.columns[i].label) + ',' +
             csv_text(of.unit) + ',' + std::to_string(each.count) + ',' +
             std::to_string(each.base) + ',' + csv_text(of.base) + ',' +
             // "-" is the share of a base of 0; a spreadsheet would take it for a formula.
             (each.base == 0 ? std::string() : share(each.count, each.base)) + ',' +
             std::to_string(each.by_rule_only) + ',' + (each.applies ? "yes" : "no") + "\r\n";
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
