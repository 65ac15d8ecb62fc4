#include "report/published_numbers.hpp"

#include <utility>

namespace heard::reporting {

std::size_t published_numbers::add(const shown_table& of, const counted_table& how) {
  known_table made{of.name, of.title, of.rows, of.columns, {}, {}};
  for (std::size_t i = 0; i < of.rows.size(); ++i) made.row_at.emplace(of.rows[i].id, i);
  for (std::size_t i = 0; i < of.columns.size(); ++i) made.column_at.emplace(of.columns[i].id, i);
  by_name_.emplace(of.name, tables_.size());
  tables_.push_back(std::move(made));
  return guard_.add(how);
}

void published_numbers::hide(std::size_t table, shown_table& into) const {
  bool any = false;
  for (std::size_t i = 0; i < into.cells.size(); ++i) {
    cell& each = into.cells[i];
    each.hidden = guard_.hidden(table, i / into.columns.size(), i % into.columns.size());
    any = any || each.hidden;
  }
  mask(into.cells, rule_);
  if (any) into.notes.push_back(hidden_note());
  if (rule_.round > 1) into.notes.push_back(rounded_note(rule_.round));
}

std::optional<std::size_t> published_numbers::find(std::string_view name) const {
  const auto at = by_name_.find(name);
  if (at == by_name_.end()) return std::nullopt;
  return at->second;
}

}  // namespace heard::reporting
