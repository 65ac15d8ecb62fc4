/// @file
/// What no rule may hold, whatever its grammar.
#pragma once

#include <heard/query/parse.hpp>

#include <string_view>
#include <vector>

namespace heard::query {

/// Faults that are seen before parsing: too long, not UTF-8, control characters, and two things
/// that word processors put in: curly quotation marks and spaces that are not plain ones. To the
/// grammar these are parts of words, so its own messages would mislead. Each kind is told once, in
/// order.
[[nodiscard]] std::vector<fault> screen(std::string_view source);

}  // namespace heard::query
