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
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// The direct hits of a theme, each with the next, in the order in which they were found.
  struct chain {
    std::uint32_t first = none;
    std::uint32_t last = none;
  };

  void code_text(const std::vector<bool>& looked_for, found& out);
  void chain_direct_hits();
  void code_theme(theme_id theme, std::span<const std::uint32_t> woken, found& out);
  void take_direct(theme_id theme, found& out);
  void take_woken(const theme_steps& theme, std::span<const std::uint32_t> woken, found& out);
  [[nodiscard]] stance stance_of(const theme_steps& theme);
  [[nodiscard]] bool any_beside_evidence(std::span<const step_id> rules);

  const program& rules_;
  evaluator run_;
  row_set found_;                    // Themes that may have been found.
  std::vector<std::uint32_t> rows_;  // The same, in order.
  std::vector<chain> chains_;        // By theme.
  std::vector<std::uint32_t> next_;  // By direct hit.
  hit_list hits_;
  hit_list of_theme_;
  std::vector<std::uint32_t> sentences_;  // That hold evidence, sorted.
};

}  // namespace heard::matching
