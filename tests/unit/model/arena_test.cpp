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
