#include "intake/white_space.hpp"

#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("runs of white space become one space") {
  struct row {
    std::string text, normalised;
  };
  const std::vector<row> table = {
      {"", ""},
      {" \t\r\n\v\f", ""},
      {" a \n b ", "a b"},
      {"\xC2\xA0\xE2\x80\x83\x61\xE3\x80\x80\xC2\x85", "a"},
      {"a\xC2\xA0\xE2\x80\xA8\x62", "a b"},
      // Two people and the joiner between them.
      {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9",
       "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9"},
      // Stray bytes that white space is spelled with are none.
      {"\xA0 \xFF", "\xA0 \xFF"},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(normalised_space(r.text) == r.normalised);
  }
}

TEST_CASE("white space is the property White_Space of Unicode 15.0") {
  // PropList.txt.
  const std::u32string known =
      U"\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
      U"\u200A\u2028\u2029\u202F\u205F\u3000";
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    std::string bytes;
    utf8::append(bytes, c);
    const std::size_t expected = known.find(c) == known.npos ? 0 : bytes.size();
    REQUIRE(white_space_at(bytes, 0) == expected);
    REQUIRE(white_space_before(bytes, bytes.size()) == expected);
  }
}
