// ICU as a second opinion on random text. It is an oracle, not the standard: the root rules of ICU
// 72 take `:` and its likes out of MidLetter, make `@` a letter, and cut CJK and South-East Asian
// scripts by dictionary, so none of these occur here.
#include <heard/base/utf8.hpp>
#include <heard/text/segment.hpp>

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

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

}  // namespace

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
