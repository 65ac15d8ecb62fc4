// What is read of bytes that end where a page ends which may not be read: all of them, and no more.
#include "support/page_end.hpp"

#include "read_csv.hpp"

#include <heard/base/utf8.hpp>
#include <heard/intake/csv.hpp>
#include <heard/text/encoding.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace heard;

namespace {

constexpr std::size_t longest = 700;

/// Pieces that have the readers look ahead, at all distances from the end.
std::string some_bytes(std::mt19937& random) {
  static const std::string pieces[] = {"word",
                                       " ",
                                       ",",
                                       "\"",
                                       "\"\"",
                                       "\r\n",
                                       "\n",
                                       "caf\u00E9",
                                       "\u041A\u043E\u0442",
                                       "\u4E2D\u6587",
                                       "\U0001F44D",
                                       "\xE2\x82",
                                       "\xF0\x9F",
                                       "\xC3",
                                       "https://example.org/",
                                       "a@example.org",
                                       "#plan",
                                       "don\u2019t",
                                       "3.5",
                                       "work.The",
                                       "a-word-of-more-than-sixteen-bytes",
                                       "sep=;\n",
                                       ";",
                                       "\t"};
  std::string out;
  const std::size_t size = random() % (random() % 4 == 0 ? longest - 40 : 90);
  while (out.size() < size) out += pieces[random() % std::size(pieces)];
  // Ends fall inside of everything.
  if (!out.empty() && random() % 2 == 0)
    out.resize(out.size() - random() % std::min<std::size_t>(out.size(), 4));
  return out;
}

}  // namespace

TEST_CASE("UTF-8 is validated, counted and repaired up to the end") {
  test::page_end page(longest);
  std::mt19937 random(1);
  int valid = 0;
  for (int round = 0; round < 5'000; ++round) {
    const std::string bytes = some_bytes(random);
    const std::string_view text = page.put(bytes);
    REQUIRE(utf8::valid(text) == utf8::valid(bytes));
    REQUIRE(utf8::count(text) == utf8::count(bytes));
    REQUIRE(utf8::repair(text) == utf8::repair(bytes));
    valid += utf8::valid(text) ? 1 : 0;
  }
  CHECK(valid > 1'000);
  CHECK(valid < 4'900);
}

TEST_CASE("records are read up to the end") {
  test::page_end page(longest);
  std::mt19937 random(2);
  std::size_t cells = 0;
  for (int round = 0; round < 5'000; ++round) {
    const std::string bytes = some_bytes(random);
    const std::string_view text = page.put(bytes);
    const csv_dialect dialect = detect_dialect(text);
    REQUIRE(dialect == detect_dialect(bytes));
    const csv_table table = read_csv(text, dialect);
    REQUIRE(table == read_csv(bytes, dialect));
    for (const auto& row : table) cells += row.size();
  }
  CHECK(cells > 20'000);
}

TEST_CASE("tokens are found, numbered and folded up to the end") {
  test::page_end page(longest);
  std::mt19937 random(3);
  text::tokeniser tokenise;
  std::vector<text::token> tokens;
  std::vector<text::type_id> types;
  std::vector<text::type_id> expected;
  text::vocabulary known;
  for (int round = 0; round < 5'000; ++round) {
    const std::string bytes = some_bytes(random);
    const std::string_view text = page.put(bytes);
    tokenise.tokens(text, tokens);
    known.intern(text, tokens, types);
    expected.clear();
    for (const text::token& t : tokens) {
      REQUIRE(known.spelling(types[expected.size()]) == t.bytes.of(bytes));
      expected.push_back(known.intern(t.bytes.of(text), t.kind));
    }
    REQUIRE(types == expected);
    REQUIRE(text::fold(text) == text::fold(bytes));
  }
  CHECK(known.size() > 100);
}
