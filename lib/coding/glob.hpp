/// @file
/// Wildcards on code points: `*` stands for any number of them, `?` for exactly one.
#pragma once

#include <string>
#include <string_view>

namespace heard::matching {

/// Stand-ins for `*` and `?` in a pattern: past U+10FFFF, so no text holds them.
inline constexpr char32_t any_run = 0x110000;
inline constexpr char32_t any_one = 0x110001;

[[nodiscard]] constexpr bool is_wildcard(char32_t c) {
  return c == any_run || c == any_one;
}

/// Whether the whole of `text` fits the pattern. Time grows with the product of both lengths at
/// worst, never faster.
[[nodiscard]] bool glob_matches(std::u32string_view pattern, std::u32string_view text);

/// The longest stretch of a pattern without a wildcard, the first of equals.
[[nodiscard]] std::u32string_view longest_literal(std::u32string_view pattern);

/// Code points of UTF-8, each ill-formed subpart as U+FFFD.
/// @param[out] out  replaced
void to_code_points(std::string_view text, std::u32string& out);

/// @pre no wildcards
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace heard::matching
