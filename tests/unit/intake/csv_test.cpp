#include "read_csv.hpp"

#include <heard/intake/csv.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace heard;
using namespace std::string_literals;

namespace {

const std::string unclosed = "<a quote is not closed>";
const std::string after = "<text follows a closing quote>";

struct table_row {
  std::string text;
  csv_table expected;
};

}  // namespace

TEST_CASE("records and cells by RFC 4180") {
  const std::vector<table_row> table = {
      // The examples of RFC 4180, section 2, in its order.
      {"aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", {{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}}},
      {"aaa,bbb,ccc\r\nzzz,yyy,xxx", {{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}}},
      {"\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", {{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}}},
      {"\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
       {{"aaa", "b\r\nbb", "ccc"}, {"zzz", "yyy", "xxx"}}},
      {"\"aaa\",\"b\"\"bb\",\"ccc\"", {{"aaa", "b\"bb", "ccc"}}},
      // Spaces are part of a field.
      {" a , b ", {{" a ", " b "}}},
      // Where the RFC is silent: other line ends, empty lines, a delimiter at the end.
      {"a,b\nc,d\re,f", {{"a", "b"}, {"c", "d"}, {"e", "f"}}},
      {"a\n\nb", {{"a"}, {""}, {"b"}}},
      {"\r\r\n\n", {{""}, {""}, {""}}},
      {"a,\n,b\n,", {{"a", ""}, {"", "b"}, {"", ""}}},
      {"\"\",\"\"\"\",\"\"\"a\"\"\"", {{"", "\"", "\"a\""}}},
      {"\"a\nb\rc\r\nd\"", {{"a\nb\rc\r\nd"}}},
      // A quote in an unquoted cell is a character like any other.
      {"6\" tall,a\"b\"c\nx,y", {{"6\" tall", "a\"b\"c"}, {"x", "y"}}},
      {" \"a\",b", {{" \"a\"", "b"}}},
      {"a\0b,\"\0\"\nc"s, {{"a\0b"s, "\0"s}, {"c"}}},
      {"", {}},
      {"\n", {{""}}},
      {"\"\"", {{""}}},
      // Excel's hint is no row.
      {"sep=,\r\na,b\r\n", {{"a", "b"}}},
      {"SEP=;\na,b", {{"a", "b"}}},
      {"sep=;", {}},
      {"sep=ab\nc,d", {{"sep=ab"}, {"c", "d"}}},
      {"a,b\nsep=,\n", {{"a", "b"}, {"sep=", ""}}},
  };
  for (const table_row& r : table) {
    CAPTURE(r.text);
    CHECK(read_csv(r.text) == r.expected);
  }
}

TEST_CASE("a fault of quotes costs one row") {
  const std::vector<table_row> table = {
      {"1,\"a\n2,b\n3,c", {{unclosed}, {"2", "b"}, {"3", "c"}}},
      {"1,a\n2,\"", {{"1", "a"}, {unclosed}}},
      {"1,\"a\"b,c\n2,d", {{after}, {"2", "d"}}},
      {"1,\"a\"b\"\n2,d", {{after}, {"2", "d"}}},
      // The stray quote is on line 1, though it is only noticed on line 2 or 3.
      {"1,\"a\n2,\"b\"\n3,c", {{unclosed}, {"2", "b"}, {"3", "c"}}},
      {"1,\"a\n2,b\n3,\"c\",d\n", {{unclosed}, {"2", "b"}, {"3", "c", "d"}}},
      // A good cell of two lines before the stray quote belongs to its row.
      {"\"1\n1\",\"a\n2,b", {{unclosed}, {"2", "b"}}},
      // Two stray quotes far apart that close one another are a cell, and nothing can tell.
      {"1,\"a\n2,b\"\n3,c", {{"1", "a\n2,b"}, {"3", "c"}}},
      // The fault in the last row, with and without a line end.
      {"a\r\n\"b\r\n", {{"a"}, {unclosed}}},
      {"\"a\"\"", {{unclosed}}},
  };
  for (const table_row& r : table) {
    CAPTURE(r.text);
    CHECK(read_csv(r.text) == r.expected);
  }
}

TEST_CASE("rows, lines and bytes of a record and its cells") {
  const std::string text = "sep=,\na,\"b\r\nb\"\r\n\"x\"y,z\n\n\"c\"\"\",d";
  csv_reader reader(text, {});
  csv_row row;
  struct expected_row {
    std::uint64_t row, line;
    std::string bytes;
    std::vector<std::string> cells;
  };
  const std::vector<expected_row> table = {
      {1, 2, "a,\"b\r\nb\"", {"a", "\"b\r\nb\""}},
      {2, 4, "\"x\"y,z", {}},
      {3, 5, "", {""}},
      {4, 6, "\"c\"\"\",d", {"\"c\"\"\"", "d"}},
  };
  for (const expected_row& r : table) {
    REQUIRE(reader.next(row));
    CHECK(row.row == r.row);
    CHECK(row.line == r.line);
    CHECK(text.substr(row.first, row.last - row.first) == r.bytes);
    REQUIRE(row.cells.size() == r.cells.size());
    for (std::size_t i = 0; i < r.cells.size(); ++i) {
      CHECK(text.substr(row.cells[i].first, row.cells[i].last - row.cells[i].first) == r.cells[i]);
    }
  }
  CHECK_FALSE(reader.next(row));
  CHECK(reader.position() == text.size());
}

TEST_CASE("a record has at most 16,384 cells") {
  const std::string commas(csv_cell_limit - 1, ',');
  CHECK(read_csv(commas)[0].size() == csv_cell_limit);
  CHECK(read_csv("," + commas + ",\"\n\"\nnext") ==
        csv_table{{"<more than 16,384 cells>"}, {"next"}});
}

TEST_CASE("hostile quotes take linear time") {
  // Each would take minutes if a fault made the rest of the text be read again.
  const std::size_t n = 1'000'000;
  std::string texts[4];
  for (std::size_t i = 0; i < n; ++i) {
    texts[0] += "\"a\n";      // every line has a stray quote
    texts[1] += "x\",\"\n";   // every line closes one cell and opens another
    texts[2] += ",\"\"\n";    // in the cell that line 1 opens these are doubled quotes
    texts[3] += "\"\"a\"\n";  // closing, text, opening
  }
  texts[2].insert(0, "\"");
  for (const std::string& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    csv_reader reader(text, {});
    csv_row row;
    std::uint64_t last = 0;
    bool forward = true;
    while (reader.next(row)) {
      forward = forward && row.first >= last;
      last = row.last;
    }
    CHECK(forward);
    CHECK(reader.position() == text.size());
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  }
}
