/// @file
/// From a merged tally to cells, and from a plan to the sentences below a table.
#pragma once

#include "tables/plan.hpp"
#include "tables/tally.hpp"

#include <string>
#include <vector>

namespace heard::counting {

/// Cells by row, then column.
[[nodiscard]] std::vector<heard::cell> finish_cells(const plan& of, const tally& counted);

/// Whether one unit may stand under several headings of an axis, "All" apart.
[[nodiscard]] bool may_overlap(const plan& of, const resolved_axis& axis);

/// What stands below the table.
[[nodiscard]] std::vector<std::string> notes_of(const plan& of,
                                                const std::vector<heard::cell>& cells);

}  // namespace heard::counting
