#include <heard/base/utf8.hpp>
#include <heard/text/plain.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;

TEST_CASE("plain words are folded, without diacritics, with ligatures spelled out") {
  struct {
    const char* text;
    const char* plain;
  } const rows[] = {
      {"", ""},
      {"Caf\u00E9 \u00C9cole", "cafe ecole"},
      {"Cafe\u0301", "cafe"},
      {"Cyngor Gwynedd \u0175\u0177", "cyngor gwynedd wy"},
      {"\u00E6\u00F8\u00DF\u00A9", "aeoessc"},
      {"\u0141\u00F3d\u017A", "lodz"},
      {"Children\u2019s", "children's"},
      {"\uFF21\uFF22", "ab"},
      {"\u0915\u093F", "\u0915\u093F"},  // a vowel sign of Devanagari stays
  };
  for (const auto& row : rows) CHECK(text::plain(row.text) == row.plain);
}

TEST_CASE("a long run of marks takes no quadratic time and gives well-formed text") {
  std::string marks = "e";
  for (int i = 0; i < 200000; ++i) marks += i % 2 == 0 ? "\u05B0" : "\u0323";
  CHECK(utf8::valid(text::plain(marks)));
  CHECK(utf8::valid(text::plain("\xFF\xC3(\xE2\x82")));
}

TEST_CASE("letters, digits and marks are in words") {
  for (const char32_t c : {U'a', U'Z', U'7', U'\u00E9', U'\u0915', U'\u093F', U'\u4E2D'}) {
    CHECK(text::in_word(c));
  }
  for (const char32_t c : {U' ', U'-', U'\'', U'\u2019', U'\u2013', U'\uFFFD', U'\u00A0'}) {
    CHECK_FALSE(text::in_word(c));
  }
}
