/// @file
/// Every pair of texts that is similar by one published definition, none left to chance.
#pragma once

#include <heard/base/parallel.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heard {

/// How texts are compared in pairs: Jaccard's coefficient of their sets of `length` consecutive
/// words, where words are maximal runs of letters, digits and underscores in lower case (`\w+` of
/// regular expressions). Of a text with fewer words, all of them together.
struct pair_options {
  unsigned length = 5;
  std::uint32_t percent = 50;  ///< Least coefficient, in percent.
};

/// Two texts and the coefficient between them as a fraction.
struct similar_pair {
  std::uint32_t a = 0;  ///< Row of a text; less than b.
  std::uint32_t b = 0;
  std::uint64_t shared = 0;
  std::uint64_t either = 0;
};

/// Every pair of texts that is as similar as that, sorted by a, then b. Two texts so similar share
/// one of the rarest shingles of each (prefix filtering: Chaudhuri, Ganti and Kaushik 2006); every
/// pair that does is compared exactly. Texts without a word are in no pair.
/// @throw error(status::bad_argument) for a length of 0 or a percentage outside 1 to 100
[[nodiscard]] std::vector<similar_pair> similar_pairs(std::span<const std::string_view> texts,
                                                      const pair_options& options = {},
                                                      const run_options& run = {});

}  // namespace heard
