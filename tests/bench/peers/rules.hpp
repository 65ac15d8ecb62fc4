/// @file
/// Rules as the comparison's files have them, a line each: a kind, a tab, words. `W` is a word, `P`
/// and `S` a word with `*` at its end or start, `PH` a phrase, whose last word may end in `*`;
/// `NEAR` is a distance and two words, `BOOL` three words of which the last must be absent.
#pragma once

#include "peer.hpp"

#include <cctype>
#include <sstream>
#include <string>
#include <vector>

namespace heard::peers {

enum class rule_kind { word, prefix, suffix, phrase, near, boolean };

struct plain_rule {
  rule_kind kind = rule_kind::word;
  unsigned distance = 0;           ///< Of `near`.
  std::vector<std::string> words;  ///< With their `*`.
};

inline std::vector<plain_rule> read_rules(const std::string& path) {
  const std::string bytes = read_file(path);
  std::vector<plain_rule> out;
  for (const std::string_view line : lines_of(bytes)) {
    std::istringstream in{std::string(line)};
    std::string kind;
    plain_rule made;
    in >> kind;
    if (kind == "W")
      made.kind = rule_kind::word;
    else if (kind == "P")
      made.kind = rule_kind::prefix;
    else if (kind == "S")
      made.kind = rule_kind::suffix;
    else if (kind == "PH")
      made.kind = rule_kind::phrase;
    else if (kind == "NEAR")
      made.kind = rule_kind::near;
    else if (kind == "BOOL")
      made.kind = rule_kind::boolean;
    else
      throw std::runtime_error(path + ": a rule of the kind \"" + kind + '"');
    if (made.kind == rule_kind::near) in >> made.distance;
    for (std::string word; in >> word;) made.words.push_back(word);
    out.push_back(std::move(made));
  }
  return out;
}

/// The words of a rule with one space between and no `*`: a bare literal.
inline std::string literal_of(const plain_rule& from) {
  std::string out;
  for (const std::string& word : from.words) {
    if (!out.empty()) out += ' ';
    for (const char c : word) {
      if (c != '*') out += c;
    }
  }
  return out;
}

/// A word, wildcard or phrase as a regular expression that starts and ends where words do. `\w`
/// where a wildcard stands is left out: the pattern matches just the same.
inline std::string regex_of(const plain_rule& from) {
  std::string out;
  for (std::size_t i = 0; i < from.words.size(); ++i) {
    const std::string& word = from.words[i];
    if (i > 0) out += "\\s+";
    if (word.front() != '*') out += "\\b";
    for (const char c : word) {
      if (c == '*') continue;
      const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c < 0;
      if (!plain) out += '\\';
      out += c;
    }
    if (word.back() != '*') out += "\\b";
  }
  return out;
}

/// In the rule language of this library.
inline std::string source_of(const plain_rule& from) {
  const auto& w = from.words;
  switch (from.kind) {
    case rule_kind::phrase: {
      std::string out = "\"";
      for (const std::string& word : w) out += (out.size() > 1 ? " " : "") + word;
      return out + '"';
    }
    case rule_kind::near:
      return w.at(0) + " NEAR/" + std::to_string(from.distance) + ' ' + w.at(1);
    case rule_kind::boolean:
      return w.at(0) + " AND " + w.at(1) + " AND NOT " + w.at(2);
    default:
      return w.at(0);
  }
}

}  // namespace heard::peers
