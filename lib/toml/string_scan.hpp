/// @file
/// The strings of TOML 1.0, character by character, with the bytes each character is written in.
///
/// toml++ says where a string starts and what it means. To point at a word in the middle of one,
/// the way back from decoded bytes to bytes of the file is needed: past escapes, past the newline
/// that is dropped after the opening marks, past line endings that a backslash joins.
#pragma once

#include "toml/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace heard::toml {

/// A decoded character.
struct character {
  char32_t code_point = 0;
  extent where;  ///< The escape sequence, where it is written as one.
};

/// Reads the string that starts with the quotation mark at `text[first]`. What is no well-formed
/// string ends at its line's end, or at the end of the text if it may have several lines.
class string_scan {
 public:
  string_scan(std::string_view text, std::size_t first);

  /// The next character, or nothing when the closing mark is reached.
  [[nodiscard]] std::optional<character> next();

  /// After the last character: the byte past the closing mark.
  [[nodiscard]] std::size_t end() const { return at_; }
  /// After the last character: how many bytes the closing mark has, 0 where there is none.
  [[nodiscard]] std::size_t closing_marks() const { return closing_marks_; }

 private:
  void close(std::size_t marks);
  void skip_newline();
  void skip_joined_lines();
  character escape();
  character plain();

  std::string_view text_;
  std::size_t at_;
  char mark_;
  bool several_lines_ = false;
  std::size_t marks_before_end_ = 0;  // quotation marks that are content, just before the end
  bool done_ = false;
  std::size_t closing_marks_ = 0;
};

/// The byte past the string that starts at `first`.
[[nodiscard]] std::size_t string_end(std::string_view text, std::size_t first);

/// Where the decoded bytes [first, last) of the string that starts at `string` are written. An
/// empty range gives an empty extent.
[[nodiscard]] extent place_in_string(std::string_view text, std::size_t string, std::size_t first,
                                     std::size_t last);

}  // namespace heard::toml
