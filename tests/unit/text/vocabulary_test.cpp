#include <heard/text/fold.hpp>
#include <heard/text/vocabulary.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace heard;
using text::token_kind;

TEST_CASE("a type is a spelling and a kind") {
  text::vocabulary words;
  const auto upper = words.intern("Library", token_kind::word);
  const auto lower = words.intern("library", token_kind::word);
  const auto tag = words.intern("library", token_kind::hashtag);
  CHECK(words.size() == 3);
  CHECK(words.intern("Library", token_kind::word) == upper);
  CHECK(upper != lower);
  CHECK(lower != tag);
  CHECK(words.spelling(upper) == "Library");
  CHECK(words.folded(upper) == "library");
  CHECK(words.folded(lower) == "library");
  CHECK(words.kind(tag) == token_kind::hashtag);
  CHECK(words.kind(lower) == token_kind::word);
}

TEST_CASE("types are numbered from 0 as they come, and their bytes stay where they are") {
  text::vocabulary words;
  std::map<std::pair<std::string, token_kind>, text::type_id> twin;
  std::vector<std::string_view> views;
  std::uint32_t seed = 5;
  for (int i = 0; i < 200'000; ++i) {
    seed = seed * 1664525u + 1013904223u;
    const std::string spelling = "W\u00D6RD" + std::to_string((seed >> 8) % 30'000);
    const auto kind = static_cast<token_kind>((seed >> 4) % 5);
    const auto next = static_cast<text::type_id>(twin.size());
    const auto [place, added] = twin.emplace(std::make_pair(spelling, kind), next);
    REQUIRE(words.intern(spelling, kind) == place->second);
    if (added) views.push_back(words.spelling(next));
  }
  CHECK(words.size() == twin.size());
  const text::vocabulary moved = std::move(words);
  for (const auto& [key, number] : twin) {
    REQUIRE(moved.spelling(number) == key.first);
    REQUIRE(moved.spelling(number).data() == views[number].data());
    REQUIRE(moved.kind(number) == key.second);
    REQUIRE(moved.folded(number) == text::fold(key.first));
  }
}

TEST_CASE("a spelling may be long, empty, or hold a NUL") {
  text::vocabulary words;
  const std::string large(1 << 20, 'L');
  const std::string nul("a\0B", 3);
  const auto a = words.intern(large, token_kind::word);
  const auto b = words.intern("", token_kind::word);
  const auto c = words.intern(nul, token_kind::word);
  CHECK(words.folded(a) == std::string(1 << 20, 'l'));
  CHECK(words.spelling(b).empty());
  CHECK(words.folded(c) == std::string_view("a\0b", 3));
  CHECK(words.intern(large, token_kind::word) == a);
}

TEST_CASE("the types of a text's tokens are those that each would get") {
  std::mt19937 random(16);
  text::vocabulary at_once;
  text::vocabulary one_by_one;
  std::vector<text::type_id> got;
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes;
    std::vector<text::token> tokens;
    for (std::size_t n = random() % 40; n > 0; --n) {
      const auto first = static_cast<std::uint32_t>(bytes.size());
      bytes.append(random() % 40, static_cast<char>('a' + random() % 3));
      bytes += static_cast<char>(random() % 4);
      const auto last = static_cast<std::uint32_t>(bytes.size());
      tokens.push_back({{first, last}, 0, static_cast<token_kind>(random() % 2)});
    }
    at_once.intern(bytes, tokens, got);
    REQUIRE(got.size() == tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      REQUIRE(got[i] == one_by_one.intern(tokens[i].bytes.of(bytes), tokens[i].kind));
    }
  }
  REQUIRE(at_once.size() == one_by_one.size());
  for (text::type_id n = 0; n < at_once.size(); ++n) {
    REQUIRE(at_once.spelling(n) == one_by_one.spelling(n));
    REQUIRE(at_once.kind(n) == one_by_one.kind(n));
  }
}

TEST_CASE("words made to collide do not slow the others down") {
  // Sixteen bytes whose second half undoes what hashing makes of the first, so that all share one
  // place in a table of any size. Found one after another they would take minutes.
  text::vocabulary words;
  const auto start = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < 400'000; ++i) {
    const std::uint64_t h = i * 0x9E3779B97F4A7C15u;
    const std::uint64_t halves[] = {i, h ^ (h >> 32)};
    char spelling[16];
    std::memcpy(spelling, halves, sizeof spelling);
    REQUIRE(words.intern(std::string_view(spelling, 16), token_kind::word) == i);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::minutes(1));
}
