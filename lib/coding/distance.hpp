/// @file
/// Spelling distance for `word~1` and `word~2`.
#pragma once

#include <string_view>

namespace heard::matching {

/// Whether two words begin alike and lie at most `most` edits apart, by the optimal string
/// alignment distance (an insertion, a deletion, a substitution or a swap of neighbours is one
/// edit, and no stretch is edited twice). @pre most <= 2
[[nodiscard]] bool within_distance(std::u32string_view a, std::u32string_view b, unsigned most);

}  // namespace heard::matching
