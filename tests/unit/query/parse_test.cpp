#include "unit/query/tree.hpp"

#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heard::query;

namespace {

void ok(std::string_view source, std::string_view expected, parsed (*parse)(std::string_view)) {
  CAPTURE(source);
  const parsed result = parse(source);
  REQUIRE_MESSAGE(result.rule.has_value(), result.faults.front().message);
  CHECK(result.faults.empty());
  CHECK(outline(*result.rule) == expected);
}

void ok(std::string_view source, std::string_view expected) {
  ok(source, expected, parse_rule);
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a rule becomes the tree that the grammar says") {
  // Words.
  ok("child", "child");
  ok("  child\n\t", "child");
  ok("child's", "child's");
  ok("child\xE2\x80\x99s", "child\xE2\x80\x99s");  // curly apostrophes are letters
  ok("decision-making", "decision-making");
  ok("16", "16");
  ok("\xF0\x9F\x91\x8D", "\xF0\x9F\x91\x8D");  // an emoji is a word
  ok("=Trust", "exact Trust");
  ok("%caring", "stem caring");
  ok("%decision-making", "stem decision-making");
  ok("care~1", "care within 1");
  ok("guardian~2", "guardian within 2");
  ok("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9~1",
     "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 within 1");  // letters, not bytes
  ok("anti-social~1", "anti-social within 1");
  ok("ab*", "ab*");
  ok("*?ab", "*?ab");
  ok("=NHS*", "exact NHS*");  // only % and ~ refuse wildcards
  // What only begins like an operator, or is one in lower case, is a word.
  ok("ORANGE", "ORANGE");
  ok("ANDREW OR NOTTINGHAM OR NEARLY", "either(ANDREW, NOTTINGHAM, NEARLY)");
  ok("SENTENCES", "SENTENCES");
  ok("and", "and");
  ok("=AND", "exact AND");
  ok("or OR and", "either(or, and)");
  // Addresses are words; hashtags and mentions stand in quotes, since # and @ mean lists and
  // themes.
  ok("help@example.org", "help@example.org");
  ok("*@example.org", "*@example.org");
  ok("=Help@example.org", "exact Help@example.org");
  ok("https://example.org/a_b?c=d&e=f#g", "https://example.org/a_b?c=d&e=f#g");
  ok("www.example.org", "www.example.org");
  ok("WWW.example.org AND a", "both(WWW.example.org, a)");
  ok("\"#FixTheRoads\" OR \"@council\"", "either(\"#FixTheRoads\", \"@council\")");
  ok("#carers OR @evening-hours", "either(#carers, @evening-hours)");
  ok("@0", "@0");
  ok("@" + repeat("a", 64), "@" + repeat("a", 64));
  // Phrases keep what stands between the quotes, operators and curly quotes too.
  ok("\"foster care\"", "\"foster care\"");
  ok("\"care * child*\"", "\"care * child*\"");
  ok("\"* care\"", "\"* care\"");
  ok("\"AND (so) NEAR/0, \xE2\x80\x9C"
     "on\xE2\x80\x9D 50%\"",
     "\"AND (so) NEAR/0, \xE2\x80\x9C"
     "on\xE2\x80\x9D 50%\"");
  ok("\"U.K.\"", "\"U.K.\"");
  ok("\"https://example.org/?a\"", "\"https://example.org/?a\"");
  // NEAR and BEFORE bind most tightly, then AND, then OR; all are left-associative.
  ok("a AND b AND c", "both(both(a, b), c)");
  ok("a AND (b AND c)", "both(a, both(b, c))");
  ok("a AND NOT b AND c", "both(both_not(a, b), c)");
  ok("a AND\nNOT b", "both_not(a, b)");
  ok("a OR b AND c OR d", "either(a, both(b, c), d)");
  ok("(a OR b) OR c", "either(either(a, b), c)");
  ok("(a OR b) AND c", "both(either(a, b), c)");
  ok("a NEAR/5 b AND c", "both(near/5(a, b), c)");
  ok("a NEAR/1 b BEFORE/50 c", "before/50(near/1(a, b), c)");
  ok("a NEAR/1 (b BEFORE/2 c)", "near/1(a, before/2(b, c))");
  ok("a NEAR/05 b", "near/5(a, b)");
  ok("(a OR #b OR \"c d\") NEAR/3 e", "near/3(either(a, #b, \"c d\"), e)");
  ok("SENTENCE(a AND b) OR SENTENCE (c)", "either(sentence(both(a, b)), sentence(c))");
  ok("SENTENCE(@a AND NOT b)", "sentence(both_not(@a, b))");
  ok("((a))", "a");
  // A bracket or a quotation mark ends a word, so it ends an operator.
  ok("(a)AND(b)NEAR/3(c)", "both(a, near/3(b, c))");
  ok("a OR\"b c\"", "either(a, \"b c\")");
}

TEST_CASE("an entry of a list is a word or a phrase") {
  ok("carer*", "carer*", parse_list_word);
  ok(" \"foster parent*\" ", "\"foster parent*\"", parse_list_word);
  ok("=NHS", "exact NHS", parse_list_word);
  ok("colour~1", "colour within 1", parse_list_word);
}

TEST_CASE("limits hold to the byte and to the level") {
  ok(repeat("(", max_depth) + "a" + repeat(")", max_depth), "a");
  ok("SENTENCE(" + repeat("(", max_depth - 1) + "a" + repeat(")", max_depth), "sentence(a)");
  ok("(a) OR " + repeat("(", max_depth) + "b" + repeat(")", max_depth), "either(a, b)");

  const std::string longest(max_rule_size, 'a');
  ok(longest, longest);

  // The longest chain nests to the left as deep as any rule can.
  const std::string chain = "a" + repeat(" AND a", 682);
  CHECK(chain.size() <= max_rule_size);
  ok(chain, repeat("both(", 682) + "a" + repeat(", a)", 682));
}

TEST_CASE("places are bytes of the source, brackets included") {
  struct row {
    const char* source;
    std::uint32_t first;
    std::uint32_t last;
  };
  const row table[] = {
      {" child ", 1, 6},
      {"=Child", 0, 6},
      {"child~1 ", 0, 7},
      {" \"a b\" ", 1, 6},
      {" #ab ", 1, 4},
      {" @ab ", 1, 4},
      {"((child))", 2, 7},
      {" a  AND  b ", 1, 10},
      {"((a OR b) ) ", 0, 11},
      {"(a OR b) NEAR/3 c", 0, 17},
      {" SENTENCE ( a ) ", 1, 15},
      {"(SENTENCE(a))", 1, 12},
      {"\xC3\xA9 OR \xC3\xA9", 0, 8},
  };
  for (const row& r : table) {
    CAPTURE(std::string(r.source));
    const parsed result = parse_rule(r.source);
    REQUIRE(result.rule.has_value());
    CHECK(result.rule->where.first == r.first);
    CHECK(result.rule->where.last == r.last);
  }
}
