#include "support/small_consultation.hpp"

#include <heard/base/error.hpp>
#include <heard/terms/kwic.hpp>

#include <doctest/doctest.h>

using namespace heard;

namespace {

using lines = std::vector<std::string>;

query::node parsed(const char* rule) {
  auto out = query::parse_rule(rule);
  REQUIRE(out.rule);
  return std::move(*out.rule);
}

// "r1 q1: left[hit]right"
lines shown(const consultation& of, const char* rule, const kwic_options& options = {},
            std::shared_ptr<const codebook> book = nullptr) {
  lines out;
  for (const kwic_line& line : find_in_context(of, parsed(rule), std::move(book), options)) {
    const std::string_view text = of.text_of(line.answer);
    CHECK(line.left.last == line.hit.first);
    CHECK(line.hit.last == line.right.first);
    out.push_back(std::string(of.id_of(of.answers().response[line.answer])) + " " +
                  of.asked()[of.answers().question[line.answer]].id + ": " +
                  std::string(line.left.of(text)) + "[" + std::string(line.hit.of(text)) + "]" +
                  std::string(line.right.of(text)));
  }
  return out;
}

test::small_consultation letters() {
  test::small_consultation out;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""},
               {"q2", question_kind::open, "c1", ""},
               {"you", question_kind::single, "", "late"}};
  out.responses = {
      {"r2", "form", {{"q1", "Late? One, two: three late four five - six. Seven late"}}},
      {"r1",
       "letter",
       {{"q2", "(late)"}, {"q1", "too late"}, {"you", "late"}, {"general", "Late."}}},
      {"r3", "form", {{"q1", "late"}}},
      {"r4", "form", {{"q1", "Rhy late. Rhedeg."}}, "", capacity::self, {}},
      {"r5", "form", {{"q1", test::no_comment}}}};
  out.responses[2].disposition = disposition::duplicate;
  out.responses[3].language = "cy";
  out.rule_languages = {"en"};
  return out;
}

}  // namespace

TEST_SUITE("keyword in context") {
  TEST_CASE("words of the same answer on either side, in order of id, question, bytes") {
    const auto of = letters().build();
    kwic_options options;
    options.words = 2;
    options.run.threads = 1;
    CHECK(shown(*of, "late", options) ==
          lines{"r1 q1: too [late]", "r1 q2: [late]", "r1 general: [Late]",
                "r2 q1: [Late]? One, two", "r2 q1: two: three [late] four five",
                "r2 q1: six. Seven [late]", "r4 q1: Rhy [late]. Rhedeg"});
    options.words = 0;
    CHECK(shown(*of, "three", options) == lines{"r2 q1: [three]"});
    options.words = 100;
    CHECK(shown(*of, "two BEFORE/3 late", options) ==
          lines{"r2 q1: Late? One, [two: three late] four five - six. Seven late"});
    options.question = of->asked().find_question("q2");
    CHECK(shown(*of, "late", options) == lines{"r1 q2: [late]"});
    CHECK(shown(*of, "absent", options).empty());
  }

  TEST_CASE("lists and themes of a codebook, stems of the answer's language or the codebook's") {
    test::small_consultation rows = letters();
    rows.themes = {{"hours", {"too NEAR/2 late"}}};
    kwic_options options;
    options.words = 1;
    CHECK(shown(*rows.build(), "@hours", options, rows.book()) == lines{"r1 q1: [too late]"});
    rows.responses = {{"r1", "form", {{"q1", "They were opening doors"}}},
                      {"r2", "form", {{"q1", "Die Opening und offene Fragen"}}},
                      {"r3", "form", {{"q1", "opens"}}}};
    rows.responses[1].language = "de";
    rows.responses[2].language = "cy";  // has no stemmer
    CHECK(shown(*rows.build(), "%open", options, rows.book()) ==
          lines{"r1 q1: were [opening] doors", "r3 q1: [opens]"});
    CHECK_THROWS_AS((void)shown(*rows.build(), "#nowhere", options, rows.book()), error);
    rows.responses.clear();
    CHECK_THROWS_AS((void)shown(*rows.build(), "#nowhere", options), error);
  }

  TEST_CASE("any number of threads finds the same lines") {
    test::small_consultation rows = letters();
    for (int i = 0; i < 5000; ++i) {
      rows.responses.push_back(
          {"x" + std::to_string(i), "form", {{"q1", i % 3 == 0 ? "never late, late" : "early"}}});
    }
    const auto of = rows.build();
    kwic_options options;
    options.run.threads = 1;
    const lines one = shown(*of, "late", options);
    CHECK(one.size() == 7 + 2 * 1667);
    for (const unsigned threads : {2u, 5u}) {
      options.run.threads = threads;
      CHECK(shown(*of, "late", options) == one);
    }
  }
}
