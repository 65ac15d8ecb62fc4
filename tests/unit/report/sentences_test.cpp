#include "support/small_consultation.hpp"
#include "unit/report/benches.hpp"

#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;
using heard::test::bytes_of;
using heard::test::contains;
using heard::test::small_consultation;

namespace {

// One open question by form; `count` responses of which the first `rare` raise "rare", the first
// one "lone", and all "all".
small_consultation with(std::size_t count, std::size_t rare) {
  small_consultation made;
  made.settings.small_numbers = small_numbers::none;
  made.channels = {{"form", "Form", ""}};
  made.chapters = {"c1"};
  made.asked = {{"why", question_kind::open, "c1", "", "form"}};
  made.themes = {{"all", {"zebra"}}, {"rare", {"newt"}}, {"lone", {"owl"}}};
  for (std::size_t i = 0; i < count; ++i) {
    std::string words = "zebra";
    if (i < rare) words += " newt";
    if (i == 0) words += " owl";
    made.responses.push_back({"r" + std::to_string(i), "form", {{"why", words}}});
  }
  return made;
}

std::string published(small_consultation& of) {
  return bytes_of(render_report(of.code(), {}), "publish/report.md");
}

}  // namespace

TEST_CASE("other points say what they have in common") {
  struct row {
    std::size_t base;
    std::size_t rare;
    const char* expected;
  };
  for (const row& each : {
           // 4 of 84 is less than a twentieth, though it reads as 5%.
           row{84, 4,
               "Each raised in one response, or in fewer than one in twenty of those that "
               "answered; all were found by rule"},
           row{80, 4, "Each raised in one response; all were found by rule"},
           row{2, 1, "Each raised in one response; all were found by rule"},
       }) {
    CAPTURE(each.base);
    small_consultation made = with(each.base, each.rare);
    const std::string text = published(made);
    CHECK(contains(text, each.expected));
    CHECK(contains(text, "- **rare**: ") == (each.base != 80));
  }
}

TEST_CASE("a sentence is there only where its data are") {
  small_consultation made = with(3, 0);
  const std::string text = published(made);
  CHECK(contains(text, "Answers were coded by the rules of the codebook.\n"));
  CHECK(contains(text, "What the codebook does not cover\n"));
  for (const char* part : {"3 received = 3", "3 counted =", "3 answers with words =", "of each sum",
                           "behalf of one or more", "What was missed", "At each answer the codings",
                           "theme that holds others", "lists of words", "Respondents could tick"}) {
    CAPTURE(part);
    CHECK_FALSE(contains(text, part));
  }
}

TEST_CASE("the figures for organisations differ only where they do") {
  small_consultation made = with(3, 0);
  made.responses[0].capacity = capacity::organisation;
  made.responses[0].bodies = {"Walking Club"};
  CHECK(contains(published(made), "\n1 response was made on behalf of 1 organisation.\n"));
  made.responses[1].capacity = capacity::organisation;
  made.responses[1].bodies = {"Walking Club"};
  CHECK(contains(published(made),
                 "\nThe figures for organisations differ. 2 responses were made on behalf of one "
                 "or more; names given: 1; 1 organisation once the spellings of one body are "
                 "brought together.\n"));
}

TEST_CASE("words on a chapter or on the whole answer no question") {
  small_consultation made = with(3, 0);
  made.responses[0].answers.push_back({"c1", "zebra"});
  made.responses[1].answers.push_back({"c1", "zebra"});
  made.responses[1].answers.push_back({"general", "zebra"});
  made.responses[2].answers.push_back({"general", "zebra"});
  const std::string text = published(made);
  CHECK(contains(text, "- Base: responses with words on \"Chapter c1\"\n"));
  CHECK(contains(text, "- Base: responses with words on the consultation as a whole\n"));
  CHECK(contains(text, "- Base: responses that answered the question \"Question why?\"\n"));
}

TEST_CASE("where every group is small, what is left out is named and there is no table") {
  small_consultation made = with(3, 0);
  made.asked.push_back({"you", question_kind::single, "", "parent student", "form"});
  for (auto& response : made.responses) response.answers.push_back({"you", "parent"});
  const std::string text = published(made);
  const std::size_t section = text.find("Differences between groups");
  REQUIRE(section != std::string::npos);
  CHECK(contains(text.substr(section), "Groups of fewer than 5 are left out: Option parent"));
  CHECK(contains(text.substr(section), "Nobody of these groups is in the base: Option student"));
  CHECK_FALSE(contains(text.substr(section, 300), "| "));
}
