#include "coding/glob.hpp"

#include <heard/base/utf8.hpp>

namespace heard::matching {

bool glob_matches(std::u32string_view pattern, std::u32string_view text) {
  // On a mismatch only the last `*` need take one more: an earlier one could not help.
  constexpr std::size_t none = std::u32string_view::npos;
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = none;
  std::size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == any_run) {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && (pattern[p] == any_one || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != none) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == any_run) ++p;
  return p == pattern.size();
}

std::u32string_view longest_literal(std::u32string_view pattern) {
  std::u32string_view best;
  for (std::size_t first = 0; first < pattern.size();) {
    std::size_t last = first;
    while (last < pattern.size() && !is_wildcard(pattern[last])) ++last;
    if (last - first > best.size()) best = pattern.substr(first, last - first);
    first = last + 1;
  }
  return best;
}

void to_code_points(std::string_view text, std::u32string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const utf8::decoded d = utf8::decode(text, i);
    out.push_back(d.code_point);
    i += d.size;
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) utf8::append(out, c);
  return out;
}

}  // namespace heard::matching
