#include "intake/table_rows.hpp"
#include "intake/traces.hpp"
#include "unit/intake/assemble.hpp"

#include <heard/base/error.hpp>
#include <heard/intake/purge.hpp>
#include <heard/model/ledger.hpp>
#include <heard/model/purged.hpp>

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

const std::string written = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
contact = ["Email"]
answers = { why = "Why", how = "How", you = "You" }
)");
const std::string words = "The night bus never comes when my shift at the mill ends";
const std::string header = "ID,Why,How,You,Email\n";
const std::string first = "1,On Sundays,,,ann@example.org\n";
const std::string second = "2,\"" + words + "\",By bus,,bo.bo@example.org\n";
const std::string third = "3,By bus,,,cy@example.org\n";
const std::string columns = "response,channel,item,text_hash,who,when,why\n";

// A NUL after each answer, in the order of their bytes: "By bus" before "The night bus".
const std::string text_hash =
    to_hex(hash_bytes(std::string("By bus\0", 7) + words + std::string("\0", 1)));
const std::string purged_row = "2,form,," + text_hash + ",zoe,2026-05-02,asked to be forgotten\n";

}  // namespace

TEST_CASE("a purged response is received and withdrawn, with its row or without") {
  const std::string decided = columns + purged_row;
  const assembled there = assemble(
      written, {{"f.csv", header + first + second + third}, {"decisions/purged.csv", decided}});
  const assembled gone =
      assemble(written, {{"f.csv", header + first + third}, {"decisions/purged.csv", decided}});
  const assembled blank = assemble(
      written, {{"f.csv", header + first + "2,,,,\n" + third}, {"decisions/purged.csv", decided}});
  CHECK(there.remarks == strings{"f.csv:3: warning: this response was purged, and its words or "
                                 "contacts still stand here: blank them"});
  CHECK(gone.remarks.empty());
  CHECK(blank.remarks.empty());
  for (const assembled* each : {&there, &gone, &blank}) {
    REQUIRE(each->made);
    CHECK(each->made->responses().size() == 3);
    CHECK(each->disposition_of("2") == disposition::withdrawn);
    CHECK(each->said("2", "why").empty());
    CHECK(each->said("1", "why") == strings{"On Sundays"});
    CHECK(each->made->stale().empty());
    CHECK(everything(*each->made).find("night bus") == std::string::npos);
  }
  CHECK(everything(*there.made) == everything(*gone.made));
  CHECK(everything(*there.made) == everything(*blank.made));
}

TEST_CASE("contacts alone still have to be blanked") {
  const assembled out = assemble(written, {{"f.csv", header + "2,,,,bo.bo@example.org\n"},
                                           {"decisions/purged.csv", columns + purged_row}});
  CHECK(out.remarks == strings{"f.csv:2: warning: this response was purged, and its words or "
                               "contacts still stand here: blank them"});

  const std::string named = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
name = "Name"
publication = { column = "May", named = "Yes" }
answers = { why = "Why", how = "How", you = "You" }
)");
  const assembled name = assemble(named, {{"f.csv", "ID,Why,How,You,Name,May\n2,,,,Bo Lee,Yes\n"},
                                          {"decisions/purged.csv", columns + purged_row}});
  CHECK(name.remarks == out.remarks);
}

TEST_CASE("another's words under a purged id are told of and not taken in") {
  const assembled out = assemble(written, {{"f.csv", header + "2,Other words,,,\n"},
                                           {"decisions/purged.csv", columns + purged_row}});
  REQUIRE(out.made);
  CHECK(out.remarks == strings{"f.csv:2: warning: this response was purged, and other words than "
                               "its own stand under its id"});
  REQUIRE(out.made->stale().size() == 1);
  CHECK(out.made->stale()[0].file == "decisions/purged.csv");
  CHECK(out.made->stale()[0].row == 2);
  CHECK(out.said("2", "why").empty());
}

TEST_CASE("faults of purged.csv and decisions that contradict it") {
  const std::string hash(32, '0');
  const std::string file = "decisions/purged.csv:";
  const std::pair<std::string, std::string> table[] = {
      {",form,," + hash + ",,,\n", file + "2:1: error: this row names no response"},
      {"2,The form,," + hash + ",,,\n", file + "2:2: error: this is no channel"},
      {"2,all,," + hash + ",,,\n", file + "2:2: error: this is no channel"},
      {"2,form,,abc,,,\n", file + "2:4: error: \"text_hash\" is the XXH3-128 of the words, 32"},
      {"2,form,," + hash + ",,,\n2,form,," + hash + ",,,\n",
       file + "3:1: error: row 2 purges this response"},
      {"2,form,," + hash + ",zoe,May,\n", file + "2:6: error: \"when\" is a date"},
  };
  for (const auto& [rows, expected] : table) {
    CAPTURE(rows);
    const assembled out =
        assemble(written, {{"f.csv", header + first}, {"decisions/purged.csv", columns + rows}});
    CHECK(!out.made);
    REQUIRE(out.remarks.size() == 1);
    CHECK(out.remarks[0].starts_with(expected));
  }
  const std::string decided = "response,disposition,reason,who,when,why\n";
  const auto with = [&](const std::string& row) {
    return assemble(written, {{"f.csv", header + first},
                              {"decisions/dispositions.csv", decided + row},
                              {"decisions/purged.csv", columns + purged_row}});
  };
  CHECK(
      with("2,included,,,,\n").remarks ==
      strings{"decisions/dispositions.csv:2:2: error: row 2 of purged.csv says that this response "
              "was withdrawn"});
  CHECK(with("2,withdrawn,,,,\n").remarks.empty());
}

TEST_CASE("decisions on words that were purged are no faults") {
  const std::string quote = "2,why,0,4,clear," + hash_of(words) + ",zoe,2026-05-01,\n";
  const assembled out =
      assemble(written, {{"f.csv", header + first},
                         {"decisions/quotes.csv",
                          "response,question,first,last,action,text_hash,who,when,why\n" + quote},
                         {"decisions/purged.csv", columns + purged_row}});
  REQUIRE(out.made);
  CHECK(out.made->quote_decisions().empty());
  CHECK(out.made->stale().empty());
  CHECK(out.remarks == strings{"decisions/quotes.csv:2: note: this row speaks of a response that "
                               "was purged, and is not used"});
}

TEST_CASE("a purge writes its record and takes back what was decided") {
  diagnostics remarks;
  const auto from = parse_manifest(written, "consultation.toml", remarks);
  REQUIRE(from);
  const std::string form = header + first + second + third;
  const assembled out = assemble(written, {{"f.csv", form}});
  REQUIRE(out.made);
  purge one(*from, out.made, "2", {"zoe", "2026-05-02", "asked to be forgotten"});
  const std::string quotes =
      "\xEF\xBB\xBFresponse;question;note\r\n\"1\";why;\"a\r\n2;b\"\r\n 2 ;why;x\r\n";
  one.supply("f.csv", form);
  one.supply("decisions/quotes.csv", quotes);
  one.supply("decisions/codings/ann.csv", "response,question\n1,why\n");
  one.supply("decisions/dispositions.csv",
             "disposition,response,reason,why,who,when\ntest,2,,,,\nblank,3,,,,");
  std::map<std::string, std::string> changed;
  for (const purged_file& file : one.files()) changed[file.path] = file.bytes;
  CHECK(changed.size() == 3);
  CHECK(changed["decisions/purged.csv"] == columns + purged_row);
  CHECK(changed["decisions/quotes.csv"] ==
        "\xEF\xBB\xBFresponse;question;note\r\n\"1\";why;\"a\r\n2;b\"\r\n");
  CHECK(changed["decisions/dispositions.csv"] ==
        "disposition,response,reason,why,who,when\nblank,3,,,,\n"
        "withdrawn,2,,asked to be forgotten,zoe,2026-05-02\n");

  REQUIRE(one.places().size() == 1);
  CHECK(one.places()[0].name == "f.csv");
  CHECK(one.places()[0].line == 3);

  CHECK(one.find("<p>The night <b>bus</b> never&nbsp;comes when</p>") == 3);
  CHECK(one.find("{\"text\":\"night bus\\nnever comes \\u0022when my\"}"));
  CHECK(one.find("mail BO.BO@example.org") == 5);
  CHECK_FALSE(one.find("By bus"));  // Others said so too.
  CHECK_FALSE(one.find("ann@example.org"));
  CHECK_FALSE(one.find("The night bus is late"));
}

TEST_CASE("a purge needs a response, a person, a date and a reason") {
  diagnostics remarks;
  const auto from = parse_manifest(written, "consultation.toml", remarks);
  const assembled out = assemble(written, {{"f.csv", header + first}});
  CHECK_THROWS_WITH_AS(purge(*from, out.made, "9", {"zoe", "2026-05-02", "x"}),
                       "no response has this id", error);
  CHECK_THROWS_AS(purge(*from, out.made, "1", {"", "2026-05-02", "x"}), error);
  CHECK_THROWS_AS(purge(*from, out.made, "1", {"zoe", "yesterday", "x"}), error);
  CHECK_THROWS_AS(purge(*from, out.made, "1", {"zoe", "2026-05-02", ""}), error);
}

TEST_CASE("rows of a file that a person keeps") {
  CHECK(with_row("", "d", {{"a", "1"}, {"b", "x,\"y\""}}) == "a,b\n1,\"x,\"\"y\"\"\"\n");
  CHECK(with_row("b,c,a\n", "d", {{"a", "1"}, {"b", "2"}}) == "b,c,a\n2,,1\n");
  CHECK_THROWS_AS(static_cast<void>(with_row("b\n", "d", {{"a", "1"}})), error);
  CHECK_THROWS_AS(static_cast<void>(without_rows("b\n1\n", "d", "a", "1")), error);
  CHECK(without_rows("a\n1\n11\n1", "d", "a", "1") == "a\n11\n");
  CHECK(has_row("a,b\n1,2\n", "d", {{"b", "2"}}));
  CHECK_FALSE(has_row("a,b\n1,2\n", "d", {{"a", "1"}, {"b", "3"}}));
}

TEST_CASE("traces: any bytes may be given, and offsets lie within them") {
  traces left;
  left.add("somebody's words that nobody else would put so");
  const std::string hostile[] = {
      "&", "\\", "<", "&#", "\\u", "\\u00", "<a", "</", "&amp", "", std::string("\0\xFF\xC3", 3)};
  for (const std::string& before : hostile) {
    for (const std::string& after : hostile) {
      const std::string bytes = before + " words that nobody else would put " + after;
      const auto at = left.find(bytes);
      REQUIRE(at);
      CHECK(*at < bytes.size());
      CHECK_FALSE(left.find(before + after));
      left.forgive(before);
    }
  }
  left.forgive("SOMEBODYS WORDS THAT NOBODY ELSE WOULD PUT SO!");
  CHECK(left.empty());
}
