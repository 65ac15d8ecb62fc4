/// @file
/// Runs of a few words.
#pragma once

#include "identity/campaigns/documents.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// Words of a run. Longer ones miss letters with slots, shorter ones are anybody's.
inline constexpr unsigned run_length = 3;

/// A run of words, none of them an answer's end, as one number. Never 0.
using shingle = std::uint64_t;

/// Runs that are nobody's letter: what the consultation itself says, and turns of phrase.
class left_out_runs {
 public:
  left_out_runs() : left_out_runs(std::vector<shingle>()) {}
  explicit left_out_runs(std::vector<shingle> runs);

  [[nodiscard]] bool has(shingle run) const {
    return (bits_[(run >> 6) & mask_] >> (run & 63) & 1) != 0 &&
           std::binary_search(runs_.begin(), runs_.end(), run);
  }
  [[nodiscard]] const std::vector<shingle>& all() const { return runs_; }

 private:
  std::vector<shingle> runs_;        // Sorted, each once.
  std::vector<std::uint64_t> bits_;  // A few for each run, as most runs asked for are not there.
  std::uint64_t mask_ = 0;
};

/// The shingle that starts at each word of a text; 0 where an answer ends too soon, or where it is
/// left out.
/// @param[out] out  replaced; as long as `words`
void shingles_at(std::span<const word_key> words, const left_out_runs& left_out,
                 std::vector<shingle>& out);

/// Sorts, and drops zeros and repeats: a set of shingles.
void make_set(std::vector<shingle>& shingles);

/// A text as its shingles.
struct shingled {
  std::span<const word_key> words;
  std::vector<shingle> at;  ///< By word.

  // Only for comparison, and asked of few texts.
  /// By word: 1 unless it stands in shingles that are left out and in no other. Only such words
  /// count as shared or as the letter's.
  std::vector<std::uint8_t> own;
  std::uint32_t words_own = 0;
  std::uint32_t words_all = 0;  ///< Without answers' ends.
  std::uint32_t runs = 0;       ///< Shingles that are not 0.
  std::uint32_t distinct = 0;   ///< The same, each once.
};

/// A text's shingles, each once, to look others up among them.
class shingle_table {
 public:
  /// Replaces what was in it.
  /// @param at  by word, with zeros
  void fill(std::span<const shingle> at);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Places are below this.
  [[nodiscard]] std::size_t places() const { return places_.size(); }
  /// The place of a shingle that is not 0, or `none`.
  [[nodiscard]] std::size_t find(shingle run) const {
    std::size_t at = run & (places_.size() - 1);
    while (places_[at] != run) {
      if (places_[at] == 0) return none;
      at = (at + 1) & (places_.size() - 1);
    }
    return at;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

 private:
  std::vector<shingle> places_ = std::vector<shingle>(1, 0);  // Half are 0 at least.
  std::size_t size_ = 0;
};

/// Fills words and at.
void shingle_text(std::span<const word_key> words, const left_out_runs& left_out, shingled& out);
/// Fills the rest.
void make_comparable(shingled& text, shingle_table& scratch);

}  // namespace heard::letters
