#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/tables/sensitivity.hpp>

#include <array>
#include <utility>

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

void list_campaigns(const account& from, const campaigns& all, document& out) {
  table_block table;
  table.caption = "Campaigns";
  table.columns = {
      {"Campaign"}, {"Responses", true}, {"With own words", true}, {"Received"}, {"Counted"}};
  std::uint64_t few = 0;
  std::uint64_t responses = 0;
  for (const campaign& each : all.all()) {
    responses += each.members.size();
    // What a few people sent is theirs to be recognised by.
    if (!from.internal() && each.members.size() < from.of().settings().attribution_k) {
      ++few;
      continue;
    }
    std::uint64_t own = 0;
    for (const campaign_member& member : each.members) own += member.added > 0 ? 1 : 0;
    table.rows.push_back({{{{each.title.empty() ? each.id : each.title}},
                           {{number(each.members.size())}},
                           {{number(own)}},
                           {{when(each)}},
                           {{std::string(counted_as(each.policy))}}},
                          0});
    if (!each.note.empty()) {
      table.notes.push_back((each.title.empty() ? each.id : each.title) + ": " + each.note);
    }
  }
  out.say(counted(responses, "response is", "responses are") +
          " made of a letter that several sent: " +
          counted(all.all().size(), "campaign", "campaigns") + ".");
  if (few > 0) {
    table.notes.push_back(counted(few, "campaign", "campaigns") + " of fewer than " +
                          number(from.of().settings().attribution_k) +
                          " responses not listed here");
  }
  table.notes.push_back("With own words: the sender added words that the letter does not have");
  if (!table.rows.empty()) out.add(std::move(table));
}

void ranks(const account& from, document& out) {
  const std::vector<sensitivity_row> rows = make_sensitivity(from.from, {}, {1, {}});
  table_block table;
  table.caption = "Rank of each theme, with campaigns counted in three ways";
  table.columns = {
      {"Theme"}, {"Every response", true}, {"Campaigns as one", true}, {"Without campaigns", true}};
  for (const sensitivity_row& row : rows) {
    table_block::row cells{{{{row.theme.label}}}, row.theme.depth};
    for (std::size_t i = 0; i < 3; ++i) {
      cells.cells.push_back({{row.rank[i] == 0 ? "-" : number(row.rank[i])}});
    }
    table.rows.push_back(std::move(cells));
  }
  table.notes.push_back(
      "1: no theme was raised in more responses that answered an open question; equal counts share "
      "a rank");
  if (!table.rows.empty()) out.add(std::move(table));
}

}  // namespace

void campaigns_section(const account& from, document& out) {
  const auto& all = from.from->campaigns();
  if (!all || all->all().empty()) return;
  out.heading(3, "campaigns", "Campaigns");
  list_campaigns(from, *all, out);
  ranks(from, out);
}

}  // namespace heard::reporting
