#include "toml/string_scan.hpp"

#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <random>
#include <string>

using namespace heard;

namespace {

std::string decoded(std::string_view text, std::size_t first) {
  std::string out;
  heard::toml::string_scan scan(text, first);
  while (const auto c = scan.next()) utf8::append(out, c->code_point);
  return out;
}

struct found {
  const char* literal;  ///< A string of TOML, whose decoded text holds "hit" once.
  std::size_t first;    ///< Where "hit" is written in it, counted by hand.
};

}  // namespace

TEST_CASE("a place in a decoded string leads to where it is written") {
  const found table[] = {
      {R"("hit")", 1},
      {R"("a hit b")", 3},
      {R"("\"\\\t hit")", 8},
      {R"("\u00E9\U0001F600hit")", 17},
      {"\"\xC3\xA9hit\"", 3},
      {R"('\n hit')", 4},
      {"\"\"\"\nhit\"\"\"", 4},
      {"\"\"\"\r\nhit\"\"\"", 5},
      {"\"\"\"hit\"\"\"\"", 3},
      {"\"\"\"a\\\n   \n  hit\"\"\"", 12},
      {"\"\"\"a\\  \r\n\thit\"\"\"", 10},
      {"\"\"\"\\\n  hit\"\"\"", 7},
      {"\"\"\"\"\"hit\"\"\"", 5},
      {"\"\"\"a\r\nhit\"\"\"", 6},
      {"'''\n\\\nhit'''", 6},
      {"''''hit'''", 4},
      {"''''' hit'''''", 6},
  };
  for (const found& f : table) {
    CAPTURE(f.literal);
    const std::string before = "key = ";
    const std::string text = before + f.literal + "\nnext = 1\n";
    const std::string value = decoded(text, before.size());
    const std::size_t at = value.find("hit");
    REQUIRE(at != std::string::npos);
    const auto where = heard::toml::place_in_string(text, before.size(), at, at + 3);
    CHECK(where.first - before.size() == f.first);
    CHECK(text.substr(where.first, where.last - where.first) == "hit");
  }
}

TEST_CASE("a range takes whole escapes, and none of what is joined") {
  const std::string text = R"("a\u00E9\"b")";
  const auto both =
      heard::toml::place_in_string(text, 0, 1, 4);  // the two bytes of é, and the mark
  CHECK(text.substr(both.first, both.last - both.first) == R"(\u00E9\")");
  const auto half = heard::toml::place_in_string(text, 0, 2, 3);
  CHECK(text.substr(half.first, half.last - half.first) == R"(\u00E9)");

  const std::string joined = "\"\"\"ab\\\n   cd\"\"\"";
  const auto left = heard::toml::place_in_string(joined, 0, 0, 2);
  CHECK(joined.substr(left.first, left.last - left.first) == "ab");
  const auto end = heard::toml::place_in_string(joined, 0, 4, 4);
  CHECK(end.first == joined.size() - 3);
  CHECK(end.last == end.first);
}

TEST_CASE("what is not closed ends with its line, or with the text") {
  CHECK(heard::toml::string_end("\"abc\nnext", 0) == 4);
  CHECK(heard::toml::string_end("'''abc\nnext", 0) == 11);
  CHECK(heard::toml::string_end("\"\\", 0) == 2);
  CHECK(heard::toml::string_end("\"\\u12", 0) == 5);
  CHECK(heard::toml::string_end("\"", 0) == 1);
  const auto where = heard::toml::place_in_string("\"ab", 0, 2, 2);
  CHECK(where.first == 3);
}

// toml++ decodes each string and says where it ends: an outside judge of both. (Not of U+00A1 to
// U+0499 after a joined line, where what it does is undefined.)
TEST_CASE("random strings decode and end as toml++ has it") {
  const std::string parts[] = {"a",
                               " ",
                               "\t",
                               "\xE4\xB8\x96",
                               "\xF0\x9F\x98\x80",
                               "\\\"",
                               "\\\\",
                               "\\n",
                               "\\u00e9",
                               "\\U0001F600",
                               "\\u0041",
                               "'",
                               "''",
                               "\"",
                               "\"\"",
                               "\n",
                               "\r\n",
                               "\\\n",
                               "\\ \t\r\n  ",
                               "\\b",
                               "\\f\\r\\t",
                               "#",
                               "]",
                               "\\"};
  const std::string marks[] = {"\"", "'", "\"\"\"", "'''"};
  std::mt19937 random(20260302);
  unsigned good = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string& mark = marks[random() % 4];
    std::string literal = mark;
    for (unsigned n = random() % 8; n > 0; --n) literal += parts[random() % std::size(parts)];
    literal += mark;
    const std::string text = "x=[" + literal + ",1]";
    ::toml::table table;
    try {
      table = ::toml::parse(text);
    } catch (const ::toml::parse_error&) {
      (void)heard::toml::string_end(text, 3);  // must end, whatever it says
      continue;
    }
    const ::toml::node& node = *table["x"].as_array()->get(0);
    if (!node.is_string()) continue;
    ++good;
    CAPTURE(text);
    REQUIRE(decoded(text, 3) == node.as_string()->get());
    const std::size_t end = heard::toml::string_end(text, 3);
    const auto stop = node.source().end;
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < stop.line; ++line) at = text.find('\n', at) + 1;
    for (std::uint32_t column = 1; column < stop.column; ++column)
      at += utf8::decode(text, at).size;
    REQUIRE(end == at);
  }
  CHECK(good > 5000);
}
