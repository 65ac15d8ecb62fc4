/// @file
/// Where a phrase may stand: by its first two words.
#pragma once

#include "coding/program.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace heard::matching {

/// Tells which direct phrases two neighbouring words may begin. Frequent words are in many phrases,
/// pairs of words in few: a pair is looked up once and remembered. Belongs to one thread.
class phrase_pairs {
 public:
  /// What a word may be in a phrase: its first, its second. 0: neither.
  struct word_class {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
  };

  /// @param rules  must outlive this
  explicit phrase_pairs(const program& rules);

  /// Words that satisfy the same atoms of phrases share a class.
  /// @param atoms  sorted
  [[nodiscard]] word_class class_of(std::span<const atom> atoms);

  /// Rows of program::direct_phrases whose first two words a pair satisfies.
  [[nodiscard]] std::span<const std::uint32_t> phrases(std::uint32_t first, std::uint32_t second) {
    const std::uint64_t key = std::uint64_t{first} << 32 | second;
    for (std::size_t at = place_of(key);; at = (at + 1) & (pairs_.size() - 1)) {
      if (pairs_[at].key == key) return found(pairs_[at]);
      if (pairs_[at].key == 0) return look_up(key);
    }
  }

 private:
  using atoms_to_class = std::map<std::vector<atom>, std::uint32_t>;
  struct pair {
    std::uint64_t key = 0;
    std::uint32_t from = 0;  // Its part of lists_.
    std::uint32_t count = 0;
  };

  static std::uint32_t number(atoms_to_class& known, std::vector<std::vector<atom>>& classes,
                              const std::vector<atom>& atoms);
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> shift_);
  }
  [[nodiscard]] std::span<const std::uint32_t> found(const pair& p) const {
    return std::span<const std::uint32_t>(lists_).subspan(p.from, p.count);
  }
  std::span<const std::uint32_t> look_up(std::uint64_t key);
  void insert(const pair& p);

  const program& rules_;
  std::vector<bool> is_second_;                // By atom.
  std::vector<std::vector<atom>> firsts_{{}};  // By class; class 0 is none.
  std::vector<std::vector<atom>> seconds_{{}};
  atoms_to_class first_numbers_;
  atoms_to_class second_numbers_;
  std::vector<pair> pairs_;  // Open addressing; a power of two, at most half full.
  std::size_t held_ = 0;
  int shift_ = 0;
  std::vector<std::uint32_t> lists_;
  std::vector<atom> scratch_;
};

}  // namespace heard::matching
