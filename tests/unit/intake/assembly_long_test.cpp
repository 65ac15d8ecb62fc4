#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

std::string long_with(const std::string& more) {
  return manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
)" + more + R"(
[source.long]
question = "Q"
answer = "A"
values = { why = "Why?", how = ["How?", "And how?"], you = "Who?" }
)");
}

}  // namespace

TEST_CASE("rows with one id are one response") {
  const assembled out = assemble(long_with("contact = [\"Mail\"]\nlanguage = { column = \"L\" }"),
                                 {{"f.csv",
                                   "ID,Q,A,Mail,L\n"
                                   "1,Why?,Because,m@example.org,en\n"
                                   "2,And how?,Slowly,n@example.org,\n"
                                   "1,How?,Achos,m@example.org,cy\n"
                                   "1,Who?,Student,m@example.org,\n"
                                   "3,Why?,,o@example.org,\n"}});
  REQUIRE(out.made);
  CHECK(out.made->responses().size() == 3);
  CHECK(out.said("1", "why") == strings{"Because"});
  CHECK(out.said("1", "how") == strings{"Achos"});
  CHECK(out.said("1", "you") == strings{"student"});
  CHECK(out.said("2", "how") == strings{"Slowly"});
  CHECK(out.disposition_of("3") == disposition::blank);
  const answer_id why = out.made->answers_of(out.response("1")).first;
  CHECK(out.made->languages()[out.made->answers().language[why]] == "en");
  CHECK(out.made->languages()[out.made->answers().language[answer_id(why.value + 1)]] == "cy");
}

TEST_CASE("what rows say of one response must agree") {
  const assembled out = assemble(long_with("contact = [\"Mail\"]"), {{"f.csv",
                                                                      "ID,Q,A,Mail\n"
                                                                      "1,Why?,a,m@example.org\n"
                                                                      "1,How?,b,n@example.org\n"}});
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{"f.csv:3:4: error: column \"Mail\" says of this response what row 2 does not"});
}

TEST_CASE("a row may say once more what is said of the response") {
  std::string manifest = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { you = { column = "You", separator = "," } }
[source.long]
question = "Q"
answer = "A"
values = { why = "Why?", how = "How?" }
)");
  const assembled out = assemble(manifest, {{"f.csv",
                                             "ID,You,Q,A\n"
                                             "1,Student,Why?,a\n"
                                             "1,Student,How?,b\n"}});
  REQUIRE(out.made);
  CHECK(out.said("1", "you") == strings{"student"});
  CHECK(out.made->answers().size() == 3);
}

TEST_CASE("questions that are not declared are counted, and ids of other files are taken") {
  const assembled out = assemble(long_with(""), {{"f.csv",
                                                  "ID,Q,A\n"
                                                  "1,Whence?,a\n"
                                                  "1,Whither?,a\n"
                                                  "2,Why?,a\n"}});
  CHECK(out.remarks == strings{"f.csv:2:2: error: 2 cells in column \"Q\" hold something that "
                               "\"values\" does not declare, 2 different values; first in row 2"});
  const std::string two = long_with("") + R"(
[[source]]
file = "g.csv"
channel = "form"
response_id = "ID"
[source.long]
question = "Q"
answer = "A"
values = { why = "Why?" }
)";
  const assembled shared =
      assemble(two, {{"f.csv", "ID,Q,A\n1,Why?,a\n"}, {"g.csv", "ID,Q,A\n1,Why?,b\n"}});
  CHECK(shared.remarks ==
        strings{"g.csv:2: error: this response id is there already, in f.csv row 2"});
}

TEST_CASE("two answers to a question that takes one option") {
  std::string manifest = long_with("");
  manifest.replace(manifest.find("kind = \"multiple\""), 17, "kind = \"single\"");
  const assembled out = assemble(manifest, {{"f.csv", "ID,Q,A\n1,Who?,Student\n1,Who?,Parent\n"}});
  CHECK(out.remarks == strings{"f.csv:3:3: error: 1 cell in column \"A\" is a second answer to "
                               "a question that takes one option"});
}

TEST_CASE("codings beside answers, by column and by box") {
  const assembled out = assemble(long_with(R"(
[[source.coding]]
coder = "ann"
kind = "human"
column = "Themes"
separator = ";"
values = { air = ["Air", "Luft"], water = "Water" }
ignore = ["Nothing"]

[[source.coding]]
coder = "gpt"
kind = "model"
model = "m"
version = "1"
question = "why"
columns = { air = "Is air", water = "Is water" }
review = false
)"),
                                 {{"f.csv",
                                   "ID,Q,A,Themes,Is air,Is water\n"
                                   "1,Why?,a,Air; luft,1,\n"
                                   "1,How?,b,Water,1,1\n"
                                   "2,Why?,c,Nothing,,1\n"
                                   "3,Why?,,Air,,\n"}});
  REQUIRE(out.made);
  CHECK(out.made->coded_themes() == strings{"air", "water"});
  strings codings;
  for (const external_coding& c : out.made->codings()) {
    codings.push_back(std::string(out.made->text_of(c.answer)) + " " +
                      out.made->coders()[c.coder.value].name + " " +
                      out.made->coded_themes()[c.theme]);
  }
  CHECK(codings == strings{"a ann air", "a gpt air", "b ann water", "c gpt water",
                           " ann air"});  // A blank that somebody coded is kept.
  CHECK(out.made->coders()[1].kind == coder_kind::model);
  CHECK(out.made->reviews().size() == 4);  // By ann, of a, b, c and the blank.
  CHECK(out.made->stale().empty());
  const response_id third = *out.made->find_response("3");
  CHECK(out.made->state(third, *out.made->asked().find_question("why")) == answer_state::blank);
  CHECK(out.remarks ==
        strings{"f.csv:5:4: note: 1 cell in column \"Themes\" codes a blank answer"});
}

TEST_CASE("what two coders say of one blank is said of one answer") {
  const std::string coders = R"(
[[source.coding]]
coder = "ann"
kind = "human"
question = "why"
column = "Ann"
values = { none = "Nothing" }

[[source.coding]]
coder = "zoe"
kind = "human"
question = "why"
column = "Zoe"
values = { none = "Nothing" }
)";
  const std::string wide = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { why = "A", how = "H", you = "Y" }
)" + coders);
  for (const assembled& out :
       {assemble(long_with(coders), {{"f.csv", "ID,Q,A,Ann,Zoe\n1,Why?,,Nothing,Nothing\n"}}),
        assemble(wide, {{"f.csv", "ID,A,H,Y,Ann,Zoe\n1,,,,Nothing,Nothing\n"}})}) {
    REQUIRE(out.made);
    REQUIRE(out.made->answers().size() == 1);
    CHECK(out.made->codings().size() == 2);
    CHECK(out.made->reviews().size() == 2);
    CHECK(out.state("1", "why") == answer_state::blank);
    CHECK(out.disposition_of("1") == disposition::blank);
  }
}
