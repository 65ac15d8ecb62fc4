#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("ill-formed bytes become one U+FFFD for each maximal subpart") {
  // Unicode 15.0, chapter 3, tables 3-8 to 3-11.
  struct row {
    std::string bytes;
    std::u32string expected;
  };
  const char32_t f = U'\uFFFD';
  const std::vector<row> table = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", {f, f, f, f, f, f, f, f, U'A'}},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", {f, f, f, f, f, f, f, f, U'A'}},
      {"\xF4\x90\x80\x80\x41", {f, f, f, f, U'A'}},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", {f, f, f, f, f, U'A', f, f, U'B'}},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {f, f, f, f, U'A'}},
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
       {U'a', f, f, f, U'b', f, U'c', f, f, U'd'}},
  };
  for (const row& r : table) {
    std::u32string got;
    for (std::size_t at = 0; at < r.bytes.size();) {
      const utf8::decoded d = utf8::decode(r.bytes, at);
      got += d.code_point;
      at += d.size;
    }
    CHECK(got == r.expected);
    CHECK_FALSE(utf8::valid(r.bytes));
    CHECK(utf8::valid(utf8::repair(r.bytes)));
    CHECK(utf8::count(r.bytes) == r.expected.size());
  }
}

TEST_CASE("every scalar value survives the round trip, and no surrogate does") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    utf8::append(bytes, c);
    const utf8::decoded d = utf8::decode(bytes, 0);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    REQUIRE(d.well_formed);
    REQUIRE(d.size == bytes.size());
    REQUIRE(d.code_point == (surrogate ? U'\uFFFD' : c));
    REQUIRE(utf8::decode_before(bytes, bytes.size()).code_point == d.code_point);
  }
}

TEST_CASE("one and two byte sequences are accepted just when they are well formed") {
  for (unsigned a = 0; a < 256; ++a) {
    const std::string one(1, static_cast<char>(a));
    CHECK(utf8::valid(one) == (a < 0x80));
    for (unsigned b = 0; b < 256; ++b) {
      const std::string two = one + static_cast<char>(b);
      const bool both_ascii = a < 0x80 && b < 0x80;
      const bool pair = a >= 0xC2 && a <= 0xDF && b >= 0x80 && b <= 0xBF;
      REQUIRE(utf8::valid(two) == (both_ascii || pair));
    }
  }
}

TEST_CASE("the first fault is given by its offset") {
  CHECK(utf8::first_fault("plain") == std::nullopt);
  CHECK(utf8::first_fault("caf\xE9 au lait") == 3);
  CHECK(utf8::first_fault("\xE2\x82") == 0);
}

TEST_CASE("the first fault is found wherever it stands among ASCII and other letters") {
  for (const std::string unit : {"a", "\u00E9", "caf\u00E9 \u20AC ", "\U0001F44D"}) {
    std::string text;
    while (text.size() < 150) {
      CHECK(utf8::valid(text));
      CHECK(utf8::first_fault(text + '\xFF' + std::string(70, 'z')) == text.size());
      CHECK(utf8::first_fault(text + "\xE2\x82") == text.size());
      text += unit;
    }
  }
}
