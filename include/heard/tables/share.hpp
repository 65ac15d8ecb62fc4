/// @file
/// Percentages as printed: from integers, halves up, never forced to sum to 100.
#pragma once

#include <cstdint>
#include <string>

namespace heard {

/// `100 * count / base` as a whole percentage, halves rounded up ("0.5 rounded up": British Social
/// Attitudes): "37%"; "<1%" for less than one half but not none; "0%" for none; ">99%" for what
/// rounds to 100 but is not all; "-" for a base of 0.
[[nodiscard]] std::string share(std::uint64_t count, std::uint64_t base);

}  // namespace heard
