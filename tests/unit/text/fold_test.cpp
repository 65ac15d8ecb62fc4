#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

namespace {

struct row {
  std::string text;
  std::string folded;
};

/// By hand from CaseFolding.txt, UnicodeData.txt and the list of default ignorables.
const std::vector<row> vectors = {
    {"", ""},
    {"The LIBRARY opens at 9.", "the library opens at 9."},
    {"Stra\u00DFe STRASSE", "strasse strasse"},
    {"\uFB01nance", "finance"},            // a ligature
    {"\uFF2C\uFF49\uFF42\uFF12", "lib2"},  // full width
    {"\u0130stanbul", "i\u0307stanbul"},   // full case folding, not the Turkish one
    {"I\u0131", "i\u0131"},
    {"don\u2019t don\u2018t don\u02BCt don\uFF07t", "don't don't don't don't"},
    {"\u0149", "'n"},  // decomposes to U+02BC and n
    {"\u0174Y\u0302R w\u0302yr", "\u0175\u0177r \u0175yr"},
    {"E\u0301cole", "\u00E9cole"},
    {"\u1E9B\u0323", "\u1E69"},  // UAX #15, figure 6
    {"\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3"},
    {"\u2026\u00BD\u2122", "...1\u20442tm"},
    {"co\u00ADop\u200B", "coop"},  // soft hyphen, zero-width space
    {"\u2764\uFE0F", "\u2764"},
    {"\U0001F468\u200D\U0001F467", "\U0001F468\U0001F467"},
    {"\uD55C\uAE00 \u1112\u1161\u11AB", "\uD55C\uAE00 \uD55C"},
    {"caf\xE9!", "caf\uFFFD!"},
    {"\xF0\x9F\x91 \xE2\x82\xE2\x82", "\uFFFD \uFFFD\uFFFD"},
    {"A\xCC", "a\uFFFD"},
};

}  // namespace

TEST_CASE("folding is NFKC case fold with apostrophes alike") {
  for (const row& r : vectors) {
    CAPTURE(r.text);
    CHECK(text::fold(r.text) == r.folded);
    CHECK(text::fold(r.folded) == r.folded);
  }
}

TEST_CASE("flags that differ in their tags alone stay apart") {
  // UTS #51, annex C: gbwls and gbsct in tag characters after a black flag.
  const std::string wales =
      "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F";
  const std::string scotland =
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";
  CHECK(text::fold(wales) == wales);
  CHECK(text::fold("Go " + scotland) == "go " + scotland);
  CHECK(text::fold("\U0001F3F4 flag") == "\U0001F3F4 flag");
  CHECK(text::fold("tag\U000E0067ged") == "tagged");  // elsewhere they are nothing
}

TEST_CASE("each folded byte knows where it came from") {
  const auto origins = [](std::string_view bytes) { return text::fold_with_offsets(bytes).origin; };
  using offsets = std::vector<std::uint32_t>;
  CHECK(origins("") == offsets{0});
  CHECK(origins("Ab") == offsets{0, 1, 2});
  CHECK(origins("n\u2019t") == offsets{0, 1, 4, 5});
  CHECK(origins("\u00DFx") == offsets{0, 0, 2, 3});   // ss x
  CHECK(origins("e\u0301x") == offsets{0, 0, 3, 4});  // one letter of two bytes, then x
  CHECK(origins("\uFB01x") == offsets{0, 0, 3, 4});   // f i x
  CHECK(origins("a\u00ADb") == offsets{0, 3, 4});
  CHECK(origins("\xFFz") == offsets{0, 0, 0, 1, 2});
  CHECK(origins("\u0149z") == offsets{0, 0, 2, 3});  // ' n z
}

TEST_CASE("folding with offsets gives the same text, and offsets that never fall") {
  const std::vector<std::string> pieces = {
      "a",      "Q",      " ",          "\u2019",     "\u0301", "\u0323",
      "\u00DF", "\u200D", "\U0001F3F4", "\U000E0067", "\xE9",   "\xE2\x82",
      "\uFB01", "\u1100", "\u1161",     "\u0149",     "\u0130"};
  std::uint32_t seed = 3;
  const auto next = [&] { return seed = seed * 1664525u + 1013904223u, seed >> 16; };
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::uint32_t n = next() % 12; n > 0; --n) bytes += pieces[next() % pieces.size()];
    const text::folded_text folded = text::fold_with_offsets(bytes);
    CAPTURE(bytes);
    REQUIRE(folded.text == text::fold(bytes));
    REQUIRE(utf8::valid(folded.text));
    REQUIRE(folded.origin.size() == folded.text.size() + 1);
    REQUIRE(folded.origin.back() == bytes.size());
    for (std::size_t i = 1; i < folded.origin.size(); ++i) {
      REQUIRE(folded.origin[i - 1] <= folded.origin[i]);
    }
    // Folded text has nothing more to fold.
    REQUIRE(text::fold(folded.text) == folded.text);
  }
}

TEST_CASE("long runs of marks fold in linear time, and like short ones") {
  std::string hostile = "a";
  while (hostile.size() < 4'000'000) hostile += "\u0301\u0316";  // classes 230 and 220 in turn
  CHECK(utf8::valid(text::fold(hostile)));
  // Up to 128 code points the marks are in canonical order.
  std::string turned = "q";
  std::string ordered = "q";
  for (int i = 0; i < 60; ++i) turned += "\u0301\u0316";
  for (int i = 0; i < 60; ++i) ordered += "\u0316";
  for (int i = 0; i < 60; ++i) ordered += "\u0301";
  CHECK(text::fold(turned) == ordered);
}
