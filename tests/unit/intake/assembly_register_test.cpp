#include "unit/intake/assemble.hpp"

#include <heard/model/ledger.hpp>

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

const std::string form = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { why = "Why", how = "How", you = "You" }
)");

files with_register(const std::string& rows, files more = {}) {
  more["f.csv"] = "ID,Why,How,You\nF1,a,,\n";
  more["register.csv"] = rows;
  return more;
}

}  // namespace

TEST_CASE("the register's rows are responses, with what it says of them") {
  const assembled out = assemble(
      form,
      with_register("id,received,channel,file,note,organisation,capacity,publication,language,"
                    "respondent,name\n"
                    "L1,2026-03-05,inbox,l1.txt,by post,A Trust,,named,,,Ann Vale\n"
                    "L2,2026-05-01,inbox,l2.txt,,A Trust,self,,cy,p,Bo\n"
                    "L3,,paper,l3.md,,,,anonymous,,p,Bo\n",
                    {{"l1.txt", "One."}, {"l2.txt", "Dau."}, {"l3.md", "Three."}}));
  REQUIRE(out.made);
  const response_table& table = out.made->responses();
  const response_id l1 = out.response("L1");
  CHECK(table.capacity[l1] == capacity::organisation);
  CHECK(table.publication[l1] == publication::named);
  CHECK(out.made->text(table.name[l1]) == "Ann Vale");
  CHECK(table.name[out.response("L2")].empty());
  CHECK(table.name[out.response("L3")].empty());
  CHECK(to_string(table.received[l1]) == "2026-03-05");
  CHECK(out.made->text(out.made->items().note[table.item[l1]]) == "by post");
  CHECK(table.capacity[out.response("L2")] == capacity::self);
  CHECK(table.late[out.response("L2")] == lateness::let_in);
  CHECK(table.respondent[out.response("L2")] == table.respondent[out.response("L3")]);
  CHECK(out.made->asked()[table.channel[out.response("L3")]].id == "paper");
  CHECK(out.said("L2", "general") == strings{"Dau."});
  CHECK(out.state("L2", "why") == answer_state::not_asked);
  CHECK(out.made->languages() == strings{"cy", "en"});
}

TEST_CASE("items that are no response, hold several, or belong to another") {
  const assembled out = assemble(
      form,
      with_register(
          "id,received,channel,file,note,item,kind,merged_into\n"
          "E1a,,inbox,e1a.txt,,E1,,\n"
          "E1b,,inbox,e1b.txt,,E1,response,\n"
          "E2,,inbox,,an advertisement,,not_a_response,\n"
          "E3,,inbox,e3.txt,\"the annex, sent later\",,,F1\n",
          {{"e1a.txt", "First card."}, {"e1b.txt", "Second card."}, {"e3.txt", "And an annex."}}));
  REQUIRE(out.made);
  const ledger sums = make_ledger(*out.made);
  CHECK(sums.items == 4);  // F1, E1, E2, E3
  CHECK(sums.not_a_response == 1);
  CHECK(sums.split == 1);
  CHECK(sums.merged_items == 1);
  CHECK(sums.received == 3);  // F1, E1a, E1b
  CHECK(out.said("F1", "general") == strings{"And an annex."});
  CHECK(out.said("F1", "why") == strings{"a"});
  CHECK(out.said("E1b", "general") == strings{"Second card."});
}

TEST_CASE("what is no text, and what has no file, is unread") {
  const assembled out = assemble(form, with_register("id,received,channel,file,note,merged_into\n"
                                                     "L1,,inbox,scan.pdf,,\n"
                                                     "L2,,inbox,,by telephone,\n"
                                                     "L3,,inbox,annex.docx,,F1\n"));
  REQUIRE(out.made);
  CHECK(out.state("L1", "general") == answer_state::unread);
  CHECK(out.state("L2", "general") == answer_state::unread);
  CHECK(out.state("F1", "general") == answer_state::unread);
  CHECK(out.disposition_of("L1") == disposition::included);
  CHECK(make_ledger(*out.made).unread_answers == 3);
  CHECK(
      out.remarks ==
      strings{
          "register.csv:2: warning: these words are no text yet, or nobody has said whose they are",
          "register.csv:3: warning: these words are no text yet, or nobody has said whose they are",
          "register.csv:4: warning: these words are no text yet, or nobody has said whose they "
          "are"});
}

TEST_CASE("a register is told of all its faults at once") {
  const assembled out = assemble(
      form, with_register("id,received,channel,file,note,kind,merged_into,capacity,language\n"
                          ",,inbox,,,,,,\n"
                          "L1,05/03/2026,inbox,,,,,,\n"
                          "L1,,,,,letter,,,\n"
                          "L2,,inbox,,,not_a_response,F1,,\n"
                          "L3,,inbox,,,,nobody,,\n"
                          "L4,,inbox,,,,,us,the Welsh\n"
                          "F1,,inbox,,,,,,\n"));
  CHECK(out.made == nullptr);
  const strings expected = {
      "register.csv:2:1: error: this item has no id",
      "register.csv:3:2: error: this date does not fit the format \"%Y-%m-%d\"",
      "register.csv:4:1: error: this id is there already, in row 3",
      "register.csv:4: error: this response id is there already, in register.csv row 3",
      "register.csv:4:3: error: this item has no channel",
      "register.csv:4:6: error: \"kind\" is response or not_a_response",
      "register.csv:5:7: error: what is not a response cannot be merged into one",
      "register.csv:6: error: this item is merged into a response that is not there",
      "register.csv:7:8: error: \"capacity\" is one of unknown, self, organisation, both",
      "register.csv:7:9: error: this is no language tag",
      "register.csv:8: error: this response id is there already, in f.csv row 2"};
  for (const std::string& line : expected) {
    CAPTURE(line);
    CHECK(std::count(out.remarks.begin(), out.remarks.end(), line) == 1);
  }
}

TEST_CASE("a register has its columns") {
  const assembled out = assemble(form, with_register("id,channel,file,note\nL1,inbox,,\n"));
  CHECK(out.made == nullptr);
  CHECK(out.remarks == strings{"register.csv:1: error: column \"received\" is missing"});
}
