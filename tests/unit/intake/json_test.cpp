#include <heard/base/error.hpp>
#include <heard/intake/json.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace heard;
using namespace std::string_literals;

namespace {

/// The fault as `line:column offset message`, or nothing.
std::string fault(std::string_view text) {
  try {
    check_json(text, "data.jsonl");
  } catch (const error& e) {
    CHECK(e.code() == status::bad_input);
    CHECK(e.where().name == "data.jsonl");
    return std::to_string(e.where().line) + ":" + std::to_string(e.where().column) + " " +
           std::to_string(e.where().offset) + " " + e.what();
  }
  return "";
}

std::string flatten_fault(std::string_view text) {
  try {
    (void)flatten_json_object(text, "data.jsonl");
  } catch (const error& e) {
    return std::to_string(e.where().offset) + " " + e.what();
  }
  return "";
}

}  // namespace

TEST_CASE("texts of the grammar of RFC 8259") {
  const std::vector<std::string> table = {
      "null", " true ", "false", "0", "-0", "-0.0e-0", "1E+2", "12.50", "\"\"", "[]", "{}",
      "\t[ 1 , 2 ]\r\n", "{\"a\":{\"a\":[{}]}}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
      "\"\\ud83d\\uDE00\"", "\"\x7F\xC3\xA9\xF0\x9F\x98\x80\"", "[\"\\u0000\"]",
      // A key may occur twice in what is only checked, and numbers may be of any size.
      "{\"a\":1,\"a\":2}", "123456789012345678901234567890", "1e999999", "-1e-999999"};
  for (const std::string& text : table) {
    CAPTURE(text);
    CHECK(fault(text) == "");
  }
}

TEST_CASE("other texts, and where their fault is") {
  struct row {
    std::string text;
    std::string expected;
  };
  const std::vector<row> table = {
      {"", "1:1 0 the text ends where it needs a value"},
      {" \n ", "2:2 3 the text ends where it needs a value"},
      {"[1,]", "1:4 3 expected a value"},
      {"[1 2]", "1:4 3 expected ',' or ']'"},
      {"[1}", "1:3 2 expected ',' or ']'"},
      {"{\"a\":1]", "1:7 6 expected ',' or '}'"},
      {"{\"a\":1,}", "1:8 7 expected a key"},
      {"{a:1}", "1:2 1 expected a key"},
      {"{\"a\" 1}", "1:6 5 expected ':'"},
      {"{\n  \"\xC3\xA9\": x\n}", "2:8 10 expected a value"},
      {"[", "1:2 1 the text ends where it needs a value"},
      {"{\"a\":1", "1:7 6 the text ends where it needs ',' or '}'"},
      {"1 1", "1:3 2 something follows the end of the value"},
      {"]", "1:1 0 expected a value"},
      {"nul", "1:1 0 expected a value"},
      {"True", "1:1 0 expected a value"},
      {"nulll", "1:5 4 something follows the end of the value"},
      {"NaN", "1:1 0 expected a value"},
      {"+1", "1:1 0 expected a value"},
      {".5", "1:1 0 expected a value"},
      {"01", "1:2 1 something follows the end of the value"},
      {"-", "1:2 1 the text ends where it needs a digit"},
      {"-x", "1:2 1 expected a digit"},
      {"1.", "1:3 2 the text ends where it needs a digit"},
      {"1.e1", "1:3 2 expected a digit"},
      {"1e+", "1:4 3 the text ends where it needs a digit"},
      {"0x1", "1:2 1 something follows the end of the value"},
      {"'a'", "1:1 0 expected a value"},
      {"\"a", "1:1 0 a string is not closed"},
      {"\"a\\", "1:3 2 a string has an unknown escape"},
      {"\"\\x41\"", "1:2 1 a string has an unknown escape"},
      {"\"\\\0\""s, "1:2 1 a string has an unknown escape"},
      {"\"\\u12G4\"", "1:6 5 \\u needs four hexadecimal digits"},
      {"\"\\u12", "1:6 5 \\u needs four hexadecimal digits"},
      {"\"\\ud83d\"", "1:2 1 an escaped surrogate lacks its other half"},
      {"\"\\ud83d\\n\"", "1:2 1 an escaped surrogate lacks its other half"},
      {"\"\\ud83d\\ud83d\"", "1:2 1 an escaped surrogate lacks its other half"},
      {"\"\\ude00\"", "1:2 1 an escaped surrogate lacks its other half"},
      {"\"a\nb\"", "1:3 2 a control character in a string is not escaped"},
      {"\"\0\""s, "1:2 1 a control character in a string is not escaped"},
      {"\"\xFF\"", "1:2 1 a string is not valid UTF-8"},
      {"\"\xC0\x80\"", "1:2 1 a string is not valid UTF-8"},
      {"\"\xED\xA0\x80\"", "1:2 1 a string is not valid UTF-8"},
      {"\"\xC3", "1:2 1 a string is not valid UTF-8"},
      {"\xEF\xBB\xBF{}", "1:1 0 expected a value"},
      {"\xC2\xA0[]", "1:1 0 expected a value"},
      {"[]\0"s, "1:3 2 something follows the end of the value"},
      {"// a\n1", "1:1 0 expected a value"},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(fault(r.text) == r.expected);
  }
}

TEST_CASE("64 levels are read and no more, in no time") {
  const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
  CHECK(fault(nested(64)) == "");
  CHECK(fault(nested(65)) == "1:65 64 nested deeper than 64 levels");
  std::string objects;
  for (int i = 0; i < 65; ++i) objects += "{\"a\":";
  CHECK(fault(objects) == "1:321 320 nested deeper than 64 levels");
  const std::string bomb(1'000'000, '[');
  const auto start = std::chrono::steady_clock::now();
  CHECK(fault(bomb) == "1:65 64 nested deeper than 64 levels");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(10));
}

TEST_CASE("an object becomes cells") {
  struct row {
    std::string text;
    std::vector<std::pair<std::string, std::string>> cells;
  };
  const std::vector<row> table = {
      {"{}", {}},
      {"{\"b\":\"x\",\"a\":null}", {{"b", "x"}, {"a", ""}}},
      {"{\"n\":[1.10,-0,1e5,123456789012345678901],\"t\":true,\"f\":false}",
       {{"n", "1.10;-0;1e5;123456789012345678901"}, {"t", "true"}, {"f", "false"}}},
      {"{\"a\":{\"b\":{\"c\":1},\"d\":2},\"e\":3}", {{"a.b.c", "1"}, {"a.d", "2"}, {"e", "3"}}},
      {"{\"a\":[\"x\",\"y;z\",null,true],\"b\":[]}", {{"a", "x;y;z;;true"}, {"b", ""}}},
      {"{\"a\":[{\"b\": 1},[2]],\"c\":[1,[ ]]}", {{"a", "[{\"b\": 1},[2]]"}, {"c", "[1,[ ]]"}}},
      {"{\"a\":{},\"b\":{\"c\":{}},\"d\":1}", {{"a", ""}, {"b.c", ""}, {"d", "1"}}},
      {"{\"\":1,\"a\":{\"\":2}}", {{"", "1"}, {"a.", "2"}}},
      {" {\"k\\u0065y\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\ude00.\"} ",
       {{"key", "\"\\/\b\f\n\r\t\xC3\xA9\xF0\x9F\x98\x80."}}},
      {"{\"a\":\"\\u0000\"}", {{"a", "\0"s}}},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    const std::vector<json_cell> cells = flatten_json_object(r.text, "");
    REQUIRE(cells.size() == r.cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      CHECK(cells[i].key == r.cells[i].first);
      CHECK(cells[i].value == r.cells[i].second);
    }
  }
}

TEST_CASE("a cell knows the bytes of its value") {
  const std::string text = "{ \"a\": \"x\\ny\", \"b\" : [1, {}] ,\"c\":{ \"d\":12 , \"e\":{ }}}";
  const std::vector<std::string> expected = {"\"x\\ny\"", "[1, {}]", "12", "{ }"};
  const std::vector<json_cell> cells = flatten_json_object(text, "");
  REQUIRE(cells.size() == expected.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CHECK(text.substr(cells[i].first, cells[i].last - cells[i].first) == expected[i]);
  }
}

TEST_CASE("what is no row") {
  struct row {
    std::string text;
    std::string expected;
  };
  const std::vector<row> table = {
      {"[]", "0 not a JSON object"},
      {" \"a\"", "1 not a JSON object"},
      {"{\"a\":1,\"b\":2,\"a\":3}", "13 a key occurs twice"},
      {"{\"a\":{\"b\":1,\"b\":2}}", "12 a key occurs twice"},
      {"{\"a\":{\"b\":1},\"a\":{\"c\":2}}", "13 a key occurs twice"},
      {"{\"a.b\":1,\"a\":{\"b\":2}}", "14 a key occurs twice"},
      {"{\"a\":1,\"\\u0061\":2}", "7 a key occurs twice"},
      {"{\"c\":1,\"b\":2,\"c\":3,\"b\":4}", "13 a key occurs twice"},
      {"{\"a\":1} {}", "8 something follows the end of the value"},
      {"{\"" + std::string(4097, 'a') + "\":1}", "1 a key is longer than 4,096 bytes"},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    CHECK(flatten_fault(r.text) == r.expected);
  }
  std::string many = "{\"k\":0";
  for (int i = 1; i < 16'384; ++i) many += ",\"" + std::to_string(i) + "\":0";
  CHECK(flatten_json_object(many + "}", "").size() == 16'384);
  CHECK(flatten_fault(many + ",\"x\":0}") ==
        std::to_string(many.size() + 1) + " more than 16,384 keys");
}
