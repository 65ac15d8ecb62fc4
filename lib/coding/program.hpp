/// @file
/// Rules made ready to run: a graph of steps that share their words.
#pragma once

#include "coding/lexicon.hpp"

#include <heard/base/ids.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace heard::matching {

/// A step of a program, counted from 0.
using step_id = std::uint32_t;
inline constexpr step_id no_step = 0xFFFFFFFF;

enum class operation : std::uint8_t {
  word,      ///< One operand: an atom.
  phrase,    ///< Operands: atoms in a row, any_word among them.
  near,      ///< Two operands, steps, as for all below but theme.
  before,    ///< Two.
  either,    ///< Any number.
  both,      ///< Two.
  both_not,  ///< Two.
  sentence,  ///< One.
  theme      ///< One operand: the theme's row.
};

/// In a phrase: any token that is a word.
inline constexpr atom any_word = 0xFFFFFFFF;

struct step {
  operation kind = operation::word;
  std::uint8_t distance = 0;
  /// Made of words and phrases by operators that need both sides or only their left one: it hits
  /// only where certain words are, and is never roused (see program).
  bool plain = false;
  std::uint32_t first = 0;  ///< Its part of program::operands.
  std::uint32_t count = 0;
};

/// From each of many things to some others: one vector for all.
class links {
 public:
  links() = default;
  /// @param pairs  from and to, in any order; each pair counts once
  links(std::size_t size, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs);
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t from) const {
    return std::span<const std::uint32_t>(to_).subspan(first_[from],
                                                       first_[from + 1] - first_[from]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> to_;
};

/// A match rule that hits only where all of some words are, filed under one of them.
struct guard {
  std::uint32_t rule = 0;   ///< Number of the match rule.
  std::uint32_t first = 0;  ///< The other words: its part of program::guard_atoms.
  std::uint32_t count = 0;
};

/// A phrase that is a whole match rule, or one of the alternatives of one.
struct direct_phrase {
  step_id step = no_step;
  std::uint32_t rule = 0;  ///< Number of the match rule.
};

/// The rules of one theme: the step that stands for each.
struct theme_steps {
  std::vector<step_id> match;
  std::vector<step_id> unless;
  std::vector<step_id> in_favour;
  std::vector<step_id> against;
  std::vector<std::uint32_t> children;  ///< Rows of themes, where it is referred to.
  step_id reference = no_step;          ///< The step `@theme`, if any rule holds it.
  std::uint32_t first_rule = 0;         ///< Number of its first match rule among all.
  bool has_stance = false;
  /// By match rule: whether it is direct (see program).
  std::vector<bool> direct;
};

/// Immutable, and shared by all threads.
struct program {
  explicit program(std::string language) : words(std::move(language)) {}

  lexicon words;
  std::vector<step> steps;
  std::vector<std::uint32_t> operands;
  std::vector<theme_steps> themes;  ///< By row of the codebook; empty rules if not needed.
  std::vector<std::uint32_t>
      references;  ///< Themes that rules refer to, each behind those it needs.

  // Match rules that are words and phrases, of themes where nothing else has a say, are direct: a
  // word in the text is a hit. Most rules of most codebooks are, and all that is below is not for
  // them.
  links direct_words;  ///< From atoms to numbers of match rules.
  std::vector<direct_phrase> direct_phrases;
  links phrases_by_first;        ///< From atoms to rows of direct_phrases.
  std::vector<bool> has_places;  ///< By atom: whether other steps ask where it stands.

  // Which rules may hit in a text, so that cost follows its words and not the number of rules. A
  // plain rule may where the words of its guard are. For others steps are roused, from those of
  // words up: by a word they must have, and NEAR, BEFORE and AND only when both sides are awake.
  std::vector<guard> guards;               ///< By the atom they are filed under, ...
  std::vector<std::uint32_t> first_guard;  ///< ... from here; by atom, and one past the last.
  std::vector<atom> guard_atoms;
  links woken_by_atom;                  ///< From atoms to words and phrases.
  links woken_by_step;                  ///< From steps to steps.
  links match_rules;                    ///< From steps to numbers of match rules.
  std::vector<theme_id> theme_of_rule;  ///< By number of match rule.

  [[nodiscard]] std::span<const guard> guards_of(atom a) const {
    return std::span<const guard>(guards).subspan(first_guard[a],
                                                  first_guard[a + 1] - first_guard[a]);
  }
  [[nodiscard]] std::span<const std::uint32_t> operands_of(step_id id) const {
    return std::span<const std::uint32_t>(operands).subspan(steps[id].first, steps[id].count);
  }
};

}  // namespace heard::matching
