#include "support/small_consultation.hpp"

#include <heard/quotes/runs.hpp>

#include <doctest/doctest.h>

using namespace heard;

namespace {

constexpr const char* words = "My friend Zo\u00EB met Ann Lee. We open in the evening now.";

test::small_consultation with(std::vector<std::pair<std::string, std::string>> redactions) {
  test::small_consultation rows;
  rows.chapters = {"c1"};
  rows.asked = {{"q1", question_kind::open, "c1", ""}};
  rows.themes = {{"hours", {"evening", "met"}}};
  rows.responses = {{"r1", "form", {{"q1", words}}}};
  for (auto& [covered, shown] : redactions) {
    rows.redactions.push_back({"r1", "q1", covered, shown});
  }
  return rows;
}

// w, e, r or c for each run, and its text.
std::string printed(const std::vector<quote_run>& runs) {
  std::string out;
  for (const quote_run& run : runs) {
    out += "werc"[static_cast<std::size_t>(run.is)] + ("(" + run.text) + ")";
  }
  return out;
}

quote all_of_it(const codings& from) {
  return select_quotes(from, {test::theme_of(from, "hours"), {}, 3, 0, false}).at(0);
}

}  // namespace

TEST_SUITE("quote runs") {
  TEST_CASE("what is redacted shows its replacement once, and what is around it stays") {
    struct {
      std::vector<std::pair<std::string, std::string>> redactions;
      const char* expected;
    } const rows[] = {
        {{}, "w(My friend Zo\u00EB )e(met)w( Ann Lee. We open in the )e(evening)w( now.)"},
        {{{"Zo\u00EB", "[name]"}, {"Ann Lee", "[a colleague]"}},
         "w(My friend )r([name])w( )e(met)w( )r([a colleague])w(. We open in the )e(evening)w( "
         "now.)"},
        // Over evidence and the words beside it.
        {{{"Zo\u00EB met Ann", "[names]"}},
         "w(My friend )r([names])w( Lee. We open in the )e(evening)w( now.)"},
        {{{"evening", "[x]"}, {" now.", ""}},
         "w(My friend Zo\u00EB )e(met)w( Ann Lee. We open in the )r([x])r()"},
        {{{words, "[all of it]"}}, "r([all of it])"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.expected);
      const auto from = with(row.redactions).code();
      const quote chosen = all_of_it(*from);
      const auto runs = quote_runs(*from->of(), chosen);
      CHECK(printed(runs) == row.expected);
      // The bytes are those of the answer as received.
      std::uint32_t at = chosen.pieces.front().first;
      std::string text;
      for (const quote_run& run : runs) {
        CHECK(run.bytes.first == at);
        at = run.bytes.last;
        text += run.text;
        if (run.is != quote_run::kind::redacted) CHECK(run.bytes.of(words) == run.text);
      }
      CHECK(at == chosen.pieces.back().last);
      CHECK(text == quote_text(*from->of(), chosen));
      CHECK(shown_words(*from->of(), chosen.answer) == text);
    }
  }

  TEST_CASE("a redaction over the end of a piece hides what it covers there") {
    test::small_consultation rows = with({{"Ann Lee. We", "[cut]"}});
    rows.quotes = {{"r1", "q1", "met Ann Lee", quote_action::clear}};
    const auto from = rows.code();
    const quote chosen = all_of_it(*from);
    CHECK(quote_text(*from->of(), chosen) == "[...] met [cut]");
    CHECK(chosen.cleared);
  }
}
