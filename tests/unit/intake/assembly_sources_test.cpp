// Long because each thing that a source may do to its cells is a small case of its own.
#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

// A source with every question in a column of its name and `more` of the manifest.
std::string form_with(const std::string& more,
                      const std::string& you = R"({ column = "You", separator = "," })") {
  return manifest_with("[[source]]\nfile = \"f.csv\"\nchannel = \"form\"\nresponse_id = \"ID\"\n" +
                       more + "\nanswers = { why = \"Why\", how = \"How\", you = " + you + " }\n");
}

}  // namespace

TEST_CASE("a cell is an answer, a blank one is none, and every question has a state") {
  const assembled out = assemble(form_with(""), {{"f.csv",
                                                  "ID,Why,How,You\n"
                                                  "1, Because. ,\" \xC2\xA0\xE2\x80\x8B\",Student\n"
                                                  "2,n/a,as above,\n"
                                                  "3,,,\n"}});
  REQUIRE(out.made);
  CHECK(out.said("1", "why") == strings{" Because. "});
  CHECK(out.state("1", "why") == answer_state::text);
  CHECK(out.state("1", "how") == answer_state::blank);
  CHECK(out.state("1", "you") == answer_state::options);
  CHECK(out.state("1", "c1") == answer_state::not_asked);
  CHECK(out.state("2", "why") == answer_state::no_comment);
  CHECK(out.state("2", "how") == answer_state::refers);
  CHECK(out.disposition_of("1") == disposition::included);
  CHECK(out.disposition_of("3") == disposition::blank);
}

TEST_CASE("several options in a cell, aliases and what follows `other`") {
  const assembled out = assemble(form_with(""), {{"f.csv",
                                                  "ID,Why,How,You\n"
                                                  "1,,,\"Parent, carer or guardian, student,\"\n"
                                                  "2,,,PARENT\n"
                                                  "3,,,\"Student, Other (please say): a, b\"\n"
                                                  "4,,,Other (please say)\n"}});
  REQUIRE(out.made);
  CHECK(out.said("1", "you") == strings{"parent", "student"});
  CHECK(out.said("2", "you") == strings{"parent"});
  CHECK(out.said("3", "you") == strings{"student", "other", "\"a, b\""});
  CHECK(out.said("4", "you") == strings{"other"});
  CHECK(out.remarks.empty());
}

TEST_CASE("what is no declared option is counted once for its column, without its words") {
  const assembled out = assemble(form_with(""), {{"f.csv",
                                                  "ID,Why,How,You\n"
                                                  "1,a,,Student\n"
                                                  "2,a,,Teacher\n"
                                                  "3,a,,\"Student, Nurse\"\n"
                                                  "4,a,,Teacher\n"}});
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{"f.csv:3:4: error: 3 cells in column \"You\" hold something that is no declared "
                "option, 2 different values; first in row 3"});
}

TEST_CASE("one column for each option") {
  const std::string boxes = R"({ columns = { parent = "P", student = "S" } })";
  const assembled out = assemble(form_with("", boxes), {{"f.csv",
                                                         "ID,Why,How,P,S\n"
                                                         "1,,,1,0\n"
                                                         "2,,,Parent,Student\n"
                                                         "3,,,No,FALSE\n"
                                                         "4,,,unchecked,yes\n"}});
  REQUIRE(out.made);
  CHECK(out.said("1", "you") == strings{"parent"});
  CHECK(out.said("2", "you") == strings{"parent", "student"});
  CHECK(out.state("3", "you") == answer_state::blank);
  CHECK(out.said("4", "you") == strings{"student"});

  const std::string ticked =
      R"({ columns = { parent = "P", student = "S" }, ticked = ["Selected"] })";
  const assembled declared = assemble(form_with("", ticked), {{"f.csv",
                                                               "ID,Why,How,P,S\n"
                                                               "1,,,selected,Not selected\n"}});
  REQUIRE(declared.made);
  CHECK(declared.said("1", "you") == strings{"parent"});
}

TEST_CASE("the parts of a split question are one answer") {
  const std::string manifest = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { why = { columns = ["A", "B", "C"] }, how = "A", you = "You" }
)");
  const assembled out =
      assemble(manifest, {{"f.csv", "ID,A,B,C,You\n1,one,,three,\n2,,two,,\n3,,,,\n"}});
  REQUIRE(out.made);
  CHECK(out.said("1", "why") == strings{"one\n\nthree"});
  CHECK(out.said("1", "how") == strings{"one"});  // One column may answer several questions.
  CHECK(out.said("2", "why") == strings{"two"});
  CHECK(out.state("3", "why") == answer_state::blank);
}

TEST_CASE("a question that takes one option refuses two") {
  std::string manifest = form_with("", "\"You\"");
  manifest.replace(manifest.find("kind = \"multiple\""), 17, "kind = \"single\"");
  const assembled good = assemble(manifest, {{"f.csv", "ID,Why,How,You\n1,,,student\n"}});
  REQUIRE(good.made);
  CHECK(good.said("1", "you") == strings{"student"});

  std::string boxes = form_with("", R"({ columns = { parent = "P", student = "S" } })");
  boxes.replace(boxes.find("kind = \"multiple\""), 17, "kind = \"single\"");
  const assembled two = assemble(boxes, {{"f.csv", "ID,Why,How,P,S\n1,,,1,1\n2,,,1,\n"}});
  CHECK(two.made == nullptr);
  CHECK(two.remarks == strings{"f.csv:2:4: error: 1 cell in column \"P\" holds several options "
                               "of a question that takes one"});
}

TEST_CASE("values mean what the manifest says, blank ones nothing, others are faults") {
  const std::string maps =
      R"(capacity = { column = "For", self = "Me", organisation = ["Us", "We"] }
publication = { column = "Publish", named = "Yes", anonymous = "Yes, without my name", counted_only = "No" }
disposition = { column = "Status", included = "Done", test = "Preview", incomplete = "Part" }
language = { column = "Language", cy = "Welsh", en = "English" }
)";
  const assembled out = assemble(form_with(maps), {{"f.csv",
                                                    "ID,Why,How,You,For,Publish,Status,Language\n"
                                                    "1,a,,,Me,yes,Done,Welsh\n"
                                                    "2,a,,,we,\"Yes,  without my name\",Part,\n"
                                                    "3,a,,,,,,English\n"
                                                    "4,a,,,Me,No,Preview,English\n"}});
  REQUIRE(out.made);
  const response_table& table = out.made->responses();
  CHECK(table.capacity[out.response("1")] == capacity::self);
  CHECK(table.capacity[out.response("2")] == capacity::organisation);
  CHECK(table.capacity[out.response("3")] == capacity::unknown);
  CHECK(table.publication[out.response("1")] == publication::named);
  CHECK(table.publication[out.response("2")] == publication::anonymous);
  CHECK(table.publication[out.response("3")] == publication::unknown);
  CHECK(table.publication[out.response("4")] == publication::counted_only);
  CHECK(out.disposition_of("1") == disposition::included);
  CHECK(out.disposition_of("2") == disposition::incomplete);
  CHECK(out.disposition_of("4") == disposition::test);
  CHECK(out.made->text(table.reason[out.response("4")]) == "as column \"Status\" says");
  CHECK(out.state("2", "how") == answer_state::not_reached);
  CHECK(out.state("1", "how") == answer_state::blank);
  const auto language = [&](const char* id) {
    const answer_id answer = out.made->answers_of(out.response(id)).first;
    return out.made->languages()[out.made->answers().language[answer]];
  };
  CHECK(language("1") == "cy");
  CHECK(language("2") == "en");

  const assembled bad = assemble(form_with(maps), {{"f.csv",
                                                    "ID,Why,How,You,For,Publish,Status,Language\n"
                                                    "1,a,,,Them,Maybe,Done,Klingon\n"}});
  CHECK(bad.made == nullptr);
  CHECK(bad.remarks ==
        strings{"f.csv:2:5: error: 1 cell in column \"For\" holds a value that \"capacity\" does "
                "not declare",
                "f.csv:2:6: error: 1 cell in column \"Publish\" holds a value that "
                "\"publication\" does not declare",
                "f.csv:2:8: error: 1 cell in column \"Language\" holds a value that \"language\" "
                "does not declare"});
}

TEST_CASE("one value for every row, and a column of language tags") {
  const assembled out =
      assemble(form_with("publication = { all = \"anonymous\" }\nlanguage = { column = \"L\" }"),
               {{"f.csv", "ID,Why,How,You,L\n1,a,,,EN-gb\n2,a,,,\n"}});
  REQUIRE(out.made);
  CHECK(out.made->responses().publication[out.response("1")] == publication::anonymous);
  CHECK(out.made->languages() == strings{"en", "en-GB"});
  const assembled bad = assemble(form_with("language = { column = \"L\" }"),
                                 {{"f.csv", "ID,Why,How,You,L\n1,a,,,in English\n"}});
  CHECK(bad.remarks == strings{"f.csv:2:5: error: 1 cell in column \"L\" is no language tag"});
}

TEST_CASE("a response with an organisation answers for it unless its capacity says otherwise") {
  const std::string more =
      R"(organisation = { column = "Body", role = "signatory", separator = ";" }
capacity = { column = "For", self = "Me", both = "Both" })";
  const assembled out = assemble(form_with(more), {{"f.csv",
                                                    "ID,Why,How,You,Body,For\n"
                                                    "1,a,,, A Trust ; B Union;;,\n"
                                                    "2,a,,,A Trust,Me\n"
                                                    "3,a,,,A Trust,Both\n"
                                                    "4,a,,,  ,\n"}});
  REQUIRE(out.made);
  const response_table& table = out.made->responses();
  CHECK(table.capacity[out.response("1")] == capacity::organisation);
  CHECK(table.capacity[out.response("2")] == capacity::self);
  CHECK(table.capacity[out.response("3")] == capacity::both);
  CHECK(table.capacity[out.response("4")] == capacity::unknown);
  REQUIRE(out.made->organisations().size() == 2);
  CHECK(out.made->organisations()[0].name == "A Trust");
  CHECK(out.made->organisations()[1].name == "B Union");
  CHECK(table.organisations[out.response("1")].size() == 2);
  CHECK(table.organisations[out.response("1")][0].role == organisation_role::signatory);
  CHECK(table.organisations[out.response("4")].empty());
}

TEST_CASE("dates fit the declared format or are faults, and late is after the day of closing") {
  const std::string more = R"(received = { column = "At", format = "%d/%m/%Y %H:%M" })";
  const assembled out = assemble(form_with(more), {{"f.csv",
                                                    "ID,Why,How,You,At\n"
                                                    "1,a,,,27/04/2026 23:59\n"
                                                    "2,a,,, 28/04/2026 00:00 \n"
                                                    "3,a,,,\n"}});
  REQUIRE(out.made);
  CHECK(to_string(out.made->responses().received[out.response("1")]) == "2026-04-27T23:59:00");
  CHECK(out.made->responses().late[out.response("1")] == lateness::on_time);
  CHECK(out.made->responses().late[out.response("2")] == lateness::let_in);
  CHECK_FALSE(out.made->responses().received[out.response("3")].known());

  const assembled bad = assemble(form_with(more), {{"f.csv",
                                                    "ID,Why,How,You,At\n"
                                                    "1,a,,,04/27/2026 10:00\n"
                                                    "2,a,,,yesterday\n"}});
  CHECK(bad.made == nullptr);
  CHECK(bad.remarks == strings{"f.csv:2:5: error: 2 cells in column \"At\" do not fit the format "
                               "\"%d/%m/%Y %H:%M\", 2 different values; first in row 2"});
}

TEST_CASE("contacts and respondents tell senders apart and are kept nowhere") {
  const std::string more = "respondent = \"Who\"\ncontact = [\"Name\", \"Mail\"]";
  const assembled out = assemble(form_with(more), {{"f.csv",
                                                    "ID,Why,How,You,Who,Name,Mail\n"
                                                    "1,a,,,,Ann,ann@example.org\n"
                                                    "2,b,,,,ANN ,Ann@Example.org\n"
                                                    "3,c,,,,Ann,\n"
                                                    "4,d,,,,,\n"
                                                    "5,e,,,,,\n"
                                                    "6,f,,,p7,Ann,ann@example.org\n"
                                                    "7,g,,,p7,Zoe,\n"}});
  REQUIRE(out.made);
  const auto sender = [&](const char* id) {
    return out.made->responses().respondent[out.response(id)];
  };
  CHECK(sender("1") == sender("2"));
  CHECK(sender("1") != sender("3"));
  CHECK(sender("4") != sender("5"));
  CHECK(sender("6") == sender("7"));
  CHECK(sender("6") != sender("1"));
  CHECK(out.made->respondents() == 5);
  CHECK(everything(*out.made).find("example") == std::string::npos);
}

TEST_CASE("a name is kept of those who let it be printed, and of nobody else") {
  const std::string publication =
      "\npublication = { column = \"May\", named = \"Yes\", anonymous = \"No name\", "
      "counted_only = \"No\" }";
  const std::string rows =
      "ID,Why,How,You,Name,May\n"
      "1,a,,, Ann  \xC2\xA0Vale ,Yes\n"
      "2,b,,,CANARY,No name\n"
      "3,c,,,CANARY,No\n"
      "4,d,,,CANARY,\n"
      "5,e,,,n/a,Yes\n"
      "6,f,,,,Yes\n";
  const assembled out = assemble(form_with("name = \"Name\"" + publication), {{"f.csv", rows}});
  REQUIRE(out.made);
  const auto name = [&](const char* id) {
    return out.made->text(out.made->responses().name[out.response(id)]);
  };
  CHECK(name("1") == "Ann Vale");
  for (const char* id : {"2", "3", "4", "5", "6"}) CHECK(name(id).empty());
  // It tells nobody apart: that is for `respondent` and `contact`.
  CHECK(out.made->respondents() == 6);
  CHECK(everything(*out.made).find("CANARY") == std::string::npos);

  // A contact is no name, however the column is called.
  for (const char* contact : {"Name", "#5"}) {
    const assembled refused = assemble(
        form_with("name = \"Name\"\ncontact = [\"" + std::string(contact) + "\"]" + publication),
        {{"f.csv", rows}});
    CHECK(refused.made == nullptr);
    REQUIRE(refused.remarks.size() == 1);
    CHECK(
        refused.remarks[0].find("column \"Name\" is a \"contact\", which is shown in no output") !=
        std::string::npos);
  }
}

TEST_CASE("a contact is nothing else that is shown, and tells senders apart") {
  const std::string rows = "ID,Why,How,You,Mail\n1,a,,,CANARY\n2,b,,,CANARY\n";
  const auto remarks = [&](std::string_view role) {
    return assemble(form_with("contact = [\"Mail\"]\n" + std::string(role)), {{"f.csv", rows}})
        .remarks;
  };
  const strings found = remarks("organisation = \"#5\"");
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("column \"#5\" is a \"contact\", which is shown in no output") !=
        std::string::npos);
  CHECK(remarks("respondent = \"Mail\"").empty());
}

TEST_CASE("without an id a row is known by what stands in it, and by an ordinal") {
  const auto build = [](const std::string& form) {
    return assemble(manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
answers = { why = "Why", how = "How", you = "You" }
)"),
                    {{"f.csv", form}});
  };
  const auto ids = [](const assembled& of) {
    strings out;
    for (const response_id r : of.made->each_response()) out.emplace_back(of.made->id_of(r));
    return out;
  };
  const assembled out = build("Why,How,You\na,,\nb,,\na,,\n");
  REQUIRE(out.made);
  REQUIRE(ids(out).size() == 3);
  // The cells that are not empty, each after its column's name, with lengths of 64 bits before.
  const std::string eight_zeros(7, '\0');
  const std::string id =
      hash_of(std::string("\3") + eight_zeros + "Why" + "\1" + eight_zeros + "a");
  CHECK(out.made->find_response(id));
  CHECK(out.made->find_response(id + "-2"));
  CHECK(ids(build("Why,How,You\nb,,\na,,\na,,\n")) == ids(out));
  CHECK(ids(build("How,Why,Extra,You\n,a,,\n,a,,\n,b,,\n")) == ids(out));
}

TEST_CASE("an id twice is a fault with both places, a blank one is told of") {
  const assembled twice =
      assemble(form_with(""), {{"f.csv", "ID,Why,How,You\nx,a,,\ny,b,,\nx,c,,\n"}});
  CHECK(twice.made == nullptr);
  CHECK(twice.remarks ==
        strings{"f.csv:4: error: this response id is there already, in f.csv row 2"});
  const assembled blank = assemble(form_with(""), {{"f.csv", "ID,Why,How,You\nx,a,,\n ,b,,\n"}});
  REQUIRE(blank.made);
  CHECK(blank.made->responses().size() == 2);
  CHECK(blank.remarks == strings{"f.csv:3:1: warning: 1 cell in column \"ID\" holds no response "
                                 "id, so the row got one of its own"});
}

TEST_CASE("rows that cannot be read are responses all the same") {
  const std::string form = "ID,Why,How,You\n1,a,,\n2,\"b\"c,,\n3,d,,,,too many\n";
  const assembled out = assemble(form_with(""), {{"f.csv", form}});
  REQUIRE(out.made);
  CHECK(out.made->responses().size() == 3);
  const std::string id = "unreadable-" + hash_of("2,\"b\"c,,");
  CHECK(out.disposition_of(id) == disposition::unreadable);
  REQUIRE(out.remarks.size() == 2);
  CHECK(out.remarks[0].starts_with("f.csv:3: warning: this row could not be read: "));
  CHECK(out.remarks[1].starts_with("f.csv:4: warning: this row could not be read: "));
}

TEST_CASE("columns that are missing are faults in the manifest, all at once") {
  const assembled out = assemble(form_with("contact = [\"E-mail\"]"),
                                 {{"f.csv", "ID,Wy,How,You,Email,How\n1,a,,,,\n"}});
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{"consultation.toml:38:12: error: column \"E-mail\" is missing in f.csv, did you "
                "mean \"Email\"?",
                "consultation.toml:39:19: error: column \"Why\" is missing in f.csv, did you mean "
                "\"Wy\"?",
                "consultation.toml:39:32: error: column \"How\" is there several times in f.csv; "
                "name it by its place, as \"#3\""});
}

TEST_CASE("a question that no source answers is a fault, unless letters may answer it") {
  const std::string manifest = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { why = "Why", you = "You" }
)");
  const files form = {{"f.csv", "ID,Why,You\n1,a,\n"}};
  const assembled out = assemble(manifest, form);
  CHECK(out.made == nullptr);
  CHECK(out.remarks ==
        strings{"consultation.toml:18:6: error: no source answers question \"how\""});
  files letters = form;
  letters["register.csv"] = "id,received,channel,file,note\nL,,inbox,l.txt,\n";
  letters["l.txt"] = "A letter.";
  const assembled inbox = assemble(manifest, letters);
  REQUIRE(inbox.made);
  CHECK(inbox.remarks ==
        strings{"consultation.toml:18:6: warning: no source answers question \"how\""});
}

TEST_CASE("a channel asks what its sources answer, in its own words") {
  const std::string manifest = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
answers = { why = "Why", how = "How", you = "You" }

[[source]]
file = "easy.jsonl"
channel = "easy-read"
response_id = "id"
answers = { why = { column = "words.why", wording = "What matters?" } }
)");
  const assembled out = assemble(manifest, {{"f.csv", "ID,Why,How,You\n1,a,,\n"},
                                            {"easy.jsonl",
                                             "{\"id\":\"e1\",\"words\":{\"why\":\"Buses\"}}\n"
                                             "{\"id\":\"e2\",\"words\":{}}\n"}});
  REQUIRE(out.made);
  CHECK(out.said("e1", "why") == strings{"Buses"});
  CHECK(out.state("e2", "why") == answer_state::blank);
  CHECK(out.state("e2", "how") == answer_state::not_asked);
  CHECK(out.state("1", "how") == answer_state::blank);
  const question& why = out.made->asked()[out.question("why")];
  REQUIRE(why.wordings.size() == 1);
  CHECK(why.wordings[0].text == "What matters?");
  CHECK(out.made->asked()[why.wordings[0].channel].id == "easy-read");
}

TEST_CASE("two files of one channel, and one row in both") {
  const std::string manifest = manifest_with(R"([[source]]
file = "a.csv"
channel = "form"
answers = { why = "Why", how = "How", you = "You" }

[[source]]
file = "b.csv"
channel = "form"
answers = { why = "Why", how = "How", you = "You" }
)");
  const assembled out = assemble(
      manifest, {{"a.csv", "Why,How,You\nsame,,\n"}, {"b.csv", "Why,How,You\nsame,,\nother,,\n"}});
  REQUIRE(out.made);
  CHECK(out.made->responses().size() == 3);
  CHECK(out.made->asked().channels().size() == 1);
}

TEST_CASE("an answer that an analyst set says so") {
  const assembled out = assemble(form_with("", R"({ column = "You", assigned = true })"),
                                 {{"f.csv", "ID,Why,How,You\n1,a,,Student\n"}});
  REQUIRE(out.made);
  const auto [first, last] = out.made->answers_of(response_id(0u));
  REQUIRE(last.value - first.value == 2);
  CHECK(out.made->answers().origin[first] == answer_origin::field);
  CHECK(out.made->answers().origin[answer_id(first.value + 1)] == answer_origin::assigned);
}

TEST_CASE("a file that is no text, and one without rows") {
  const assembled bytes = assemble(form_with(""), {{"f.csv", std::string("ID,\0\xFF\x81", 6)}});
  CHECK(bytes.made == nullptr);
  CHECK_FALSE(bytes.remarks.empty());
  const assembled none = assemble(form_with(""), {{"f.csv", "ID,Why,How,You\n"}});
  REQUIRE(none.made);
  CHECK(none.made->responses().size() == 0);
}
