#include "shared_data.hpp"
#include "text/matching_view.hpp"
#include "text/word_split.hpp"

#include <heard/base/utf8.hpp>
#include <heard/text/segment.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

using namespace heard;
using text::span;

namespace {

using segmenter = void (*)(std::string_view, std::vector<span>&);

/// A line of a Unicode break test: hexadecimal code points, a division sign where a break is.
struct break_case {
  std::string text;
  std::vector<span> expected;
};

std::vector<break_case> break_cases(const std::string& file) {
  std::vector<break_case> cases;
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    break_case c;
    std::uint32_t first = 0;
    for (std::string word; words >> word;) {
      const auto here = static_cast<std::uint32_t>(c.text.size());
      if (word == "÷") {
        if (here > first) c.expected.push_back({first, here});
        first = here;
      } else if (word != "×") {
        utf8::append(c.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      }
    }
    if (!c.text.empty()) cases.push_back(std::move(c));
  }
  return cases;
}

std::vector<break_case> conformance_cases(const char* name, std::size_t count) {
  auto file = test::read_file(std::string("/usr/share/unicode/auxiliary/") + name);
  if (!file) file = test::shared_data(std::string("conformance/unicode/15.0_debian/") + name);
  if (!file) return {};
  auto cases = break_cases(*file);
  CHECK(cases.size() == count);
  return cases;
}

void check_conformance(const char* name, segmenter segments, std::size_t count) {
  const auto cases = conformance_cases(name, count);
  std::vector<span> got;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(name);
    CAPTURE(i);
    segments(cases[i].text, got);
    CHECK(got == cases[i].expected);
  }
}

std::string repeat(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace

TEST_CASE("words are those of WordBreakTest") {
  check_conformance("WordBreakTest.txt", text::word_segments, 1823);
}

TEST_CASE("words found by masks are those of WordBreakTest, with all instructions") {
  const auto cases = conformance_cases("WordBreakTest.txt", 1823);
  std::vector<span> got;
  for (const text::classifier_choice& c : text::classifiers()) {
    CAPTURE(static_cast<int>(c.by));
    text::matching_view view(c);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      CAPTURE(i);
      std::vector<span> words = cases[i].expected;
      std::erase_if(words, [&](span s) { return !text::holds_word(s.of(cases[i].text)); });
      view.words(cases[i].text, got);
      CHECK(got == words);
      // Inside an answer, where its bytes lie across a block's end.
      for (const std::size_t before : {45u, 60u, 62u}) {
        const std::string answer = std::string(before, 'a') + "\n" + cases[i].text + "\nz";
        view.words(answer, got);
        REQUIRE(got.size() == words.size() + 2);
        for (std::size_t w = 0; w < words.size(); ++w) {
          CHECK(got[w + 1].first == words[w].first + before + 1);
          CHECK(got[w + 1].last == words[w].last + before + 1);
        }
      }
    }
  }
}

TEST_CASE("sentences are those of SentenceBreakTest") {
  check_conformance("SentenceBreakTest.txt", text::sentence_segments, 502);
}

TEST_CASE("the tables are those of one version of Unicode") {
  CHECK(text::unicode_version() == "15.0.0");
}

TEST_CASE("no text has no segments") {
  std::vector<span> got = {{1, 2}};
  text::word_segments("", got);
  CHECK(got.empty());
  got = {{1, 2}};
  text::sentence_segments("", got);
  CHECK(got.empty());
}

TEST_CASE("an ill-formed byte breaks words as U+FFFD does") {
  std::vector<span> got;
  text::word_segments("caf\xE9 au", got);
  CHECK(got == std::vector<span>{{0, 3}, {3, 4}, {4, 5}, {5, 7}});
  // One maximal subpart, one segment: the first two bytes of a three-byte sequence.
  text::word_segments("a\xE2\x82z", got);
  CHECK(got == std::vector<span>{{0, 1}, {1, 3}, {3, 4}});
}

TEST_CASE("segments cover the text without a gap, whatever its bytes") {
  std::uint32_t seed = 1;
  const auto next = [&] { return seed = seed * 1664525u + 1013904223u, seed >> 16; };
  const std::string_view pieces[] = {"a",
                                     "B",
                                     "7",
                                     "'",
                                     "\"",
                                     ".",
                                     ",",
                                     ":",
                                     "_",
                                     " ",
                                     "\r",
                                     "\n",
                                     "\xCC\x81",
                                     "\xE2\x80\x8D",
                                     "\xC2\xAD",
                                     "\xD7\x90",
                                     "\xE3\x82\xAB",
                                     "\xF0\x9F\x87\xAC",
                                     "\xF0\x9F\x91\xA7",
                                     "!",
                                     ")",
                                     "\xE2\x80\xA8",
                                     "\xE9",
                                     "\xE2\x82",
                                     "\xF0\x9F",
                                     "\x80",
                                     "\xEF\xB8\x8F"};
  std::vector<span> got;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    for (std::uint32_t n = next() % 12; n > 0; --n) bytes += pieces[next() % std::size(pieces)];
    for (const segmenter segments : {text::word_segments, text::sentence_segments}) {
      segments(bytes, got);
      std::uint32_t at = 0;
      for (const span s : got) {
        REQUIRE(s.first == at);
        REQUIRE(s.last > s.first);
        at = s.last;
      }
      REQUIRE(at == bytes.size());
    }
  }
}

TEST_CASE("a hostile text takes linear time") {
  // Each of these makes a rule look ahead as far as it can; quadratic work on a megabyte would take
  // hours.
  const std::string_view units[] = {"\xCC\x81", "a\xCC\x81:",       ":",          "a:", "a.",
                                    "1,",       "\xE2\x80\x8D",     "\xD7\x90\"", ". ", ".)",
                                    "a. 1",     "\xF0\x9F\x87\xAC", " ",          "\r"};
  std::vector<span> got;
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view unit : units) {
    const std::string tail = repeat(unit, 1'000'000);
    for (const std::string& bytes : {tail, "a" + tail, "a:" + tail, "a. " + tail}) {
      text::word_segments(bytes, got);
      CHECK(got.back().last == bytes.size());
      text::sentence_segments(bytes, got);
      CHECK(got.back().last == bytes.size());
    }
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::minutes(5));
}
