/// @file
/// The patterns for one kind of token, arranged so that a word meets only those it may satisfy.
#pragma once

#include "coding/literal_finder.hpp"
#include "coding/misspellings.hpp"
#include "coding/pattern.hpp"

#include <heard/text/stem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace heard::matching {

/// A predicate on word types, counted from 0 over a lexicon.
using atom = std::uint32_t;

/// What one thread needs to match words.
struct index_scratch {
  std::optional<text::stemmer> stemmer;
  std::u32string word;
  std::u32string base;
  misspellings::scratch misspelt;
  std::vector<std::uint32_t> seen;  ///< Stamps by atom or literal.
  std::uint32_t stamp = 0;

  /// True the first time for `number` since the last call of begin().
  bool first_time(std::uint32_t number) { return std::exchange(seen[number], stamp) != stamp; }
  void begin(std::size_t numbers);
};

/// Wildcards by the longest literal in each: of all patterns only those are tried whose literal
/// occurs in the word.
class glob_index {
 public:
  void add(const word_pattern& pattern, atom value);
  void finish();
  /// @param word  the token as the patterns see it (folded or exact), `base` without possessive 's
  void match(std::string_view word, std::string_view base, index_scratch& scratch,
             std::vector<atom>& out) const;

 private:
  struct entry {
    std::u32string pattern;
    bool whole = false;
    atom value = 0;
  };
  literal_finder literals_;
  std::vector<std::vector<entry>> by_literal_;
};

/// See the file comment.
class word_index {
 public:
  /// @param stem  the stem of the pattern's text, for comparison::stem
  void add(const word_pattern& pattern, std::string_view stem, atom value);
  void finish();

  /// Appends the atoms of a word, each once.
  void match(std::string_view spelling, std::string_view folded, std::string_view base,
             index_scratch& scratch, std::vector<atom>& out) const;

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const noexcept {
      return std::hash<std::string_view>()(key);
    }
  };
  using table = std::unordered_map<std::string, atom, hash, std::equal_to<>>;

  static void look_up(const table& in, std::string_view key, std::vector<atom>& out);

  table folded_;  // With an apostrophe: of whole tokens. Without: of bases, which whole tokens
                  // with a possessive cannot equal.
  table exact_;
  table stems_of_base_;
  table stems_of_whole_;
  glob_index folded_globs_;
  glob_index exact_globs_;
  misspellings misspelt_;
};

}  // namespace heard::matching
