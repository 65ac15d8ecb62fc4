// What a purge takes out of decisions, and what it takes for the response's own elsewhere.
#include "unit/intake/assemble.hpp"

#include <heard/intake/purge.hpp>

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;
using strings = std::vector<std::string>;

namespace {

const std::string written = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
contact = ["Email", "Phone"]
answers = { why = "Why", how = "How", you = { column = "You", separator = "," } }
)");
const std::string words = "The night bus never comes when my shift at the mill ends";
const std::string in_welsh = "Nid yw'r bws nos byth yn dod pan ddaw fy shifft yn y felin i ben";
const std::string beside = "keeper of the two grey mares at Penny Hill";
const std::string form =
    "ID,Why,How,You,Email,Phone\n1,On Sundays,,,ann@example.org,020 7946 0018\n2," + words +
    ",,\"Student, Other (please say): " + beside +
    "\",bob@x.uk,020 7946 0018\n3,By bus,,,al@x.uk,\n";
const std::string translations =
    "response,question,text_hash,language,translation,who,when,why\n2,why," + hash_of(words) +
    ",cy," + in_welsh + ",tr,2026-05-01,\n";

purge purge_of(const char* id, bool with_rows = true) {
  const assembled out =
      assemble(written, {{"f.csv", form}, {"decisions/translations.csv", translations}});
  CHECK(out.remarks.empty());
  REQUIRE(out.made);
  diagnostics remarks;
  const auto from = parse_manifest(written, "consultation.toml", remarks);
  purge made(*from, out.made, id, {"zoe", "2026-05-02", "asked"});
  if (with_rows) made.supply("f.csv", form);
  return made;
}

}  // namespace

TEST_CASE("words, those beside a choice, translations and contacts are traces") {
  const purge of = purge_of("2");
  CHECK(of.find("x: " + words) == 3);
  CHECK(of.find("cy: " + in_welsh) == 4);
  // Without the row, whose cell holds them too.
  CHECK(purge_of("2", false).find("z: " + beside) == 3);
  // Six letters and digits are enough to tell a contact by, five are not.
  CHECK(of.find("write to bob@x.uk") == 9);
  CHECK_FALSE(purge_of("3").find("write to al@x.uk"));
  // What stands in another's row too is not this response's alone.
  CHECK_FALSE(of.find("020 7946 0018"));
  CHECK_FALSE(of.find("On Sundays, by bus"));
}

TEST_CASE("every decision on its words is taken out, those on others stay") {
  purge of = purge_of("2");
  const std::string head = "response,question,text_hash\n";
  const std::string other = "1,why," + hash_of("On Sundays") + "\n";
  const std::string own = "2,why," + hash_of(words) + "\n";
  for (const char* path : {"decisions/reviews/ann.csv", "decisions/codings/ann.csv",
                           "decisions/quotes.csv", "decisions/redactions.csv"}) {
    of.supply(path, head + other + own);
  }
  of.supply("decisions/translations.csv", translations);
  std::size_t changed = 0;
  for (const purged_file& each : of.files()) {
    CAPTURE(each.path);
    if (each.path == "decisions/dispositions.csv" || each.path == "decisions/purged.csv") continue;
    ++changed;
    if (each.path != "decisions/translations.csv") CHECK(each.bytes == head + other);
    CHECK_FALSE(of.find(each.bytes));
  }
  CHECK(changed == 5);
}

TEST_CASE("words alone, or a body's name, still have to be blanked") {
  const std::string purged = "response,channel,item,text_hash,who,when,why\n2,form,," +
                             to_hex(hash_bytes(words + std::string("\0", 1))) +
                             ",zoe,2026-05-02,asked\n";
  const strings left = {
      "f.csv:2: warning: this response was purged, and its words or contacts still stand here: "
      "blank them"};
  CHECK(assemble(written, {{"f.csv", "ID,Why,How,You,Email,Phone\n2," + words + ",,,,\n"},
                           {"decisions/purged.csv", purged}})
            .remarks == left);
  const std::string of_body = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
organisation = "Body"
answers = { why = "Why", how = "How", you = "You" }
)");
  CHECK(assemble(of_body, {{"f.csv", "ID,Why,How,You,Body\n2,,,,Mill Trust\n"},
                           {"decisions/purged.csv", purged}})
            .remarks == left);
  CHECK(assemble(of_body,
                 {{"f.csv", "ID,Why,How,You,Body\n2,,,,\n"}, {"decisions/purged.csv", purged}})
            .remarks.empty());
}

TEST_CASE("contacts tell senders apart cell by cell") {
  const std::string head = "ID,Why,How,You,Email,Phone\n";
  const auto senders = [&](const std::string& rows) {
    const assembled out = assemble(written, {{"f.csv", head + rows}});
    REQUIRE(out.made);
    return out.made->respondents();
  };
  CHECK(senders("1,x,,,ab,c\n2,y,,,a,bc\n") == 2);
  CHECK(senders("1,x,,,ab,c\n2,y,,,AB, c\n") == 1);
  CHECK(senders("1,x,,,ab,\n2,y,,,,ab\n") == 2);
}

TEST_CASE("a decision file whose name has two slips is no other file") {
  const auto remark = [&](const std::string& name) {
    const assembled out = assemble(written, {{"f.csv", "ID,Why,How,You,Email,Phone\n1,x,,,,\n"},
                                             {"decisions/" + name, "response\n"}});
    REQUIRE(out.remarks.size() == 1);
    return out.remarks[0];
  };
  CHECK(remark("redacton.csv").find(" error: no decision file has this name") != std::string::npos);
  CHECK(remark("notes-on-it.csv").find(" warning: no decision file has this name") !=
        std::string::npos);
}

TEST_CASE("a campaign's name has 128 letters at most, and a range holds a byte") {
  const std::string head = "campaign,policy,who,when,why\n";
  const auto remarks = [&](const std::string& path, const std::string& bytes) {
    return assemble(written, {{"f.csv", form}, {path, bytes}}).remarks;
  };
  const std::string longest(128, 'a');
  CHECK(remarks("decisions/campaigns.csv", head + longest + ",exclude,,,\n").empty());
  CHECK(remarks("decisions/campaigns.csv", head + longest + "a,exclude,,,\n").size() == 1);
  const std::string quotes = "response,question,first,last,action,text_hash,who,when,why\n1,why,";
  const std::string hash = hash_of("On Sundays");
  const std::string rest = ",clear," + hash + ",mt,,\n";
  CHECK(remarks("decisions/quotes.csv", quotes + "3,4" + rest).empty());
  CHECK(remarks("decisions/quotes.csv", quotes + "3,3" + rest) ==
        strings{"decisions/quotes.csv:2:4: error: \"first\" and \"last\" are byte offsets, and "
                "\"last\" is past the end"});
  // Nobody answers for it.
  CHECK(remarks("decisions/quotes.csv", quotes + "3,4,clear," + hash + ",,,\n") ==
        strings{"decisions/quotes.csv:2:7: error: who cleared these words is missing"});
  CHECK(remarks("decisions/quotes.csv", quotes + "3,4,pin," + hash + ",,,\n").empty());
  CHECK(remarks("decisions/quotes.csv", "") ==
        strings{"decisions/quotes.csv: warning: this file is empty"});
}

TEST_CASE("words nobody has placed yet stand in the letter, so the letter is a place") {
  const std::string cards = "Card one.\nCard two.\n";
  const std::string rows = "id,received,channel,file,note\nL1,,inbox,l.txt,\nL2,,inbox,l.txt,\n";
  const assembled out =
      assemble(written, {{"f.csv", form}, {"register.csv", rows}, {"l.txt", cards}});
  REQUIRE(out.made);
  REQUIRE(out.made->unread().size() == 2);
  diagnostics remarks;
  const auto from = parse_manifest(written, "consultation.toml", remarks);
  const auto places = [&](const char* id) {
    const purge of(*from, out.made, id, {"zoe", "2026-05-02", "asked"});
    strings paths;
    for (const location& at : of.places()) paths.push_back(at.name);
    return paths;
  };
  CHECK(places("L1") == strings{"l.txt", "register.csv"});
  CHECK(places("1") == strings{"f.csv"});
}

TEST_CASE("what a purged response wrote in a letter of several is nobody's any more") {
  const std::string cards = "Card one.\nCard two.\n";
  const std::string rows = "id,received,channel,file,note\nL1,,inbox,l.txt,\nL2,,inbox,l.txt,\n";
  const std::string purged =
      "response,channel,item,text_hash,who,when,why\nL1,inbox,," + hash_of("") + ",zoe,,asked\n";
  const auto with = [&](const std::string& passages) {
    assembled out = assemble(
        written, {{"f.csv", form},
                  {"register.csv", rows},
                  {"l.txt", cards},
                  {"decisions/purged.csv", purged},
                  {"decisions/passages.csv",
                   "response,file,first,last,question,text_hash,who,when,why\n" + passages}});
    REQUIRE(out.made);
    return out;
  };
  // Nobody has said whose the words are: they wait for L2 alone.
  const assembled none = with("");
  REQUIRE(none.made->unread().size() == 1);
  CHECK(none.made->unread()[0].response == none.response("L2"));
  CHECK(none.disposition_of("L1") == disposition::withdrawn);
  // "Card one." was L1's and "Card two." is L2's, so nothing is left to be placed.
  const assembled both =
      with("L1,l.txt,0,9,general," + hash_of("Card one.") + ",ann,,\nL2,l.txt,10,19,general," +
           hash_of("Card two.") + ",ann,,\n");
  CHECK(both.made->unread().empty());
  CHECK(both.said("L1", "general").empty());
  CHECK(both.said("L2", "general") == strings{"Card two."});
}
