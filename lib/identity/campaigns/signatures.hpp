/// @file
/// Near-duplicate signatures: a row of numbers for a text, of which two texts have about as large a
/// share in common as of their runs of words. MinHash (Broder 1997) with one permutation: Li, Owen
/// and Zhang 2012; empty slots are filled as by Shrivastava 2017.
#pragma once

#include "identity/campaigns/shingles.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace heard::letters {

/// Hashes of a signature in a band, and bands: two texts with a share s of their runs in common are
/// equal in all of a band with probability 1 - (1 - s^rows)^bands.
inline constexpr std::size_t band_rows = 3;
inline constexpr std::size_t bands = 42;

/// In each place a run of the text, drawn as if at random. The last two are in no band.
inline constexpr std::size_t signature_size = 128;
using signature = std::array<std::uint32_t, signature_size>;

/// Signs a text. Each run falls into one place, and the least that does stands there; an empty
/// place takes what stands in another, at a distance that all try in one random order. So it takes
/// one step a run, where a hash function a place takes a hundred, and misses no more:
/// tests/unit/identity/signatures_test.cpp lays both side by side.
/// @param shingles  in any order; zeros are passed over
/// @return whether there was one that is not zero; if not, `out` is of no use
bool sign(std::span<const shingle> shingles, signature& out);

/// The key of a band. Never 0.
[[nodiscard]] std::uint32_t band_key(const signature& of, std::size_t band);

/// Four bits of each hash of a signature, to tell how many differ in two texts, about.
class sketch {
 public:
  sketch() = default;
  explicit sketch(const signature& of);

  /// How many of the hashes differ, but for about a sixteenth of those that do.
  friend unsigned unequal_hashes(const sketch& a, const sketch& b);

 private:
  static constexpr std::size_t in_word = 16;
  std::array<std::uint64_t, signature_size / in_word> words_{};
};

[[nodiscard]] unsigned unequal_hashes(const sketch& a, const sketch& b);

}  // namespace heard::letters
