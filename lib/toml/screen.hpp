/// @file
/// What is settled before toml++ sees a file: encoding, size, depth, and where its behaviour would
/// be undefined. Private to parse().
#pragma once

#include "toml/faults.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heard::toml {

/// False, with a remark, for a file that is too large or not UTF-8.
[[nodiscard]] bool readable(std::string_view text, faults& out);

/// Where toml++ must not go on, and why.
struct stop {
  std::size_t at = 0;
  std::string why;
};

/// The first place at which brackets or dotted keys are nested too deep, or where something stands
/// that only strings may hold. Reads TOML that is well formed rightly; what comes after a fault of
/// syntax does not matter.
[[nodiscard]] std::optional<stop> first_stop(std::string_view text);

/// The text as toml++ is to see it. After a line that a backslash joins to the next it asks of each
/// character whether it is white space, which is undefined for some (see screen.cpp), and takes
/// no-break spaces for some, which TOML does not. So in basic strings of several lines what is not
/// ASCII is masked, code point for code point; strings are decoded from the text itself.
[[nodiscard]] std::string masked(std::string_view text);

}  // namespace heard::toml
