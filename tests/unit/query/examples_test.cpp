// The page that explains the language, against the parser.
#include "rule_examples.hpp"

#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

using namespace heard;
using namespace heard::query;

namespace {

const std::string page = HEARD_SOURCE_DIR "/docs/rule-language.md";

}  // namespace

TEST_CASE("every rule on the page parses, or has the fault that the page says") {
  const std::vector<test::rule_example> examples = test::read_rule_examples(page);
  CHECK(examples.size() > 100);
  for (const test::rule_example& e : examples) {
    CAPTURE(e.line);
    const parsed result = parse_rule(e.rule);
    if (!e.fault.empty()) {
      CHECK(e.texts.empty());
      REQUIRE(result.faults.size() == 1);
      CHECK(result.faults[0].message == e.fault);
      continue;
    }
    REQUIRE_MESSAGE(result.rule.has_value(), result.faults.front().message);
    CHECK_FALSE(e.texts.empty());
    for (const auto& [id, entries] : e.lists) {
      for (const std::string& entry : entries) CHECK(parse_list_word(entry).rule.has_value());
    }
    for (const std::string& unless : e.unless) {
      const parsed positional = parse_rule(unless);
      REQUIRE(positional.rule.has_value());
      CHECK(first_without_place(*positional.rule) == nullptr);
    }
  }
}

TEST_CASE("the hits on the page stand in its texts, in order") {
  int found = 0;
  for (const test::rule_example& e : test::read_rule_examples(page)) {
    CAPTURE(e.line);
    for (const auto& [text, hits] : e.texts) {
      CAPTURE(text);
      std::size_t from = 0;
      for (const std::string& hit : hits) {
        CAPTURE(hit);
        const std::size_t at = text.find(hit, from);
        REQUIRE(at != std::string::npos);
        from = at + 1;
        ++found;
      }
    }
  }
  CHECK(found > 80);
}

TEST_CASE("the rules of the sample codebook parse") {
  std::ifstream in(page, std::ios::binary);
  REQUIRE(in);
  int rules = 0;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) inside = line == "```toml";
    if (!inside || line.starts_with("words")) continue;
    // TOML's literal strings: what stands between single quotes, byte for byte.
    for (std::size_t at = line.find('\''); at != std::string::npos; at = line.find('\'', at)) {
      const std::size_t end = line.find('\'', at + 1);
      REQUIRE(end != std::string::npos);
      const std::string rule = line.substr(at + 1, end - at - 1);
      CAPTURE(rule);
      CHECK(parse_rule(rule).rule.has_value());
      ++rules;
      at = end + 1;
    }
  }
  CHECK(rules == 7);
}
