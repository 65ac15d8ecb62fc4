/// @file
/// Syntax: bytes in, tree out. The one translation unit behind this knows Spirit X3.
#pragma once

#include "query/explain.hpp"

#include <heard/query/parse.hpp>

#include <string_view>

namespace heard::query {

/// A tree, or the first fault of syntax. Besides a tree there may be faults of meaning, those of
/// the operators' numbers; a number too large for a node is kept as 255.
/// @pre source.size() <= max_rule_size
[[nodiscard]] parsed parse_syntax(std::string_view source, goal parsing);

}  // namespace heard::query
