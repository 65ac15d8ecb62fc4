#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/quotes/runs.hpp>
#include <heard/tables/sensitivity.hpp>
#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <array>
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

small_number_rule rule_for(const account& from) {
  return rule_of(from.internal() ? small_numbers::none : from.of().settings().small_numbers);
}

// Who added words, and who did not, are what is left of each other.
std::string own_words(std::uint64_t own, std::uint64_t members, const small_number_rule& rule) {
  const bool small = own > 0 && (own < rule.k || (own < members && members - own < rule.k));
  return small ? std::string(hidden_mark) : number(rounded(own, rule.round));
}

void table_of_campaigns(const account& from, const campaigns& all, document& out) {
  const small_number_rule rule = rule_for(from);
  table_block table;
  table.caption = "Campaigns";
  table.columns = {
      {"Campaign"}, {"Responses", true}, {"With own words", true}, {"Received"}, {"Counted"}};
  std::uint64_t few = 0;
  std::uint64_t responses = 0;
  for (const campaign& each : all.all()) {
    // What a few people sent is theirs to be recognised by.
    if (!from.internal() && each.members.size() < from.of().settings().attribution_k) {
      ++few;
      continue;
    }
    responses += each.members.size();
    std::uint64_t own = 0;
    for (const campaign_member& member : each.members) own += member.added > 0 ? 1 : 0;
    table.rows.push_back({{{{each.title.empty() ? each.id : each.title}},
                           {{number(rounded(each.members.size(), rule.round))}},
                           {{own_words(own, each.members.size(), rule)}},
                           {{when(each)}},
                           {{std::string(counted_as(each.policy))}}},
                          0});
    if (!each.note.empty()) {
      table.notes.push_back((each.title.empty() ? each.id : each.title) + ": " + each.note);
    }
  }
  if (!table.rows.empty()) {
    out.say(counted(rounded(responses, rule.round), "response is", "responses are") +
            " made of a letter that several sent: " +
            counted(table.rows.size(), "campaign", "campaigns") + ".");
  }
  if (few > 0) {
    const std::string unlisted = counted(few, "campaign", "campaigns") + " of fewer than " +
                                 number(from.of().settings().attribution_k) +
                                 " responses not listed here";
    table.notes.push_back(unlisted);
    if (table.rows.empty()) out.say(unlisted + ".");
  }
  const bool any = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
    return row.cells[2].front().text == hidden_mark;
  });
  if (any) table.notes.push_back(hidden_note());
  table.notes.push_back("With own words: the sender added words that the letter does not have");
  if (!table.rows.empty()) out.add(std::move(table));
}

bool may_be_read(const account& from, const print_gate& gate, answer_id answer) {
  if (from.internal()) return true;
  const auto size = static_cast<std::uint32_t>(from.of().text_of(answer).size());
  const std::array<text::span, 1> all = {text::span{0, size}};
  return gate.may_print(answer, all).why == held::no;
}

// What the letter says: all of it, or nothing, since a part would be taken for the whole.
void letters(const account& from, const campaigns& all, document& out) {
  const print_gate gate(from.of());
  for (std::size_t i = 0; i < all.all().size(); ++i) {
    const campaign& each = all.all()[i];
    if (!from.internal() && each.members.size() < from.of().settings().attribution_k) continue;
    const std::vector<answer_id> answers = campaign_letter(all, campaign_id(i));
    if (!std::all_of(answers.begin(), answers.end(),
                     [&](answer_id answer) { return may_be_read(from, gate, answer); })) {
      continue;
    }
    for (const answer_id answer : answers) {
      quote_block words;
      const std::string& language = from.of().languages()[from.of().answers().language[answer]];
      words.words.push_back({shown_words(from.of(), answer), run_kind::words,
                             language == from.of().settings().language ? std::string() : language});
      words.by = "The letter of " + (each.title.empty() ? each.id : each.title);
      out.add(std::move(words));
    }
  }
}

// Ranks are made of the numbers that are shown and of no other, so that they say no more than these
// do: a rank that counted hidden themes too would tell between which numbers they are.
std::vector<sensitivity_row> ranked(const shown_table& of) {
  std::vector<sensitivity_row> out(of.rows.size());
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    out[row].theme = of.rows[row];
    for (std::size_t i = 0; i < out[row].count.size(); ++i) {
      const cell& each = of.at(row, i);
      out[row].count[i] = each.count;
      out[row].base[i] = each.base;
      out[row].hidden[i] = each.hidden;
    }
  }
  rank(out);
  return out;
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
  if (!all || all->all().empty()) return;
  out.heading(3, "campaigns", "Campaigns");
  table_of_campaigns(from, *all, out);
  letters(from, *all, out);
  ranks(from, out);
}

}  // namespace heard::reporting
