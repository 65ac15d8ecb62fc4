/// @file
/// All `word~1` and `word~2` of a set of rules as one automaton.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::matching {

/// Patterns that begin alike share their beginnings, and a word is compared with all of them in one
/// walk: a state is a place in the tree of patterns and the distances from there to the beginnings
/// of the word, of which only those near the diagonal can matter. What within_distance() says of
/// each pattern alone.
class misspellings {
 public:
  /// @param most  edits, 1 or 2. @param number  given to find()'s `use`, with `whole`
  void add(std::u32string_view pattern, unsigned most, bool whole, std::uint32_t number);
  /// Arranges what was added. Nothing may be added afterwards.
  void finish();

  [[nodiscard]] bool empty() const { return ends_.empty(); }

  static constexpr std::size_t band = 2;
  using row = std::array<std::uint8_t, 2 * band + 1>;
  /// Buffers of one thread.
  struct scratch {
    struct visit {
      std::uint32_t node;
      std::uint32_t depth;
    };
    std::vector<row> rows;   ///< By depth.
    std::u32string letters;  ///< The word between what is no letter, `band` of it on either side.
    std::vector<visit> to_visit;
  };

  /// Passes each pattern that lies near enough to a word to `use` as number and whether it is
  /// whole, in no order that may show.
  template <class function>
  void find(std::u32string_view word, scratch& with, function use) const {
    if (word.empty() || empty()) return;
    begin(word, with);
    while (!with.to_visit.empty()) {
      const scratch::visit at = with.to_visit.back();
      with.to_visit.pop_back();
      if (!step(word.size(), at, with)) continue;
      const node& n = nodes_[at.node];
      const std::size_t k = word.size() + band - at.depth;  // of the whole word
      if (k > 2 * band) continue;
      for (std::uint32_t i = n.first_end; i < n.last_end; ++i) {
        if (with.rows[at.depth][k] <= ends_[i].most) use(ends_[i].number, ends_[i].whole);
      }
    }
  }

 private:
  static constexpr std::uint8_t far = 100;
  struct end {
    std::uint32_t number;
    std::uint8_t most;
    bool whole;
  };
  struct node {
    char32_t letter = 0;
    char32_t letter_before = 0;  // Its parent's.
    std::uint8_t most = 0;       // Of all patterns from here on, as are their sizes.
    std::uint32_t shortest = 0;
    std::uint32_t longest = 0;
    std::uint32_t first_child = 0;
    std::uint32_t last_child = 0;
    std::uint32_t first_end = 0;
    std::uint32_t last_end = 0;
  };

  void begin(std::u32string_view word, scratch& with) const;
  [[nodiscard]] bool step(std::size_t size, scratch::visit at, scratch& with) const;

  std::map<std::u32string, std::vector<end>> added_;  // Until finish().
  std::vector<node> nodes_;                           // The root first; children side by side.
  std::vector<end> ends_;
};

}  // namespace heard::matching
