// Rules that read a translation, and what stands beside the quote.
#include "support/small_consultation.hpp"

#include <heard/quotes/runs.hpp>

#include <doctest/doctest.h>

using namespace heard;

namespace {

const std::string welsh = "Mae'r parc yn oer. Mae angen bysiau. Diolch.";
const std::string english = "The park is cold. Buses are needed. Thank you.";

test::small_consultation rows_in_welsh() {
  test::small_consultation rows;
  rows.chapters = {"c1"};
  rows.asked = {{"q1", question_kind::open, "c1", ""}};
  rows.themes = {{"buses", {"bus*", "\"buses are\""}}, {"cold", {"cold"}}};
  test::small_consultation::response_row response{"r1", "form", {{"q1", welsh}}};
  response.language = "cy";
  response.publication = publication::anonymous;
  rows.responses = {response};
  rows.rule_languages = {"en"};
  rows.translations = {{"r1", "q1", english}};
  return rows;
}

quote first_quote(const codings& from) {
  return select_quotes(from, {test::theme_of(from, "buses"), {}, 3, 0, false}).at(0);
}

}  // namespace

TEST_SUITE("translations") {
  TEST_CASE("rules read the translation and the evidence is the whole answer once") {
    const auto from = rows_in_welsh().code();
    REQUIRE(from->table().size() == 2);
    for (const coding_id coding : from->each()) {
      REQUIRE(from->table().spans[coding].size() == 1);
      CHECK(from->table().spans[coding][0].bytes ==
            text::span{0, static_cast<std::uint32_t>(welsh.size())});
    }
    CHECK(from->rules()[0].answers == 1);
    CHECK(from->rules()[0].looked_at == 1);
    CHECK(from->rules()[1].answers == 1);
    test::small_consultation without = rows_in_welsh();
    without.translations.clear();
    CHECK(without.code()->table().size() == 0);
  }

  TEST_CASE("the quote is of the original, and the translation stands beside it") {
    test::small_consultation rows = rows_in_welsh();
    rows.responses[0].publication = publication::counted_only;
    const auto from = rows.code();
    const quote chosen = first_quote(*from);
    CHECK(quote_text(*from->of(), chosen) == "Mae'r parc yn oer. Mae angen bysiau.");
    const auto beside = translation_beside(*from->of(), chosen);
    REQUIRE(beside);
    CHECK(beside->text == english);
    CHECK(beside->by == "the translator");
    CHECK(beside->language == "en");
    CHECK(beside->whole_answer);
  }

  TEST_CASE("beside a quote that is published nothing stands that was not cleared") {
    struct {
      const char* what;
      std::string words, translation;
      std::string redacted;
      std::string expected;
    } const cases[] = {
        {"a part that nobody cleared", "", "", "", ""},
        {"a part", "Mae angen bysiau.", "", "", ""},
        {"a part with its translation", "Mae angen bysiau.", "Buses are needed.", "",
         "Buses are needed."},
        {"all of it", welsh, "", "", english},
        {"all of it, with a redaction", welsh, "", "Diolch", ""},
        {"its translation given, with a redaction", welsh, "The park is cold.", "Diolch",
         "The park is cold."},
    };
    for (const auto& each : cases) {
      CAPTURE(each.what);
      test::small_consultation rows = rows_in_welsh();
      if (!each.words.empty()) {
        rows.quotes = {{"r1", "q1", each.words, quote_action::clear, each.translation}};
      }
      if (!each.redacted.empty()) rows.redactions = {{"r1", "q1", each.redacted}};
      const auto from = rows.code();
      const quote chosen = first_quote(*from);
      REQUIRE(chosen.may_be_published);
      const auto beside = translation_beside(*from->of(), chosen);
      CHECK((beside ? beside->text : "") == each.expected);
      if (beside) CHECK_FALSE(beside->whole_answer);
    }
  }
}
