#include <heard/intake/csv.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("the delimiter is the one that gives the most consistent number of cells") {
  struct row {
    std::string text;
    char delimiter;
  };
  const std::vector<row> table = {
      {"id,answer\n1,yes\n2,no\n", ','},
      {"id;answer\n1;yes, of course\n2;no, never, ever\n", ';'},
      {"id\tanswer\n1\tyes; and\n2\tno, but\n", '\t'},
      {"id|answer|c\n1|a;b|\n2|c,d|\n", '|'},
      // Several ticks in one cell are no columns.
      {"id,ticks,why\n1,a;b,x\n2,a;b,y\n3,c,z\n", ','},
      {"id,ticks,why\n1,a;b;,x\n2,b;c;,y\n3,c;a;,z\n", ','},
      // Decimal commas.
      {"a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n", ';'},
      // Quotes are respected: read with commas the second row would have text after a quote.
      {"\"a\";\"b\"\n\"1,1\";\"2\"\n", ';'},
      {"a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", ','},
      // Rows that lack their last cells.
      {"a;b;c\n1;2;3\n1;2;3\n1;2\n1\n", ';'},
      // Empty lines say nothing.
      {"a;b\n\n\n\n1;2\n", ';'},
      // Nothing decides.
      {"", ','},
      {"answer\nyes\nno\n", ','},
      {"a,b;c\n", ','},
      // The hint decides alone.
      {"sep=|\na,b\nc,d\n", '|'},
      {"sep=\t\r\na,b\r\n", '\t'},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(detect_dialect(r.text).delimiter == r.delimiter);
  }
}

TEST_CASE("a long file is judged by its first rows") {
  std::string text = "a;b\n";
  for (int i = 0; i < 300; ++i) text += "1;2\n";
  for (int i = 0; i < 3000; ++i) text += "1,2\n";
  CHECK(detect_dialect(text).delimiter == ';');
}
