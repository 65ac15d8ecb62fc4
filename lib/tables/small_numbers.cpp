#include <heard/tables/small_numbers.hpp>

#include <algorithm>

namespace heard {

small_number_rule rule_of(small_numbers preset) {
  switch (preset) {
    case small_numbers::none:
      return {};
    case small_numbers::k5:
      return {5, 1};
    case small_numbers::k10_round5:
      return {10, 5};
  }
  return {};
}

std::uint64_t rounded(std::uint64_t count, std::uint64_t to) {
  if (to < 2 || count == 0) return count;
  return std::max((count + to / 2) / to * to, to);
}

void mask(std::span<cell> cells, small_number_rule rule) {
  for (cell& each : cells) {
    const bool by_rule = each.by_rule_only == each.count;
    each.count = each.hidden ? 0 : rounded(each.count, rule.round);
    each.base = rounded(each.base, rule.round);
    each.by_rule_only = each.hidden ? 0
                        : by_rule   ? each.count
                                    : std::min(rounded(each.by_rule_only, rule.round), each.count);
  }
}

std::string hidden_note() {
  return std::string(hidden_mark) +
         ": not shown, so that no small number can be found out from this or another table";
}

std::string rounded_note(std::uint64_t to) {
  return "Counts and bases are rounded to the nearest " + std::to_string(to) +
         ", and shares are taken from the rounded numbers";
}

std::vector<bool> groups_told(std::span<const std::uint64_t> bases, bool overlap, std::uint64_t k) {
  std::vector<bool> out(bases.size(), true);
  if (bases.empty()) return out;
  std::uint64_t rest = bases[0];
  for (std::size_t i = 1; i < bases.size(); ++i) {
    const std::uint64_t others = bases[0] - std::min(bases[i], bases[0]);
    out[i] = bases[i] == 0 || (bases[i] >= k && (others == 0 || others >= k));
    if (out[i]) rest -= std::min(bases[i], rest);
  }
  if (overlap) return out;
  while (rest > 0 && rest < k) {
    std::size_t next = 0;
    for (std::size_t i = 1; i < bases.size(); ++i) {
      if (out[i] && bases[i] > 0 && (next == 0 || bases[i] < bases[next])) next = i;
    }
    if (next == 0) break;
    out[next] = false;
    rest += bases[next];
  }
  return out;
}

std::vector<bool> groups_told_in_views(std::span<const std::vector<std::uint64_t>> bases,
                                       bool overlap, std::uint64_t k) {
  std::vector<bool> out = groups_told(bases[0], overlap, k);
  // What the views count differently in a group: responses of campaigns.
  std::vector<std::uint64_t> apart;
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::uint64_t least = bases[0][i], most = bases[0][i];
    for (const std::vector<std::uint64_t>& view : bases) {
      least = std::min(least, view[i]);
      most = std::max(most, view[i]);
    }
    apart.push_back(most - least);
  }
  const auto few = [&](std::uint64_t count) { return count > 0 && count < k; };
  for (const std::vector<std::uint64_t>& view : bases) {
    const std::vector<bool> told = groups_told(view, overlap, k);
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i] && told[i];
  }
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (few(apart[i]) || (overlap && few(apart[0] - std::min(apart[0], apart[i])))) out[i] = false;
  }
  if (overlap) return out;
  for (;;) {
    std::uint64_t rest = apart[0];
    std::size_t next = 0;
    for (std::size_t i = 1; i < out.size(); ++i) {
      if (!out[i] || apart[i] == 0) continue;
      rest -= std::min(rest, apart[i]);
      if (next == 0 || apart[i] < apart[next]) next = i;
    }
    if (!few(rest) || next == 0) return out;
    out[next] = false;
  }
}

bool small_number_guard::must_hide(std::uint64_t count, std::uint64_t base, bool group,
                                   const counted_table& of) const {
  const auto few = [&](std::uint64_t number) { return number > 0 && number < rule_.k; };
  // That a theme was looked for and not found is told, of however few.
  if (count == 0 && of.rows_are_themes && !group) return false;
  const bool whole = of.has_base && group && count > 0 && count == base;
  return few(count) || whole || (of.has_base && count <= base && few(base - count));
}

figure_id small_number_guard::add_count(const counted_table& of, std::size_t row,
                                        std::size_t column) {
  const cell& each = of.cells[row * of.columns.size() + column];
  const bool group = of.across == columns_are::groups && column > 0;
  published_figure made;
  made.value = static_cast<std::int64_t>(each.count);
  made.range = {
      0, of.has_base ? static_cast<std::int64_t>(std::max(each.base, each.count)) : unbounded};
  if (!group && of.rows_are_themes && each.count > 0) {
    // It stands among the themes that were found, with so many quotes.
    made.range.least = static_cast<std::int64_t>(
        std::min(each.count, std::max<std::uint64_t>(of.told, std::uint64_t{1})));
  }
  // Of what nobody raised it is said that nobody did, and so nobody of any group.
  const std::uint64_t all = group ? of.cells[row * of.columns.size()].count : each.count;
  made.may_be_hidden = all > 0 || !of.rows_are_themes;
  made.cost = static_cast<std::int64_t>(each.count > 0 ? each.count : rule_.k);
  const figure_id out = figures_.add(made);
  if (must_hide(each.count, each.base, group, of)) figures_.hide(out);
  return out;
}

std::size_t small_number_guard::add(const counted_table& of) {
  known_table made{of.columns.size(), {}, {}};
  for (std::size_t i = 0; i < of.cells.size(); ++i) {
    made.cells.push_back(add_count(of, i / of.columns.size(), i % of.columns.size()));
    const auto base = static_cast<std::int64_t>(of.cells[i].base);
    made.ranges.push_back({0, of.has_base ? base : unbounded});
  }
  for (std::size_t column = 0; column < of.columns.size(); ++column) {
    std::vector<figure_id> figures;
    std::vector<std::uint64_t> counts;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      figures.push_back(made.cells[row * of.columns.size() + column]);
      counts.push_back(of.cells[row * of.columns.size() + column].count);
    }
    relate_rows(of, figures, counts);
  }
  switch (of.across) {
    case columns_are::groups:
      relate_groups(of, made);
      break;
    case columns_are::places:
      relate_places(of, made);
      break;
    case columns_are::views:
      break;
  }
  tables_.push_back(std::move(made));
  const std::size_t out = tables_.size() - 1;
  if (of.across == columns_are::views) {
    using enum between_views;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      relate_views({out, row, 0}, {out, row, 1}, part);
      relate_views({out, row, 1}, {out, row, 2}, part);
      relate_views({out, row, 0}, {out, row, 2}, members);
    }
  }
  return out;
}

void small_number_guard::relate_views(place more, place fewer, between_views how) {
  const auto in = [&](const place& of) { return of.row * tables_[of.table].columns + of.column; };
  const value_range& whole = tables_[more.table].ranges[in(more)];
  const value_range& part = tables_[fewer.table].ranges[in(fewer)];
  value_range range{0, unbounded};
  if (how != between_views::distinct && whole.most != unbounded)
    range.most = whole.most - part.most;
  const std::vector<figure_term> terms = {{tables_[more.table].cells[in(more)], 1},
                                          {tables_[fewer.table].cells[in(fewer)], -1}};
  if (how != between_views::members) {
    figures_.relate(terms, range);
    return;
  }
  const std::int64_t count = figures_[terms[0].of].value - figures_[terms[1].of].value;
  const auto k = static_cast<std::int64_t>(rule_.k);
  const auto few = [&](std::int64_t number) { return number > 0 && number < k; };
  figures_.derive(terms, range, few(count) || (range.most != unbounded && few(range.most - count)));
}

// Groups that do not overlap, and those in none of them, make up "All"; of groups that do, each
// does with those that are not in it.
void small_number_guard::relate_groups(const counted_table& of, const known_table& made) {
  if (of.columns.size() < 2) return;
  std::vector<std::vector<std::size_t>> parts;
  if (of.columns_overlap) {
    for (std::size_t i = 1; i < of.columns.size(); ++i) parts.push_back({i});
  } else {
    parts.emplace_back();
    for (std::size_t i = 1; i < of.columns.size(); ++i) parts.back().push_back(i);
  }
  for (const std::vector<std::size_t>& part : parts) {
    std::vector<figure_id> rests;
    std::vector<std::uint64_t> counts;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      const std::size_t first = row * of.columns.size();
      std::uint64_t count = of.cells[first].count;
      std::uint64_t base = of.cells[first].base;
      std::vector<figure_term> terms = {{made.cells[first], 1}};
      for (const std::size_t column : part) {
        count -= std::min(count, of.cells[first + column].count);
        base -= std::min(base, of.cells[first + column].base);
        terms.push_back({made.cells[first + column], -1});
      }
      counts.push_back(count);
      const value_range range = {
          0, of.has_base ? static_cast<std::int64_t>(std::max(base, count)) : unbounded};
      rests.push_back(figures_.derive(terms, range, must_hide(count, base, true, of)));
    }
    relate_rows(of, rests, counts);
  }
}

void small_number_guard::relate_places(const counted_table& of, const known_table& made) {
  if (of.columns.size() < 2) return;
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    const std::size_t first = row * of.columns.size();
    std::vector<figure_term> all = {{made.cells[first], -1}};
    for (std::size_t column = 1; column < of.columns.size(); ++column) {
      const figure_id part = made.cells[first + column];
      all.push_back({part, 1});
      if (of.columns_overlap) figures_.relate({{made.cells[first], 1}, {part, -1}}, {0, unbounded});
    }
    figures_.relate(all, {0, of.columns_overlap ? unbounded : 0});
  }
}

// Down one column: themes are within their parents, and choices that exclude one another add up.
void small_number_guard::relate_rows(const counted_table& of, const std::vector<figure_id>& column,
                                     const std::vector<std::uint64_t>& counts) {
  if (!of.rows_are_themes) {
    if (of.rows_overlap || column.size() < 2) return;
    std::vector<figure_term> terms;
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
      terms.push_back({column[row], 1});
      sum += static_cast<std::int64_t>(counts[row]);
    }
    figures_.relate(terms, {sum, sum});
    return;
  }
  for (std::size_t parent = 0; parent < column.size(); ++parent) {
    std::vector<figure_term> union_of = {{column[parent], -1}};
    std::uint64_t sum = 0;
    for (std::size_t row = parent + 1;
         row < column.size() && of.rows[row].depth > of.rows[parent].depth; ++row) {
      if (of.rows[row].depth != of.rows[parent].depth + 1) continue;
      if (of.has_base) figures_.relate({{column[parent], 1}, {column[row], -1}}, {0, unbounded});
      union_of.push_back({column[row], 1});
      sum += counts[row];
    }
    // A parent may have codings of its own; where it need not, a reader would think it has none.
    if (union_of.size() > 1 && sum >= counts[parent]) {
      figures_.relate(union_of, {0, unbounded});
    }
  }
}

figure_id small_number_guard::at(std::size_t table, std::size_t row, std::size_t column) const {
  return tables_[table].cells[row * tables_[table].columns + column];
}

std::optional<small_number_guard::place> small_number_guard::given_away() const {
  const auto figure = figures_.bounded_away(static_cast<std::int64_t>(rule_.k));
  if (!figure) return std::nullopt;
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    const std::vector<figure_id>& cells = tables_[table].cells;
    const auto found = std::find(cells.begin(), cells.end(), *figure);
    if (found == cells.end()) continue;
    const auto cell = static_cast<std::size_t>(found - cells.begin());
    return place{table, cell / tables_[table].columns, cell % tables_[table].columns};
  }
  return place{tables_.size(), 0, 0};
}

bool small_number_guard::hidden(std::size_t table, std::size_t row, std::size_t column) const {
  return figures_.hidden(at(table, row, column));
}

}  // namespace heard
