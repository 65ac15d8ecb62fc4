/// @file
/// Turns of phrase that many responses share though none is made of another: "Thank you for the
/// opportunity to respond". They are no part of a letter.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/shingles.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::letters {

/// What counts as a turn of phrase. docs/campaigns.md gives the reason for each figure.
struct stock_limits {
  std::uint32_t per_mille = 10;  ///< Of the texts, that hold the shingle ...
  std::uint32_t texts = 20;      ///< ... and how many at least.
  std::size_t distance = 10;     ///< In words, to the words around it that are looked at.
  std::uint32_t same = 3;        ///< One in so many texts has the same word there: a letter.
  std::size_t sample = 20'000;   ///< Texts looked at, about; chosen by their hash.
};

/// Shingles that stand in many texts, with other words around them in each; sorted. A letter's own
/// are in many texts too, but the words around them are the letter's again.
[[nodiscard]] std::vector<shingle> stock_shingles(const documents& of,
                                                  const left_out_runs& left_out,
                                                  const stock_limits& limits);

}  // namespace heard::letters
