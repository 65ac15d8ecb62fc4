#include "intake/white_space.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("white space at the ends and inside") {
  struct row {
    std::string text, trimmed, normalised;
  };
  const std::vector<row> table = {
      {"", "", ""},
      {" \t\r\n\v\f", "", ""},
      {" a ", "a", "a"},
      {"a \n b", "a \n b", "a b"},
      {"\xC2\xA0\xE2\x80\x83"
       "a\xE3\x80\x80\xC2\x85",
       "a", "a"},
      {"a\xC2\xA0\xE2\x80\xA8"
       "b",
       "a\xC2\xA0\xE2\x80\xA8"
       "b",
       "a b"},
      // U+200B and U+FEFF are no white space; neither are stray bytes.
      {"\xE2\x80\x8B"
       "a\xEF\xBB\xBF",
       "\xE2\x80\x8B"
       "a\xEF\xBB\xBF",
       "\xE2\x80\x8B"
       "a\xEF\xBB\xBF"},
      {"\xA0 \xFF", "\xA0 \xFF", "\xA0 \xFF"},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(trimmed(r.text) == r.trimmed);
    CHECK(normalised_space(r.text) == r.normalised);
    CHECK(blank(r.text) == r.trimmed.empty());
  }
}
