/// @file
/// What cannot be seen: white space by the Unicode property, and characters of no width.
#pragma once

#include <string_view>

namespace heard {

/// Unicode White_Space, and what has no width: zero-width spaces and joiners, byte order marks,
/// soft hyphens, marks of direction.
[[nodiscard]] bool invisible(char32_t code_point) noexcept;

/// Whether nothing of a text can be seen, as of the empty one.
[[nodiscard]] bool invisible(std::string_view text) noexcept;

/// The text without what cannot be seen at its ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace heard
