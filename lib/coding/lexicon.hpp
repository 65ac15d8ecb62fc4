/// @file
/// All words that a set of rules asks for, and which of them a word type satisfies.
#pragma once

#include "coding/pattern.hpp"
#include "coding/word_index.hpp"

#include <heard/text/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace heard::matching {

/// Rules are compiled against types: what a type satisfies is found once, when it is first seen, so
/// that the cost of an answer follows its hits and not the number of rules.
class lexicon {
 public:
  /// @param language  of the stems, BCP 47
  explicit lexicon(std::string language) : language_(std::move(language)) {}

  /// The atom of a pattern; equal patterns share one. @pre not finished, not any_word
  /// @throw error(status::bad_codebook) for a stem in a language without a stemmer
  atom add(const word_pattern& pattern);
  /// The atom that a type satisfies when it satisfies one of `members`.
  atom add_union(std::vector<atom> members);
  void finish();

  /// All patterns that were added, in no order that may show.
  [[nodiscard]] const std::vector<word_pattern>& patterns() const { return patterns_; }

  /// Atoms are counted from 0 to here.
  [[nodiscard]] std::size_t size() const { return also_.size(); }
  /// What a thread needs for match().
  [[nodiscard]] index_scratch make_scratch() const;

  /// The atoms that a type satisfies, sorted. Time grows with the length of its spelling and the
  /// number of near hits.
  /// @param[out] out  replaced
  void match(const text::vocabulary& words, text::type_id type, index_scratch& scratch,
             std::vector<atom>& out) const;

 private:
  std::string language_;
  bool has_stems_ = false;
  std::array<word_index, 5> by_kind_;  // One for each token_kind.
  std::vector<word_pattern> patterns_;
  std::vector<std::vector<atom>> also_;  // For each atom the unions it is a member of.

  // Until finish().
  using key = std::tuple<text::token_kind, comparison, std::uint8_t, bool, std::u32string>;
  std::map<key, atom> known_;
  std::map<std::vector<atom>, atom> unions_;
  std::optional<text::stemmer> stemmer_;
};

}  // namespace heard::matching
