// ICU as a second opinion on random text. It is an oracle, not the standard: the root rules of ICU
// 72 take `:` and its likes out of MidLetter, make `@` a letter, and cut CJK and South-East Asian
// scripts by dictionary, so none of these occur here.
#include "text/matching_view.hpp"
#include "text/word_split.hpp"

#include <heard/base/utf8.hpp>
#include <heard/text/segment.hpp>

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using text::span;

namespace {

using breaks = std::unique_ptr<icu::BreakIterator>;

std::vector<span> icu_segments(icu::BreakIterator& iterator, const std::string& bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UText* source =
      utext_openUTF8(nullptr, bytes.data(), static_cast<int64_t>(bytes.size()), &status);
  iterator.setText(source, status);
  utext_close(source);
  REQUIRE(U_SUCCESS(status));
  std::vector<span> segments;
  std::int32_t first = iterator.first();
  for (std::int32_t last = iterator.next(); last != icu::BreakIterator::DONE;
       last = iterator.next()) {
    segments.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    first = last;
  }
  return segments;
}

bool left_out(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  const bool cjk = (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                   (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE10 && c <= 0xFFEF) ||
                   (c >= 0x16F00 && c < 0x1F000) || c >= 0x20000;
  return surrogate || cjk || c == U':' || c == U'@' || c == 0xFE55 || c == 0xFE13 ||
         u_getIntPropertyValue(point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

std::string random_text(std::mt19937& random) {
  static const std::u32string telling =
      U"aBz09'\"._,;?!)( \t\r\n\u0085\u00AD\u00B7\u0301\u05D0\u05F4\u2014\u2018\u2019\u2024\u2028"
      U"\u200D\u2060\u3000\u2764\uFE0F\u0660\u037E\u0430\u0410\U0001F1EC\U0001F1E7\U0001F467"
      U"\U0001F3FD\u01C5\u00AA\u2139\u24C2\u00AB";
  std::string bytes;
  for (std::size_t n = random() % 20; n > 0; --n) {
    char32_t c = telling[random() % telling.size()];
    if (random() % 4 == 0) c = random() % 0x1FFFF;
    if (!left_out(c)) utf8::append(bytes, c);
  }
  return bytes;
}

/// An answer of 20 to 60 words in the alphabets of Europe, the Near East and India, with the
/// punctuation, numbers and signs that people put between.
std::string random_answer(std::mt19937& random) {
  struct alphabet {
    char32_t first;
    char32_t last;
  };
  constexpr alphabet alphabets[] = {
      {U'a', U'z'},           {U'a', U'z'},           {U'A', U'Z'},
      {U'\u00C0', U'\u024F'}, {U'\u0391', U'\u03C9'}, {U'\u0400', U'\u045F'},
      {U'\u0480', U'\u04FF'}, {U'\u0561', U'\u0586'}, {U'\u05D0', U'\u05EA'},
      {U'\u0620', U'\u064A'}, {U'\u0904', U'\u094D'}, {U'\u10D0', U'\u10FA'}};
  static const std::u32string between =
      U"    "
      U"\u2009\u00A0.,;!?'\"()-_/&#*\n\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC\u00A3\u0964";
  static const std::u32string inside = U"'\u2019.\u0301\u0308\u00AD\u200D_,;\"\u05F4\u00B7";
  static const std::u32string signs =
      U"\U0001F44D\U0001F3FD\U0001F1EC\U0001F1E7\u2764\uFE0F\u200D\u20E3#1";
  std::string bytes;
  const auto from = [&](const std::u32string& set) { return set[random() % set.size()]; };
  for (std::size_t n = 20 + random() % 40; n > 0; --n) {
    const alphabet& a = alphabets[random() % (random() % 2 == 0 ? 3 : std::size(alphabets))];
    for (std::size_t size = 1 + random() % 12; size > 0; --size) {
      const auto range = static_cast<std::uint32_t>(a.last - a.first + 1);
      char32_t c = a.first + static_cast<char32_t>(random() % range);
      if (random() % 16 == 0) c = from(inside);
      if (random() % 32 == 0) c = static_cast<char32_t>(U'0' + random() % 10);
      if (!left_out(c)) utf8::append(bytes, c);
    }
    if (random() % 8 == 0) utf8::append(bytes, from(signs));
    utf8::append(bytes, from(between));
    if (random() % 4 == 0) bytes += ' ';
  }
  return bytes;
}

/// How many answers: as many as HEARD_FUZZ_ANSWERS says, or what a test between two edits may take.
int fuzz_answers() {
  const char* asked = std::getenv("HEARD_FUZZ_ANSWERS");
  return asked != nullptr ? std::atoi(asked) : 10'000;
}

}  // namespace

TEST_CASE("ICU finds the same words in random answers, with all instructions") {
  if (std::string(U_UNICODE_VERSION) != "15.0") {
    MESSAGE("skipped: ICU has Unicode " << U_UNICODE_VERSION);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const breaks words(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  std::vector<text::matching_view> views;
  for (const text::classifier_choice& c : text::classifiers()) views.emplace_back(c);
  REQUIRE_FALSE(views.empty());
  std::mt19937 random(72);
  std::vector<span> got;
  const int count = fuzz_answers();
  REQUIRE(count > 0);
  for (int n = 0; n < count; ++n) {
    const std::string bytes = random_answer(random);
    CAPTURE(bytes);
    std::vector<span> expected = icu_segments(*words, bytes);
    std::erase_if(expected, [&](span s) { return !text::holds_word(s.of(bytes)); });
    for (text::matching_view& view : views) {
      view.words(bytes, got);
      REQUIRE(got == expected);
    }
  }
}

TEST_CASE("ICU cuts random text at the same places") {
  if (std::string(U_UNICODE_VERSION) != "15.0") {
    MESSAGE("skipped: ICU has Unicode " << U_UNICODE_VERSION);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const breaks words(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const breaks sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  std::mt19937 random(15);
  std::vector<span> got;
  for (int round = 0; round < 100'000; ++round) {
    const std::string bytes = random_text(random);
    CAPTURE(bytes);
    text::word_segments(bytes, got);
    REQUIRE(got == icu_segments(*words, bytes));
    text::sentence_segments(bytes, got);
    REQUIRE(got == icu_segments(*sentences, bytes));
  }
}
