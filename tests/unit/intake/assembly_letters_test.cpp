#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

#include <cstdint>

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

const std::string head = "response,file,first,last,question,text_hash,who,when,why\n";

// A row of passages.csv on the first place of `words` in `bytes`.
std::string passage(const std::string& response, const std::string& file, const std::string& bytes,
                    const std::string& words, const std::string& question,
                    const std::string& hashed = "") {
  const std::size_t first = bytes.find(words);
  REQUIRE(first != std::string::npos);
  return response + "," + file + "," + std::to_string(first) + "," +
         std::to_string(first + words.size()) + "," + question + "," +
         hash_of(hashed.empty() ? words : hashed) + ",ann,2026-05-01,\n";
}

assembled with_letter(const std::string& letter, const std::string& passages,
                      const std::string& more_rows = "") {
  return assemble(
      form, {{"f.csv", "ID,Why,How,You\nF1,a,,\n"},
             {"register.csv", "id,received,channel,file,note\nL1,,inbox,l.txt,\n" + more_rows},
             {"l.txt", letter},
             {"decisions/passages.csv", head + passages}});
}

}  // namespace

TEST_CASE("passages go where people put them, and the rest is general") {
  const std::string letter =
      "Dear all,\n\nThe buses are late.\n-----\nOpen longer.\n\nYours, \xC3\x89lise\n";
  const assembled out =
      with_letter(letter, passage("L1", "l.txt", letter, "The buses are late.", "why") +
                              passage("L1", "l.txt", letter, "Open longer.", "c1"));
  REQUIRE(out.made);
  CHECK(out.said("L1", "why") == strings{"The buses are late."});
  CHECK(out.said("L1", "c1") == strings{"Open longer."});
  // A line of dashes is no words.
  CHECK(out.said("L1", "general") == strings{"Dear all,", "Yours, \xC3\x89lise"});
  CHECK(out.state("L1", "how") == answer_state::not_asked);

  const auto [first, last] = out.made->answers_of(out.response("L1"));
  for (answer_id a = first; a != last; ++a.value) {
    const source_place place = out.made->answers().place[a];
    CHECK(letter.substr(place.first, place.last - place.first) == out.made->text_of(a));
    const bool general = out.made->answers().question[a] == out.question("general");
    CHECK(out.made->answers().origin[a] ==
          (general ? answer_origin::field : answer_origin::assigned));
  }
}

TEST_CASE("a letter without passages is general, a blank one says nothing") {
  CHECK(with_letter("All of it.", "").said("L1", "general") == strings{"All of it."});
  CHECK(with_letter(" \n\xC2\xA0\n", "").disposition_of("L1") == disposition::blank);
}

TEST_CASE("overlapping passages at several questions leave nothing twice in the rest") {
  const std::string letter = "one two three four";
  const assembled out = with_letter(letter, passage("L1", "l.txt", letter, "one two", "why") +
                                                passage("L1", "l.txt", letter, "two three", "how"));
  REQUIRE(out.made);
  CHECK(out.said("L1", "general") == strings{"four"});
}

TEST_CASE("passages may touch, in either order of their rows") {
  const std::string letter = "Late buses.Open longer.";
  const std::string left = passage("L1", "l.txt", letter, "Late buses.", "why");
  const std::string right = passage("L1", "l.txt", letter, "Open longer.", "why");
  for (const std::string& rows : {left + right, right + left}) {
    const assembled out = with_letter(letter, rows);
    CHECK(out.remarks.empty());
    REQUIRE(out.made);
    CHECK(out.said("L1", "why") == strings{"Late buses.", "Open longer."});
    CHECK(out.said("L1", "general").empty());
  }
}

TEST_CASE("bytes are those of the file as received, words those of the text") {
  // UTF-16 with a byte order mark, and a character beyond the first plane.
  const std::u16string words = u"A \U0001F68C late";
  std::string letter = "\xFF\xFE";
  for (const char16_t c : words) {
    letter += static_cast<char>(c & 0xFF);
    letter += static_cast<char>(c >> 8);
  }
  // "late" begins after the mark, two characters and a space, one of them of two units.
  const std::string row = "L1,l.txt," + std::to_string(2 + 2 * 5) + "," +
                          std::to_string(2 + 2 * 9) + ",why," + hash_of("late") + ",ann,,\n";
  const assembled out = with_letter(letter, row);
  REQUIRE(out.made);
  CHECK(out.said("L1", "why") == strings{"late"});
  CHECK(out.said("L1", "general") == strings{"A \xF0\x9F\x9A\x8C"});

  const std::string latin = "caf\xE9 now";
  const assembled western =
      with_letter(latin, passage("L1", "l.txt", latin, "caf\xE9", "why", "caf\xC3\xA9"));
  REQUIRE(western.made);
  CHECK(western.said("L1", "why") == strings{"caf\xC3\xA9"});
}

TEST_CASE("a passage on other words is stale, and its words are general") {
  const std::string letter = "The buses are late.";
  const assembled out =
      with_letter(letter, passage("L1", "l.txt", letter, "The buses", "why", "The trams") +
                              "L1,l.txt,4,400,why," + hash_of("x") + ",ann,,\n");
  REQUIRE(out.made);
  CHECK(out.said("L1", "general") == strings{letter});
  REQUIRE(out.made->stale().size() == 2);
  CHECK(out.made->stale()[0].file == "decisions/passages.csv");
  CHECK(out.made->stale()[0].row == 2);
  CHECK(out.made->stale()[0].response == "L1");
  CHECK(out.made->stale()[0].question == "why");
  CHECK(out.made->stale()[0].why == "the words have changed");
  CHECK(
      out.remarks ==
      strings{"decisions/passages.csv:2: warning: this row is set aside: the words have changed",
              "decisions/passages.csv:3: warning: this row is set aside: the words have changed"});
}

TEST_CASE("faults of passages") {
  const std::string letter = "The buses are late.";
  const std::string hash = hash_of("The buses");
  struct {
    std::string row;
    const char* expected;
  } const rows[] = {
      {"L9,l.txt,0,9,why," + hash + ",,,\n", "2:1: error: no response has this id"},
      {"L1,l.txt,0,9,hwo," + hash + ",,,\n",
       "2:5: error: no question has this id, did you mean \"how\"?"},
      {"L1,l.txt,0,9,you," + hash + ",,,\n",
       "2:5: error: words can be placed at open questions only"},
      {"L1,l.txt,9,0,why," + hash + ",,,\n",
       "2:4: error: \"first\" and \"last\" are byte offsets, and \"last\" is past the end"},
      {"L1,l.txt,x,9,why," + hash + ",,,\n",
       "2:3: error: \"first\" and \"last\" are byte offsets, and \"last\" is past the end"},
      {"L1,l.txt,0,9,why,,,,\n",
       "2:6: error: \"text_hash\" is the XXH3-128 of the words, 32 hexadecimal digits"},
      {"L1,m.txt,0,9,why," + hash + ",,,\n",
       "2:2: error: this is no file of a source and no letter of the register"},
      {"F1,l.txt,0,9,why," + hash + ",,,\n", "2:2: error: this letter is not one of this response"},
      {"L1,l.txt,3,4,why," + hash_of(" ") + ",,,\n",
       "2:3: error: there are no words between \"first\" and \"last\""},
      {"L1,l.txt,0,9,why," + hash + ",,,\nL1,l.txt,4,19,why," + hash_of("buses are late.") +
           ",,,\n",
       "3:3: error: row 2 places some of these words there already"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.row);
    const assembled out = with_letter(letter, row.row);
    CHECK(out.made == nullptr);
    REQUIRE(out.remarks.size() == 1);
    CHECK(out.remarks[0] == std::string("decisions/passages.csv:") + row.expected);
  }
}

TEST_CASE("a letter of several responses is nobody's until its words are placed") {
  const std::string cards = "Card one.\nCard two.\n";
  const std::string second = "L2,,inbox,l.txt,\n";
  const assembled none = with_letter(cards, "", second);
  REQUIRE(none.made);
  CHECK(none.state("L1", "general") == answer_state::unread);
  CHECK(none.state("L2", "general") == answer_state::unread);
  const assembled both = with_letter(cards,
                                     passage("L1", "l.txt", cards, "Card one.", "general") +
                                         passage("L2", "l.txt", cards, "Card two.", "general"),
                                     second);
  REQUIRE(both.made);
  CHECK(both.said("L1", "general") == strings{"Card one."});
  CHECK(both.said("L2", "general") == strings{"Card two."});
  CHECK(both.made->unread().empty());
}

namespace {

assembled moved(const std::string& sheet, const std::string& rows) {
  return assemble(form, {{"f.csv", sheet}, {"decisions/passages.csv", head + rows}});
}

}  // namespace

TEST_CASE("words under the wrong question are moved whole, and their own is moved away") {
  const std::string sheet = "ID,Why,How,You\n1,\"By bus, I said\",,\n2,x,y,\n";
  for (const char* bytes : {"\"By bus, I said\"", "By bus, I said"}) {
    const assembled out =
        moved(sheet, passage("1", "f.csv", sheet, bytes, "how", "By bus, I said"));
    REQUIRE(out.made);
    CHECK(out.said("1", "how") == strings{"By bus, I said"});
    CHECK(out.state("1", "why") == answer_state::moved_away);
    const answer_id answer = out.made->answers_of(out.response("1")).first;
    CHECK(out.made->answers().origin[answer] == answer_origin::moved);
  }
  // The row stands elsewhere after another export; its words have not changed.
  const assembled later = moved("ID,Why,How,You\n2,x,y,\n1,\"By bus, I said\",,\n",
                                passage("1", "f.csv", sheet, "By bus, I said", "how"));
  REQUIRE(later.made);
  CHECK(later.said("1", "how") == strings{"By bus, I said"});
}

TEST_CASE("faults of words that are moved") {
  const std::string sheet = "ID,Why,How,You\n1,\"By bus, I said\",late,\n2,same,same,\n";
  struct {
    std::string row;
    const char* expected;
  } const rows[] = {
      {passage("1", "f.csv", sheet, "By bus", "how"),
       "error: only all words of a cell can be moved to another question"},
      {passage("1", "f.csv", sheet, "late", "how"),
       "error: these words stand under this question already"},
      {passage("1", "f.csv", sheet, "late", "why", "early"),
       "warning: this row is set aside: the words have changed"},
      {"2,f.csv,0,4,c1," + hash_of("same") + ",,,\n",
       "error: this response has these words under several questions"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.row);
    const assembled out = moved(sheet, row.row);
    REQUIRE(out.remarks.size() == 1);
    CHECK(out.remarks[0].ends_with(row.expected));
    CHECK((out.made == nullptr) == std::string(row.expected).starts_with("error"));
  }
  const assembled which = moved(sheet, passage("2", "f.csv", sheet, "same", "c1"));
  REQUIRE(which.made);
  CHECK(which.state("2", "why") == answer_state::moved_away);
  CHECK(which.said("2", "how") == strings{"same"});
  CHECK(which.said("2", "c1") == strings{"same"});
}
