#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/tables/share.hpp>
#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace heard::reporting {

namespace {

// More bars than this do not fit on a printed page under their heading.
constexpr std::size_t most_bars = 12;

// Whether a part of a count, not all of it, rests on rules alone; where all do, a note says so.
bool partly_by_rule(const shown_table& of, const std::vector<std::size_t>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
    const cell& each = of.at(row, 0);
    return each.by_rule_only > 0 && each.by_rule_only < each.count;
  });
}

// The rows with the highest counts, in their order.
std::vector<std::size_t> bars_shown(const shown_table& of, std::vector<std::size_t> rows) {
  std::erase_if(rows, [&](std::size_t row) { return of.at(row, 0).hidden; });
  if (rows.size() <= most_bars) return rows;
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return of.at(a, 0).count > of.at(b, 0).count;
  });
  rows.resize(most_bars);
  std::sort(rows.begin(), rows.end());
  return rows;
}

chart_block chart_of(const shown_table& of, const std::vector<std::size_t>& rows,
                     const std::string& base) {
  chart_block out;
  out.title = of.title;
  const std::vector<std::size_t> bars = bars_shown(of, rows);
  for (const std::size_t row : bars) {
    const cell& each = of.at(row, 0);
    out.bars.push_back(
        {of.rows[row].label, of.rows[row].depth, each.count, each.base, each.by_rule_only});
  }
  out.description = "Bar chart of " + counted(bars.size(), "row", "rows") + ", each a share of " +
                    (bars.empty() ? "0" : number(out.bars.front().base)) + " responses (" + base +
                    "). The table that follows has every figure.";
  const auto hidden = static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](std::size_t row) { return of.at(row, 0).hidden; }));
  if (hidden > 0) {
    out.note = "The chart leaves out the rows whose numbers are not shown.";
  }
  if (bars.size() + hidden < rows.size()) {
    if (hidden > 0) out.note += ' ';
    out.note += "The chart shows the " + number(bars.size()) +
                " rows with the highest counts, the "
                "table all " +
                number(rows.size()) + ".";
  }
  return out;
}

}  // namespace

std::vector<std::size_t> all_rows(const shown_table& of) {
  std::vector<std::size_t> out(of.rows.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

figure_block figure_of(const shown_table& of, const std::vector<std::size_t>& rows,
                       const std::string& base_is) {
  const bool by_rule = partly_by_rule(of, rows);
  figure_block out;
  out.chart = chart_of(of, rows, base_is);
  out.table.caption = of.title;
  out.table.columns = {{of.rows_title}, {"Responses", true}, {"Share", true}};
  if (by_rule) out.table.columns.push_back({"By rule alone", true});
  for (const std::size_t row : rows) {
    const cell& each = of.at(row, 0);
    table_block::row made{
        {{{of.rows[row].label}},
         {{(each.hidden ? std::string(hidden_mark) : number(each.count)) + " of " +
           number(each.base)}},
         {{each.hidden ? std::string(hidden_mark) : share(each.count, each.base)}}},
        of.rows[row].depth};
    if (by_rule) {
      made.cells.push_back({{each.hidden ? std::string(hidden_mark) : number(each.by_rule_only)}});
    }
    out.table.rows.push_back(std::move(made));
  }
  for (const std::string& each : of.notes) {
    // Holds for every table of themes, and is said in how the figures are to be read.
    if (!each.starts_with("A response may belong to several themes")) {
      out.table.notes.push_back(each);
    }
  }
  return out;
}

table_block groups_table(const shown_table& of, const std::vector<std::size_t>& rows) {
  table_block out;
  out.caption = of.title;
  out.columns.push_back({of.rows_title});
  table_block::row bases{{{{"Base", run_kind::muted}}}, 0};
  for (std::size_t i = 0; i < of.columns.size(); ++i) {
    out.columns.push_back({of.columns[i].label, true, true});
    bases.cells.push_back({{number(of.at(0, i).base), run_kind::muted}});
  }
  out.rows.push_back(std::move(bases));
  for (const std::size_t row : rows) {
    table_block::row made{{{{of.rows[row].label}}}, of.rows[row].depth};
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      const cell& each = of.at(row, i);
      if (each.hidden) {
        made.cells.push_back({{std::string(hidden_mark), run_kind::muted}});
      } else if (each.count == 0) {
        made.cells.push_back({{"0", run_kind::muted}});
      } else {
        made.cells.push_back(
            {{number(each.count)}, {" " + share(each.count, each.base), run_kind::muted}});
      }
    }
    out.rows.push_back(std::move(made));
  }
  out.notes = notes_of_group_table(of);
  return out;
}

}  // namespace heard::reporting
