/// @file
/// The hits of direct rules in one text, by theme.
#pragma once

#include "coding/hits.hpp"
#include "coding/row_set.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::matching {

/// A match rule and its theme.
struct rule_of_theme {
  std::uint32_t theme = 0;  ///< Row of the codebook.
  std::uint32_t rule = 0;   ///< Number of the match rule.
};

/// Takes hits as they are found and gives them out theme by theme: those of a theme are chained, so
/// that nothing is sorted or moved.
class direct_hits {
 public:
  /// @param themes  rows of the codebook
  explicit direct_hits(std::size_t themes) : chains_(themes), found_(themes) {}

  // Without a branch that depends on the text: about every second hit is the first of its theme.
  void add(rule_of_theme of, hit where) {
    const auto number = static_cast<std::uint32_t>(links_.size());
    links_.push_back({of.rule, where, none});
    chain& c = chains_[of.theme];
    links_[c.last].next = number;
    c.first = c.first == none ? number : c.first;
    c.last = number;
    found_.add(of.theme);
  }

  /// Themes with hits. Others may be added.
  [[nodiscard]] row_set& themes() { return found_; }

  /// Passes the hits of a theme to `use` as rule and hit, in the order in which they were added,
  /// and forgets them.
  template <class function>
  void take(std::uint32_t theme, function use) {
    for (std::uint32_t i = chains_[theme].first; i != none; i = links_[i].next) {
      use(links_[i].rule, links_[i].where);
    }
    chains_[theme] = {};
  }
  /// @pre take() was called for every theme
  void clear() { links_.resize(1); }

 private:
  static constexpr std::uint32_t none = 0;
  struct chain {
    std::uint32_t first = none;
    std::uint32_t last = none;
  };
  struct link {
    std::uint32_t rule = 0;
    hit where;
    std::uint32_t next = none;
  };

  std::vector<link> links_ =
      std::vector<link>(1);    // The first is none: chains that begin hang on it.
  std::vector<chain> chains_;  // By theme.
  row_set found_;
};

}  // namespace heard::matching
