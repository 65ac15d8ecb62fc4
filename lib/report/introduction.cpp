#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace heard::reporting {

namespace {

std::uint64_t of_kind(const ledger& sums, disposition which) {
  return sums.by_disposition[static_cast<std::size_t>(which)];
}

void what_was_asked(const account& from, document& out) {
  const settings& about = from.of().settings();
  const questionnaire& asked = from.of().asked();
  out.heading(3, "what-was-asked", "What was asked");
  for (std::string& each : paragraphs_of(about.about)) out.say(std::move(each));

  std::uint64_t open = 0;
  std::uint64_t closed = 0;
  std::uint64_t about_you = 0;
  for (const question& each : asked.questions()) {
    if (each.place != question_place::declared) continue;
    ++(each.about_you ? about_you : each.kind == question_kind::open ? open : closed);
  }
  std::string put = "It asked " + counted(open, "open question", "open questions");
  if (closed > 0) put += " and " + counted(closed, "closed question", "closed questions");
  if (!asked.chapters().empty()) {
    put += " in " + counted(asked.chapters().size(), "chapter", "chapters");
  }
  if (about_you > 0) {
    put += ", and " + counted(about_you, "question", "questions") + " about the respondents";
  }
  std::string when;
  if (about.opens.known()) when = "opened on " + day(about.opens);
  if (about.closes.known()) {
    when += (when.empty() ? "closed on " : " and closed on ") + day(about.closes);
  }
  out.say((when.empty() ? "" : "The consultation " + when + ". ") + put + ".");

  if (asked.channels().empty()) return;
  std::vector<line> channels;
  for (std::size_t i = 0; i < asked.channels().size(); ++i) {
    const channel& each = asked.channels()[i];
    channels.push_back({{each.title, run_kind::strong},
                        {": " + of_base(from.sums.by_channel[i], from.sums.received) +
                         (each.note.empty() ? "" : ". " + each.note)}});
  }
  out.say("Responses came through " + counted(asked.channels().size(), "channel", "channels") +
          ", with these numbers of the responses received:");
  out.add(list_block{std::move(channels), false});
}

std::vector<sum> sums_of_items(const account& from) {
  const ledger& sums = from.sums;
  const questionnaire& asked = from.of().asked();
  sum by_channel(number(sums.received) + " received");
  for (std::size_t i = 0; i < asked.channels().size(); ++i) {
    by_channel.plus(sums.by_channel[i], "by " + asked.channels()[i].title);
  }
  sum items(number(sums.received) + " received");
  items.plus(sums.items, "items that arrived")
      .minus(sums.not_a_response, "not a response")
      .plus(sums.split, "more from items that held more than one")
      .minus(sums.merged_items, "joined to another response");
  return {by_channel, items};
}

std::vector<sum> sums_of_responses(const account& from) {
  const ledger& sums = from.sums;
  sum dispositions(number(sums.received) + " received");
  for (std::size_t i = 0; i < disposition_count; ++i) {
    dispositions.plus(sums.by_disposition[i], phrase(static_cast<disposition>(i)));
  }
  sum counted_here(number(sums.included) + " counted in this account");
  counted_here.plus(of_kind(sums, disposition::included), "included")
      .minus(sums.late_left_out, "late and left out");
  sum capacities(number(sums.included) + " counted");
  for (const capacity each :
       {capacity::organisation, capacity::both, capacity::self, capacity::unknown}) {
    capacities.plus(sums.by_capacity[static_cast<std::size_t>(each)], phrase(each));
  }
  sum publications(number(sums.included) + " counted");
  for (const publication each : {publication::named, publication::anonymous,
                                 publication::counted_only, publication::unknown}) {
    const bool by_name = each == publication::named && from.names_people;
    publications.plus(from.by_publication[static_cast<std::size_t>(each)],
                      by_name ? "that may be quoted and named" : phrase(each));
  }
  return {dispositions, counted_here, capacities, publications};
}

void say_sums(const account& from, document& out) {
  std::vector<sum> all = sums_of_items(from);
  for (sum& each : sums_of_responses(from)) all.push_back(std::move(each));
  std::erase_if(all, [](const sum& each) { return each.terms() < 2; });
  if (all.empty()) return;
  out.say("Every response is in one place of each sum:");
  for (const sum& each : all) out.say(each.text(), manner::sum);
}

void organisations(const ledger& sums, document& out) {
  if (sums.responses_of_bodies == 0) return;
  const std::string responses = counted(sums.responses_of_bodies, "response was", "responses were");
  const std::string bodies = counted(sums.bodies, "organisation", "organisations");
  if (sums.responses_of_bodies == sums.body_entries && sums.body_entries == sums.bodies) {
    out.say(responses + " made on behalf of " + bodies + ".");
    return;
  }
  out.say("The figures for organisations differ. " + responses +
          " made on behalf of one or more; names given: " + number(sums.body_entries) + "; " +
          bodies + " once the spellings of one body are brought together.");
}

void remarks(const account& from, document& out) {
  const ledger& sums = from.sums;
  organisations(sums, out);
  if (sums.late_let_in > 0) {
    out.say(counted(sums.late_let_in, "response was", "responses were") +
            " let in after the closing day.");
  }
  if (sums.repeats > 0) {
    out.say(counted(sums.repeats, "counted response", "counted responses") +
            " gave the same answers as an earlier one of the same sender. Each is counted.");
  }
  if (sums.unread_answers > 0) {
    out.say("The words of " +
                counted(sums.unread_answers, "letter or attachment", "letters or attachments") +
                " are not yet turned into text: counted as received, and in no theme.",
            manner::warning);
  }
  if (sums.stale > 0) {
    out.say(counted(sums.stale, "decision was", "decisions were") +
                " made on words that have changed since; " +
                (sums.stale == 1 ? "it was" : "they were") + " set aside.",
            manner::warning);
  }
  for (const disposition open : {disposition::unreadable, disposition::pending}) {
    if (of_kind(sums, open) == 0) continue;
    out.say(counted(of_kind(sums, open), "response is ", "responses are ") + phrase(open) +
                ": received, and in no other figure.",
            manner::warning);
  }
}

void figures(const account& from, document& out) {
  const ledger& sums = from.sums;
  out.heading(3, "the-figures", "The figures");
  tiles_block tiles;
  tiles.tiles.push_back(
      {number(sums.received), sums.received == 1 ? "response received" : "responses received"});
  tiles.tiles.push_back({number(sums.included), "counted in this account"});
  tiles.tiles.push_back({number(sums.responses_of_bodies), "on behalf of an organisation"});
  if (!from.of().events().empty()) {
    tiles.tiles.push_back({number(from.of().events().size()), from.of().events().size() == 1
                                                                  ? "engagement event, apart"
                                                                  : "engagement events, apart"});
  }
  out.add(std::move(tiles));
  say_sums(from, out);
  remarks(from, out);
}

void themes_of_events(const account& from, document& out) {
  list_block found;
  for (const event_account& each : from.events) {
    if (!each.notes_read) continue;
    std::vector<std::string> names;
    for (const theme_id theme : each.themes) names.push_back(from.by()[theme].name);
    found.items.push_back(
        {{from.of().events()[each.id.value].title, run_kind::strong},
         {names.empty() ? " \u2013 No theme was found by rule in the notes"
                        : " \u2013 Themes found by rule in the notes: " + join(names, "; ")}});
  }
  if (found.items.empty()) return;
  out.say(
      "Rules miss what is put in other words, and a theme that is limited to some questions is not "
      "looked for in the notes of an event.");
  out.add(std::move(found));
}

void events(const account& from, document& out) {
  const auto& all = from.of().events();
  if (all.empty()) return;
  out.heading(3, "engagement", "Engagement events");
  out.say("What was said at events is in no base and in no figure of this account.");
  table_block table;
  table.caption = "Engagement events";
  table.columns = {{"Event"}, {"Date"}, {"Place"}, {"Attendance", true}};
  std::uint64_t attendance = 0;
  for (const engagement_event& each : all) {
    attendance += each.attendance;
    table.rows.push_back({{{{each.title}},
                           {{day(each.date)}},
                           {{each.place}},
                           {{each.attendance == 0 ? "not recorded" : number(each.attendance)}}},
                          0});
  }
  if (attendance > 0) {
    table.notes.push_back("Attendance adds up to " + number(attendance) +
                          "; one person may have come to more than one event");
  }
  out.add(std::move(table));
  themes_of_events(from, out);
}

}  // namespace

void introduction(const account& from, document& out) {
  out.heading(2, "introduction", "Introduction");
  what_was_asked(from, out);
  figures(from, out);
  campaigns_section(from, out);
  events(from, out);
  how_to_read(from, out);
}

}  // namespace heard::reporting
