// Texts and rules that ask for much work. None may take more than moments.
#include "books.hpp"
#include "coding/compiler.hpp"
#include "coding/theme_coder.hpp"

#include <heard/coding/match.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

std::string repeated(const std::string& word, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += word;
  return out;
}

std::size_t hits(const std::string& rule, const std::string& text) {
  matcher engine(made_rule(rule).tree, "en");
  return engine.find(text).size();
}

/// Generous: sanitizers and busy machines are slow, and what is quadratic takes hours.
struct in_time {
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  ~in_time() { CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60)); }
};

}  // namespace

TEST_CASE("20,000 times the same word") {
  const in_time watch;
  const std::string text = repeated("a ", 20'000);
  CHECK(hits("a", text) == 20'000);
  // Each pairs with the one before it, the first with the second: [0 1] once, then [1 2] and so on.
  CHECK(hits("a NEAR/50 a", text) == 19'999);
  CHECK(hits("a BEFORE/50 a", text) == 19'999);
  CHECK(hits("a NEAR/1 a NEAR/1 a NEAR/1 a", text) > 19'000);
  CHECK(hits("a NEAR/50 b", text) == 0);
  CHECK(hits("(a OR ab*x OR \"a a\") AND a AND SENTENCE(a AND a)", text) > 20'000);
  CHECK(hits("\"a a a a a a a a a a a a a a a a\"", text) == 19'985);
  std::string chain = "a";
  while (chain.size() < 1000) chain += " AND a";
  CHECK(hits(chain, text) == 20'000);
  chain = "a";
  while (chain.size() < 1000) chain += " NEAR/50 a";
  CHECK(hits(chain, text) > 1);
}

TEST_CASE("20,000 sentences of one word") {
  const in_time watch;
  const std::string text = repeated("A! ", 20'000);
  CHECK(hits("SENTENCE(a AND NOT b)", text) == 20'000);
  CHECK(hits("SENTENCE(a NEAR/50 a)", text) == 0);
  std::string many = "a";
  while (many.size() < 1000) many += " OR a AND a";
  CHECK(hits("SENTENCE(" + many + ")", text) == 20'000);
}

TEST_CASE("one word of a million letters") {
  const in_time watch;
  const std::string text = repeated("a", 1'000'000);
  CHECK(hits("*a*a*a*b", text) == 0);
  CHECK(hits("*a*a*a*", text) == 1);
  CHECK(hits("aaaa~1 OR %aaaa OR =aaaa", text) == 0);
}

TEST_CASE("rules as deep as they may be") {
  const in_time watch;
  const std::string deep = repeated("(", 64) + "a OR b" + repeated(") AND a", 64);
  CHECK(hits(deep, "a") == 1);
  std::string same = "a";
  for (int i = 0; i < 60; ++i) same = "(a OR " + same + ")";
  CHECK(hits(same, "a") == 1);
  std::string near = "a";
  for (int i = 0; i < 60; ++i) near = "(a NEAR/2 " + near + ")";
  CHECK(hits(near, repeated("a ", 1000)) > 1);
}

TEST_CASE("1,000 rules with wildcards, many of which every word fits") {
  const in_time watch;
  std::vector<theme_text> themes;
  for (int i = 0; i < 1000; ++i) {
    const std::string n = std::to_string(i);
    themes.push_back({"t" + n, {"*a" + n + "*", "a*a" + n, "?a*" + n + "a?", "*aa*"}});
  }
  const auto book = made_book(themes);
  matching::compiler compiler("en", book.get());
  compiler.add_themes();
  const matching::program program = compiler.finish();
  matching::theme_coder engine(program);
  matching::found found;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "ba" + std::to_string(i) + " ";
  engine.code(text + "baab", std::vector<bool>(1000, true), found);
  CHECK(found.themes.size() == 1000);
  engine.code(repeated("aa", 100'000), std::vector<bool>(1000, true), found);
  CHECK(found.themes.size() == 1000);
  CHECK(found.spans.size() == 1000);
}

TEST_CASE("1,000 rules that name one list of 10,000 words") {
  const in_time watch;
  std::vector<std::string> words;
  for (int i = 0; i < 10'000; ++i) words.push_back("word" + std::to_string(i));
  std::vector<theme_text> themes;
  for (int i = 0; i < 1000; ++i) themes.push_back({std::to_string(i), {"#l NEAR/2 a OR #l AND b"}});
  const auto book = made_book(themes, {made_list("l", words)});
  matching::compiler compiler("en", book.get());
  compiler.add_themes();
  const matching::program program = compiler.finish();
  // The list is one step for all of them.
  CHECK(program.steps.size() < 10'000 + 4 * 1000 + 10);
  CHECK(program.operands.size() < 10'000 + 8 * 1000 + 10);
  matching::theme_coder engine(program);
  matching::found found;
  engine.code("Word77 a", std::vector<bool>(1000, true), found);
  CHECK(found.themes.size() == 1000);
}

TEST_CASE("10,000 themes, each of which refers to the one before") {
  const in_time watch;
  std::vector<theme_text> themes = {{"0", {"a"}}};
  for (int i = 1; i < 10'000; ++i) {
    themes.push_back({std::to_string(i), {"@" + std::to_string(i - 1)}});
  }
  const auto book = made_book(themes);
  matching::compiler compiler("en", book.get());
  compiler.add_themes();
  const matching::program program = compiler.finish();
  matching::theme_coder engine(program);
  matching::found found;
  engine.code("a", std::vector<bool>(10'000, true), found);
  CHECK(found.themes.size() == 10'000);
}

TEST_CASE("bytes that are no text") {
  std::string text;
  for (int i = 0; i < 256; ++i) text += static_cast<char>(i);
  text += text;
  for (const char* rule : {"ab*", "abcd~1 OR %abc OR =abc*", "\"* a\"", "x NEAR/3 z"}) {
    matcher engine(made_rule(rule).tree, "en");
    const match_result result = engine.explain(text);
    for (const text::span s : result.evidence) CHECK(s.last <= text.size());
  }
  // The small letters, twice; the capitals follow an @, so they are somebody's handle.
  CHECK(hits("abcdefghijklmnopqrstuvwxyz", text) == 2);
  CHECK(hits("ab*", text) == 2);
}
