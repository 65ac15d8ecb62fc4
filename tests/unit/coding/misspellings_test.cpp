#include "coding/misspellings.hpp"

#include "coding/distance.hpp"
#include "strings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::matching;
using namespace heard::testing;

namespace {

struct pattern {
  std::u32string text;
  unsigned most;
  bool whole;
};

// One pattern after another, each compared in full.
std::vector<std::uint32_t> one_by_one(const std::vector<pattern>& all, std::u32string_view word) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (within_distance(all[i].text, word, all[i].most)) out.push_back(i);
  }
  return out;
}

int disagreements(const std::vector<pattern>& all, const std::vector<std::u32string>& words) {
  misspellings together;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    together.add(all[i].text, all[i].most, all[i].whole, i);
  }
  together.finish();
  misspellings::scratch scratch;
  int wrong = 0;
  for (const std::u32string& word : words) {
    std::vector<std::uint32_t> found;
    together.find(word, scratch, [&](std::uint32_t number, bool whole) {
      found.push_back(number);
      wrong += whole == all[number].whole ? 0 : 1;
    });
    std::sort(found.begin(), found.end());
    wrong += found == one_by_one(all, word) ? 0 : 1;
  }
  return wrong;
}

}  // namespace

TEST_CASE("misspellings of all patterns at once are those of each alone") {
  std::vector<pattern> all;
  std::vector<std::u32string> words;
  for (const std::string& each : strings("abc", 5)) {
    words.push_back(wide(each));
    if (each.empty()) continue;
    all.push_back({wide(each), 1, false});
    all.push_back({wide(each), 2, true});
  }
  CHECK(disagreements(all, words) == 0);
}

TEST_CASE("misspellings of words of many lengths are those of each alone") {
  std::mt19937 random(17);
  const auto some_word = [&] {
    std::u32string out;
    for (std::size_t n = 1 + random() % 14; n > 0; --n) out += U"abcdeé"[random() % 6];
    return out;
  };
  for (int round = 0; round < 100; ++round) {
    std::vector<pattern> all;
    for (std::size_t n = random() % 60; n > 0; --n) {
      all.push_back({some_word(), 1 + static_cast<unsigned>(random() % 2), random() % 2 == 0});
    }
    std::vector<std::u32string> words;
    for (int n = 0; n < 100; ++n) {
      words.push_back(all.empty() || n % 3 == 0 ? some_word() : all[random() % all.size()].text);
      std::u32string& word = words.back();
      for (std::size_t edits = random() % 4; edits > 0 && word.size() > 1; --edits) {
        const std::size_t at = random() % word.size();
        switch (random() % 3) {
          case 0:
            word.erase(at, 1);
            break;
          case 1:
            word.insert(at, 1, U'b');
            break;
          default:
            if (at > 0) std::swap(word[at - 1], word[at]);
        }
      }
    }
    REQUIRE(disagreements(all, words) == 0);
  }
}

TEST_CASE("no misspellings: nothing is found, and the empty word is near nothing") {
  CHECK(disagreements({}, {U"", U"a"}) == 0);
  CHECK(disagreements({{U"a", 2, false}}, {U"", U"a", U"ab", U"b"}) == 0);
}
