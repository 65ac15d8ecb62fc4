#include "report/phrases.hpp"
#include "report/sections.hpp"
#include "report/show_campaigns.hpp"

#include <heard/tables/small_numbers.hpp>

#include <string>
#include <utility>
#include <vector>

namespace heard::reporting {

namespace {

std::string_view counted_as(campaign_policy policy) {
  switch (policy) {
    case campaign_policy::count_each:
      return "each response";
    case campaign_policy::count_one:
      return "as one";
    case campaign_policy::exclude:
      return "not counted";
  }
  return {};
}

std::string when(const campaign& of) {
  if (!of.first.known()) return "not known";
  return of.first == of.last ? day(of.first) : day(of.first) + " to " + day(of.last);
}

void table_of_campaigns(const account& from, const campaigns& all, document& out) {
  const campaigns_account& told = from.campaigns;
  table_block table;
  table.caption = told.sizes.title;
  table.columns = {{told.sizes.rows_title},
                   {"Received"},
                   {"Counted"},
                   {told.sizes.columns[0].label, true},
                   {told.own_words.columns[0].label, true}};
  bool any_hidden = false;
  for (std::size_t row = 0; row < told.listed.size(); ++row) {
    const campaign& each = all[told.listed[row]];
    const std::string& name = told.sizes.rows[row].label;
    const cell& own = told.own_words.at(row, 0);
    any_hidden = any_hidden || own.hidden;
    table.rows.push_back({{{{name}},
                           {{when(each)}},
                           {{std::string(counted_as(each.policy))}},
                           {{number(told.sizes.at(row, 0).count)}},
                           {{own.hidden ? std::string(hidden_mark) : number(own.count)}}},
                          0});
    if (!each.note.empty()) table.notes.push_back(name + ": " + each.note);
  }
  if (!table.rows.empty()) {
    out.say(counted(told.responses, "response is", "responses are") +
            " made of a letter that several sent: " +
            counted(table.rows.size(), "campaign", "campaigns") + ".");
  }
  if (told.not_listed > 0) {
    const std::string unlisted = counted(told.not_listed, "campaign", "campaigns") +
                                 " of fewer than " + number(told.at_least) +
                                 " responses not listed here";
    table.notes.push_back(unlisted);
    if (table.rows.empty()) out.say(unlisted + ".");
  }
  if (any_hidden) table.notes.push_back(hidden_note());
  table.notes.push_back("With own words: the sender added words that the letter does not have");
  if (!table.rows.empty()) out.add(std::move(table));
}

void letters(const account& from, const campaigns& all, document& out) {
  const print_gate gate(from.of());
  for (std::size_t row = 0; row < from.campaigns.listed.size(); ++row) {
    for (letter_words& each : words_of_letter(all, from.campaigns.listed[row], gate, from.reader)) {
      quote_block words;
      words.words.push_back({std::move(each.text), run_kind::words, std::move(each.language)});
      words.by = "The letter of " + from.campaigns.sizes.rows[row].label;
      out.add(std::move(words));
    }
  }
}

void ranks(const account& from, document& out) {
  const shown_table& of = from.by_campaigns;
  if (of.rows.empty()) return;
  table_block table;
  table.caption = of.title;
  table.columns.push_back({of.rows_title});
  for (const heading& each : of.columns) {
    table.columns.push_back({each.label, true});
    table.columns.push_back({"Rank", true});
  }
  bool any_hidden = false;
  for (const sensitivity_row& row : ranked(of)) {
    table_block::row made{{{{row.theme.label}}}, row.theme.depth};
    for (std::size_t i = 0; i < row.count.size(); ++i) {
      const std::string mark(hidden_mark);
      any_hidden = any_hidden || row.hidden[i];
      made.cells.push_back(
          {{(row.hidden[i] ? mark : number(row.count[i])) + " of " + number(row.base[i])}});
      made.cells.push_back({{row.hidden[i]      ? mark
                             : row.rank[i] == 0 ? std::string("-")
                                                : number(row.rank[i])}});
    }
    table.rows.push_back(std::move(made));
  }
  table.notes.push_back(
      "Rank 1: no theme was raised in more responses that answered an open question; equal counts "
      "share a rank" +
      std::string(any_hidden ? ". Themes whose number is not shown are in no rank" : ""));
  if (any_hidden) table.notes.push_back(hidden_note());
  out.add(std::move(table));
}

}  // namespace

void campaigns_section(const account& from, document& out) {
  const auto& all = from.from->campaigns();
  if (!all || !from.campaigns.any()) return;
  out.heading(3, "campaigns", "Campaigns");
  table_of_campaigns(from, *all, out);
  letters(from, *all, out);
  ranks(from, out);
}

}  // namespace heard::reporting
