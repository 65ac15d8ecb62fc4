/// @file
/// A text as detectors see it: one plain character for each written one.
#pragma once

#include <heard/text/span.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::identity {

/// Dashes, spaces, apostrophes, digits and Latin letters of Unicode are each written in one way
/// here, so that a detector looks for `-` and means every dash; in a word with a Latin letter so
/// are the Greek and Cyrillic letters that look like one. Zero-width characters and combining marks
/// are left out: they hide nothing.
struct view {
  explicit view(std::string_view text);

  static constexpr char letter = '\x01';  ///< A letter with no form in a-z.
  static constexpr char other = '\x02';   ///< Whatever else; ill-formed bytes too.

  std::string c;                     ///< a-z in small letters, 0-9, ASCII marks, or one of the two.
  std::vector<bool> upper;           ///< It was written as a capital.
  std::vector<std::uint32_t> first;  ///< Where it stands in the text, in bytes,
  std::vector<std::uint32_t> last;   ///< and where it ends.

  [[nodiscard]] std::size_t size() const { return c.size(); }
  /// The character at a place, a newline before the start and after the end.
  [[nodiscard]] char at(std::size_t i) const { return i < c.size() ? c[i] : '\n'; }
  [[nodiscard]] char before(std::size_t i) const { return i == 0 ? '\n' : at(i - 1); }
  [[nodiscard]] text::span bytes(std::size_t from, std::size_t to) const {
    return {first[from], last[to - 1]};
  }
  [[nodiscard]] bool is_upper(std::size_t i) const { return i < upper.size() && upper[i]; }

 private:
  void unmask(const std::vector<std::pair<std::size_t, char>>& disguised);
};

[[nodiscard]] constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool latin(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool in_word(char c) {
  return digit(c) || latin(c) || c == view::letter;
}
[[nodiscard]] constexpr bool blank(char c) {
  return c == ' ' || c == '\n';
}

}  // namespace heard::identity
