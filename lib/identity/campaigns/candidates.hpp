/// @file
/// Which pairs of texts are worth comparing: MinHash (Broder 1997) with banding (Leskovec,
/// Rajaraman, Ullman, Mining of Massive Datasets, section 3.4). It proposes; nothing is decided
/// here.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/shingles.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// Two texts that are equal in all hashes of a band become a candidate pair: with a share s of
/// shingles in common this happens with probability 1 - (1 - s^rows)^bands.
struct banding {
  unsigned bands = 40;
  unsigned rows = 3;
  /// Of texts that share a band, at most so many are each paired with all others; with 0, all are.
  unsigned leaders = 4;
};

struct text_pair {
  text_row a = 0;
  text_row b = 0;
  auto operator<=>(const text_pair&) const = default;
};

/// What texts are paired by: for each band a key for every text, 0 for a text without shingles.
/// Seeds are fixed: the same texts give the same keys. A stage of `run`.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> band_keys(const documents& of,
                                                                unsigned length,
                                                                std::span<const shingle> left_out,
                                                                const banding& how, stages& run);

/// Candidate pairs, a < b, sorted, each once. Two stages of `run`. Where more than 32 texts share a
/// band, those that come first (documents::before) lead.
[[nodiscard]] std::vector<text_pair> candidate_pairs(const documents& of, unsigned length,
                                                     std::span<const shingle> left_out,
                                                     const banding& how, stages& run);

}  // namespace heard::letters
