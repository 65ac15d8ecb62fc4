/// @file
/// From the bytes of a file to UTF-8, without a guess that is not told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace heard::text {

enum class encoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, windows_1252 };

/// As manifests write it: "utf-8" (with a byte order mark or without), "utf-16le", "utf-16be" or
/// "windows-1252".
[[nodiscard]] std::string_view name(encoding value);

/// A file's text as UTF-8, and the way back to its bytes.
struct decoded_file {
  std::string text;  ///< Valid UTF-8, without a byte order mark. NUL bytes are kept.
  encoding from = encoding::utf8;
  bool guessed = false;        ///< Windows-1252 by elimination: worth a warning.
  std::uint8_t mark_size = 0;  ///< Bytes of the byte order mark that was left out.

  /// The first byte in the file of the character that holds byte `offset` of `text`; past the end,
  /// the size of the file. Linear for all but UTF-8.
  [[nodiscard]] std::uint64_t original_offset(std::size_t offset) const;
};

/// Decodes by byte order mark; else as UTF-8 if it is valid; else as Windows-1252 if no multi-byte
/// sequence in it is valid UTF-8 and no byte is undefined there.
/// @param bytes  taken over: valid UTF-8 is not copied
/// @param name   what to call the file in the error
/// @throw error(status::bad_encoding) with the place of the first bad byte: its offset in the file,
///   and its line and column in the text before it
[[nodiscard]] decoded_file decode_file(std::string bytes, const std::string& name);

/// Decodes as declared, with a byte order mark or without. For UTF-8 it is the same whether
/// `declared` speaks of a mark; `from` says what was found.
/// @throw error(status::bad_encoding) as decode_file(), also for a mark that contradicts `declared`
[[nodiscard]] decoded_file decode_file_as(std::string bytes, encoding declared,
                                          const std::string& name);

}  // namespace heard::text
