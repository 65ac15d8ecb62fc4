/// @file
/// Codebooks for tests, written as in codebook.toml but for the TOML.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace heard::testing {

inline rule made_rule(const std::string& source) {
  query::parsed parsed = query::parse_rule(source);
  REQUIRE_MESSAGE(parsed.rule.has_value(), source);
  return {source, *parsed.rule, {}};
}

inline std::vector<rule> made_rules(const std::vector<std::string>& sources) {
  std::vector<rule> made;
  for (const std::string& source : sources) made.push_back(made_rule(source));
  return made;
}

inline word_list made_list(std::string id, const std::vector<std::string>& words) {
  return {std::move(id), made_rules(words)};
}

/// For checks that show what differs.
inline std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part + '\n';
  return out;
}

struct theme_text {
  std::string id;
  std::vector<std::string> match;
  std::vector<std::string> unless = {};
  std::string parent = {};
  std::vector<std::string> questions = {};
  std::vector<std::string> in_favour = {};
  std::vector<std::string> against = {};
};

/// Parents stand before their children.
inline std::shared_ptr<codebook> made_book(const std::vector<theme_text>& themes,
                                           std::vector<word_list> lists = {}) {
  auto book = std::make_shared<codebook>();
  book->lists = std::move(lists);
  for (const theme_text& t : themes) {
    theme made;
    made.id = made.name = t.id;
    made.match = made_rules(t.match);
    made.unless = made_rules(t.unless);
    made.questions = t.questions;
    made.in_favour = made_rules(t.in_favour);
    made.against = made_rules(t.against);
    if (!t.in_favour.empty() || !t.against.empty()) made.stance_of = "It should be so";
    book->themes.push_back(std::move(made));
    if (t.parent.empty()) continue;
    const auto parent = book->find(t.parent);
    REQUIRE(parent);
    const theme_id child(book->themes.size() - 1);
    book->themes.back().parent = *parent;
    book->themes[parent->value].children.push_back(child);
  }
  return book;
}

}  // namespace heard::testing
