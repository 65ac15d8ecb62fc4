/// @file
/// A whole codebook against one text after another.
#pragma once

#include "coding/evaluator.hpp"
#include "coding/program.hpp"

#include <heard/base/ids.hpp>
#include <heard/coding/codings.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heard::matching {

/// A theme in a text, with its part of `found::evidence`.
struct found_theme {
  theme_id theme;
  heard::stance stance = stance::none;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The codings of one text, by theme; evidence sorted, each once.
struct found {
  std::vector<found_theme> themes;
  std::vector<evidence> spans;
};

/// Belongs to one thread.
class theme_coder {
 public:
  /// @param rules  of a whole codebook; must outlive the coder
  explicit theme_coder(const program& rules);

  /// @param looked_for  by row of the codebook: the themes to look for
  /// @param[out] out    replaced
  void code(std::string_view text, const std::vector<bool>& looked_for, found& out);
  /// The same where the text's words were found before. A coder that is given one of the two is
  /// never given the other. @param from  the same each time, of the lexicon of these rules
  void code(const kept_reader& from, text_row text, const std::vector<bool>& looked_for,
            found& out);

 private:
  /// What is asked of every theme in every text, in as few bytes as may be.
  struct theme_facts {
    std::uint32_t first_rule = 0;
    bool one_rule = false;  ///< One word or one phrase: its hits are sorted as they come.
  };

  void code_text(const std::vector<bool>& looked_for, found& out);
  void code_theme(theme_id theme, bool looked_for, std::span<const std::uint32_t> woken,
                  found& out);
  /// Adds what rules hit that are not direct. A theme that has such rules and a stance has no
  /// others.
  stance take_woken(const theme_steps& theme, std::span<const std::uint32_t> woken, found& out);
  [[nodiscard]] stance stance_of(const theme_steps& theme);
  [[nodiscard]] bool any_beside_evidence(std::span<const step_id> rules);

  const program& rules_;
  evaluator run_;
  std::vector<theme_facts> facts_;   // By row of the codebook.
  std::vector<std::uint32_t> rows_;  // Of themes that may have been found.
  hit_list hits_;
  hit_list of_theme_;
  std::vector<std::uint32_t> sentences_;  // That hold evidence, sorted.
};

}  // namespace heard::matching
