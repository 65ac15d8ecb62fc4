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
  known_table made{of.columns.size(), {}};
  const bool groups = of.across == columns_are::groups;
  for (std::size_t i = 0; i < of.cells.size(); ++i) {
    made.cells.push_back(add_count(of, i / of.columns.size(), i % of.columns.size()));
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
  if (groups) {
    relate_groups(of, made);
  } else {
    relate_places(of, made);
  }
  tables_.push_back(std::move(made));
  return tables_.size() - 1;
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

bool small_number_guard::hidden(std::size_t table, std::size_t row, std::size_t column) const {
  return figures_.hidden(at(table, row, column));
}

}  // namespace heard
