#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

const std::string written = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
language = { column = "Language", en = "English", cy = "Welsh" }
answers = { why = "Why", how = "How", you = "You" }
)");

const std::string form =
    "ID,Language,Why,How,You\n"
    "1,Welsh,Mae'r bysiau'n hwyr. Mae'n oer.,,\n"
    "2,Welsh,Dim i'w ddweud,,\n"
    "3,Welsh,Heb gyfieithiad,,\n"
    "4,English,The buses are late,,\n";

const std::string head = "response,question,text_hash,language,translation,who,when,why\n";
const std::string one = hash_of("Mae'r bysiau'n hwyr. Mae'n oer.");
const std::string two = hash_of("Dim i'w ddweud");

assembled translated(const std::string& rows, const std::string& quotes = {}) {
  assembly_options options;
  options.rule_languages = {"en"};
  files all = {{"f.csv", form}, {"decisions/translations.csv", head + rows}};
  if (!quotes.empty()) {
    all["decisions/quotes.csv"] =
        "response,question,first,last,action,text_hash,who,when,why,translation\n" + quotes;
  }
  return assemble(written, all, options);
}

}  // namespace

TEST_CASE("a translation makes an answer one that rules can read, and its author is kept") {
  const assembled out =
      translated("1,why," + one + ",cy,Mae'r bysiau'n hwyr,x,,\n" + "1,why," + one +
                 ",en-gb,The buses are late. It is cold.,Ann Lee,2026-05-01,asked\n" + "2,why," +
                 two + ",en,No comment,engine 2.1,,\n");
  REQUIRE(out.made);
  CHECK(out.remarks.empty());
  CHECK(out.state("1", "why") == answer_state::text);
  CHECK(out.state("2", "why") == answer_state::no_comment);
  CHECK(out.state("3", "why") == answer_state::not_coded);
  CHECK(out.state("4", "why") == answer_state::text);
  REQUIRE(out.made->translations().size() == 3);
  const answer_id first = out.made->translations()[0].answer;
  CHECK(out.made->translations_of(first).size() == 2);
  const translation* words = out.made->translation_of(first, "en");
  REQUIRE(words);
  CHECK(words->language == "en-GB");
  CHECK(out.made->text(words->text) == "The buses are late. It is cold.");
  CHECK(words->by.who == "Ann Lee");
  CHECK(to_string(words->by.when) == "2026-05-01");
  CHECK(out.made->translation_of(first, "pl") == nullptr);
  // The answer is what it was.
  CHECK(out.said("1", "why") == strings{"Mae'r bysiau'n hwyr. Mae'n oer."});
}

TEST_CASE("a translation of other words is stale") {
  const assembled out = translated("1,why," + two + ",en,The buses are late,ann,,\n");
  REQUIRE(out.made);
  CHECK(out.made->translations().empty());
  CHECK(out.made->stale().size() == 1);
  CHECK(out.state("1", "why") == answer_state::not_coded);
}

TEST_CASE("faults of translations") {
  const std::string file = "decisions/translations.csv:";
  const assembled out =
      translated("1,why," + one + ",english language,Words,ann,,\n" + "1,why," + one +
                 ",en,Words,,,\n" + "1,why," + one + ",en, ,ann,,\n" + "1,why," + one +
                 ",en,Words,ann,,\n" + "1,why," + one + ",en,Others,ann,,\n");
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{file + "2:4: error: this is no language tag",
                file + "3:6: error: the author of the translation is missing",
                file + "4:5: error: there are no words",
                file + "6:4: error: row 5 translates this answer into this language already"});
}

TEST_CASE("the translation of a quote is a slice of a translation of its answer") {
  const std::string row = "1,why," + one + ",en,The buses are late. It is cold.,ann,,\n";
  const assembled out = translated(row, "1,why,0,20,clear," + one + ",zoe,,,The buses are late.\n");
  REQUIRE(out.made);
  REQUIRE(out.made->quote_decisions().size() == 1);
  CHECK(out.made->quote_decisions()[0].translation == "The buses are late.");
  const assembled other = translated(row, "1,why,0,20,clear," + one + ",zoe,,,Buses are late\n");
  CHECK(other.made == nullptr);
  CHECK(other.remarks == strings{"decisions/quotes.csv:2:10: error: these words are in no "
                                 "translation of the answer"});
}
