/// @file
/// From the bytes of a file to UTF-8, without a guess that is not told.
#pragma once

#include <heard/base/kept_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard::text {

enum class encoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, windows_1252 };

/// As manifests write it: "utf-8" (with a byte order mark or without), "utf-16le", "utf-16be" or
/// "windows-1252".
[[nodiscard]] std::string_view name(encoding value);

/// A file's text as UTF-8, and the way back to its bytes.
struct decoded_file {
  /// Valid UTF-8, without a byte order mark. NUL bytes are kept. What was UTF-8 is not copied.
  kept_bytes text;
  encoding from = encoding::utf8;
  bool guessed = false;        ///< Windows-1252 by elimination: worth a warning.
  std::uint8_t mark_size = 0;  ///< Bytes of the byte order mark that was left out.
  /// Of decode_rows() alone: where in `text` lines begin to be ill formed, in order, the first
  /// place of each line. UTF-8 stands there as it came; of other encodings it is U+FFFD.
  std::vector<std::size_t> faults;
  std::string_view fault_rule;  ///< What is wrong there: "bytes that are not valid UTF-8".
  bool odd_end = false;         ///< The last U+FFFD stands for one byte of UTF-16.

  /// The first byte in the file of the character that holds byte `offset` of `text`; past the end,
  /// the size of the file. Linear for all but UTF-8.
  [[nodiscard]] std::uint64_t original_offset(std::size_t offset) const;
};

/// Decodes by byte order mark; else as UTF-8 if it is valid; else as Windows-1252 if no multi-byte
/// sequence in it is valid UTF-8 and no byte is undefined there.
/// @param name   what to call the file in the error
/// @throw error(status::bad_encoding) with the place of the first bad byte: its offset in the file,
///   and its line and column in the text before it
[[nodiscard]] decoded_file decode_file(const kept_bytes& bytes, const std::string& name);

/// Decodes as declared, with a byte order mark or without. For UTF-8 it is the same whether
/// `declared` speaks of a mark; `from` says what was found.
/// @throw error(status::bad_encoding) as decode_file(), also for a mark that contradicts `declared`
[[nodiscard]] decoded_file decode_file_as(const kept_bytes& bytes, encoding declared,
                                          const std::string& name);

/// For files of rows, of which bad bytes need not spoil all: where the encoding is declared, or
/// told by a byte order mark, what is ill formed is kept as `faults`. Where it would have to be
/// guessed, bad bytes say that the guess is wrong, and it is as decode_file().
/// @throw error(status::bad_encoding) for a mark that contradicts `declared`, and as decode_file()
[[nodiscard]] decoded_file decode_rows(const kept_bytes& bytes, std::optional<encoding> declared,
                                       const std::string& name);

}  // namespace heard::text
