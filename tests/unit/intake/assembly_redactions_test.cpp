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
organisation = "Body"
answers = { why = "Why", how = "How", you = "You" }
)");

// "Zo\u00EB" has a letter of two bytes.
const std::string words = "My friend Zo\xC3\xAB drove me";
const std::string form = "ID,Why,How,You,Body\n1," + words + ",,,Kestrel Trust\n2,,Zo,,\n";
const std::string hash = hash_of(words);

assembled decided(const std::string& file, const std::string& bytes) {
  return assemble(written, {{"f.csv", form}, {"decisions/" + file, bytes}});
}

assembled redacted(const std::string& rows) {
  return decided("redactions.csv",
                 "response,question,first,last,replacement,text_hash,who,when,why\n" + rows);
}

}  // namespace

TEST_CASE("redactions are kept by answer and bytes, with who, when and why") {
  const assembled out =
      redacted("1,why,15,20,," + hash + ",zoe,2026-05-02T09:30,\n" + "1,why,10,14,[a name]," +
               hash + ",ann,2026-05-01,a friend's name\n");
  REQUIRE(out.made);
  REQUIRE(out.made->redactions().size() == 2);
  const redaction& name = out.made->redactions()[0];
  CHECK(out.made->text_of(name.answer).substr(name.first, name.last - name.first) == "Zo\xC3\xAB");
  CHECK(name.replacement == "[a name]");
  CHECK(name.by.who == "ann");
  CHECK(to_string(name.by.when) == "2026-05-01");
  CHECK(name.by.why == "a friend's name");
  CHECK(name.place.row == 3);
  CHECK(out.made->redactions()[1].replacement == "[redacted]");
  CHECK(to_string(out.made->redactions()[1].by.when) == "2026-05-02T09:30:00");
  CHECK(out.made->redactions_of(name.answer).size() == 2);
  CHECK(out.made->redactions_of(answer_id(name.answer.value + 1)).empty());
}

TEST_CASE("a redaction of other words is stale, and applied to nothing") {
  const assembled out = redacted("1,why,10,14,[name]," + hash_of("My friend Zoe") + ",,,\n");
  REQUIRE(out.made);
  CHECK(out.made->redactions().empty());
  REQUIRE(out.made->stale().size() == 1);
  CHECK(out.made->stale()[0].file == "decisions/redactions.csv");
  CHECK(out.remarks == strings{"decisions/redactions.csv:2: warning: this row is set aside: the "
                               "words have changed"});
}

TEST_CASE("faults of redactions") {
  const std::string file = "decisions/redactions.csv:";
  struct {
    std::string rows;
    const char* expected;
  } const cases[] = {
      {"1,why,10,13,[name]," + hash + ",,,\n", "2:4: error: this byte is inside a character"},
      {"1,why,10,99,[name]," + hash + ",,,\n",
       "2:4: error: the answer ends at byte 23, before \"last\""},
      {"1,why,14,10,[name]," + hash + ",,,\n",
       "2:4: error: \"first\" and \"last\" are byte offsets, and \"last\" is past the end"},
      {"1,why,10,14,[name]," + hash + ",,,\n1,why,10,14,[x]," + hash + ",,,\n",
       "3:3: error: row 2 redacts some of these bytes already"},
      {"1,why,10,14,[name]," + hash + ",,,\n1,why,12,20,[x]," + hash + ",,,\n",
       "3:3: error: row 2 redacts some of these bytes already"},
      {"1,why,10,15,[name]," + hash + ",,,\n1,why,14,20,[x]," + hash + ",,,\n",
       "3:3: error: row 2 redacts some of these bytes already"},
      {"1,why,14,20,[name]," + hash + ",,,\n1,why,3,15,[x]," + hash + ",,,\n",
       "3:3: error: row 2 redacts some of these bytes already"},
      {"1,why,10,14,[name]," + hash + ",ann,last May,\n",
       "2:8: error: \"when\" is a date, YYYY-MM-DD, with or without a time"},
      {"1,why,10,14,[name]," + hash + ",ann,2026-02-30,\n",
       "2:8: error: \"when\" is a date, YYYY-MM-DD, with or without a time"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.rows);
    const assembled out = redacted(each.rows);
    CHECK(out.made == nullptr);
    CHECK(out.remarks == strings{file + each.expected});
  }
}

TEST_CASE("redactions that touch, or stand in other answers, are not in each other's way") {
  const assembled out =
      redacted("1,why,10,14,a," + hash + ",,,\n1,why,14,15,b," + hash + ",,,\n1,why,0,10,c," +
               hash + ",,,\n2,how,0,2,d," + hash_of("Zo") + ",,,\n");
  REQUIRE(out.made);
  CHECK(out.made->redactions().size() == 4);
  CHECK(out.remarks.empty());
}

TEST_CASE("what is decided on campaigns, and who signed off which section") {
  const assembled out = decided("campaigns.csv",
                                "campaign,policy,who,when,why\n"
                                "c-2,exclude,ann,2026-05-01,sent from one address\n"
                                "c-1,count_one,ann,2026-05-01T10:00:00Z,\n");
  REQUIRE(out.made);
  REQUIRE(out.made->campaign_decisions().size() == 2);
  CHECK(out.made->campaign_decisions()[0].campaign == "c-1");
  CHECK(out.made->campaign_decisions()[0].policy == campaign_policy::count_one);
  CHECK(out.made->campaign_decisions()[1].by.why == "sent from one address");
  const assembled bad = decided("campaigns.csv",
                                "campaign,policy,who,when,why\n"
                                "c-1,count_once,,,\n"
                                "a campaign,exclude,,,\n"
                                "c-1,exclude,,,\n"
                                "c-1,exclude,,,\n");
  CHECK(bad.made == nullptr);
  CHECK(
      bad.remarks ==
      strings{"decisions/campaigns.csv:2:2: error: this is no policy, did you mean \"count_one\"?",
              "decisions/campaigns.csv:3:1: error: \"campaign\" has letters, digits, hyphens, "
              "underscores and full stops, at most 128",
              "decisions/campaigns.csv:5:1: error: row 4 decides on this campaign already"});

  const assembled signed_off = decided("signoff.csv",
                                       "section,run,who,when\nc1,0a1b,zoe,2026-06-01\n"
                                       "c1,0a1b,ann,2026-06-01\n");
  REQUIRE(signed_off.made);
  REQUIRE(signed_off.made->signoffs().size() == 2);
  CHECK(signed_off.made->signoffs()[0].by.who == "ann");
  CHECK(signed_off.made->signoffs()[0].run == "0a1b");
  CHECK(decided("signoff.csv", "section,run,who,when\nc1,0a1b,,\n").remarks ==
        strings{"decisions/signoff.csv:2:3: error: nobody signs off this section"});
}

TEST_CASE("names that are kept apart are kept, and may not be one by way of others") {
  const std::string head = "name,canonical,type,action,who,when,why\n";
  const assembled out =
      decided("organisations.csv", head +
                                       "Kestrel Trust,Kestrel House,,keep_apart,ann,2026-05-01,two "
                                       "addresses\nKestrel Trust,Kestrel,charity,rename,ann,,\n");
  REQUIRE(out.made);
  REQUIRE(out.made->name_decisions().size() == 2);
  CHECK(out.made->name_decisions()[0].action == name_action::rename);
  const name_decision& apart = out.made->name_decisions()[1];
  CHECK(apart.action == name_action::keep_apart);
  CHECK(apart.canonical == "Kestrel House");
  CHECK(apart.by.why == "two addresses");
  CHECK(out.remarks == strings{"decisions/organisations.csv:2: warning: no response names one of "
                               "these organisations, so they are apart anyway"});
  const assembled one =
      decided("organisations.csv", head +
                                       "Kestrel House,Kestrel Trust,,keep_apart,,,\n"
                                       "Kestrel Trust,Kestrel,,merge,,,\n"
                                       "Kestrel House,Kestrel,,merge,,,\n");
  CHECK(one.made == nullptr);
  CHECK(one.remarks ==
        strings{"decisions/organisations.csv:2: error: these names are kept apart here, and other "
                "rows make them one body",
                "decisions/organisations.csv:4: warning: no response names this organisation"});
}

TEST_CASE("a decision file of another name is told of, and a slip in a name is a fault") {
  struct {
    const char* name;
    const char* expected;
  } const cases[] = {
      {"notes.csv", "warning: no decision file has this name, so it is not read"},
      {"redaction.csv",
       "error: no decision file has this name, so it is not read, did you mean "
       "\"redactions.csv\"?"},
  };
  for (const auto& each : cases) {
    const assembled out = decided(each.name, "anything at all \xFF");
    CHECK(out.remarks == strings{std::string("decisions/") + each.name + ": " + each.expected});
    CHECK(out.made.operator bool() == std::string(each.expected).starts_with("warning"));
  }
}

TEST_CASE("a source may stand among the decisions") {
  std::string inside = written;
  inside.replace(inside.find("f.csv"), 5, "decisions/f.csv");
  const assembled out = assemble(inside, {{"decisions/f.csv", form}});
  REQUIRE(out.made);
  CHECK(out.remarks.empty());
  CHECK(out.made->responses().size() == 2);
}

TEST_CASE("no remark repeats a cell: a row that has shifted may hold a respondent's words") {
  const std::string canary = "zqxcanary";
  struct {
    const char* file;
    const char* head;
    unsigned cells;
  } const files[] = {
      {"decisions/dispositions.csv", "response,disposition,reason,who,when,why", 6},
      {"decisions/passages.csv", "response,file,first,last,question,text_hash,who,when,why", 9},
      {"decisions/organisations.csv", "name,canonical,type,action,who,when,why", 7},
      {"decisions/codings/ann.csv", "response,question,theme,stance,first,last,text_hash,when", 8},
      {"decisions/reviews/ann.csv", "response,question,text_hash,when", 4},
      {"decisions/quotes.csv", "response,question,first,last,action,text_hash,who,when,why", 9},
      {"decisions/redactions.csv",
       "response,question,first,last,replacement,text_hash,who,when,why", 9},
      {"decisions/campaigns.csv", "campaign,policy,who,when,why", 5},
      {"decisions/signoff.csv", "section,run,who,when", 4},
      {"register.csv", "id,received,channel,file,note,kind,merged_into,capacity,language", 9},
  };
  // Good values for each column, so that each cell in turn is what is wrong.
  const std::map<std::string, std::string> good = {{"response", "1"},
                                                   {"question", "why"},
                                                   {"disposition", "test"},
                                                   {"file", "f.csv"},
                                                   {"first", "0"},
                                                   {"last", "2"},
                                                   {"text_hash", hash},
                                                   {"when", "2026-05-01"},
                                                   {"action", "pin"},
                                                   {"theme", "buses"},
                                                   {"campaign", "c-1"},
                                                   {"policy", "count_one"},
                                                   {"section", "c1"},
                                                   {"run", "0a"},
                                                   {"id", "L1"},
                                                   {"channel", "inbox"},
                                                   {"received", "2026-05-01"}};
  for (const auto& file : files) {
    std::size_t remarked = 0;
    for (unsigned bad = 0; bad <= file.cells; ++bad) {
      std::string row;
      std::string name;
      unsigned cell = 0;
      for (const char c : std::string(file.head) + ",") {
        if (c != ',') {
          name += c;
          continue;
        }
        const auto value = good.find(name);
        // The last time round every cell is wrong at once.
        const bool wrong = cell == bad || bad == file.cells;
        row += (cell++ == 0 ? "" : ",");
        row += wrong ? canary + " words" : value == good.end() ? "" : value->second;
        name.clear();
      }
      // The same row twice also tries what is said of rows that are there already.
      const assembled out = assemble(
          written,
          {{"f.csv", form}, {file.file, std::string(file.head) + "\n" + row + "\n" + row + "\n"}});
      CAPTURE(file.file);
      CAPTURE(bad);
      for (const std::string& remark : out.remarks) {
        CAPTURE(remark);
        CHECK(remark.find(canary) == remark.npos);
        remarked += remark.starts_with(file.file) ? 1 : 0;
      }
    }
    CAPTURE(file.file);
    CHECK(remarked > file.cells);
  }
}
