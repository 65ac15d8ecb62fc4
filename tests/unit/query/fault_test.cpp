// Every fault, what is said of it, and the bytes it is said of.
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heard::query;

namespace {

struct row {
  std::string source;
  std::string message;
  std::uint32_t first;
  std::uint32_t last;
};

void bad(const parsed& result, std::string_view message, std::uint32_t first, std::uint32_t last) {
  CHECK_FALSE(result.rule.has_value());
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].message == message);
  CHECK(result.faults[0].where.first == first);
  CHECK(result.faults[0].where.last == last);
}

const std::string side_by_side =
    "two items side by side; put AND, OR, NEAR/n or BEFORE/n between them, or quotation marks "
    "around "
    "a phrase";
const std::string need_two = "a word with wildcards needs at least two other characters";

}  // namespace

TEST_CASE("faults of syntax say what to write") {
  const std::string list_id =
      "a list is named by an id of lower-case letters, digits and hyphens, at most 64; a #hashtag "
      "stands in quotation marks";
  const std::string theme_id =
      "a theme is named by an id of lower-case letters, digits and hyphens, at most 64; an "
      "@mention "
      "stands in quotation marks";
  const std::string comma =
      " cannot stand in a word; write AND or OR between words, or put quotation marks around a "
      "phrase";
  const std::string other = " cannot stand in a word; put quotation marks around what holds it";
  const std::vector<row> table = {
      {"", "the rule is empty", 0, 0},
      {" \n", "the rule is empty", 0, 2},
      // Two items.
      {"a b", side_by_side, 2, 3},
      {"a \"b c\"", side_by_side, 2, 7},
      {"a(b)", side_by_side, 1, 2},
      {"(a)b", side_by_side, 3, 4},
      {"a ANDREW", side_by_side, 2, 8},
      {"'foster care'", "two items side by side; a phrase stands between double quotation marks", 8,
       13},
      {"a -b", "a hyphen is not an operator; to leave answers out write AND NOT", 2, 4},
      {"not child", "\"not\" is a word here; operators are upper case", 0, 3},
      // Operators as people write them elsewhere.
      {"a and b", "operators are upper case; write AND", 2, 5},
      {"a Or b", "operators are upper case; write OR", 2, 4},
      {"a ORb", "\"ORb\" is not an operator; put a space after OR", 2, 5},
      {"a AND-b", "\"AND-b\" is not an operator; put a space after AND", 2, 7},
      {"a near/3 b", "\"near/3\" is not an operator; write NEAR/3", 2, 8},
      {"a Before50 b", "\"Before50\" is not an operator; write BEFORE/50", 2, 10},
      {"a NEAR b",
       "\"NEAR\" is not an operator; write NEAR with a number from 1 to 50, as in NEAR/5", 2, 6},
      {"a NEAR/ 3 b",
       "\"NEAR/\" is not an operator; write NEAR with a number from 1 to 50, as in NEAR/5", 2, 7},
      {"a NEAR/3b c",
       "\"NEAR/3b\" is not an operator; write NEAR with a number from 1 to 50, as in NEAR/5", 2, 9},
      {"a near/51 b",
       "\"near/51\" is not an operator; write NEAR with a number from 1 to 50, as in NEAR/5", 2, 9},
      {"a && b", "\"&&\" is not an operator; write AND", 2, 4},
      {"a || b", "\"||\" is not an operator; write OR", 2, 4},
      {"a , b", "\",\" is not an operator; write OR", 2, 3},
      {"a NOT b", "NOT stands only after AND; write AND NOT", 2, 5},
      {"\"a b\"~1", "~1 and ~2 follow one word, not a phrase or a bracket", 5, 7},
      // Operators without their items.
      {"AND", "AND needs something on its left", 0, 3},
      {"OR a", "OR needs something on its left", 0, 2},
      {"(NEAR/3 a)", "NEAR/3 needs something on its left", 1, 7},
      {"a AND ", "AND needs something on its right", 2, 5},
      {"a AND NOT", "NOT needs something on its right", 6, 9},
      {"(a OR) b", "OR needs something on its right", 3, 5},
      {"a NEAR/3", "NEAR/3 needs something on its right", 2, 8},
      {"a AND OR b", "two operators side by side: AND and OR", 6, 8},
      {"NOT a", "NOT stands only after AND, as in a AND NOT b", 0, 3},
      {"a OR NOT b", "NOT stands only after AND, as in a AND NOT b", 5, 8},
      {"a AND NOT NOT b", "NOT stands only after AND, as in a AND NOT b", 10, 13},
      {"SENTENCE", "SENTENCE is followed by brackets, as in SENTENCE(a AND b)", 0, 8},
      {"a AND SENTENCE b", "SENTENCE is followed by brackets, as in SENTENCE(a AND b)", 6, 14},
      // Brackets and quotes.
      {"()", "nothing stands between these brackets", 0, 2},
      {"SENTENCE( )", "nothing stands between these brackets", 8, 11},
      {"((a)", "this bracket is never closed", 0, 1},
      {"(a AND (b)", "this bracket is never closed", 0, 1},
      {"(((", "this bracket is never closed", 2, 3},
      {"a)", "this bracket closes nothing", 1, 2},
      {")", "this bracket closes nothing", 0, 1},
      {"a OR \"b c", "this phrase is never closed; a quotation mark is missing", 5, 9},
      // Names.
      {"@Council", theme_id, 0, 8},
      {"@", theme_id, 0, 1},
      {"@-a", theme_id, 0, 3},
      {"@example.org", theme_id, 0, 12},
      {"@" + std::string(65, 'a'), theme_id, 0, 66},
      {"#FixTheRoads", list_id, 0, 12},
      {"#a_b", list_id, 0, 4},
      // Words.
      {"=", "= stands right before one word, as in =care", 0, 1},
      {"% care", "% stands right before one word, as in %care", 0, 1},
      {"=\"Foster Care\"", "= stands right before one word, as in =care", 0, 1},
      {"=%care", "%" + other, 1, 2},
      {"colour~", "~ ends a word and is followed by 1 or 2, as in colour~1", 6, 7},
      {"colour~1s", "~ ends a word and is followed by 1 or 2, as in colour~1", 6, 7},
      {"&", "&" + comma, 0, 1},
      {"child, care", "," + comma, 5, 6},
      {"U.K.", "." + other, 1, 2},
      {"child/family", "/" + other, 5, 6},
      {"snake_case", "_" + other, 5, 6},
      {"help@", "@" + other, 4, 5},
      {"http://", ":" + other, 4, 5},
      {"NEAR/3b", "NEAR/3b needs something on its left", 0, 7},
  };
  for (const row& r : table) {
    CAPTURE(r.source);
    bad(parse_rule(r.source), r.message, r.first, r.last);
  }
}

TEST_CASE("faults of meaning") {
  const std::string joins = " joins words, phrases, lists and OR, NEAR or BEFORE of these, not ";
  const std::vector<row> table = {
      {"*", "* alone stands for any one word, and only inside a phrase", 0, 1},
      {"a OR **", need_two, 5, 7},
      {"a*", need_two, 0, 2},
      {"a?*", need_two, 0, 3},
      {"\xC3\xA9*", need_two, 0, 3},
      {"part-a*", need_two, 0, 7},
      {"decision-*", "* for a whole word stands only inside a phrase", 0, 10},
      {"%chil*", "% and wildcards cannot stand in one word", 0, 6},
      {"chi*~1", "~ and wildcards cannot stand in one word", 0, 6},
      {"=Trust~1", "= and ~ cannot stand in one word", 0, 8},
      {"%caring~1", "% and ~ cannot stand in one word", 0, 9},
      {"car~1", "~1 needs a word of at least 4 letters, and \"car\" has 3", 0, 5},
      {"\xC3\xA9\xC3\xA9\xC3\xA9~1",
       "~1 needs a word of at least 4 letters, and \"\xC3\xA9\xC3\xA9\xC3\xA9\" has 3", 0, 8},
      {"it's~1", "~1 needs a word of at least 4 letters, and \"it's\" has 3", 0, 6},
      {"schools~2", "~2 needs a word of at least 8 letters, and \"schools\" has 7", 0, 9},
      {"co-operate~1", "~1 needs a word of at least 4 letters, and \"co\" has 2", 0, 12},
      {"colour~0", "a word may differ by ~1 or ~2, no other number", 0, 8},
      {"colour~3", "a word may differ by ~1 or ~2, no other number", 0, 8},
      {"colour~999999999999", "a word may differ by ~1 or ~2, no other number", 0, 19},
      {"-", "a word needs a letter or a digit", 0, 1},
      {"''", "a word needs a letter or a digit", 0, 2},
      {"-child", "a word cannot begin with a hyphen; to leave answers out write AND NOT", 0, 6},
      {"%help@example.org", "% stands before a plain word, not before an address", 0, 17},
      {"help@example.org~1", "~ follows a plain word, not an address", 0, 18},
      {"\"\"", "a phrase needs a word between its quotation marks", 0, 2},
      {"\" * & \"", "a phrase needs a word between its quotation marks", 0, 7},
      {"\"foster a*\"", need_two, 8, 10},
      {"\"foster ??\"", need_two, 8, 10},
      {"\"decision-*\"", "* for a whole word stands between spaces", 1, 11},
      {"\"foster =Care\"", "= cannot stand in a phrase", 8, 13},
      {"\"%foster care\"", "% cannot stand in a phrase", 1, 8},
      {"\"foster~1 care\"", "~ cannot stand in a phrase", 1, 9},
      {"a NEAR/0 b", "NEAR takes a number from 1 to 50, as in NEAR/5", 2, 8},
      {"a NEAR/51 b", "NEAR takes a number from 1 to 50, as in NEAR/5", 2, 9},
      {"a BEFORE/99999999999999999999 b", "BEFORE takes a number from 1 to 50, as in BEFORE/5", 2,
       29},
      {"a NEAR/3 (b AND c)", "NEAR" + joins + "AND", 9, 18},
      {"(a AND NOT b) BEFORE/3 c", "BEFORE" + joins + "AND NOT", 0, 13},
      {"a NEAR/3 SENTENCE(b)", "NEAR" + joins + "SENTENCE", 9, 20},
      {"@a NEAR/3 b", "NEAR" + joins + "a theme", 0, 2},
      {"a NEAR/3 (b OR (c OR @d))", "NEAR" + joins + "a theme", 21, 23},
      {"a NEAR/3 (b BEFORE/2 @d)", "BEFORE" + joins + "a theme", 21, 23},
      {"SENTENCE(a AND SENTENCE(b))", "SENTENCE cannot stand inside SENTENCE", 15, 26},
  };
  for (const row& r : table) {
    CAPTURE(r.source);
    bad(parse_rule(r.source), r.message, r.first, r.last);
  }
}

TEST_CASE("what no rule may hold") {
  const std::string quote =
      "this is not the plain quotation mark that a phrase needs; write \" instead";
  const std::string space =
      "this space is not a plain one and would be part of a word; write a plain space";
  const std::vector<row> table = {
      {"\xE2\x80\x9C"
       "foster care\xE2\x80\x9D",
       quote, 0, 3},
      {"a OR \xC2\xAB"
       "b c\xC2\xBB",
       quote, 5, 7},
      {"a\xC2\xA0"
       "AND b",
       space, 1, 3},
      {"a\xE2\x80\x8B", space, 1, 4},
      {"a \x07 b", "control character U+0007 cannot stand in a rule", 2, 3},
      {"\"a \x7F b\"", "control character U+007F cannot stand in a rule", 3, 4},
      {"a\xC2\x9B", "control character U+009B cannot stand in a rule", 1, 3},
      {std::string("a\0b", 3), "control character U+0000 cannot stand in a rule", 1, 2},
      {"a OR \xFF", "a rule is UTF-8, and this byte is not", 5, 6},
      {"\"\xC3\"", "a rule is UTF-8, and this byte is not", 1, 2},
      {std::string(4097, 'a'), "a rule is at most 4096 bytes long, and this has 4097", 4096, 4097},
      {std::string(1000000, '('), "a rule is at most 4096 bytes long, and this has 1000000", 4096,
       1000000},
      {std::string(65, '(') + "a" + std::string(65, ')'),
       "brackets stand at most 64 deep in one another", 64, 65},
      {std::string(4096, '('), "brackets stand at most 64 deep in one another", 64, 65},
  };
  for (const row& r : table) {
    CAPTURE(r.message);
    bad(parse_rule(r.source), r.message, r.first, r.last);
  }
}

TEST_CASE("an entry of a list has neither operators nor names") {
  const std::string one = "an entry of a list is one word or one phrase, ";
  const std::vector<row> table = {
      {"", "the entry is empty", 0, 0},
      {"foster parent",
       "two words side by side; put quotation marks around a phrase, or make them two entries", 7,
       13},
      {"a OR b", one + "without operators or brackets", 2, 4},
      {"a NEAR/3 b", one + "without operators or brackets", 2, 8},
      {"(a)", one + "without operators or brackets", 0, 1},
      {"#carers", one + "not a theme or another list", 0, 7},
      {"@care", one + "not a theme or another list", 0, 5},
      {"a*", need_two, 0, 2},
      {"a)", "this bracket closes nothing", 1, 2},
      {"\"a", "this phrase is never closed; a quotation mark is missing", 0, 2},
  };
  for (const row& r : table) {
    CAPTURE(r.source);
    bad(parse_list_word(r.source), r.message, r.first, r.last);
  }
}

TEST_CASE("faults of meaning come all at once, in the order of their places") {
  const parsed result = parse_rule("car~1 NEAR/0 (@a OR SENTENCE(b*)) AND %chil*");
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> places = {
      {0, 5}, {6, 12}, {14, 16}, {20, 32}, {29, 31}, {38, 44}};
  CHECK_FALSE(result.rule.has_value());
  REQUIRE(result.faults.size() == places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    CHECK(result.faults[i].where.first == places[i].first);
    CHECK(result.faults[i].where.last == places[i].second);
  }
}

TEST_CASE("a message stays one line and short whatever the rule holds") {
  const parsed result = parse_rule("a NEAR/" + std::string(4000, 'x'));
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].message.size() < 200);
  const parsed lines = parse_rule("a NEAR/1\n2\n\nNEAR/3b");
  REQUIRE(lines.faults.size() == 1);
  CHECK(lines.faults[0].message.find('\n') == std::string::npos);
}
