// Nothing that can be typed or sent crashes the parser, and what comes back is always usable.
#include "unit/query/random_rule.hpp"
#include "unit/query/tree.hpp"

#include <heard/base/utf8.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;
using namespace heard::query;

namespace {

// Far more likely to meet in a rule than other bytes.
constexpr std::string_view telling = "()\"\"**??~~%==@#/:-' \n\tANDORTEab125\xC3\xA9\xE2\x80\x9C";

std::string random_source(random_bits& random) {
  std::string out;
  for (std::size_t size = random.below(40); size > 0; --size) {
    out += random.below(8) == 0 ? static_cast<char>(random.below(256))
                                : telling[random.below(telling.size())];
  }
  return out;
}

std::string mutated(std::string rule, random_bits& random) {
  for (std::size_t edits = 1 + random.below(3); edits > 0; --edits) {
    const std::size_t at = random.below(rule.size() + 1);
    switch (random.below(4)) {
      case 0:
        rule.erase(at, 1 + random.below(4));
        break;
      case 1:
        rule.insert(at, 1, telling[random.below(telling.size())]);
        break;
      case 2:
        rule.insert(at, rule.substr(random.below(rule.size() + 1), 1 + random.below(12)));
        break;
      default:
        if (at < rule.size()) rule[at] = static_cast<char>(random.below(256));
    }
  }
  return rule;
}

// Returns whether it is a rule.
bool check(const std::string& source, parsed (*parse)(std::string_view)) {
  const parsed result = parse(source);
  REQUIRE(result.rule.has_value() == result.faults.empty());
  if (result.rule) {
    REQUIRE(result.rule->where.first < result.rule->where.last);
    REQUIRE(result.rule->where.last <= source.size());
    const parsed again = parse(to_string(*result.rule));
    REQUIRE(again.rule.has_value());
    REQUIRE(same(*again.rule, *result.rule));
    return true;
  }
  for (const fault& f : result.faults) {
    REQUIRE(f.where.first <= f.where.last);
    REQUIRE(f.where.last <= source.size());
    REQUIRE_FALSE(f.message.empty());
    REQUIRE(f.message.find('\n') == std::string::npos);
    REQUIRE(f.message.back() != '.');
    REQUIRE(utf8::valid(f.message));
  }
  return false;
}

}  // namespace

TEST_CASE("random bytes give a tree or faults with places") {
  random_bits random(1);
  int words = 0;
  for (int i = 0; i < 100000; ++i) {
    const std::string source = random_source(random);
    CAPTURE(source);
    check(source, parse_rule);
    if (i % 4 == 0) words += check(source, parse_list_word) ? 1 : 0;
  }
  CHECK(words > 100);
}

TEST_CASE("rules with a few bytes changed give a tree or faults with places") {
  random_bits random(2);
  int trees = 0;
  for (int i = 0; i < 40000; ++i) {
    const std::string rule = to_string(random_rule(random.next()).any(2));
    const std::string source = mutated(rule, random);
    CAPTURE(source);
    trees += check(source, parse_rule) ? 1 : 0;
  }
  CHECK(trees > 1000);  // else the changes test the first lines of the parser only
}
