/// @file
/// Runs of a few words, and what two texts have of them in common.
#pragma once

#include "identity/campaigns/documents.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// A run of `length` words, none of them an answer's end, as one number.
using shingle = std::uint64_t;

/// The shingle that starts at each word of a text; 0 where an answer ends too soon, or where it is
/// one of `left_out` (sorted): what the consultation itself says is nobody's letter.
/// @param[out] out  replaced; as long as `words`
void shingles_at(std::span<const word_hash> words, unsigned length,
                 std::span<const shingle> left_out, std::vector<shingle>& out);

/// Sorts, and drops zeros and repeats: the text's set of shingles.
void make_set(std::vector<shingle>& shingles);

/// A text as its shingles.
struct shingled {
  std::vector<word_hash> words;
  std::vector<shingle> at;   ///< By word.
  std::vector<shingle> set;  ///< Sorted, each once.

  // By word, and only of use to compare().
  std::vector<std::uint32_t> row;  ///< Of its shingle in `set`; 0 where it has none.
  /// 1 unless it stands in shingles that are left out and in no other. Only such words count as
  /// shared or as the letter's.
  std::vector<std::uint8_t> own;
};

/// Fills all but what only compare() needs: most texts are compared with none.
void shingle_text(const documents& of, text_row text, unsigned length,
                  std::span<const shingle> left_out, shingled& out);
/// Fills the rest, once.
void make_comparable(shingled& text, unsigned length);

/// What two texts have in common, in shingles and in words.
struct overlap {
  std::uint64_t shared = 0;     ///< Shingles in both; where 0, nothing but `either` is filled.
  std::uint64_t either = 0;     ///< Shingles in either.
  std::uint32_t covered_a = 0;  ///< Words of `a` in a shared shingle.
  std::uint32_t covered_b = 0;
  std::uint32_t words_a = 0;  ///< Words that are its own (shingled::own).
  std::uint32_t words_b = 0;
  std::uint32_t all_a = 0;  ///< All words.
  std::uint32_t all_b = 0;
  /// Most words of `b` one after another, each in a shared shingle; words not its own between them
  /// are passed over.
  std::uint32_t run = 0;
};

/// @pre both are comparable
[[nodiscard]] overlap compare(const shingled& a, const shingled& b, unsigned length);

/// Length of the longest sequence of words that both have in that order, with others between:
/// Allison and Dix (1986), 64 words at a step. Answers' ends are no words.
[[nodiscard]] std::uint32_t common_in_order(std::span<const word_hash> a,
                                            std::span<const word_hash> b);

}  // namespace heard::letters
