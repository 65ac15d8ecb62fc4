/// @file
/// White space as respondents' exports have it: Unicode's, no-break spaces included.
#pragma once

#include <string>
#include <string_view>

namespace heard {

/// `text` without white space (the Unicode property White_Space) at its ends. Valid UTF-8 is
/// assumed; other bytes count as words.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Nothing but white space.
[[nodiscard]] inline bool blank(std::string_view text) {
  return trimmed(text).empty();
}

/// `text` trimmed, with each run of white space inside made one space.
[[nodiscard]] std::string normalised_space(std::string_view text);

/// Bytes of the white-space character at `text[at]`, 0 where there is none. @pre at < text.size()
[[nodiscard]] std::size_t white_space_at(std::string_view text, std::size_t at);

/// Bytes of the white-space character that ends before `text[end]`, 0 where there is none.
/// @pre end > 0
[[nodiscard]] std::size_t white_space_before(std::string_view text, std::size_t end);

}  // namespace heard
