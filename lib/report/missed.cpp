#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/tables/share.hpp>
#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <utility>

namespace heard::reporting {

namespace {

std::string shown(const cell& of) {
  return of.hidden ? std::string(hidden_mark) : number(of.count);
}

void add_row(const account& from, const question_account& of, table_block& to) {
  const question& about = from.of().asked()[of.id];
  if (about.kind != question_kind::open || of.with_words == 0) return;
  const std::string label =
      about.place == question_place::chapter
          ? "On the chapter as a whole: " + from.of().asked()[about.chapter].title
      : about.place == question_place::general ? "On the consultation as a whole"
                                               : label_of(about);
  to.rows.push_back({{{{label}},
                      {{shown(of.uncovered) + " of " + number(of.with_words)}},
                      {{of.uncovered.hidden ? std::string(hidden_mark)
                                            : share(of.uncovered.count, of.with_words)}}},
                     0});
}

constexpr const char* not_covered_title = "What the codebook does not cover";

void not_covered(const account& from, document& out) {
  out.say(
      "Responses with words at a question in which no theme of the codebook counts. What they "
      "say is in no figure of this account but these." +
      std::string(from.internal() ? " Their words are in tables/list-uncovered.csv." : ""));
  table_block table;
  table.caption = "Responses with words and no theme";
  table.columns = {{"Question"}, {"Responses", true}, {"Share", true}};
  for (const chapter_account& chapter : from.chapters) {
    for (const question_account& each : chapter.asked) add_row(from, each, table);
    for (const question_account& each : chapter.missed) add_row(from, each, table);
    if (chapter.place) add_row(from, *chapter.place, table);
  }
  if (from.general) add_row(from, *from.general, table);
  table.notes.push_back("Base: counted responses with words at the question");
  table.notes.push_back("A response may be in more than one row, so rows must not be added up");
  if (std::any_of(table.rows.begin(), table.rows.end(), [](const table_block::row& row) {
        return row.cells.back().front().text == hidden_mark;
      })) {
    table.notes.push_back(hidden_note());
  }
  if (!table.rows.empty()) out.add(std::move(table));
}

}  // namespace

void missed(const account& from, document& out) {
  const bool asked = std::any_of(from.chapters.begin(), from.chapters.end(),
                                 [](const chapter_account& each) { return !each.missed.empty(); });
  if (!asked) {
    out.heading(2, "not-covered", not_covered_title);
    not_covered(from, out);
    return;
  }
  out.heading(2, "missed", "What was missed or misunderstood");
  out.heading(3, "not-covered", not_covered_title);
  not_covered(from, out);
  for (const chapter_account& chapter : from.chapters) {
    for (const question_account& each : chapter.missed) question_section(from, each, 3, out);
  }
}

}  // namespace heard::reporting
