/// @file
/// "Did you mean": the known name nearest to one that is not known.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace heard {

/// Optimal string alignment distance on bytes, ASCII case ignored.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest of `known`, the first on a tie; empty when none is near (distance over a third of
/// the longer name, or over 3 for short ones).
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string> known);

/// What ends a message about a name that is not known: `, did you mean "hours"?`; empty where no
/// name is near.
[[nodiscard]] std::string did_you_mean(std::string_view near);
/// The same for the nearest of `known`.
[[nodiscard]] std::string did_you_mean(std::string_view name, std::span<const std::string> known);

}  // namespace heard
