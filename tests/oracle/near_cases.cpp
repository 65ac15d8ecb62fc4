// Prints cases for fts5_check.py, one a line: rule, FTS5 query, text, 1 where the engine matches.
#include "generate.hpp"

#include <heard/coding/match.hpp>
#include <heard/query/parse.hpp>

#include <cstdio>
#include <string>
#include <vector>

using heard::oracle::dice;

namespace {

// Distinct words on the two sides, so that a token can satisfy only one: where one token may do for
// both, FTS5 and the rule language differ.
const std::vector<std::string> left_words = {"open", "late", "child", "\"open late\"", "chi*"};
const std::vector<std::string> right_words = {"care", "bus", "\"care bus\"", "\"bus stop\"",
                                              "sto*"};
const std::vector<std::string> text_words = {"open", "late", "child", "chimney", "care",
                                             "bus",  "stop", "the",   "no"};

struct query {
  std::string rule;
  std::string fts;
};

query near(dice& d) {
  const std::string& a = left_words[d.below(left_words.size())];
  const std::string& b = right_words[d.below(right_words.size())];
  const std::string n = std::to_string(1 + d.below(8));
  return {'(' + a + " NEAR/" + n + ' ' + b + ')', "NEAR(" + a + ' ' + b + ", " + n + ')'};
}

query any(dice& d, int depth) {
  if (depth == 0 || d.one_in(3)) return near(d);
  const query left = any(d, depth - 1);
  const query right = any(d, depth - 1);
  const std::size_t op = d.below(3);
  const char* const rule_ops[] = {" AND ", " OR ", " AND NOT "};
  const char* const fts_ops[] = {" AND ", " OR ", " NOT "};
  return {'(' + left.rule + rule_ops[op] + right.rule + ')',
          '(' + left.fts + fts_ops[op] + right.fts + ')'};
}

}  // namespace

int main() {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    dice d(seed);
    const query q = any(d, static_cast<int>(seed % 3));
    const auto parsed = heard::query::parse_rule(q.rule);
    if (!parsed.rule) return 1;
    heard::matcher engine(*parsed.rule, "en");
    for (int i = 0; i < 40; ++i) {
      std::string text;
      for (std::size_t w = d.below(16); w > 0; --w) {
        text += text_words[d.below(text_words.size())] + ' ';
      }
      std::printf("%s\t%s\t%s\t%d\n", q.rule.c_str(), q.fts.c_str(), text.c_str(),
                  engine.find(text).empty() ? 0 : 1);
    }
  }
  return 0;
}
