#include <heard/base/space.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;

TEST_CASE("the 25 white space characters of Unicode and those of no width cannot be seen") {
  // PropList.txt of Unicode 15.0, White_Space.
  const char32_t white[] = {0x9,    0xA,    0xB,    0xC,    0xD,    0x20,   0x85,   0xA0,   0x1680,
                            0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
                            0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
  for (const char32_t c : white) CHECK(invisible(c));
  for (const char32_t c : {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD}) CHECK(invisible(c));
  // Of Default_Ignorable_Code_Point: marks of direction, embeddings, isolates, invisible operators.
  for (const char32_t c : {0x180E, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2061,
                           0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(invisible(c));
  }
  for (const char32_t c : {0x0, 0x8, 0xE, 0x21, 0x41, 0xA1, 0x2010, 0x2027, 0x2030, 0xFFFD}) {
    CHECK_FALSE(invisible(c));
  }
}

TEST_CASE("a text of which nothing can be seen, and trimming") {
  struct {
    const char* text;
    const char* trimmed;
  } const rows[] = {
      {"", ""},
      {" \t\r\n", ""},
      {"\xC2\xA0\xE2\x80\x8B", ""},
      {" a ", "a"},
      {"\xC2\xA0"
       "a b\xE2\x80\x8B\xEF\xBB\xBF",
       "a b"},
      {"\xC3\xA9", "\xC3\xA9"},
      {" \xFF ", "\xFF"},
      {"-", "-"},
  };
  for (const auto& row : rows) {
    CHECK(trim(row.text) == row.trimmed);
    CHECK(invisible(row.text) == std::string(row.trimmed).empty());
  }
}
