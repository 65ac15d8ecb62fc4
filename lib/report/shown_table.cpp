#include "report/shown_table.hpp"

#include "report/phrases.hpp"

#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace heard::reporting {

void shown_table::take_rows(const std::vector<std::size_t>& order) {
  std::vector<heading> heads;
  std::vector<cell> kept;
  for (const std::size_t row : order) {
    heads.push_back(rows[row]);
    for (std::size_t i = 0; i < columns.size(); ++i) kept.push_back(at(row, i));
  }
  rows = std::move(heads);
  cells = std::move(kept);
}

void shown_table::take_columns(const std::vector<std::size_t>& order) {
  std::vector<heading> heads;
  std::vector<cell> kept;
  for (const std::size_t column : order) heads.push_back(columns[column]);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const std::size_t column : order) kept.push_back(at(row, column));
  }
  columns = std::move(heads);
  cells = std::move(kept);
}

shown_table show(const table& from, std::string name, std::string title, std::string rows_title) {
  shown_table out;
  out.name = std::move(name);
  out.title = std::move(title);
  out.rows_title = std::move(rows_title);
  out.unit = word(from.spec().unit);
  out.base = word(from.spec().base);
  out.rows = from.rows();
  out.columns = from.columns();
  for (std::size_t row = 0; row < out.rows.size(); ++row) {
    for (std::size_t i = 0; i < out.columns.size(); ++i) out.cells.push_back(from.cell(row, i));
  }
  out.rows_overlap = from.rows_overlap();
  out.columns_overlap = from.columns_overlap();
  out.notes = from.notes();
  return out;
}

namespace {

// Appends the rows of `depth` in [first, last), each followed by what is below it.
void order_siblings(const shown_table& of, std::size_t first, std::size_t last, unsigned depth,
                    std::vector<std::size_t>& out) {
  struct subtree {
    std::size_t first, last;
  };
  std::vector<subtree> siblings;
  for (std::size_t row = first; row < last; ++row) {
    if (of.rows[row].depth <= depth) siblings.push_back({row, last});
  }
  for (std::size_t i = 1; i < siblings.size(); ++i) siblings[i - 1].last = siblings[i].first;
  std::stable_sort(siblings.begin(), siblings.end(), [&](const subtree& a, const subtree& b) {
    // Hidden ones, whose count is 0 here, in the order written: a place among the others would
    // tell their count.
    const cell& one = of.at(a.first, 0);
    const cell& other = of.at(b.first, 0);
    return one.count != other.count ? one.count > other.count : one.hidden && !other.hidden;
  });
  for (const subtree& each : siblings) {
    out.push_back(each.first);
    order_siblings(of, each.first + 1, each.last, depth + 1, out);
  }
}

}  // namespace

std::vector<std::size_t> themes_by_count(const shown_table& of) {
  std::vector<std::size_t> out;
  order_siblings(of, 0, of.rows.size(), 0, out);
  return out;
}

namespace {

// The note on cells that do not apply has lost its object once their rows are gone.
void drop_note_on_such_rows(shown_table& of) {
  std::erase_if(of.notes, [](const std::string& note) { return note.rfind("\"n/a\"", 0) == 0; });
}

}  // namespace

void drop_rows_that_do_not_apply(shown_table& of) {
  std::vector<std::size_t> kept;
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    bool applies = false;
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      applies = applies || of.at(row, i).applies || of.at(row, i).count > 0;
    }
    if (applies) kept.push_back(row);
  }
  of.take_rows(kept);
  drop_note_on_such_rows(of);
}

void take_rows_of(const shown_table& other, shown_table& of) {
  std::vector<std::size_t> order;
  for (const heading& row : other.rows) {
    const auto here = std::find_if(of.rows.begin(), of.rows.end(),
                                   [&](const heading& each) { return each.id == row.id; });
    order.push_back(static_cast<std::size_t>(here - of.rows.begin()));
  }
  of.take_rows(order);
  drop_note_on_such_rows(of);
}

std::vector<std::string> notes_of_group_table(const shown_table& of) {
  std::vector<std::string> out = of.notes;
  std::erase_if(out, [](const std::string& note) {
    return note.ends_with("overlap and must not be added up") ||
           note.starts_with("Some counts rest on rules");
  });
  return out;
}

namespace {

constexpr std::string_view small_groups = "Groups of fewer than ";
constexpr std::string_view empty_groups = "Nobody of these groups is in the base: ";

// As the table writes the note of a heading.
std::string note_of(const heading& of) {
  return of.note.empty() ? std::string() : of.label + ": " + of.note;
}

}  // namespace

std::vector<std::string> notes_on_groups_left_out(const shown_table& of) {
  std::vector<std::string> out = of.notes;
  std::erase_if(out, [](const std::string& note) {
    return !note.starts_with(small_groups) && !note.starts_with(empty_groups);
  });
  return out;
}

void leave_out_small_groups(shown_table& of, audience reader, std::uint64_t k,
                            const std::set<std::string>& never) {
  if (of.rows.empty() || of.columns.size() < 2) return;
  std::vector<std::uint64_t> bases;
  for (std::size_t i = 0; i < of.columns.size(); ++i) {
    // Left out like a group that is too small.
    const bool hide = i > 0 && never.contains(of.columns[i].id);
    bases.push_back(hide ? std::min<std::uint64_t>(of.at(0, i).base, 1) : of.at(0, i).base);
  }
  std::vector<bool> told(of.columns.size(), true);
  if (reader == audience::publish) told = groups_told(bases, of.columns_overlap, k);
  std::vector<std::size_t> kept = {0};
  std::vector<std::string> nobody, small, with_it;
  for (std::size_t i = 1; i < of.columns.size(); ++i) {
    const std::uint64_t base = of.at(0, i).base;
    const bool there = base > 0;
    if (there && told[i]) {
      kept.push_back(i);
      continue;
    }
    (!there ? nobody : base < k ? small : with_it).push_back(of.columns[i].label);
    std::erase(of.notes, note_of(of.columns[i]));
  }
  std::string note;
  if (!small.empty()) {
    note = std::string(small_groups) + number(k) + " are left out: " + join(small, "; ");
    if (!with_it.empty()) {
      note += small.size() == 1 ? "; with it, since the rest would give it away: "
                                : "; with them, since the rest would give them away: ";
    }
  } else if (!with_it.empty()) {
    note = std::string(small_groups) + number(k) +
           " would be what is left by these, which are left out: ";
  }
  note += join(with_it, "; ");
  if (!note.empty()) of.notes.push_back(std::move(note));
  if (!nobody.empty()) {
    of.notes.push_back(std::string(empty_groups) + join(nobody, "; "));
  }
  of.take_columns(kept);
}

}  // namespace heard::reporting
