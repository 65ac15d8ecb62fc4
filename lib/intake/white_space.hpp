/// @file
/// White space inside a text, as Unicode has it (the property White_Space). Zero-width joiners are
/// none: they hold emoji together.
#pragma once

#include <string>
#include <string_view>

namespace heard {

/// `text` without what cannot be seen at its ends (trim()), each run of white space inside made one
/// space.
[[nodiscard]] std::string normalised_space(std::string_view text);

/// Bytes of the white-space character at `text[at]`, 0 where there is none. @pre at < text.size()
[[nodiscard]] std::size_t white_space_at(std::string_view text, std::size_t at);

/// Bytes of the white-space character that ends before `text[end]`, 0 where there is none.
/// @pre end > 0
[[nodiscard]] std::size_t white_space_before(std::string_view text, std::size_t end);

}  // namespace heard
