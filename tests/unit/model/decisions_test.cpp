#include "unit/model/small.hpp"

#include <doctest/doctest.h>

using namespace heard;
using heard::testing::small;

namespace {

response_id find(const consultation& of, std::string_view id) {
  const auto found = of.find_response(id);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("late is after the day of closing, and is let in or left out by decision") {
  struct {
    lateness policy;
    const char* except;
    lateness expected;
  } const rows[] = {
      {lateness::let_in, "", lateness::let_in},
      {lateness::let_in, "late", lateness::left_out},
      {lateness::left_out, "", lateness::left_out},
      {lateness::left_out, "late", lateness::let_in},
  };
  for (const auto& row : rows) {
    small s;
    new_response response = s.response("last-minute");
    response.received = {2026, 4, 27, 23, 59, 59, true};
    s.builder.add_response(response);
    response.id = "late";
    response.received = {2026, 4, 28, 0, 0, 0, true};
    s.say(*s.builder.add_response(response), s.why, "words");
    s.builder.add_response(s.response("undated"));
    std::vector<std::string> except;
    if (*row.except != 0) except.push_back(row.except);
    s.builder.decide_late(row.policy, except);
    const auto made = s.finish();
    CHECK(made->responses().late[find(*made, "last-minute")] == lateness::on_time);
    CHECK(made->responses().late[find(*made, "undated")] == lateness::on_time);
    CHECK(made->responses().late[find(*made, "late")] == row.expected);
    CHECK(made->included(find(*made, "late")) == (row.expected == lateness::let_in));
  }
}

TEST_CASE("a response that says nothing is blank, unless somebody decided") {
  small s;
  s.builder.add_response(s.response("nothing"));
  s.builder.decide(*s.builder.add_response(s.response("decided")), disposition::included, "kept");
  s.tick(*s.builder.add_response(s.response("ticked")), {s.parent});
  new_response letter = s.response("letter");
  letter.channel = s.inbox;
  s.builder.add_unread(*s.builder.add_response(letter), s.general, {});
  new_response test = s.response("test");
  test.disposition = disposition::test;
  s.builder.add_response(test);
  const auto made = s.finish();
  const auto of = [&](const char* id) { return made->responses().disposition[find(*made, id)]; };
  CHECK(of("nothing") == disposition::blank);
  CHECK(of("decided") == disposition::included);
  CHECK(of("ticked") == disposition::included);
  CHECK(of("letter") == disposition::included);
  CHECK(of("test") == disposition::test);
}

TEST_CASE("codings, reviews and quotes follow their answers, coders and themes into order") {
  small s;
  const auto b = *s.builder.add_response(s.response("b"));
  const auto on_b = s.say(b, s.why, "of b");
  const auto a = *s.builder.add_response(s.response("a"));
  const auto on_a = s.say(a, s.why, "of a");
  const coder_id zoe = s.builder.add_coder({"zoe", coder_kind::human, "", "", ""});
  const coder_id ann = s.builder.add_coder({"ann", coder_kind::human, "", "", ""});
  CHECK(s.builder.add_coder({"zoe", coder_kind::human, "", "", ""}) == zoe);
  using stance_of = heard::stance;
  s.builder.add_coding({on_b, zoe, "water", stance_of::none, true, 0, 0, {s.sheet, 9, 0, 0, 0}});
  s.builder.add_coding({on_b, zoe, "water", stance_of::none, true, 0, 0, {s.sheet, 4, 0, 0, 0}});
  s.builder.add_coding({on_a, ann, "water", stance_of::against, false, 1, 3, {}});
  s.builder.add_coding({on_a, ann, "air", stance_of::in_favour, true, 0, 0, {}});
  s.builder.add_review(on_b, zoe);
  s.builder.add_review(on_b, zoe);
  quote_decision quote;
  quote.last = 2;
  s.builder.add_quote_decision(on_b, quote);
  const auto made = s.finish();
  REQUIRE(made);
  CHECK(made->coded_themes() == std::vector<std::string>{"air", "water"});
  REQUIRE(made->coders().size() == 2);
  CHECK(made->coders()[0].name == "ann");
  REQUIRE(made->codings().size() == 3);
  CHECK(made->codings()[0].theme == 0);
  CHECK(made->codings()[0].coder == coder_id(0u));
  CHECK(made->codings()[0].stance == stance_of::in_favour);
  CHECK(made->codings()[1].theme == 1);
  CHECK(made->codings()[1].first == 1);
  CHECK(made->codings()[2].answer == answer_id(1u));
  CHECK(made->codings()[2].coder == coder_id(1u));
  CHECK(made->codings()[2].place.row == 4);
  REQUIRE(made->reviews().size() == 1);
  CHECK(made->reviews()[0] == review{answer_id(1u), coder_id(1u)});
  CHECK(made->quote_decisions()[0].answer == answer_id(1u));
  CHECK(made->text_of(made->quote_decisions()[0].answer) == "of b");
}

TEST_CASE("of one coding said twice the latest is kept, in whatever order it is read") {
  const timestamp days[] = {{2026, 5, 1, 0, 0, 0, false}, {2026, 5, 2, 0, 0, 0, false}};
  for (const std::size_t first : {0u, 1u}) {
    small s;
    const auto on = s.say(*s.builder.add_response(s.response("a")), s.why, "words");
    const coder_id ann = s.builder.add_coder({"ann", coder_kind::human, "", "", ""});
    for (const std::size_t i : {first, 1 - first}) {
      consultation_builder::new_coding row;
      row.answer = on;
      row.coder = ann;
      row.theme = "water";
      row.when = days[i];
      s.builder.add_coding(row);
    }
    const auto made = s.finish();
    REQUIRE(made->codings().size() == 1);
    CHECK(made->codings()[0].when == days[1]);
  }
}

TEST_CASE("a form that ended early did not reach what is blank after its last answer") {
  small s;
  new_response half = s.response("half");
  half.ended_early = true;
  s.say(*s.builder.add_response(half), s.how, "words");
  half.id = "whole";
  half.ended_early = false;
  s.say(*s.builder.add_response(half), s.how, "words");
  const auto made = s.finish();
  REQUIRE(made);
  const auto state = [&](const char* id, question_id at) {
    return made->state(find(*made, id), at);
  };
  CHECK(state("half", s.why) == answer_state::blank);
  CHECK(state("half", s.how) == answer_state::text);
  CHECK(state("half", s.you) == answer_state::not_reached);
  CHECK(state("half", s.general) == answer_state::not_asked);
  CHECK(state("whole", s.why) == answer_state::blank);
  CHECK(state("whole", s.you) == answer_state::blank);
}
