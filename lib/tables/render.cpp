#include "tables/plan.hpp"
#include "tables/render_parts.hpp"

#include <heard/base/escape.hpp>
#include <heard/tables/render.hpp>
#include <heard/tables/share.hpp>
#include <heard/tables/small_numbers.hpp>

#include <string>
#include <string_view>

namespace heard {

namespace counting {

std::string axis_title(const table& of, const axis& what) {
  switch (what.kind) {
    case axis_kind::all:
      return "All";
    case axis_kind::theme:
      return "Theme";
    case axis_kind::question:
      return "Question";
    case axis_kind::chapter:
      return "Chapter";
    case axis_kind::channel:
      return "Channel";
    case axis_kind::capacity:
      return "Capacity";
    case axis_kind::option:
      return label_of(of.from()->of()->asked()[what.question]);
  }
  return {};
}

std::string share_of(const table& of, const cell& each) {
  return of.spec().unit == unit::mentions ? std::string() : share(each.count, each.base);
}

std::string render_csv(const table& of) {
  std::string out(csv_header);
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    for (std::size_t column = 0; column < of.columns().size(); ++column) {
      out += csv_line(of.rows()[row], of.columns()[column], word(of.spec().unit),
                      word(of.spec().base), of.cell(row, column));
    }
  }
  return out;
}

}  // namespace counting

std::string csv_line(const heading& row, const heading& column, std::string_view unit,
                     std::string_view base, const cell& each) {
  std::string out;
  for (const std::string_view text :
       {std::string_view(row.id), std::string_view(row.label), std::string_view(column.id),
        std::string_view(column.label), unit}) {
    out += csv_text(text) + ',';
  }
  if (each.hidden) {
    const std::string mark(hidden_mark);
    return out + mark + ',' + std::to_string(each.base) + ',' + csv_text(base) + ',' + mark + ',' +
           mark + ",yes\r\n";
  }
  if (each.applies) out += std::to_string(each.count);
  out += ',' + std::to_string(each.base) + ',' + csv_text(base) + ',';
  // "-" is the share of a base of 0; a spreadsheet would take it for a formula.
  if (each.applies && each.base != 0 && unit != word(heard::unit::mentions)) {
    out += share(each.count, each.base);
  }
  out += ',';
  if (each.applies) out += std::to_string(each.by_rule_only);
  return out + (each.applies ? ",yes\r\n" : ",no\r\n");
}

std::string render(const table& of, table_format format) {
  switch (format) {
    case table_format::csv:
      return counting::render_csv(of);
    case table_format::json:
      return counting::render_json(of);
    case table_format::markdown:
      return counting::render_markdown(of);
  }
  return {};
}

}  // namespace heard
