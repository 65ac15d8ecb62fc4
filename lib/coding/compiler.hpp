/// @file
/// From syntax trees to a program.
#pragma once

#include "coding/program.hpp"

#include <heard/base/error.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/query/rule.hpp>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace heard::matching {

/// One part of a rule and the step it became, for explanations.
struct traced_part {
  const query::node* part = nullptr;
  step_id step = no_step;
  unsigned depth = 0;
  bool by_sentence = false;  ///< It stands inside SENTENCE.
};

/// Builds one program. Memory grows with the size of the rules: words, phrases, lists and themes
/// that occur in several rules become one step.
class compiler {
 public:
  /// @param book  must outlive the compiler; may be null, then lists and themes are faults
  compiler(std::string language, const codebook* book);

  /// Adds one rule. @param trace  if given, every part of the rule in the order written
  /// @throw error(status::bad_codebook) at `where`
  step_id add(const query::node& rule, const location& where,
              std::vector<traced_part>* trace = nullptr);
  /// Adds all themes of the codebook.
  void add_themes();
  /// Adds one, and those that its rules refer to.
  void add_theme(theme_id theme);

  /// @throw error(status::bad_codebook) when themes refer to one another in a circle
  [[nodiscard]] program finish();

 private:
  using edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  step_id compile(const query::node& n, unsigned depth, bool by_sentence);
  step_id words_in_a_row(const query::node& n);
  step_id list(const query::node& n);
  step_id either(std::vector<step_id> alternatives);
  step_id theme(const query::node& n);
  step_id reference(std::uint32_t row);
  step_id new_step(operation kind, const std::vector<std::uint32_t>& operands,
                   std::uint8_t distance = 0);
  [[nodiscard]] bool is_plain(operation kind, const std::vector<std::uint32_t>& operands) const;
  void compile_theme(std::uint32_t row);
  void compile_pending();
  void order_references();

  // direct.cpp: the rules that need no evaluator.
  void choose_direct();
  [[nodiscard]] bool is_direct(step_id rule) const;
  [[nodiscard]] std::vector<bool> used_steps() const;

  // linker.cpp: what wakes what.
  void link();
  void link_step(step_id id, edges& by_atom, edges& by_step) const;
  [[nodiscard]] std::vector<bool> roused_steps(const edges& by_step) const;
  void guard_rules();
  void words_needed(step_id id, std::vector<atom>& out) const;
  [[nodiscard]] atom rarest(std::span<const atom> atoms) const;

  const codebook* book_;
  program made_;
  std::vector<traced_part>* trace_ = nullptr;
  std::map<std::vector<std::uint32_t>, step_id> rows_of_words_;
  std::map<std::string, step_id, std::less<>> lists_;
  std::vector<std::uint32_t> atom_length_;  // Code points of the pattern: long words are rarer.
  bool added_ = false;                      // By add(): every part of a rule may be asked for.
  std::vector<bool> used_;                  // By step: some rule that is not direct needs it.
  std::vector<bool> compiled_;              // By theme.
  std::vector<std::uint32_t> pending_;      // Themes referred to and not compiled.
  edges needs_;                             // Referred theme -> theme that needs it.
  std::uint32_t current_theme_ = 0xFFFFFFFF;
};

}  // namespace heard::matching
