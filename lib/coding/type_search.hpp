/// @file
/// Which of many types may satisfy a few patterns.
#pragma once

#include "coding/pattern.hpp"

#include <heard/text/vocabulary.hpp>

#include <span>
#include <vector>

namespace heard::matching {

/// All types that satisfy one of the patterns, and some that do not: one look at each type decides,
/// so that words are compared in full only where they begin alike, or hold the same letters.
[[nodiscard]] std::vector<text::type_id> types_that_may_satisfy(
    std::span<const word_pattern> patterns, const text::vocabulary& types);

}  // namespace heard::matching
