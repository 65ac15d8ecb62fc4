/// @file
/// Which pairs of texts are worth comparing: signatures with banding (Leskovec, Rajaraman, Ullman,
/// Mining of Massive Datasets, section 3.4). It proposes; nothing is decided here.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/signatures.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <vector>

namespace heard::letters {

/// What texts are paired by.
struct signed_texts {
  /// Of each band a key for every text, 0 for a text without shingles.
  std::array<std::vector<std::uint32_t>, bands> keys;
  std::vector<sketch> sketches;
};

/// The signatures of all texts. Seeds are fixed: the same texts give the same keys. A stage of
/// `run`.
[[nodiscard]] signed_texts sign_texts(const documents& of, const left_out_runs& left_out,
                                      stages& run);

struct text_pair {
  text_row a = 0;
  text_row b = 0;
  auto operator<=>(const text_pair&) const = default;
};

/// How many pairs there can be, whatever the texts: their number does not grow faster than that of
/// the texts. All by what texts say (documents::before) and never by their rows.
struct pair_limits {
  /// Texts that share a band are each paired with so many of them that come first.
  std::size_t leaders = 4;
  /// Of all texts that come before it, a text is paired with so many: those whose signatures are
  /// most like its own. More there are where all texts are made of the same few hundred sentences.
  std::size_t partners = 8;
};

/// Candidate pairs, a < b, sorted, each once. Two stages of `run`.
[[nodiscard]] std::vector<text_pair> candidate_pairs(const documents& of,
                                                     const left_out_runs& left_out,
                                                     const pair_limits& limits, stages& run);

}  // namespace heard::letters
