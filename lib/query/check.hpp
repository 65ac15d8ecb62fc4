/// @file
/// Faults of meaning that need no data: the grammar takes these rules, and they could not be meant.
#pragma once

#include <heard/query/parse.hpp>

#include <vector>

namespace heard::query {

/// Every fault in the tree, in no particular order.
[[nodiscard]] std::vector<fault> check(const node& rule);

}  // namespace heard::query
