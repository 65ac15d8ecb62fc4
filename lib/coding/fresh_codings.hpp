/// @file
/// Some themes of a codebook, looked for in kept words.
#pragma once

#include "coding/direct_search.hpp"
#include "coding/looked_for.hpp"
#include "coding/program.hpp"
#include "coding/unit.hpp"
#include "coding/word_store.hpp"

#include <heard/base/parallel.hpp>
#include <heard/codebook/codebook.hpp>

#include <cstdint>
#include <vector>

namespace heard::matching {

/// What rules find of some themes, as a whole run would.
class fresh_codings {
 public:
  /// @param themes  by row of the codebook: which to look for; a theme that has no rules is in none
  fresh_codings(const word_store& words, const codebook& book, const std::vector<bool>& themes,
                const run_options& options);

  /// Rows by answer, then theme; events by event, then theme.
  [[nodiscard]] const unit_result& result() const { return found_; }
  /// Whether it is one of the themes and looked for at a question.
  [[nodiscard]] bool looks_for(theme_id theme, question_id question) const {
    const std::vector<bool>& themes = looked_for_[question.value];
    return !themes.empty() && themes[theme.value];
  }
  /// Answers that rules are tried on, by question.
  [[nodiscard]] std::vector<std::uint64_t> answers_by_question() const;
  /// How a match rule of one of the themes did; all but `looked_at`.
  [[nodiscard]] rule_use use(theme_id theme, std::uint16_t rule) const;

 private:
  /// @return the themes to look for in a text; null where rules are not tried on it
  [[nodiscard]] const std::vector<bool>* themes_in(text_row text) const;
  void code_direct(theme_id theme, const program& rules, const direct_search& search,
                   unit_writer& out) const;
  void write(text_row text, const found& found, unit_writer& out) const;
  void code(const std::vector<text_row>& texts, const program& rules, const kept_reader& kept,
            const run_options& options);
  void code_text(text_row text, theme_coder& coder, const kept_reader& kept, found& scratch,
                 unit_writer& out) const;
  void add(const unit_result& unit);
  void sort();

  const word_store& words_;
  const codebook& book_;
  themes_by_question looked_for_;
  std::vector<bool> at_events_;
  std::vector<bool> has_rules_;            // By language.
  std::vector<std::uint32_t> first_rule_;  // By theme, in `found_`.
  unit_result found_;
};

}  // namespace heard::matching
