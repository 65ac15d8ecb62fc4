#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/quotes/gate.hpp>
#include <heard/tables/share.hpp>
#include <heard/tables/small_numbers.hpp>
#include <heard/text/segment.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace heard::reporting {

namespace {

void organisations(const account& from, document& out) {
  out.heading(3, "organisations", "The organisations that responded");
  if (from.sums.bodies == 0) {
    out.say("No counted response was made on behalf of an organisation.");
    return;
  }
  std::string text = counted(from.sums.bodies, "organisation", "organisations") + " in " +
                     counted(from.sums.responses_of_bodies, "response", "responses") + ".";
  if (from.unnamed_bodies > 0) {
    text += " " + counted(from.unnamed_bodies, "organisation", "organisations") +
            " asked not to be named, or did not say that they may be";
    text += from.internal() ? "; they are marked." : ".";
  }
  out.say(std::move(text));
  list_block list;
  list.columns = true;
  for (const body_account& each : from.bodies) {
    line item = {{each.name}};
    if (!each.type.empty()) item.push_back({" (" + each.type + ")", run_kind::muted});
    if (!each.named) item.push_back({" \u2013 not to be named", run_kind::strong});
    if (each.spellings.size() > 1) {
      item.push_back({" \u2013 as typed: " + join(each.spellings, "; "), run_kind::muted});
    }
    list.items.push_back(std::move(item));
  }
  if (!list.items.empty()) out.add(std::move(list));
}

void dispositions(const account& from, document& out) {
  out.heading(3, "dispositions", "What became of every response");
  table_block table;
  table.caption = "Responses by disposition";
  table.columns = {{"Disposition"}, {"Responses", true}, {"Share", true}};
  for (std::size_t i = 0; i < disposition_count; ++i) {
    const std::uint64_t count = from.sums.by_disposition[i];
    if (count == 0) continue;
    table.rows.push_back({{{{phrase(static_cast<disposition>(i))}},
                           {{number(count) + " of " + number(from.sums.received)}},
                           {{share(count, from.sums.received)}}},
                          0});
  }
  table.notes = {"Base: all responses received. Every response has one disposition"};
  out.add(std::move(table));
}

std::string_view who_codes(coder_kind kind) {
  switch (kind) {
    case coder_kind::rule:
      return "rules";
    case coder_kind::model:
      return "models";
    case coder_kind::human:
      return "people";
    case coder_kind::adjudicated:
      return "adjudication";
  }
  return {};
}

bool rules_are_tried(const account& from) {
  const auto& themes = from.by().themes;
  return std::any_of(themes.begin(), themes.end(),
                     [](const theme& each) { return !each.match.empty(); });
}

std::string coders_of(const account& from) {
  std::array<std::uint64_t, 4> count{};
  for (const coder& each : from.of().coders()) ++count[static_cast<std::size_t>(each.kind)];
  const auto at = [&](coder_kind kind) { return count[static_cast<std::size_t>(kind)]; };
  std::vector<std::string> parts;
  if (at(coder_kind::human) > 0) {
    parts.push_back(counted(at(coder_kind::human), "person", "people"));
  }
  if (at(coder_kind::adjudicated) > 0) parts.push_back("an adjudication between them");
  if (at(coder_kind::model) > 0) {
    parts.push_back(counted(at(coder_kind::model), "model", "models"));
  }
  if (rules_are_tried(from)) parts.push_back("the rules of the codebook");
  return parts.empty() ? "nobody yet" : listed(parts);
}

// Only those that took part, in the order in which they count; empty where there is no choice.
std::string precedence_of(const account& from) {
  std::vector<std::string> kinds;
  for (const coder_kind each : from.of().settings().precedence) {
    const auto& coders = from.of().coders();
    const bool there = std::any_of(coders.begin(), coders.end(),
                                   [&](const coder& one) { return one.kind == each; });
    if (there || (each == coder_kind::rule && rules_are_tried(from))) {
      kinds.emplace_back(who_codes(each));
    }
  }
  if (kinds.size() < 2) return {};
  return " At each answer the codings count of the first of these that coded or read it: " +
         join(kinds, ", ") + ".";
}

// The manifest's names of what a final run may leave unsettled, for those who never saw one.
std::string about_unsettled(const std::string& what) {
  if (what == "unreadable") return "On responses that could not be read";
  if (what == "pending") return "On responses that are pending";
  if (what == "unread") return "On letters and attachments not yet turned into text";
  if (what == "stale") return "On decisions that were set aside";
  return "On " + what;
}

// How many quotes are not printed, and why: counts alone.
std::string held_back(const account& from) {
  const auto count = [&](held why) { return from.held[static_cast<std::size_t>(why)]; };
  std::string out;
  const auto add = [&](std::uint64_t n, const char* why) {
    if (n > 0) out += (out.empty() ? "" : ", ") + number(n) + why;
  };
  add(count(held::by_rule), " whose senders did not let them be quoted");
  add(count(held::personal_data), " with what may tell who somebody is");
  add(count(held::banned), " with words that a person banned");
  return out;
}

void method(const account& from, document& out) {
  const settings& how = from.of().settings();
  out.heading(3, "method", "How it was counted");
  out.say("Answers were coded by " + coders_of(from) + "." + precedence_of(from));
  sum kinds(number(from.answers_with_words) + " answers with words");
  for (const coder_kind each :
       {coder_kind::adjudicated, coder_kind::human, coder_kind::model, coder_kind::rule}) {
    kinds.plus(from.answers_by_kind[static_cast<std::size_t>(each)], phrase(each));
  }
  if (kinds.terms() > 1) out.say(kinds.text(), manner::sum);
  out.say("A person read " + of_base(from.answers_reviewed, from.answers_with_words) +
          " of the answers with words.");
  std::vector<line> items;
  const auto item = [&](std::string text) { items.push_back({{std::move(text)}}); };
  item(
      "Counted are responses, each no more than once in a figure. In the bases are those with the "
      "disposition included, but for late ones that were left out.");
  item(
      "A response answered a question if it gave words or a choice there, \u201cno comment\u201d "
      "and \u201csee above\u201d among them.");
  item(
      "Shares are whole per cents of the two numbers beside them, halves rounded up. They are "
      "not made to add up to 100.");
  item(
      "Quotes are verbatim; [...] marks words left out. Published are those whose senders allow "
      "it, "
      "and that a person cleared or in which nothing was found that may tell who somebody is. A "
      "respondent is called by a category only where at least " +
      number(how.attribution_k) +
      " share it, and an organisation by its name only where it may be named." +
      (from.names_people ? " People are named only where they asked to be." : ""));
  const std::string kept = held_back(from);
  if (!kept.empty()) item("Held back of the quotes that would show a theme: " + kept + ".");
  item(on_small_numbers(from));
  item("Repeated answers by one sender: " +
       std::string(how.repeats == repeat_policy::keep_first
                       ? "the first is counted, the others are duplicates."
                   : how.repeats == repeat_policy::keep_last
                       ? "the last response of each is counted, the others are duplicates or "
                         "superseded."
                   : how.repeats == repeat_policy::merge
                       ? "responses of one sender are merged into the last."
                       : "all are counted, and flagged."));
  item("Scale of words: none declared. Counts stand alone.");
  out.add(list_block{std::move(items), false});
  for (const auto& [what, sentence] : how.disclosed) {
    out.add(paragraph_block{{{about_unsettled(what), run_kind::strong}, {": " + sentence}}});
  }
}

void codebook_table(const account& from, document& out) {
  const codebook& by = from.by();
  out.heading(3, "codebook", "The codebook");
  std::string parts = counted(by.themes.size(), "theme", "themes");
  if (!by.lists.empty()) {
    parts += " and " + counted(by.lists.size(), "list", "lists") + " of words";
  }
  out.say(parts + ", with what was found over all open questions.");
  std::map<std::string_view, const cell*> found;
  for (std::size_t row = 0; row < from.all_themes.rows.size(); ++row) {
    found[from.all_themes.rows[row].id] = &from.all_themes.at(row, 0);
  }
  table_block table;
  table.caption = "Themes and their rules";
  table.columns = {{"Theme"}, {"Meaning and rules"}, {"Responses", true}};
  // Children follow their parent here, as in every table of this account.
  const auto add = [&](const auto& self, theme_id id, unsigned depth) -> void {
    const theme& about = by[id];
    line meaning;
    const auto part = [&](std::string text, run_kind kind) {
      if (!meaning.empty()) meaning.push_back({"\n"});
      meaning.push_back({std::move(text), kind});
    };
    if (!about.description.empty()) part(about.description, run_kind::plain);
    if (!about.questions.empty()) part("At " + join(about.questions, ", "), run_kind::muted);
    for (const rule& each : about.match) part(each.source, run_kind::code);
    for (const rule& each : about.unless) part("unless " + each.source, run_kind::code);
    if (!about.stance_of.empty()) part("On: " + about.stance_of, run_kind::muted);
    for (const rule& each : about.in_favour) part("for " + each.source, run_kind::code);
    for (const rule& each : about.against) part("against " + each.source, run_kind::code);
    if (about.match.empty() && about.children.empty())
      part("Coded by people only", run_kind::muted);
    const auto figure = found.find(about.id);
    const std::string count =
        figure == found.end()
            ? "0"
            : (figure->second->hidden ? std::string(hidden_mark) : number(figure->second->count)) +
                  " of " + number(figure->second->base);
    table.rows.push_back({{{{about.name}}, std::move(meaning), {{count}}}, depth});
    for (const theme_id child : about.children) self(self, child, depth + 1);
  };
  for (std::size_t i = 0; i < by.themes.size(); ++i) {
    if (!by.themes[i].parent.valid()) add(add, theme_id(i), 0);
  }
  table.notes = {"Base: counted responses that answered at least one open question"};
  for (const auto& [id, figure] : found) {
    if (!figure->hidden) continue;
    table.notes.push_back(hidden_note());
    break;
  }
  out.add(std::move(table));
  if (by.lists.empty()) return;
  table_block lists;
  lists.caption = "Lists of words";
  lists.columns = {{"List"}, {"Words"}};
  for (const word_list& each : by.lists) {
    line words;
    for (const rule& one : each.words) {
      if (!words.empty()) words.push_back({", "});
      words.push_back({one.source, run_kind::code});
    }
    lists.rows.push_back({{{{"#" + each.id}}, std::move(words)}, 0});
  }
  out.add(std::move(lists));
}

void the_run(const account& from, document& out) {
  out.heading(3, "run", "The run");
  table_block run;
  run.caption = "Versions and hashes";
  run.columns = {{"What"}, {"Value"}};
  const auto row = [&](const char* what, std::string value) {
    run.rows.push_back({{{{what}}, {{std::move(value), run_kind::code}}}, 0});
  };
  row("heard", HEARD_VERSION);
  row("Unicode", std::string(text::unicode_version()));
  row("Hashes", "XXH3-128");
  row("Codebook", to_hex(from.by().hash));
  row("Inputs, all together", from.inputs_hash);
  out.add(std::move(run));
  table_block files;
  files.caption = "Input files, as received";
  files.columns = {{"File"}, {"Hash"}, {"Bytes", true}, {"Rows", true}};
  for (const file_account& each : from.files) {
    table_block::row made;
    made.cells.push_back({{each.path}});
    made.cells.push_back({{each.hash, run_kind::code}});
    made.cells.push_back({{number(each.size)}});
    made.cells.push_back({{each.rows == 0 ? "" : number(each.rows)}});
    files.rows.push_back(std::move(made));
  }
  if (!files.rows.empty()) out.add(std::move(files));
}

}  // namespace

void annex(const account& from, document& out) {
  out.heading(2, "annex", "Annex");
  organisations(from, out);
  dispositions(from, out);
  method(from, out);
  codebook_table(from, out);
  the_run(from, out);
}

}  // namespace heard::reporting
