#include <heard/base/error.hpp>
#include <heard/intake/sheet.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace std::string_literals;

namespace {

using strings = std::vector<std::string>;

/// Every row as `row: cell|cell`, an unreadable one as `row! why`.
strings rows_of(sheet& from) {
  strings out;
  from.for_each_row(
      [&](const sheet_row& row) {
        std::string line = std::to_string(row.row) + ":";
        CHECK(row.cells.size() == from.columns().size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          CHECK(row.cells[i].column == i + 1);
          line += (i == 0 ? " " : "|") + std::string(row.cells[i].value);
        }
        out.push_back(line);
      },
      [&](const unreadable_row& row) { out.push_back(std::to_string(row.row) + "! " + row.why); });
  return out;
}

strings rows_of(const std::string& text, const sheet_options& options = {}) {
  sheet read(text, "data.csv", options);
  return rows_of(read);
}

std::string fault(const std::string& text, const sheet_options& options = {}) {
  try {
    sheet read(text, "data.csv", options);
  } catch (const error& e) {
    CHECK(e.where().name == "data.csv");
    return std::to_string(e.where().line) + " " + std::to_string(e.where().offset) + " " + e.what();
  }
  return "";
}

sheet_options jsonl() {
  sheet_options out;
  out.format = sheet_format::jsonl;
  return out;
}

std::string utf16le(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) {
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
  }
  return out;
}

/// The bytes of the file that each row, and each cell of it, says it comes from.
std::vector<strings> bytes_of(const std::string& file, const sheet_options& options) {
  std::vector<strings> out;
  sheet read(file, "data.csv", options);
  const auto slice = [&](std::uint64_t first, std::uint64_t last) {
    REQUIRE(first <= last);
    REQUIRE(last <= file.size());
    return file.substr(first, last - first);
  };
  read.for_each_row(
      [&](const sheet_row& row) {
        strings& places = out.emplace_back();
        places.push_back(slice(row.first, row.last));
        for (const sheet_cell& cell : row.cells) places.push_back(slice(cell.first, cell.last));
      },
      [&](const unreadable_row& row) { out.push_back({"!" + slice(row.first, row.last)}); });
  return out;
}

}  // namespace

TEST_CASE("rows of CSV") {
  struct row {
    std::string text;
    strings expected;
  };
  const std::vector<row> table = {
      {"a,b\n1,2\n3,4\n", {"2: 1|2", "3: 3|4"}},
      {"\xEF\xBB\xBF"
       "a,b\r\n1,\"2\"\"\r\n2\"\r\n",
       {"2: 1|2\"\r\n2"}},
      {"sep=;\r\na;b\r\n1,5;2\r\n", {"2: 1,5|2"}},
      // Short rows lack their last cells; rows of blanks are none.
      {"a,b\n1\n,\n \t,\xC2\xA0\n\n,2\n", {"2: 1|", "6: |2"}},
      // Cells that the header has no place for.
      {"a,b\n1,2,,\n1,2, \n1,2,3\n,,,4\n1,2,\"\"\n",
       {"2: 1|2", "3: 1|2", "4! 3 cells where the header has 2",
        "5! 4 cells where the header has 2", "6: 1|2"}},
      {"a,b,,\n1,2,,\n", {"2: 1|2||"}},
      // Faults.
      {"a,b\n1,\"2\n3,4\n\"5\"6,7\n8,9",
       {"2! a quote is not closed", "3: 3|4", "4! text follows a closing quote", "5: 8|9"}},
      // Blank rows above the header, and a blank one below it, which is part of it.
      {"\n,\na,b\n\n1,2\n", {"5: 1|2"}},
      {"a,b\n,\n1,2\n", {"3: 1|2"}},
      {"a,b\n", {}},
      {"a\0b,c\n\0,\"\0\"\n"s, {"2: \0|\0"s}},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(rows_of(r.text) == r.expected);
  }
}

TEST_CASE("blank rows are counted, those of the header are not") {
  sheet read("\n,\na,b\n,\n1,2\n\n , \n3,4\n\n", "data.csv", {});
  CHECK(read.header_rows() == 2);
  for (int again = 0; again < 2; ++again) {
    CHECK(rows_of(read) == strings{"5: 1|2", "8: 3|4"});
    CHECK(read.blank_rows() == 5);
  }
}

TEST_CASE("what is declared is not guessed") {
  sheet_options options;
  options.delimiter = '|';
  CHECK(rows_of("a,b|c\n1,2|3\n", options) == strings{"2: 1,2|3"});
  options.delimiter = std::nullopt;
  options.format = sheet_format::tsv;
  CHECK(rows_of("a,b\tc\n1,2\t\"3\t\"\n", options) == strings{"2: 1,2|3\t"});
  options.format = sheet_format::csv;
  options.header_rows = 2;
  sheet two("Q1,,Q2\nA,B,\nx,y,z\n", "data.csv", options);
  CHECK(two.columns() == strings{"Q1 | A", "Q1 | B", "Q2"});
  CHECK(two.find_column("B") == 1);
  CHECK(two.find_column("Q1") == std::nullopt);
  CHECK(two.ambiguous("Q1"));
  CHECK_FALSE(two.ambiguous("C"));
  CHECK(two.nearest_column("Q1|A") == "Q1 | A");
  CHECK(rows_of(two) == strings{"3: x|y|z"});
  // A top row of nothing but delimiters is one of the two.
  CHECK(rows_of(",\nA,B\nx,y\n", options) == strings{"3: x|y"});
  CHECK(rows_of("\na,b\nA,B\nx,y\n", options) == strings{"4: x|y"});
  options.header_rows = 1;
  CHECK(rows_of("a,b\n,\nx,y\n", options) == strings{"3: x|y"});
  options.header_rows = 3;
  CHECK(rows_of("a,b\nA,B\n1,2\nx,y\n", options) == strings{"4: x|y"});
}

TEST_CASE("a Qualtrics export") {
  sheet read(
      "StartDate,Q1,Q1_2_TEXT\nStart Date,Who are you?,\"Who are you? - Other - Text\"\n"
      "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
      "\"{\"\"ImportId\"\":\"\"QID1_2_TEXT\"\"}\"\n2026-03-02,Other,gardener\n",
      "data.csv", {});
  CHECK(read.header_rows() == 3);
  CHECK(read.columns() == strings{"StartDate | Start Date", "Q1 | Who are you?",
                                  "Q1_2_TEXT | Who are you? - Other - Text"});
  CHECK(read.find_column("Q1") == 1);
  CHECK(read.find_column("Who are you?") == 1);
  CHECK(rows_of(read) == strings{"4: 2026-03-02|Other|gardener"});
}

TEST_CASE("files that are no sheet") {
  CHECK(fault("") == "0 0 the file has no header row");
  CHECK(fault("\n , \n") == "0 5 the file has no header row");
  CHECK(fault("\n\"a,b\n1,2\n") == "2 1 the header cannot be read: a quote is not closed");
  sheet_options two;
  two.header_rows = 2;
  CHECK(fault("a,b\n", two) == "0 4 the file ends within its header");
  CHECK(fault("", jsonl()) == "0 0 the file has no row");
  CHECK(fault("\n \n", jsonl()) == "0 0 the file has no row");
  CHECK(fault("\n[1]\n", jsonl()) == "2 1 no line is a row: not a JSON object");
  CHECK(fault("{\n\"a\":1}\n", jsonl()) ==
        "1 1 no line is a row: the text ends where it needs a key");
}

TEST_CASE("rows of JSON Lines") {
  sheet read(
      "\xEF\xBB\xBF{\"b\":\"x\",\"a\":1.10}\r\n\n{\"a\":null}\n[1]\n{\"c\":{\"d\":[\"p\",\"q\"]}}\n"
      "{\"a\":1,\"a\":2}\n{\"a\":\"\\u00e9\"",
      "data.jsonl", jsonl());
  // In byte order, whichever row has a key first.
  CHECK(read.columns() == strings{"a", "b", "c.d"});
  CHECK(read.header_rows() == 0);
  CHECK(read.find_column("c.d") == 2);
  CHECK(rows_of(read) == strings{"1: 1.10|x|", "4! not a JSON object", "5: ||p;q",
                                 "6! a key occurs twice",
                                 "7! the text ends where it needs ',' or '}'"});
  CHECK(read.blank_rows() == 2);
}

TEST_CASE("every place is one in the file as received") {
  const std::vector<strings> expected = {{"1,\"\xC3\xA9\"", "1", "\"\xC3\xA9\"", ""},
                                         {"!x,\"\xF0\x9F\x98\x80"},
                                         {"\xF0\x9F\x98\x80,y,z", "\xF0\x9F\x98\x80", "y", "z"}};
  const std::string text = "a,\xC3\xA9,c\r\n" + expected[0][0] + "\r\n" + expected[1][0].substr(1) +
                           "\r\n" + expected[2][0];
  CHECK(bytes_of(text, {}) == expected);
  CHECK(bytes_of("\xEF\xBB\xBF" + text, {}) == expected);

  const std::u16string wide = u"a,\u00E9,c\r\n1,\"\u00E9\"\r\nx,\"\U0001F600\r\n\U0001F600,y,z";
  const std::vector<strings> expected_wide = {
      {utf16le(u"1,\"\u00E9\""), utf16le(u"1"), utf16le(u"\"\u00E9\""), ""},
      {"!" + utf16le(u"x,\"\U0001F600")},
      {utf16le(u"\U0001F600,y,z"), utf16le(u"\U0001F600"), utf16le(u"y"), utf16le(u"z")}};
  CHECK(bytes_of("\xFF\xFE" + utf16le(wide), {}) == expected_wide);
  sheet_options declared;
  declared.encoding = text::encoding::utf16_le;
  CHECK(bytes_of(utf16le(wide), declared) == expected_wide);

  CHECK(bytes_of("a,\xE9,c\n1,\"\x93\xE9\x94\"\n", {}) ==
        std::vector<strings>{{"1,\"\x93\xE9\x94\"", "1", "\"\x93\xE9\x94\"", ""}});
  CHECK(bytes_of("{\"b\":\"\xC3\xA9\",\"a\":[1, 2]}\r\n{\"b\":\"x\"}\n", jsonl()) ==
        std::vector<strings>{{"{\"b\":\"\xC3\xA9\",\"a\":[1, 2]}", "[1, 2]", "\"\xC3\xA9\""},
                             {"{\"b\":\"x\"}", "", "\"x\""}});
}

TEST_CASE("an unreadable row is known by the hash of its bytes") {
  hash128 got;
  sheet read("a,b\n\"x\"y,1\n", "data.csv", {});
  read.for_each_row({}, [&](const unreadable_row& row) { got = row.hash; });
  CHECK(got == hash_bytes("\"x\"y,1"));
}
