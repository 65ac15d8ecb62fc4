/// @file
/// Text that may hold anything, for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace cli {

/// The text on one line: line ends and tabs become blanks, and what cannot be seen or would turn
/// the line around or move the cursor is shown as `<U+202E>`: controls, Bidi_Control, line and
/// paragraph separators, annotation marks, what Unicode deprecates, noncharacters.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace cli
