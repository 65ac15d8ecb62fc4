/// @file
/// From the words of a rule to what is compared with tokens. A rule's words go through the same
/// tokeniser as the answers, so `decision-making` becomes two patterns in a row.
#pragma once

#include <heard/query/rule.hpp>
#include <heard/text/tokens.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heard::matching {

/// How a pattern is compared with a token.
enum class comparison : std::uint8_t {
  folded,   ///< Folded forms, wildcards allowed.
  exact,    ///< Bytes as written, wildcards allowed.
  stem,     ///< Stems of folded forms.
  distance  ///< Optimal string alignment distance of folded forms.
};

/// One token as a rule asks for it.
struct word_pattern {
  text::token_kind kind = text::token_kind::word;
  comparison how = comparison::folded;
  std::uint8_t distance = 0;  ///< Most edits, for comparison::distance.
  bool any_word = false;      ///< The lone `*` of a phrase: nothing below is looked at.
  /// Compared with the whole token; otherwise with the token without a final possessive 's.
  bool whole = false;
  std::u32string text;  ///< Wildcards are any_run and any_one, see glob.hpp.

  bool operator==(const word_pattern&) const = default;
};

/// The patterns of a word or a phrase, one a token.
/// @throw error(status::bad_codebook) when there is nothing in it that a token could match
[[nodiscard]] std::vector<word_pattern> patterns_of(const query::node& item);

}  // namespace heard::matching
