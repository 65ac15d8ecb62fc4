/// @file
/// Walks over text that is to be shown.
#pragma once

#include <heard/base/utf8.hpp>

#include <string>
#include <string_view>

namespace heard {

/// Calls `put` for each code point with its bytes and the byte that follows (0 at the end), line
/// ends made one and ill-formed bytes U+FFFD.
template <class Put>
void each_character(std::string_view text, Put put) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::decoded here = utf8::decode(text, at);
    const std::string_view bytes =
        here.well_formed ? text.substr(at, here.size) : std::string_view("\uFFFD");
    at += here.size;
    if (here.code_point == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      put(U'\n', std::string_view("\n"), '\0');
    } else {
      put(here.code_point, bytes, at < text.size() ? text[at] : '\0');
    }
  }
}

/// `U+202E`.
[[nodiscard]] std::string code_point_name(char32_t code_point);

}  // namespace heard
