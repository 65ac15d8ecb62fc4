/// @file
/// Why a part of a rule hits nothing in a text.
#pragma once

#include "coding/compiler.hpp"
#include "coding/evaluator.hpp"

#include <span>
#include <string>
#include <vector>

namespace heard::matching {

/// A part with what it hit in the text that `run` has read.
struct part_hits {
  traced_part traced;
  hit_list hits;
};

/// One sentence part, without a full stop. @param at  row of `parts`, which are in the order
/// written. @pre it has no hits
[[nodiscard]] std::string why_not(const program& rules, evaluator& run,
                                  std::span<const part_hits> parts, std::size_t at);

}  // namespace heard::matching
