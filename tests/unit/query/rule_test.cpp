#include "unit/query/random_rule.hpp"
#include "unit/query/tree.hpp"

#include <heard/query/parse.hpp>
#include <heard/query/rule.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard::query;

namespace {

/// Every operator in brackets of its own: needs no rule of precedence to be read.
std::string fully_bracketed(const node& n) {
  const auto joined = [&n](const std::string& between) {
    std::string out = "(";
    for (const node& child : n.children) {
      if (&child != &n.children.front()) out += between;
      out += fully_bracketed(child);
    }
    return out + ")";
  };
  switch (n.kind) {
    case node_kind::near:
      return joined(" NEAR/" + std::to_string(n.distance) + " ");
    case node_kind::before:
      return joined(" BEFORE/" + std::to_string(n.distance) + " ");
    case node_kind::either:
      return joined(" OR ");
    case node_kind::both:
      return joined(" AND ");
    case node_kind::both_not:
      return joined(" AND NOT ");
    case node_kind::sentence:
      return "SENTENCE" + joined("");
    default:
      return to_string(n);
  }
}

/// The source without the brackets that open at `first`, or empty where they belong to SENTENCE.
std::string without_brackets(std::string source, std::size_t first) {
  if (source.substr(0, first).ends_with("SENTENCE")) return {};
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = first; i < source.size(); ++i) {
    if (source[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (source[i] == '(') ++depth;
    if (source[i] == ')' && --depth == 0) {
      source.erase(i, 1);
      source.erase(first, 1);
      return source;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a rule prints in its canonical spelling") {
  struct row {
    const char* source;
    const char* printed;
  };
  const row table[] = {
      {" a   AND\nb ", "a AND b"},
      {"((a))", "a"},
      {"(a AND b) OR (c NEAR/05 d)", "a AND b OR c NEAR/5 d"},
      {"(a OR b)AND(c)", "(a OR b) AND c"},
      {"(a AND b) AND c", "a AND b AND c"},
      {"a AND (b AND c)", "a AND (b AND c)"},
      {"a AND (b AND NOT c)", "a AND (b AND NOT c)"},
      {"a AND NOT (b OR c)", "a AND NOT (b OR c)"},
      {"(a OR b) OR c", "(a OR b) OR c"},
      {"a NEAR/3 (b NEAR/3 c)", "a NEAR/3 (b NEAR/3 c)"},
      {"(a NEAR/3 b) BEFORE/3 c", "a NEAR/3 b BEFORE/3 c"},
      {"SENTENCE ( (a OR b) )", "SENTENCE(a OR b)"},
      {"\"a  b\"OR =C OR %d OR care~1", "\"a  b\" OR =C OR %d OR care~1"},
      {"#a AND @b", "#a AND @b"},
  };
  for (const row& r : table) {
    CAPTURE(std::string(r.source));
    const parsed result = parse_rule(r.source);
    REQUIRE(result.rule.has_value());
    CHECK(to_string(*result.rule) == r.printed);
  }
}

TEST_CASE("what is printed parses back to the same tree") {
  int read = 0;
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    CAPTURE(seed);
    const node tree = random_rule(seed).any(static_cast<int>(seed % 5));
    const std::string printed = to_string(tree);
    if (printed.size() > max_rule_size) continue;
    CAPTURE(printed);
    const parsed again = parse_rule(printed);
    REQUIRE_MESSAGE(again.rule.has_value(), again.faults.front().message);
    REQUIRE(same(*again.rule, tree));
    REQUIRE(to_string(*again.rule) == printed);
    ++read;
  }
  CHECK(read > 19000);
}

TEST_CASE("precedence agrees with brackets around everything") {
  int read = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    CAPTURE(seed);
    const node tree = random_rule(seed).any(static_cast<int>(seed % 4));
    const std::string bracketed = fully_bracketed(tree);
    if (bracketed.size() > max_rule_size) continue;
    CAPTURE(bracketed);
    const parsed again = parse_rule(bracketed);
    REQUIRE(again.rule.has_value());
    REQUIRE(same(*again.rule, tree));
    ++read;
  }
  CHECK(read > 3900);
}

TEST_CASE("no pair of brackets is printed that could be left out") {
  int pairs = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const node tree = random_rule(seed).any(3);
    const std::string printed = to_string(tree);
    if (printed.size() > max_rule_size) continue;
    bool quoted = false;
    for (std::size_t i = 0; i < printed.size(); ++i) {
      if (printed[i] == '"') quoted = !quoted;
      if (quoted || printed[i] != '(') continue;
      const std::string less = without_brackets(printed, i);
      if (less.empty()) continue;
      ++pairs;
      CAPTURE(printed);
      CAPTURE(less);
      const parsed other = parse_rule(less);
      REQUIRE((!other.rule || !same(*other.rule, tree)));
    }
  }
  CHECK(pairs > 1000);
}

TEST_CASE("the first part without a place of its own is found") {
  struct row {
    const char* source;
    const char* found;
  };
  const row table[] = {
      {"a OR \"b c\" NEAR/3 (#d OR e BEFORE/2 f)", nullptr},
      {"a OR @b OR @c", "@b"},
      {"a OR b AND c", "b AND c"},
      {"a OR SENTENCE(b)", "SENTENCE(b)"},
      {"a AND NOT b", "a AND NOT b"},
  };
  for (const row& r : table) {
    CAPTURE(std::string(r.source));
    const parsed result = parse_rule(r.source);
    REQUIRE(result.rule.has_value());
    const node* found = first_without_place(*result.rule);
    REQUIRE((found != nullptr) == (r.found != nullptr));
    if (found != nullptr) CHECK(to_string(*found) == r.found);
  }
}
