#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <utility>

namespace heard::reporting {

// Longer lists are read in a spreadsheet.
constexpr std::size_t most_rows = 100;

void unsettled(const account& from, document& out) {
  out.heading(2, "work", "For those who work on it");
  out.say("Every list is in tables/, whole, as CSV.");
  for (const work_list& each : from.lists) {
    out.heading(3, each.name, each.title);
    out.say(each.about);
    if (each.rows.empty()) {
      out.say("None.");
      continue;
    }
    table_block table;
    const std::uint64_t all = each.all > 0 ? each.all : each.rows.size();
    table.caption = each.title + ": " + number(all);
    for (const std::string& label : each.header) table.columns.push_back({label});
    for (const auto& row : each.rows) {
      if (table.rows.size() == most_rows) {
        table.notes.push_back("The first " + number(most_rows) + " of " + number(all) +
                              "; all are in tables/" + each.name + ".csv");
        break;
      }
      table_block::row made;
      for (const work_list::entry& entry : row) {
        made.cells.push_back({{entry.text, entry.words ? run_kind::words : run_kind::plain}});
      }
      table.rows.push_back(std::move(made));
    }
    out.add(std::move(table));
  }
}

}  // namespace heard::reporting
