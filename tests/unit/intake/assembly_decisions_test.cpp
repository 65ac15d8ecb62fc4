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

const std::string form =
    "ID,Why,How,You,Body\n"
    "1,The buses are late,,,Kestrel Trust\n"
    "2,caf\xC3\xA9s,n/a,,The Kestrel Trust\n"
    "3,,,,\n";

assembled decided(const std::string& file, const std::string& bytes) {
  return assemble(written, {{"f.csv", form}, {"decisions/" + file, bytes}});
}

}  // namespace

TEST_CASE("dispositions are decided, and a decision stands") {
  const assembled out = decided("dispositions.csv",
                                "response,disposition,reason,who,when,why\n"
                                "1,invalid,not from here,ann,2026-05-01,\n"
                                "3,included,,ann,2026-05-01,a blank form is a statement\n");
  REQUIRE(out.made);
  CHECK(out.disposition_of("1") == disposition::invalid);
  CHECK(out.made->text(out.made->responses().reason[out.response("1")]) == "not from here");
  CHECK(out.disposition_of("2") == disposition::included);
  CHECK(out.disposition_of("3") == disposition::included);
}

TEST_CASE("faults of dispositions") {
  const assembled out = decided("dispositions.csv",
                                "response,disposition,reason,who,when,why\n"
                                "9,test,,,,\n"
                                "1,inclded,,,,\n"
                                "2,invalid,,,,\n"
                                "2,test,,,,\n");
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{"decisions/dispositions.csv:2:1: error: no response has this id",
                "decisions/dispositions.csv:3:2: error: this is no disposition, did you mean "
                "\"included\"?",
                "decisions/dispositions.csv:4:3: error: \"invalid\" needs a reason",
                "decisions/dispositions.csv:5:1: error: row 4 decides on this response already"});
  const assembled columns = decided("dispositions.csv", "response,disposition\n1,test\n");
  CHECK(columns.remarks.size() == 4);
  CHECK(columns.remarks[0] == "decisions/dispositions.csv:1: error: column \"reason\" is missing");
}

TEST_CASE("names become one body where people say so") {
  const assembled out = decided("organisations.csv",
                                "name,canonical,type,action,who,when,why\n"
                                "Kestrel Trust,The Kestrel Trust,charity,merge,ann,,\n"
                                "The Kestrel Trust,The Kestrel Trust (Estermark),,rename,ann,,\n");
  REQUIRE(out.made);
  REQUIRE(out.made->organisations().size() == 1);
  const organisation& body = out.made->organisations()[0];
  CHECK(body.name == "The Kestrel Trust (Estermark)");
  CHECK(body.type == "charity");
  CHECK(body.spellings == strings{"Kestrel Trust", "The Kestrel Trust"});
}

TEST_CASE("names are kept apart, and an entry is split, where people say so") {
  const std::string head = "name,canonical,type,action,who,when,why\n";
  const assembled apart = decided(
      "organisations.csv", head + "Kestrel Trust,The Kestrel Trust,charity,keep_apart,ann,,\n");
  REQUIRE(apart.made);
  CHECK(apart.made->organisations().size() == 2);
  CHECK(apart.made->organisations()[0].type == "charity");
  CHECK(apart.made->organisations()[1].type.empty());
  CHECK(apart.made->kept_apart() ==
        std::vector<name_couple>{{"Kestrel Trust", "The Kestrel Trust"}});
  const assembled parts =
      decided("organisations.csv", head +
                                       "The Kestrel Trust,Kestrel,,split,ann,,\n"
                                       "The Kestrel Trust,Kestrel Trust,,split,ann,,\n");
  REQUIRE(parts.made);
  REQUIRE(parts.made->organisations().size() == 2);
  CHECK(parts.made->organisations()[0].name == "Kestrel");
  CHECK(parts.made->responses().organisations[parts.response("2")].size() == 2);
}

TEST_CASE("a proposal waits for a person and does nothing until then") {
  const assembled out = decided("organisations.csv",
                                "name,canonical,type,action,who,when,why\n"
                                "The Kestrel Trust,Kestrel Trust,,proposed,,,the same words\n");
  REQUIRE(out.made);
  CHECK(out.made->organisations().size() == 2);
  CHECK(out.made->proposed_bodies() ==
        std::vector<name_couple>{{"Kestrel Trust", "The Kestrel Trust"}});
  CHECK(out.remarks == strings{"decisions/organisations.csv:2: note: 1 proposal waits for a person "
                               "to write merge, rename, keep_apart or split"});
}

TEST_CASE("the data may say what type of body it is") {
  std::string text = written;
  text.replace(text.find("organisation = \"Body\""), 21,
               "organisation = { column = \"Body\", type = \"Type\" }");
  const auto typed = [&](const std::string& rows, const std::string& decisions = {}) {
    return assemble(text, {{"f.csv", "ID,Why,How,You,Body,Type\n" + rows},
                           {"decisions/organisations.csv",
                            "name,canonical,type,action,who,when,why\n" + decisions}});
  };
  const assembled same = typed("1,a,,,Kestrel Trust,charity\n2,b,,,Kestrel Trust,\n");
  REQUIRE(same.made);
  CHECK(same.made->organisations()[0].type == "charity");
  CHECK(same.made->organisations()[0].type_from == type_origin::self);
  const std::string differ = "1,a,,,Kestrel Trust,charity\n2,b,,,Kestrel Trust,school\n";
  const assembled two = typed(differ);
  REQUIRE(two.made);
  CHECK(two.made->organisations()[0].type_from == type_origin::nobody);
  CHECK(two.remarks == strings{"f.csv:3: warning: responses of one body give it different types; "
                               "a row of organisations.csv decides"});
  const assembled settled = typed(differ, "Kestrel Trust,Kestrel Trust,trust,rename,ann,,\n");
  REQUIRE(settled.made);
  CHECK(settled.made->organisations()[0].type == "trust");
  CHECK(settled.made->organisations()[0].type_from == type_origin::assigned);
  CHECK(settled.remarks.empty());
}

TEST_CASE("faults of organisations") {
  const assembled out = decided("organisations.csv",
                                "name,canonical,type,action,who,when,why\n"
                                "Kestrel Trust,The Kestrel Trust,,joins,,,\n"
                                ",The Kestrel Trust,,merge,,,\n"
                                "Kestrel Trust,The Kestrel Trust,,keep_apart,,,\n"
                                "Kestrel Trust,The Kestrel Trust,,merge,,,\n");
  CHECK(out.made == nullptr);
  CHECK(out.remarks == strings{"decisions/organisations.csv:2:4: error: this is no action",
                               "decisions/organisations.csv:3:1: error: \"name\" is empty",
                               "decisions/organisations.csv:5:4: error: row 4 keeps these apart"});
  const assembled nobody = decided("organisations.csv",
                                   "name,canonical,type,action,who,when,why\n"
                                   "Nobody,The Kestrel Trust,,merge,,,\n");
  REQUIRE(nobody.made);
  CHECK(nobody.remarks ==
        strings{"decisions/organisations.csv:2: warning: no response names this organisation"});
}

TEST_CASE("codings are made on words, whole answers or bytes of them") {
  const std::string head = "response,question,theme,stance,first,last,text_hash,when\n";
  const std::string one = hash_of("The buses are late");
  const std::string two = hash_of("caf\xC3\xA9s");
  const assembled out = assemble(
      written,
      {{"f.csv", form},
       {"decisions/codings/ann.csv", head + "1,why,buses,against,4,9," + one +
                                         ",2026-05-01\n1,why,time,,,," + one + ",2026-05-01\n"},
       {"decisions/codings/adjudicated.csv",
        head + "2,why,food,neither,0,5," + two + ",2026-05-02\n"},
       {"decisions/reviews/ann.csv",
        "response,question,text_hash,when\n1,why," + one + ",\n2,how," + hash_of("n/a") + ",\n"}});
  REQUIRE(out.made);
  REQUIRE(out.made->coders().size() == 2);
  CHECK(out.made->coders()[0].name == "adjudicated");
  CHECK(out.made->coders()[0].kind == coder_kind::adjudicated);
  CHECK(out.made->coders()[1].kind == coder_kind::human);
  const auto& codings = out.made->codings();
  REQUIRE(codings.size() == 3);
  CHECK(out.made->coded_themes() == strings{"buses", "food", "time"});
  CHECK(codings[0].theme == 0);
  CHECK(codings[0].stance == stance::against);
  CHECK_FALSE(codings[0].whole_answer);
  CHECK(codings[0].first == 4);
  CHECK(codings[0].last == 9);
  CHECK(codings[0].place.row == 2);
  CHECK(codings[1].whole_answer);
  CHECK(codings[2].stance == stance::neither);
  CHECK(out.made->reviews().size() == 2);
}

TEST_CASE("a coding on other words is stale, and applied to nothing") {
  const assembled out = decided("codings/ann.csv",
                                "response,question,theme,stance,first,last,text_hash,when\n"
                                "1,why,buses,,,," +
                                    hash_of("The buses were late") +
                                    ",\n"
                                    "3,why,buses,,,," +
                                    hash_of("The buses are late") + ",\n");
  REQUIRE(out.made);
  CHECK(out.made->codings().empty());
  REQUIRE(out.made->stale().size() == 2);
  CHECK(out.made->stale()[0].why == "the words have changed");
  CHECK(out.made->stale()[1].why == "there is no such answer");
  CHECK(out.remarks.size() == 2);
}

TEST_CASE("faults of codings") {
  const std::string one = hash_of("The buses are late");
  const std::string two = hash_of("caf\xC3\xA9s");
  const assembled out = decided("codings/ann.csv",
                                "response,question,theme,stance,first,last,text_hash,when\n"
                                "1,why,The Buses,,,," +
                                    one +
                                    ",\n"
                                    "1,why,buses,pro,,," +
                                    one +
                                    ",\n"
                                    "1,why,buses,,4,," +
                                    one +
                                    ",\n"
                                    "1,why,buses,,4,99," +
                                    one +
                                    ",\n"
                                    "2,why,food,,0,4," +
                                    two +
                                    ",\n"
                                    "7,whi,food,,,,x,\n");
  CHECK(out.made == nullptr);
  const std::string file = "decisions/codings/ann.csv:";
  CHECK(out.remarks ==
        strings{file + "2:3: error: this is no theme: an id has lower-case letters, digits and "
                       "hyphens, no hyphen first, at most 64",
                file + "3:4: error: this is no stance",
                file + "4:6: error: \"first\" and \"last\" are byte offsets, and \"last\" is past "
                       "the end",
                file + "5:6: error: the answer ends at byte 18, before \"last\"",
                file + "6:6: error: this byte is inside a character",
                file + "7:1: error: no response has this id",
                file + "7:2: error: no question has this id, did you mean \"why\"?",
                file + "7:7: error: \"text_hash\" is the XXH3-128 of the words, 32 hexadecimal "
                       "digits"});
}

TEST_CASE("quotes are pinned, banned and cleared on words") {
  const std::string hash = hash_of("The buses are late");
  const assembled out = decided("quotes.csv",
                                "response,question,first,last,action,text_hash,who,when,why\n"
                                "1,why,0,9,ban," +
                                    hash +
                                    ",ann,2026-05-01,names a driver\n"
                                    "1,why,0,18,clear," +
                                    hash +
                                    ",zoe,,\n"
                                    "1,why,0,9,pin," +
                                    hash_of("else") + ",zoe,,\n");
  REQUIRE(out.made);
  const auto& quotes = out.made->quote_decisions();
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[0].action == quote_action::ban);
  CHECK(quotes[0].last == 9);
  CHECK(quotes[0].by.who == "ann");
  CHECK(quotes[0].by.why == "names a driver");
  CHECK(quotes[1].action == quote_action::clear);
  CHECK(out.made->stale().size() == 1);
  const assembled bad = decided("quotes.csv",
                                "response,question,first,last,action,text_hash,who,when,why\n"
                                "1,why,,,pins," +
                                    hash +
                                    ",,,\n"
                                    "1,why,,,pin," +
                                    hash + ",,,\n");
  CHECK(bad.remarks ==
        strings{"decisions/quotes.csv:2:5: error: this is no action, did you mean \"pin\"?",
                "decisions/quotes.csv:3:3: error: \"first\" and \"last\" are byte offsets, and "
                "\"last\" is past the end"});
}

TEST_CASE("the same words in a passage and in the rest are told apart by question, then by place") {
  const std::string letter = "same same same";
  const std::string hash = hash_of("same");
  const assembled out = assemble(
      written, {{"f.csv", form},
                {"register.csv", "id,received,channel,file,note\nL,,inbox,l.txt,\n"},
                {"l.txt", letter},
                {"decisions/passages.csv",
                 "response,file,first,last,question,text_hash,who,when,why\n"
                 "L,l.txt,5,9,why," +
                     hash + ",,,\nL,l.txt,0,4,why," + hash + ",,,\n"},
                {"decisions/codings/ann.csv",
                 "response,question,theme,stance,first,last,text_hash,when\nL,why,buses,,,," +
                     hash + ",\n"}});
  REQUIRE(out.made);
  REQUIRE(out.made->codings().size() == 1);
  CHECK(out.made->answers().place[out.made->codings()[0].answer].first == 0);
}

TEST_CASE("a coder that the manifest knows more of is that coder") {
  const std::string known = written + R"(
[[source.coding]]
coder = "m7"
kind = "model"
model = "classifier"
version = "7"
question = "why"
columns = { buses = "Buses" }
)";
  const assembled out = assemble(
      known, {{"f.csv", "ID,Why,How,You,Body,Buses\n1,The buses are late,,,,\n"},
              {"decisions/codings/m7.csv",
               "response,question,theme,stance,first,last,text_hash,when\n1,why,buses,,,," +
                   hash_of("The buses are late") + ",\n"}});
  REQUIRE(out.made);
  REQUIRE(out.made->coders().size() == 1);
  CHECK(out.made->coders()[0].kind == coder_kind::model);
  CHECK(out.made->coders()[0].version == "7");
}
