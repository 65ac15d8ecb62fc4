/// @file
/// The examples of docs/rule-language.md, whose first lines say how they are written.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::test {

struct rule_example {
  struct found {
    std::string text;
    std::vector<std::string> hits;  ///< In order; empty for "none".
  };
  std::string rule;
  std::vector<std::pair<std::string, std::vector<std::string>>> lists;  ///< Id, entries.
  std::vector<std::string> unless;
  std::vector<found> texts;
  std::string fault;  ///< Empty where the rule is good.
  int line = 0;       ///< Of the page, from 1.
};

inline std::vector<std::string> split_at(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(between);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + between.size());
  }
}

inline void add_line(rule_example& to, std::string_view key, std::string value) {
  if (key == "rule") {
    to.rule = std::move(value);
  } else if (key == "list") {
    const std::vector<std::string> parts = split_at(value, " = ");
    to.lists.emplace_back(parts.at(0), split_at(parts.at(1), ", "));
  } else if (key == "unless") {
    to.unless.push_back(std::move(value));
  } else if (key == "text") {
    to.texts.push_back({std::move(value), {}});
  } else if (key == "hits") {
    if (value != "none") to.texts.at(to.texts.size() - 1).hits = split_at(value, " / ");
  } else if (key == "fault") {
    to.fault = std::move(value);
  } else {
    throw std::runtime_error("an example has no key " + std::string(key));
  }
}

/// @param page  path of the page
/// @throw std::exception for a page that is missing or a line that is not "key: value"
inline std::vector<rule_example> read_rule_examples(const std::string& page) {
  std::ifstream in(page, std::ios::binary);
  if (!in) throw std::runtime_error("no page " + page);
  std::vector<rule_example> examples;
  bool inside = false;
  bool fresh = true;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = line == "```heard-example";
      fresh = true;
    } else if (inside && line.empty()) {
      fresh = true;
    } else if (inside) {
      if (fresh) examples.emplace_back().line = number;
      fresh = false;
      const std::size_t at = line.find(": ");
      if (at == std::string::npos) throw std::runtime_error("an example's line lacks its key");
      add_line(examples.back(), line.substr(0, at), line.substr(at + 2));
    }
  }
  return examples;
}

}  // namespace heard::test
