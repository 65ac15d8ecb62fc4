// Each fault is marked by hand in the text: «this» is wrong. The test works out line, column,
// excerpt and caret from the mark, and pins the message.
#include "unit/toml/marked.hpp"

#include <heard/codebook/codebook.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

namespace {

struct fault_case {
  std::string text;
  std::vector<std::string> messages;  ///< In the order of the marks.
};

void check(const std::vector<fault_case>& table) {
  for (const fault_case& c : table) {
    const test::marked m = test::read_marks(c.text);
    CAPTURE(m.text);
    REQUIRE(m.places.size() == c.messages.size());
    diagnostics remarks;
    CHECK(parse_codebook(m.text, "m", remarks) == nullptr);
    CHECK(test::all(remarks) == test::expected("m", m, c.messages));
  }
}

const std::string id_rule =
    ": an id has lower-case letters, digits and hyphens, no hyphen first, at most 64";

// What the rule language says of a rule; tests/unit/query pins it.
std::string says(const std::string& rule) {
  return query::parse_rule(rule).faults.at(0).message;
}

}  // namespace

TEST_CASE("faults of tables and keys") {
  check({
      {"[codebook]\nlanguage = «'English language'»\n«lang» = 1\n",
       {"\"English language\" is no language tag such as \"en\"",
        "unknown key \"lang\"; the keys here are language"}},
      {"[«themes»]\nid = 'a'\n", {"unknown key \"themes\", did you mean \"theme\"?"}},
      {"«[theme]»\nid = 'a'\n", {"\"theme\" is a list of tables: write [[theme]]"}},
      {"««[[list]]»»\n", {"key \"id\" is missing", "key \"words\" is missing"}},
      {"[[list]]\nid = 'a'\nwords = «[]»\n", {"\"words\" is empty"}},
      {"[[list]]\nid = 'a'\nwords = «'x'»\n",
       {"\"words\" must be a list, not text: put it in [ ]"}},
      {"[[list]]\nid = 'a'\nwords = ['x']\n[[list]]\nid = «'a'»\nwords = [«1»]\n",
       {"id \"a\" is taken by the list on line 2",
        "an entry of \"words\" must be text, not an integer"}},
      {"«[[theme]]»\n«nmae» = 'A'\n",
       {"key \"id\" is missing", "unknown key \"nmae\", did you mean \"name\"?"}},
      {"[[theme]]\nid = «'Evening Hours'»\n", {"\"Evening Hours\" is no id" + id_rule}},
      {"[[theme]]\nid = «'all'»\n", {"id \"all\" is taken by the heading \"All\" of tables"}},
      {"[[theme]]\nid = 'a'\n[[theme]]\nid = «'a'»\n",
       {"id \"a\" is taken by the theme on line 2"}},
      {"[[theme]]\nid = 'a'\nquestions = ['q', «'q'», «'Q 2'»]\n",
       {"question \"q\" stands here twice", "\"Q 2\" is no id" + id_rule}},
      {"[[theme]]\nid = 'a'\nquestions = «[]»\n",
       {"\"questions\" is empty; leave it out for every open question"}},
      {"[[theme]]\nid = 'a'\nfor = «['x']»\nagainst = «['y']»\n",
       {"\"for\" needs \"stance_of\", the proposition it is about",
        "\"against\" needs \"stance_of\", the proposition it is about"}},
      {"[[theme]]\nid = 'a'\nstance_of = «' '»\nfor = ['x']\n", {"\"stance_of\" is empty"}},
      {"[[theme]]\nid = 'a'\nunless = «['x']»\n",
       {"\"unless\" takes hits from \"match\", and there is none"}},
      {"[[theme]]\nid = 'a'\nmatch = «'x'»\n",
       {"\"match\" must be a list, not text: put it in [ ]"}},
      {"[[theme]]\nid = 'a'\nmatch = ['x', «''», «5»]\n",
       {"an entry of \"match\" is empty", "an entry of \"match\" must be text, not an integer"}},
  });
}

TEST_CASE("faults inside rules are told where they are written") {
  const std::string two = says("a b");
  check({
      {"[[theme]]\nid = 'a'\nmatch = ['open «evening»', \"late «night»\"]\n", {two, two}},
      {"[[theme]]\nid = 'a'\nmatch = [\"\\\"caf\\u00E9\\\" AND bar «\\u00E9t\\u00E9»\"]\n", {two}},
      {"[[theme]]\nid = 'a'\nmatch = ['''\nopen OR\nshut «door»''']\n", {two}},
      {"[[theme]]\nid = 'a'\nmatch = [\"\"\"\nopen OR \\\n\n    shut «door»\"\"\"]\n", {two}},
      {"[[theme]]\nid = 'a'\nmatch = [\"\"\"\"a phrase\" OR shut «door»\"\"\"]\n", {two}},
      {"[[theme]]\nid = 'a'\nmatch = ['x']\nunless = ['a «b»']\nstance_of = 'S'\nfor = ['c «d»']\n"
       "against = ['e «f»']\n",
       {two, two, two}},
      {"[[theme]]\nid = 'a'\nmatch = ['caf\xC3\xA9 NEAR/3 «(»b OR c']\n",
       {says("a NEAR/3 (b OR c")}},
      {"[[list]]\nid = 'l'\nwords = ['one «two»', '«AND»']\n",
       {query::parse_list_word("one two").faults.at(0).message,
        query::parse_list_word("AND").faults.at(0).message}},
  });
}

TEST_CASE("unless takes only what has a place") {
  const std::string rule = "\"unless\" takes words, phrases, lists, NEAR, BEFORE and OR, not ";
  check({
      {"[[theme]]\nid = 'a'\nmatch = ['x']\nunless = ['b NEAR/2 c', '«b AND c»', 'd OR «(b AND NOT "
       "c)»', "
       "'«SENTENCE(b)»', 'b OR «@a»']\n",
       {rule + "AND", rule + "AND NOT", rule + "SENTENCE", rule + "a theme"}},
  });
}

TEST_CASE("lists, themes and parents that are not there") {
  check({
      {"[[list]]\nid = 'carers'\nwords = ['x']\n[[theme]]\nid = 'hours'\nparent = «'hurs'»\n"
       "match = ['a AND «#carer»', 'b OR «@huors»']\nstance_of = 'S'\nfor = ['«#x»']\n",
       {"unknown theme \"hurs\", did you mean \"hours\"?",
        "unknown list \"carer\", did you mean \"carers\"?",
        "unknown theme \"huors\", did you mean \"hours\"?", "unknown list \"x\""}},
      {"[[theme]]\nid = 'a'\nparent = «''»\n", {"\"parent\" is empty"}},
      // Themes with a faulty id are looked into too.
      {"[[theme]]\nid = 'a'\n[[theme]]\nid = «'a'»\nmatch = ['«#l»']\n",
       {"id \"a\" is taken by the theme on line 2", "unknown list \"l\""}},
  });
}

TEST_CASE("parents in a circle") {
  check({
      {"[[theme]]\nid = 'a'\nparent = «'a'»\n", {"themes are parents in a circle: a -> a"}},
      {"[[theme]]\nid = 'x'\nparent = 'c'\n[[theme]]\nid = 'b'\nparent = «'c'»\n[[theme]]\nid = "
       "'c'\nparent = 'd'\n[[theme]]\nid = 'd'\nparent = 'b'\n[[theme]]\nid = 'e'\nparent = "
       "«'e'»\n",
       {"themes are parents in a circle: b -> c -> d -> b",
        "themes are parents in a circle: e -> e"}},
  });
}

TEST_CASE("themes that need their own hits") {
  check({
      {"[[theme]]\nid = 'a'\nmatch = ['x', 'y AND «@a»']\n",
       {"this leads back to theme \"a\": a -> a"}},
      {"[[theme]]\nid = 'a'\nmatch = ['«@b»']\n[[theme]]\nid = 'b'\nmatch = ['@c']\n[[theme]]\nid "
       "= "
       "'c'\nmatch = ['@a']\n",
       {"this leads back to theme \"a\": a -> b -> c -> a"}},
      // @theme takes in its children: a child cannot refer to its parent, nor to what refers to it.
      {"[[theme]]\nid = 'p'\n[[theme]]\nid = 'c'\nparent = 'p'\nmatch = ['x AND NOT «@p»']\n",
       {"this leads back to theme \"c\": c -> p -> c"}},
      {"[[theme]]\nid = 'p'\nmatch = ['z']\n[[theme]]\nid = 'c'\nparent = 'p'\nmatch = ['«@d»']\n"
       "[[theme]]\nid = 'd'\nmatch = ['@p']\n",
       {"this leads back to theme \"c\": c -> d -> p -> c"}},
      {"[[theme]]\nid = 'a'\nstance_of = 'S'\nmatch = ['x']\nfor = ['«@a»']\n",
       {"this leads back to theme \"a\": a -> a"}},
      {"[[theme]]\nid = 'a'\nmatch = ['«@a»', '«@b»']\n[[theme]]\nid = 'b'\nmatch = ['«@b»', "
       "'@a']\n",
       {"this leads back to theme \"a\": a -> a", "this leads back to theme \"a\": a -> b -> a",
        "this leads back to theme \"b\": b -> b"}},
  });
  std::string ring;
  for (int i = 0; i < 9000; ++i) {
    ring += "[[theme]]\nid = 't" + std::to_string(i) + "'\nmatch = ['@t" +
            std::to_string((i + 1) % 9000) + "']\n";
  }
  diagnostics remarks;
  CHECK(parse_codebook(ring, "m", remarks) == nullptr);
  REQUIRE(remarks.all().size() == 1);
  CHECK(
      remarks.all()[0].message ==
      "this leads back to theme \"t0\": t0 -> t1 -> t2 -> t3 -> t4 -> t5 -> t6 -> t7 -> ... -> t0");
}

TEST_CASE("faults of syntax end it, with one remark") {
  for (const std::string& text : {std::string("[[theme]]\nid = 'a\n"), std::string(100'000, '['),
                                  std::string("\xFF"), std::string("a\0", 2)}) {
    CAPTURE(text.substr(0, 20));
    diagnostics remarks;
    CHECK(parse_codebook(text, "m", remarks) == nullptr);
    CHECK(remarks.all().size() == 1);
  }
}
