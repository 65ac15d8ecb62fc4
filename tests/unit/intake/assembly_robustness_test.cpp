#include "unit/intake/assemble.hpp"

#include <heard/base/utf8.hpp>
#include <heard/model/ledger.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace heard;
using namespace heard::testing;

namespace {

const std::string written = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
contact = ["Mail"]
organisation = { column = "Body", separator = ";" }
received = { column = "At", format = "%Y-%m-%d" }
capacity = { column = "For", self = "Me" }
language = { column = "L" }
answers = { why = "Why", how = "How", you = { column = "You", separator = "," } }
)");

// Words that nobody may find in a remark.
const std::string secret = "Xyzzyplugh";

files sound() {
  const std::string letter = secret + " wrote a letter.";
  return {
      {"f.csv",
       "ID,Why,How,You,Mail,Body,At,For,L\n"
       "1," +
           secret + " one,\"" + secret +
           " \"\"two\"\"\",Student,a@example.org,T;U,"
           "2026-03-04,Me,en\n"
           "2,x,,\"Parent,Student\",,,,,\n"},
      {"register.csv", "id,received,channel,file,note\nL,2026-03-03,inbox,l.txt," + secret + "\n"},
      {"l.txt", letter},
      {"decisions/passages.csv",
       "response,file,first,last,question,text_hash,who,when,why\nL,l.txt,0,10,why," +
           hash_of(secret) + ",,,\n"},
      {"decisions/codings/ann.csv",
       "response,question,theme,stance,first,last,text_hash,when\n1,why,t,for,0,3," +
           hash_of(secret + " one") + ",\n"},
      {"decisions/redactions.csv",
       "response,question,first,last,replacement,text_hash,who,when,why\n1,why,0,10,[name]," +
           hash_of(secret + " one") + ",ann,2026-05-01," + secret + "\n1,why,10,12,," +
           hash_of(secret + " one") + ",,,\n"},
      {"decisions/translations.csv",
       "response,question,text_hash,language,translation,who,when,why\n1,why," +
           hash_of(secret + " one") + ",cy,\"" + secret + " un\",ann,2026-05-01,\n"},
      {"decisions/quotes.csv",
       "response,question,first,last,action,text_hash,who,when,why,translation\n1,why,0,14,clear," +
           hash_of(secret + " one") + ",ann,2026-05-01,," + secret + "\n"},
      {"decisions/campaigns.csv",
       "campaign,policy,who,when,why\nc-1,count_one,ann,2026-05-01," + secret + "\n"},
      {"decisions/organisations.csv",
       "name,canonical,type,action,who,when,why\nT,U,charity,keep_apart,ann,2026-05-01,\n"},
      {"decisions/signoff.csv", "section,run,who,when\nc1,0a1b,ann,2026-05-01\n"}};
}

}  // namespace

TEST_CASE("remarks on data hold none of its words") {
  files wrong = sound();
  wrong["f.csv"] =
      "ID,Why,How,You,Mail,Body,At,For,L\n"
      "1,a,b," +
      secret + ",c,d," + secret + "," + secret + "," + secret +
      "\n"
      "2,\"" +
      secret + "\" " + secret +
      ",,,,,,,\n"
      "3,x,,,,,,,," +
      secret + "\n";
  const assembled out = assemble(written, wrong);
  CHECK(out.made == nullptr);
  CHECK(out.remarks.size() >= 7);
  for (const std::string& remark : out.remarks) {
    CHECK(remark.find(secret) == std::string::npos);
  }
}

TEST_CASE("damaged files give remarks or a consultation whose sums close, and nothing else") {
  REQUIRE(assemble(written, sound()).made);
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  using namespace std::string_literals;
  const std::string bytes = "\",;\n\r\t\\\0\xC3\xA9\xFF\xFE 0129aL"s;
  REQUIRE(bytes.size() == 19);
  int made = 0;
  int hidden_places = 0;
  for (int i = 0; i < 3000; ++i) {
    files damaged = sound();
    auto file = damaged.begin();
    std::advance(file, below(damaged.size()));
    for (std::size_t n = 1 + below(4); n > 0 && !file->second.empty(); --n) {
      const std::size_t at = below(file->second.size());
      switch (below(4)) {
        case 0:
          file->second[at] = bytes[below(bytes.size())];
          break;
        case 1:
          file->second.insert(at, 1, bytes[below(bytes.size())]);
          break;
        case 2:
          file->second.erase(at, 1 + below(5));
          break;
        default:
          file->second.resize(at);
      }
    }
    const assembled out = assemble(written, damaged);
    for (const std::string& remark : out.remarks) {
      CHECK(remark.find('\n') == std::string::npos);
      CHECK(remark.find(secret) == std::string::npos);
    }
    if (!out.made) {
      CHECK_FALSE(out.remarks.empty());
      continue;
    }
    for (const redaction& hidden : out.made->redactions()) {
      const std::string_view words = out.made->text_of(hidden.answer);
      CHECK(hidden.first < hidden.last);
      CHECK(hidden.last <= words.size());
      CHECK(utf8::valid(words.substr(0, hidden.first)));
      CHECK(utf8::valid(words.substr(0, hidden.last)));
      ++hidden_places;
    }
    ++made;
    CHECK_NOTHROW(static_cast<void>(make_ledger(*out.made)));
  }
  CHECK(made > 300);
  CHECK(made < 2700);
  CHECK(hidden_places > 300);
}
