/// @file
/// The rule language once more, slow and obvious: each definition of docs/rule-language.md as a
/// loop over all places. It shares no code with the engine but the tokeniser, folding and stems.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/model/kinds.hpp>
#include <heard/query/rule.hpp>
#include <heard/text/span.hpp>
#include <heard/text/tokens.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::oracle {

/// First and last token of a hit, both included.
using place = std::pair<int, int>;
using places = std::set<place>;

/// A text taken apart.
struct taken_apart {
  struct word {
    text::token_kind kind;
    int sentence;
    text::span bytes;
    std::string spelling;
    std::string folded;
    std::string base;  ///< Without a final 's.
    std::string stem;  ///< Of `base`.
    std::string whole_stem;
  };
  std::vector<word> words;

  explicit taken_apart(std::string_view text);
  [[nodiscard]] std::vector<text::span> bytes(const places& hits) const;
};

/// What a rule of the codebook hits in a text; `unless` of no theme is applied.
[[nodiscard]] places hits(const query::node& rule, const codebook& book, const taken_apart& text);

/// What one match rule of a theme hits, `unless` applied.
[[nodiscard]] places match_hits(const theme& of, const query::node& match, const codebook& book,
                                const taken_apart& text);

/// The side that a text takes, given all evidence of the theme in it.
[[nodiscard]] stance side_taken(const theme& of, const places& evidence, const codebook& book,
                                const taken_apart& text);

}  // namespace heard::oracle
