/// @file
/// All short strings, for tests that try every one.
#pragma once

#include "coding/glob.hpp"

#include <string>
#include <vector>

namespace heard::testing {

/// Every string over `letters` up to a length, the empty one too.
inline std::vector<std::string> strings(const std::string& letters, std::size_t longest) {
  std::vector<std::string> all = {""};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].size() == longest) continue;
    for (const char c : letters) all.push_back(all[i] + c);
  }
  return all;
}

/// As a pattern: `*` and `?` are wildcards.
inline std::u32string wide(const std::string& text) {
  std::u32string out;
  for (const char c : text) {
    out += c == '*' ? matching::any_run : c == '?' ? matching::any_one : static_cast<char32_t>(c);
  }
  return out;
}

}  // namespace heard::testing
