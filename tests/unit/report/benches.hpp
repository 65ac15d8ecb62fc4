/// @file
/// A consultation about benches and lamps with one of everything, small enough to be counted by
/// hand. Words that begin with CANARY may not reach publish/.
///
///   received 16 = 14 by form + 2 by post; 16 = 17 items - 1 advert + 1 (two cards in one envelope)
///   - 1 merged
///   16 = 12 included + 1 blank (R07) + 1 test (R08) + 1 unreadable (R09) + 1 pending (R10)
///   counted 11 = 12 included - 1 late and left out (R11)
///   where (asked by form): 8 with words (R01 R02 R03 R05 R06 R12 R13 R16), 1 no comment (R04), 1
///   in Welsh without rules (R14), 1 not asked (R15); answered 10 pond R01 R03 R05 R06; school R02
///   R13; place: their union, 6; shop R12; no theme: R16
///   apart from these, one event with school and pond in its notes; bright is a theme of lamps
#pragma once

#include <heard/coding/codings.hpp>
#include <heard/model/builder.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heard::test {

class benches {
 public:
  static std::shared_ptr<const codings> coded() {
    benches made;
    diagnostics remarks;
    made.builder_.set_rule_languages({"en"});
    made.builder_.decide_late(lateness::left_out, {"R12"});
    const auto of = made.builder_.finish(remarks);
    for (const diagnostic& each : remarks.all()) MESSAGE(each.message);
    REQUIRE(of);
    const auto by = parse_codebook(std::string(codebook_toml), "codebook.toml", remarks);
    REQUIRE(by);
    return run_codings(of, by, {1, {}});
  }

 private:
  static constexpr std::string_view codebook_toml = R"(
[codebook]
language = "en"

[[theme]]
id = "place"
name = "Places"

[[theme]]
id = "shop"
name = "The shop"
match = ["shop*"]

[[theme]]
id = "school"
name = "The school"
parent = "place"
match = ["school*"]

[[theme]]
id = "pond"
name = "The pond"
description = "Wants a bench at the pond"
parent = "place"
match = ["pond*"]
stance_of = "There should be a bench by the pond"
for = ["please"]
against = ["never"]

[[theme]]
id = "bright"
name = "Bright lamps"
questions = ["lamps"]
match = ["bright*"]
)";

  benches() {
    settings& about = builder_.settings();
    about.id = "benches";
    about.title = "Benches and lamps";
    about.publisher = "The parish";
    about.about =
        "The parish asked where benches\nand lamps should stand.\n\nIt will decide in May.";
    about.note = "This consultation is invented.";
    about.opens = {2026, 3, 2, 0, 0, 0, false};
    about.closes = {2026, 4, 27, 0, 0, 0, false};
    about.attribution_k = 2;
    about.small_numbers = small_numbers::none;
    about.quotes = 4;
    about.disclosed["pending"] = "One response waits for a signature.";
    ask();
    answer();
    decide();
  }

  void ask() {
    questionnaire& asked = builder_.asked();
    form_ = asked.add(channel{"form", "form", ""});
    post_ = asked.add(channel{"post", "post", "Letters ticked no boxes."});
    const chapter_id c1 = asked.add(chapter{"c1", "Benches", "", "There will be ten benches."});
    const chapter_id c2 = asked.add(chapter{"c2", "Lamps", "", ""});
    const auto add = [&](const char* id, question_kind kind, chapter_id chapter, const char* label,
                         const char* text) {
      question made;
      made.id = id;
      made.kind = kind;
      made.chapter = chapter;
      made.about_you = !chapter.valid();
      made.label = label;
      made.text = text;
      made.channels = {form_};
      return asked.add(std::move(made));
    };
    where_ = add("where", question_kind::open, c1, "Where", "Where should benches stand?");
    often_ = add("often", question_kind::scale, c1, "How often", "How often do you sit outside?");
    missed_ = add("missed", question_kind::open, c1, "Missed", "What did we miss about benches?");
    asked.edit(missed_).aspect = question_aspect::missed;
    asked.edit(missed_).reply = "Bins will come next year.";
    lamps_ = add("lamps", question_kind::open, c2, "Lamps", "What should the lamps be like?");
    you_ = add("you", question_kind::multiple, {}, "Who responded", "Which of these are you?");
    for (const char* id : {"never", "weekly", "daily"}) {
      option made;
      made.id = id;
      made.label = std::string("Sits out ") + id;
      asked.add_option(often_, made);
    }
    for (const char* id : {"neighbour", "trader", "visitor"}) {
      option made;
      made.id = id;
      made.label = std::string("A ") + id;
      made.attribution = id;
      if (made.id == "visitor") made.note = "The fair was on.";
      asked.add_option(you_, made);
    }
    builder_.settings().attribution = you_;
    builder_.finish_questionnaire();
    file_ = builder_.add_file({"data/CANARYFILE.csv", hash_bytes("form"), 1234, 14, "utf-8"});
  }

  new_response response(const char* id, publication may, capacity speaks = capacity::self) const {
    new_response out;
    out.id = id;
    out.channel = form_;
    out.received = {2026, 3, 5, 0, 0, 0, false};
    out.publication = may;
    out.capacity = speaks;
    out.place = {file_, static_cast<std::uint32_t>(10 * (id[1] - '0') + id[2] - '0') + 1, 0, 0, 0};
    return out;
  }

  answer_handle say(response_handle who, question_id question, std::string_view text,
                    answer_state state = answer_state::text) {
    new_answer made;
    made.question = question;
    made.state = state;
    made.text = text;
    return builder_.add_answer(who, made);
  }

  void choose(response_handle who, question_id question, std::vector<const char*> ids,
              std::string_view other = {}) {
    new_answer made;
    made.question = question;
    made.state = answer_state::options;
    made.other = other;
    for (const char* id : ids) {
      made.options.push_back(*builder_.asked().find_option(question, id));
    }
    builder_.add_answer(who, made);
  }

  void answer() {
    using enum publication;
    new_response r01 = response("R01", named, capacity::organisation);
    r01.organisations = {{"Walking Club", organisation_role::author}};
    const auto r1 = *builder_.add_response(r01);
    first_ = say(r1, where_, "A bench by the pond, please. It is a walk we do.");
    choose(r1, often_, {"daily"});
    choose(r1, you_, {"neighbour"});

    new_response r02 = response("R02", anonymous);
    r02.sender = "CANARYCONTACT@example.org";
    const auto r2 = *builder_.add_response(r02);
    second_ = say(r2, where_, "Benches by the school.");
    choose(r2, often_, {"weekly"});
    choose(r2, you_, {"neighbour"});

    const auto r3 = *builder_.add_response(response("R03", counted_only));
    say(r3, where_, "CANARYCOUNTED: a bench by the pond");
    choose(r3, often_, {"weekly"});
    choose(r3, you_, {"trader"}, "CANARYOTHER");

    const auto r4 = *builder_.add_response(response("R04", anonymous));
    say(r4, where_, "No comment", answer_state::no_comment);
    choose(r4, often_, {"never"});
    choose(r4, you_, {"neighbour", "visitor"});

    new_response r05 = response("R05", anonymous, capacity::organisation);
    r05.organisations = {{"CANARYSECRET Society", organisation_role::author}};
    fifth_ = say(*builder_.add_response(r05), where_,
                 "The pond would never be the same. CANARYUNCLEARED pond, ring 020 7946 0018.");

    new_response r06 = response("R06", unknown);
    r06.channel = post_;
    r06.item = "E1";
    const auto r6 = *builder_.add_response(r06);
    new_answer passage;
    passage.question = where_;
    passage.origin = answer_origin::assigned;
    passage.text = "We like the pond.";
    builder_.add_answer(r6, passage);
    say(r6, *builder_.asked().find_question("c1"), "CANARYCHAPTER: pigeons");

    builder_.add_response(response("R07", anonymous));
    rest();
  }

  void rest() {
    using enum publication;
    new_response r08 = response("R08", anonymous);
    r08.disposition = disposition::test;
    builder_.add_response(r08);
    new_response r09 = response("R09", unknown);
    r09.disposition = disposition::unreadable;
    r09.reason = "CANARYREASON";
    builder_.add_response(r09);
    new_response r10 = response("R10", anonymous);
    r10.disposition = disposition::pending;
    say(*builder_.add_response(r10), where_, "CANARYPENDING pond");

    const timestamp late{2026, 5, 1, 0, 0, 0, false};
    new_response r11 = response("R11", anonymous);
    r11.received = late;
    say(*builder_.add_response(r11), where_, "CANARYLATE pond");
    new_response r12 = response("R12", anonymous);
    r12.received = late;
    const auto r12_handle = *builder_.add_response(r12);
    twelfth_ = say(r12_handle, where_, "Outside the shop.");
    say(r12_handle, lamps_, "Bright ones, not brighter.");

    new_response r13 = response("R13", anonymous);
    r13.sender = "CANARYCONTACT@example.org";
    r13.received = {2026, 3, 6, 0, 0, 0, false};
    const auto r13_handle = *builder_.add_response(r13);
    say(r13_handle, where_, "Benches by the school.");
    choose(r13_handle, often_, {"weekly"});
    choose(r13_handle, you_, {"neighbour"});

    new_response r14 = response("R14", anonymous);
    r14.language = "cy";
    say(*builder_.add_response(r14), where_, "Mainc ger y llyn.");
    new_response r15 = response("R15", unknown);
    r15.channel = post_;
    r15.item = "E1";
    builder_.add_unread(*builder_.add_response(r15), *builder_.asked().find_question("general"),
                        {file_, 0, 0, 0, 0});
    say(*builder_.add_response(response("R16", anonymous)), where_,
        "CANARYUNCOVERED & <b>bins</b>");
  }

  void decide() {
    new_item advert;
    advert.id = "advert";
    advert.channel = post_;
    builder_.add_item(advert);
    new_item annex;
    annex.id = "annex";
    annex.channel = post_;
    annex.merged_into = "R06";
    builder_.add_item(annex);
    engagement_event fair;
    fair.id = "fair";
    fair.title = "At the fair";
    fair.date = {2026, 4, 1, 0, 0, 0, false};
    fair.place = "The green";
    fair.attendance = 30;
    builder_.add_event(fair, "CANARYEVENT: bright swings by the pond or by the school");

    const coder_id anna = builder_.add_coder({"CANARYCODER", coder_kind::human, "", "", ""});
    const coder_id ben = builder_.add_coder({"CANARYREADER", coder_kind::human, "", "", ""});
    consultation_builder::new_coding coding;
    coding.answer = first_;
    coding.coder = anna;
    coding.theme = "pond";
    coding.stance = stance::in_favour;
    coding.whole_answer = false;
    coding.first = 11;
    coding.last = 19;
    builder_.add_coding(coding);
    builder_.add_review(first_, ben);

    const auto decide_words = [&](answer_handle answer, std::uint32_t first, std::uint32_t last,
                                  quote_action action) {
      quote_decision made;
      made.first = first;
      made.last = last;
      made.action = action;
      made.by.who = "CANARYWHO";
      builder_.add_quote_decision(answer, made);
    };
    decide_words(first_, 0, 28, quote_action::clear);
    decide_words(second_, 0, 22, quote_action::clear);
    decide_words(twelfth_, 0, 17, quote_action::pin);
    builder_.add_stale({"decisions/CANARYSTALE.csv", 2, "R02", "where", "the words have changed"});
  }

  consultation_builder builder_;
  channel_id form_, post_;
  question_id where_, often_, missed_, lamps_, you_;
  file_id file_;
  answer_handle first_ = 0, second_ = 0, fifth_ = 0, twelfth_ = 0;
};

/// The bytes of one file of a report.
inline std::string bytes_of(const std::vector<report_file>& files, std::string_view path) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const report_file& each) { return each.path == path; });
  REQUIRE_MESSAGE(found != files.end(), "there is no file " << path);
  return found->bytes;
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace heard::test
