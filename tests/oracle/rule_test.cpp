// Single rules: the engine against the obvious matcher, evidence byte for byte.
#include "generate.hpp"
#include "obvious.hpp"

#include <heard/coding/match.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>

using namespace heard;

namespace {

constexpr std::uint64_t first_seed = 20'260'302;
constexpr int texts_for_each_rule = 8;

/// As many as make HEARD_ORACLE_PAIRS pairs of rule and text, or what a test between two edits may
/// take.
int rules_tried() {
  const char* asked = std::getenv("HEARD_ORACLE_PAIRS");
  return asked != nullptr ? std::atoi(asked) / texts_for_each_rule : HEARD_ORACLE_RULES;
}

}  // namespace

TEST_CASE("every rule hits the same bytes as its obvious twin") {
  const codebook no_book;
  std::uint64_t pairs = 0;
  std::uint64_t matched = 0;
  int wrong = 0;
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(rules_tried()) && wrong < 5; ++i) {
    oracle::generator make(first_seed + i);
    const std::string source = make.rule(static_cast<int>(i % 5));
    const query::parsed parsed = query::parse_rule(source);
    REQUIRE_MESSAGE(parsed.rule.has_value(), source);
    matcher engine(*parsed.rule, "en");
    for (int t = 0; t < texts_for_each_rule; ++t) {
      const std::string text = make.text();
      const oracle::taken_apart apart(text);
      const auto expected = apart.bytes(oracle::hits(*parsed.rule, no_book, apart));
      const auto found = engine.find(text);
      ++pairs;
      matched += expected.empty() ? 0U : 1U;
      if (found == expected) continue;
      ++wrong;
      FAIL_CHECK("seed " << first_seed + i << ", rule " << source << ", text \"" << text
                         << "\": " << found.size() << " hits, expected " << expected.size());
    }
  }
  CHECK(pairs >= static_cast<std::uint64_t>(rules_tried()) * texts_for_each_rule);
  // Pairs that never match would prove little.
  CHECK(matched * 5 > pairs);
  CHECK(matched * 10 < pairs * 9);
}

TEST_CASE("explanations agree with the hits") {
  const codebook no_book;
  std::uint64_t matched = 0;
  std::uint64_t steps_without = 0;
  for (std::uint64_t i = 0; i < HEARD_ORACLE_RULES / 10; ++i) {
    oracle::generator make(first_seed - 1 - i);
    const std::string source = make.rule(3);
    CAPTURE(source);
    const query::parsed parsed = query::parse_rule(source);
    REQUIRE(parsed.rule.has_value());
    matcher engine(*parsed.rule, "en");
    const std::string text = make.text();
    CAPTURE(text);
    const match_result result = engine.explain(text);
    const oracle::taken_apart apart(text);
    CHECK(result.evidence == apart.bytes(oracle::hits(*parsed.rule, no_book, apart)));
    CHECK(result.matched == !result.evidence.empty());
    for (const match_step& step : result.steps) {
      CHECK(step.matched == !step.hits.empty());
      CHECK(step.matched == step.why.empty());
      steps_without += step.matched ? 0U : 1U;
    }
    matched += result.matched ? 1U : 0U;
  }
  CHECK(matched > 0);
  CHECK(steps_without > 0);
}
