#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <algorithm>

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

void item_sums(const account& from, document& out) {
  const ledger& sums = from.sums;
  const questionnaire& asked = from.of().asked();
  sum by_channel(number(sums.received) + " received");
  for (std::size_t i = 0; i < asked.channels().size(); ++i) {
    by_channel.plus(sums.by_channel[i], "by " + asked.channels()[i].title);
  }
  out.say(by_channel.text(), manner::sum);
  if (sums.items != sums.received || sums.not_a_response + sums.split + sums.merged_items > 0) {
    out.say(sum(number(sums.received) + " received")
                .plus(sums.items, "items that arrived")
                .minus(sums.not_a_response, "not a response")
                .plus(sums.split, "more from items that held more than one")
                .minus(sums.merged_items, "with words of another response")
                .text(),
            manner::sum);
  }
}

void response_sums(const account& from, document& out) {
  const ledger& sums = from.sums;
  sum dispositions(number(sums.received) + " received");
  for (std::size_t i = 0; i < disposition_count; ++i) {
    dispositions.plus(sums.by_disposition[i], phrase(static_cast<disposition>(i)));
  }
  out.say(dispositions.text(), manner::sum);
  out.say(sum(number(sums.included) + " counted in this account")
              .plus(of_kind(sums, disposition::included), "included")
              .minus(sums.late_left_out, "late and left out")
              .text(),
          manner::sum);
  sum capacities(number(sums.included) + " counted");
  for (const capacity each :
       {capacity::organisation, capacity::both, capacity::self, capacity::unknown}) {
    capacities.plus(sums.by_capacity[static_cast<std::size_t>(each)], phrase(each));
  }
  out.say(capacities.text(), manner::sum);
  sum publications(number(sums.included) + " counted");
  for (const publication each : {publication::named, publication::anonymous,
                                 publication::counted_only, publication::unknown}) {
    publications.plus(from.by_publication[static_cast<std::size_t>(each)], phrase(each));
  }
  out.say(publications.text(), manner::sum);
}

void remarks(const account& from, document& out) {
  const ledger& sums = from.sums;
  if (sums.responses_of_bodies > 0) {
    out.say("Three figures for organisations differ. " +
            counted(sums.responses_of_bodies, "response was", "responses were") +
            " made on behalf of one or more; they gave " +
            counted(sums.body_entries, "name", "names") + "; these are " +
            counted(sums.bodies, "organisation", "organisations") +
            " once the spellings of one body are brought together.");
  }
  if (sums.late_let_in > 0) {
    out.say("After the closing day came and was let in: " +
            counted(sums.late_let_in, "response", "responses") + ".");
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
    out.say(counted(sums.stale, "decision is", "decisions are") +
                " stale, made on words that have changed since, and applied to nothing.",
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
  out.say("Every response is in one place of each of these sums:");
  item_sums(from, out);
  response_sums(from, out);
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

void how_to_read(const account& from, document& out) {
  const consultation& of = from.of();
  const auto& questions = of.asked().questions();
  const bool multiple = std::any_of(questions.begin(), questions.end(), [](const question& each) {
    return each.about_you && each.kind == question_kind::multiple;
  });
  out.heading(3, "how-to-read", "How to read the figures");
  std::vector<line> items;
  const auto item = [&](std::string text) { items.push_back({{std::move(text)}}); };
  item(
      "Those who answer a consultation choose to. They are no sample of anybody, and no share here "
      "is an estimate for people who did not respond.");
  item(
      "Every share names its base. Unless a table says otherwise that is the counted responses "
      "that answered the question, whatever they answered.");
  item(
      "One response may raise any number of themes, so themes do not add up to the number that "
      "answered. A theme that holds others counts a response once, even if it raised more of "
      "them.");
  if (multiple) {
    item(
        "Respondents could tick more than one box about themselves, so the categories add up to "
        "more than the number of respondents.");
  }
  item(
      "Equal words from different senders are counted as often as they were sent: responses may "
      "be alike because they were written together. Who sent a response cannot always be "
      "verified.");
  const std::uint64_t by_rule = from.answers_by_kind[static_cast<std::size_t>(coder_kind::rule)];
  if (by_rule > 0) {
    item(
        "Where a theme was found by rule and no person reviewed the answer, the figure says so and "
        "is a least number: rules miss what is put in other words.");
  }
  std::uint64_t without_rules = 0;
  for (const auto& states : from.sums.by_state) {
    without_rules += states[static_cast<std::size_t>(answer_state::not_coded)];
  }
  if (without_rules > 0) {
    item("Answers in a language for which there are no rules: " + number(without_rules) +
         ". They are counted as answers, and no rule looked at them.");
  }
  item("No scale of words is declared, so counts stand alone.");
  out.add(list_block{std::move(items), false});
}

}  // namespace

void introduction(const account& from, document& out) {
  out.heading(2, "introduction", "Introduction");
  what_was_asked(from, out);
  figures(from, out);
  events(from, out);
  how_to_read(from, out);
}

}  // namespace heard::reporting
