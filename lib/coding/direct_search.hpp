/// @file
/// Where rules that are words and phrases hit, from where their words stand.
#pragma once

#include "coding/kept_reader.hpp"
#include "coding/program.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace heard::matching {

/// A hit of a match rule, its tokens counted over all texts.
struct kept_hit {
  token_row first = 0;
  token_row last = 0;
  std::uint32_t rule = 0;  ///< Number of the match rule.
  auto operator<=>(const kept_hit&) const = default;
};

/// Goes from words to their places, and so costs its hits and not the texts that hold them.
class direct_search {
 public:
  /// @param words  of the program's lexicon; both must outlive the search
  direct_search(const program& rules, const kept_reader& words);

  /// Whether all rules of a theme are direct (see program).
  [[nodiscard]] bool can_find(theme_id theme) const;
  /// All hits of the rules of a theme, sorted, each once. @pre can_find()
  [[nodiscard]] std::vector<kept_hit> hits(theme_id theme) const;

 private:
  void add_words(atom a, std::uint32_t rule, std::vector<kept_hit>& out) const;
  void add_phrase(step_id phrase, std::uint32_t rule, std::vector<kept_hit>& out) const;
  [[nodiscard]] bool stands_at(std::span<const atom> phrase, token_row first) const;
  [[nodiscard]] std::size_t places_of(atom a) const;

  const program& rules_;
  const kept_reader& words_;
  links types_;  // From atoms to types.
};

}  // namespace heard::matching
