// docs/rule-language.md row by row; every expected hit was derived by hand from the definition.
#include "books.hpp"

#include <heard/base/error.hpp>
#include <heard/coding/match.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

struct row {
  const char* rule;
  const char* text;
  std::vector<std::string> hits;
};

std::vector<std::string> found(const std::string& rule, const std::string& text,
                               std::shared_ptr<const codebook> book = nullptr,
                               const char* language = "en") {
  matcher engine(made_rule(rule).tree, language, std::move(book));
  std::vector<std::string> out;
  for (const text::span s : engine.find(text)) out.emplace_back(s.of(text));
  return out;
}

void check(const std::vector<row>& rows, std::shared_ptr<const codebook> book = nullptr) {
  for (const row& r : rows) {
    CAPTURE(std::string(r.rule));
    CAPTURE(std::string(r.text));
    CHECK(joined(found(r.rule, r.text, book)) == joined(r.hits));
  }
}

}  // namespace

TEST_CASE("words are compared folded, whole, and without a final 's") {
  check({
      {"work", "after work.The library", {"work"}},
      {"the", "after work.The library", {"The"}},
      {"work", "Workers network", {}},
      {"strasse", "In der Straße", {"Straße"}},
      {"office", "the oﬃce", {"oﬃce"}},
      {"council", "the council's and councils", {"council's"}},
      {"council", "the COUNCIL’S plan", {"COUNCIL’S"}},
      {"council's", "the council and the council’s", {"council’s"}},
      {"o'neill", "O'Neill met O'Neill's son", {"O'Neill"}},
      {"👍", "Yes 👍!", {"👍"}},
      {"x", "", {}},
      {"x", "?!", {}},
  });
}

TEST_CASE("a word with a hyphen is the phrase of its parts") {
  check({
      {"decision-making",
       "decision making, decision-making, decision. Making",
       {"decision making", "decision-making"}},
      {"=Decision-Making",
       "Decision-making or Decision making or Decision Making",
       {"Decision Making"}},
      {"decision-mak*", "Decision maker", {"Decision maker"}},
      {"%decision-making", "decisions made", {}},
      {"%decision-making", "decisions make", {"decisions make"}},
  });
}

TEST_CASE("wildcards stand for code points of one token") {
  check({
      {"caf?", "cafe café caf cafés", {"cafe", "café"}},
      {"caf*", "cafe café caf cafés", {"cafe", "café", "caf", "cafés"}},
      {"*ность", "важность и нос", {"важность"}},
      {"c*d*n", "children chidren child can", {"children", "chidren"}},
      {"??he", "the ache she then", {"ache"}},
      {"*il", "council's oil", {"council's", "oil"}},
      {"*'s", "council's oil", {"council's"}},
      {"child?", "child's childs child", {"childs"}},
      {"don'*", "don't do don’ts", {"don't", "don’ts"}},
      {"カタ*", "カタログ", {"カタログ"}},
      {"日本*", "日本語", {"日本"}},
      {"a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", {}},
  });
}

TEST_CASE("= compares spelling, % stems, ~ spelling with slips") {
  check({
      {"=Trust", "Trust trust TRUST Trust's", {"Trust"}},
      {"=NH*", "NHS nhs NH", {"NHS", "NH"}},
      {"=don't", "don't don’t", {"don't"}},
      {"%generously", "generous generously generate", {"generous", "generously"}},
      {"colour~1",
       "color colours culour coluor ccolour dolour colloour",
       {"color", "colours", "culour", "coluor", "ccolour"}},
      {"colour~1", "colour's", {"colour's"}},
      {"children~2", "cihldern childrens' chldrn kchildren", {"cihldern", "childrens", "chldrn"}},
      {"кошка~1", "кошки кощка каша", {"кошки", "кощка"}},
  });
  // Optimal string alignment edits no stretch twice: CA -> ABC is 3, not 2.
  check({{"abcdefgh~2", "acxbdefgh", {}}, {"abcdefgh~2", "acbdefhg", {"acbdefhg"}}});
}

TEST_CASE("a phrase is consecutive words of one sentence") {
  check({
      {"\"foster care\"", "foster - care. Foster, (care)", {"foster - care", "Foster, (care"}},
      {"\"foster care\"", "We foster. Care is", {}},
      {"\"a a\"", "a a a", {"a a", "a a"}},
      {"\"foster * care\"", "foster good care, foster care", {"foster good care"}},
      {"\"* care\"", "care for care", {"for care"}},
      {"\"see * for\"", "see www.example.org for it, see it for me", {"see it for"}},
      {"\"see www.example.org for\"", "see www.example.org for it", {"see www.example.org for"}},
      {"\"foster* c?re\"", "fostering core", {"fostering core"}},
      {"\"council's plan\"",
       "council plan, the council's plans, the council's plan's",
       {"council's plan's"}},
  });
}

TEST_CASE("addresses and tags are matched only by rules written as one") {
  check({
      {"example", "me@example.org example www.example.org", {"example"}},
      {"me@example.org", "Me@Example.Org me", {"Me@Example.Org"}},
      {"*@example.org", "me@example.org me@example.com", {"me@example.org"}},
      {"https://example.org/*",
       "https://example.org/a https://example.com/a",
       {"https://example.org/a"}},
      {"\"#save*\"", "#SaveOurBus saved", {"#SaveOurBus"}},
      {"sav*", "#SaveOurBus saved", {"saved"}},
      {"\"@council\"", "@Council council", {"@Council"}},
  });
}

TEST_CASE("NEAR and BEFORE pair each left hit with the nearest right hit") {
  check({
      {"a NEAR/1 b", "a x b", {"a x b"}},
      {"a NEAR/1 b", "b x a", {"b x a"}},
      {"a NEAR/1 b", "a x x b", {}},
      {"a NEAR/5 a", "a", {}},
      {"a NEAR/5 a", "a a a", {"a a", "a a"}},
      {"a NEAR/2 b", "b a b", {"b a"}},
      {"a NEAR/2 b", "b x a b", {"a b"}},
      {"a NEAR/2 b", "a a b", {"a a b", "a b"}},
      {"a BEFORE/2 b", "b a x b", {"a x b"}},
      {"a BEFORE/2 b", "b a", {}},
      {"a BEFORE/1 b BEFORE/1 c", "a b c, a x b x c", {"a b c", "a x b x c"}},
      {"a NEAR/1 b NEAR/1 c", "c a b", {"c a b"}},
      {"a BEFORE/1 (b NEAR/1 c)", "a c b", {"a c b"}},
      {"a NEAR/3 b", "a. B", {"a. B"}},
      {"SENTENCE(a NEAR/3 b)", "We have a. B is", {}},
      {"\"a b\" NEAR/2 b", "a b b", {"a b b"}},
      {"\"a b\" NEAR/2 b", "a b", {}},
      {"(a OR \"a b\") NEAR/1 c", "a b c", {"a b c"}},
      {"x NEAR/1 (a OR \"a b\")", "a b x, y", {"a b x"}},
  });
}

TEST_CASE("AND, OR, AND NOT and SENTENCE") {
  check({
      {"a AND b", "b x a a", {"b", "a", "a"}},
      {"a AND b", "a", {}},
      {"a OR b", "b a", {"b", "a"}},
      {"ab OR ab*", "ab", {"ab"}},
      {"a AND NOT b", "a c", {"a"}},
      {"a AND NOT b", "a b", {}},
      {"a AND NOT b AND c", "a c", {"a", "c"}},
      {"a AND NOT (b AND c)", "a b", {"a"}},
      {"a OR b AND c", "a", {"a"}},
      {"(a OR b) AND c", "a", {}},
      {"SENTENCE(a AND b)", "It is a. So b! A and b. B", {"A", "b"}},
      {"SENTENCE(a AND NOT b)", "It is a b. Now a! B", {"a"}},
      {"SENTENCE(a AND b) AND c", "A b. C!", {"A", "b", "C"}},
      {"SENTENCE(\"a b\" OR c)", "a. B c", {"c"}},
  });
}

TEST_CASE("lists and themes are read from the codebook") {
  const auto book = made_book(
      {
          {"hours", {"open*"}, {"\"opening ceremony\""}},
          {"evening", {"evening* AND NOT tea"}, {}, "hours", {"elsewhere"}},
          {"both", {"@hours AND late"}},
      },
      {made_list("carers", {"carer*", "\"foster parent*\"", "=Guardian"})});
  check(
      {
          {"#carers",
           "Carers, guardian, Guardian, foster parents",
           {"Carers", "Guardian", "foster parents"}},
          {"#carers NEAR/1 tired", "foster parents are tired", {"foster parents are tired"}},
          {"#carers NEAR/1 #carers", "carer Guardian", {"carer Guardian"}},
          {"@hours", "The opening ceremony", {}},
          {"@hours", "Open in the evening", {"Open", "evening"}},
          {"@evening", "Open in the evening, for tea", {}},
          {"@both", "Open late", {"Open", "late"}},
          {"SENTENCE(@hours AND late)", "Open now. Be late in the evening", {"late", "evening"}},
      },
      book);
}

TEST_CASE("what cannot be compiled is said, at the rule") {
  const auto refused = [](const char* rule, const char* language,
                          std::shared_ptr<const codebook> book = nullptr) -> std::string {
    try {
      matcher engine(made_rule(rule).tree, language, std::move(book));
    } catch (const error& e) {
      CHECK(e.code() == status::bad_codebook);
      return e.what();
    }
    return "taken";
  };
  CHECK(refused("a AND #none", "en") == "there is no list \"none\"");
  CHECK(refused("@none", "en", made_book({})) == "there is no theme \"none\"");
  CHECK(refused("%gofal", "cy") == "%gofal asks for a stem, and there is no stemmer for \"cy\"");
  CHECK(refused("©", "en") == "© holds no word: it needs a letter, a digit or an emoji");
  CHECK(refused("%gofal OR gofal", "en") == "taken");
  CHECK(refused("@a", "en", made_book({{"a", {"x AND @b"}}, {"b", {"@a"}}})) ==
        "theme \"a\" refers to itself, by way of other themes or its children");
  CHECK(refused("@p", "en", made_book({{"p", {"x"}}, {"c", {"@p"}, {}, "p"}})) ==
        "theme \"p\" refers to itself, by way of other themes or its children");
}

TEST_CASE("explain says why a part does not match") {
  struct {
    const char* rule;
    const char* text;
    std::vector<std::string> why;  // Of every part; empty where it matches.
  } const rows[] = {
      {"a", "b", {"no such word"}},
      {"\"a b\"", "b a", {"its words are there, but not side by side in one sentence"}},
      {"\"a b\"", "b", {"not all of its words are there"}},
      {"a NEAR/2 b", "a x x x b", {"the nearest pair is 3 words apart, 2 are allowed", "", ""}},
      {"a BEFORE/1 b",
       "b a x x b",
       {"the nearest pair in this order is 2 words apart, 1 is allowed", "", ""}},
      {"a BEFORE/1 b", "b a", {"its sides are there, but not in this order", "", ""}},
      {"a NEAR/1 b", "b", {"its left side is not there", "no such word", ""}},
      {"a NEAR/1 b", "a", {"its right side is not there", "", "no such word"}},
      {"a NEAR/1 b", "c", {"neither side is there", "no such word", "no such word"}},
      {"a NEAR/1 a", "a", {"both sides hit the same words, and it takes two", "", ""}},
      {"SENTENCE(a NEAR/4 b)",
       "In a. B is",
       {"what it asks for is there, but not in one sentence",
        "its sides are in different sentences", "", ""}},
      {"SENTENCE(a AND b)",
       "In a. B is",
       {"what it asks for is there, but not in one sentence",
        "its sides are in different sentences", "", ""}},
      {"SENTENCE(a AND b)",
       "In a",
       {"what it asks for is not there", "its right side is not there", "", "no such word"}},
      {"a AND NOT b", "a b", {"what stands right of AND NOT is there", "", ""}},
      {"a AND NOT b", "b", {"what stands left of AND NOT is not there", "no such word", ""}},
      {"a OR b", "c", {"none of its alternatives is there", "no such word", "no such word"}},
      {"a AND (b OR c)", "a c", {"", "", "", "no such word", ""}},
  };
  for (const auto& r : rows) {
    CAPTURE(std::string(r.rule));
    CAPTURE(std::string(r.text));
    matcher engine(made_rule(r.rule).tree, "en");
    const match_result result = engine.explain(r.text);
    CHECK(result.matched == r.why.front().empty());
    std::vector<std::string> why;
    for (const match_step& step : result.steps) why.push_back(step.why);
    CHECK(joined(why) == joined(r.why));
    CHECK(result.steps.front().part == r.rule);
  }
}
