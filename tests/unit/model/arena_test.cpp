#include <heard/model/arena.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("texts come back byte for byte, and views stay good while the arena grows") {
  arena texts;
  CHECK(texts[text_ref{}] == "");
  const text_ref nothing = texts.add("");
  const text_ref nul = texts.add(std::string_view("a\0\xFF", 3));
  const std::string_view early = texts[nul];
  const std::string large(3 << 20, 'x');  // More than a block.
  const text_ref whole = texts.add(large);
  std::vector<text_ref> many;
  for (int i = 0; i < 300000; ++i) many.push_back(texts.add("text " + std::to_string(i)));

  CHECK(texts[nothing] == "");
  CHECK(texts[nul] == std::string_view("a\0\xFF", 3));
  CHECK(early.data() == texts[nul].data());
  CHECK(texts[whole] == large);
  bool all = true;
  for (int i = 0; i < 300000; ++i) all = all && texts[many[i]] == "text " + std::to_string(i);
  CHECK(all);
  // 300,000 times "text ", 10 + 2*90 + 3*900 + 4*9,000 + 5*90,000 + 6*200,000 digits.
  CHECK(texts.size() == 3 + large.size() + 1500000 + 1688890);
}

TEST_CASE("slices of bytes that are kept are no copies, and little of much is let go") {
  const std::string words(100, 'w');
  const auto much = std::make_shared<const std::string>(std::string(1000, '-') + words);
  const auto most = std::make_shared<const std::string>(words + "--" + words);
  arena texts;
  texts.keep(kept_bytes(*much, much));
  texts.keep(kept_bytes(*most, most));
  std::vector<text_ref> refs = {
      texts.add_slice(std::string_view(*much).substr(1000)),
      texts.add_slice(std::string_view(*most).substr(0, 100)),
      texts.add_slice(std::string_view(*most).substr(102)),
      texts.add_slice(words),                                 // Stands elsewhere.
      texts.add_slice(std::string_view(*most).substr(0, 5)),  // So short that it is copied.
  };
  const auto check = [&](bool slice_of_much) {
    CHECK((texts[refs[0]].data() == much->data() + 1000) == slice_of_much);
    CHECK(texts[refs[0]] == words);
    CHECK(texts[refs[1]].data() == most->data());
    CHECK(texts[refs[2]].data() == most->data() + 102);
    CHECK(texts[refs[2]].size() == 100);
    CHECK(texts[refs[3]].data() != words.data());
    CHECK(texts[refs[3]] == words);
    CHECK(texts[refs[4]] == "wwwww");
    CHECK(texts[refs[4]].data() != most->data());
    CHECK(texts.size() == 405);
  };
  check(true);
  texts.settle(refs);
  CHECK(much.use_count() == 1);
  CHECK(most.use_count() == 2);
  check(false);
}
