#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace heard;
using namespace heard::testing;

namespace {

std::string file_of(const std::string& header, const std::vector<std::string>& rows) {
  std::string out = header + "\n";
  for (const std::string& row : rows) out += row + "\n";
  return out;
}

}  // namespace

TEST_CASE("the order of rows shows in nothing but places") {
  const std::string written = manifest_with(R"([[source]]
file = "wide.csv"
channel = "form"
contact = ["Mail"]
organisation = "Body"
answers = { why = "Why", how = "How", you = { column = "You", separator = "," } }

[[source]]
file = "long.csv"
channel = "easy-read"
response_id = "ID"
[source.long]
question = "Q"
answer = "A"
values = { why = "Why?", how = "How?" }
[[source.coding]]
coder = "ann"
kind = "human"
column = "Theme"
values = { air = "Air", water = "Water" }

[counting]
repeats = "keep_first"
)");
  std::vector<std::string> wide = {
      "same,,,x@example.org,",
      "same,,,x@example.org,",
      "same,,,,",
      "same,,,,",
      "other,as above,Student,y@example.org,A Trust",
      ",,,,",
      "b,\"x\"y,,,",
      "\"Parent\",n/a,\"Parent,Student\",,The Trust",
  };
  std::vector<std::string> tall = {
      "1,Why?,zeta,Air", "1,Why?,alpha,Water", "1,How?,mid,",        "2,Why?,zeta,Water",
      "3,Why?,same,Air", "3,Why?,same,Air",    "1,Why?,alpha,Water",
  };
  std::vector<std::string> letters = {"L1,2026-03-05,inbox,l1.txt,", "L2,,inbox,l1.txt,",
                                      "L3,,paper,l3.txt,"};
  const std::string letter = "Card one. Card two.";
  std::vector<std::string> passages = {"L1,l1.txt,0,9,why," + hash_of("Card one.") + ",,,",
                                       "L2,l1.txt,10,19,how," + hash_of("Card two.") + ",,,",
                                       "L3,l3.txt,0,3,how," + hash_of("abc") + ",,,",
                                       "L3,l3.txt,4,7,how," + hash_of("def") + ",,,"};
  std::mt19937 random(7);
  std::string first;
  for (int i = 0; i < 40; ++i) {
    const assembled out = assemble(
        written, {{"wide.csv", file_of("Why,How,You,Mail,Body", wide)},
                  {"long.csv", file_of("ID,Q,A,Theme", tall)},
                  {"register.csv", file_of("id,received,channel,file,note", letters)},
                  {"l1.txt", letter},
                  {"l3.txt", "abc def ghi"},
                  {"decisions/passages.csv",
                   file_of("response,file,first,last,question,text_hash,who,when,why", passages)}});
    REQUIRE(out.made);
    const std::string all = everything(*out.made);
    if (i == 0) {
      first = all;
      // 7 rows with something in them, 3 ids, 3 letters.
      CHECK(out.made->responses().size() == 13);
      // 4 + 3 + 3 cells, 7 rows, 2 + 3 stretches of letters.
      CHECK(out.made->answers().size() == 22);
    }
    CHECK(all == first);
    for (auto* rows : {&wide, &tall, &letters, &passages}) {
      std::shuffle(rows->begin(), rows->end(), random);
    }
  }
}
