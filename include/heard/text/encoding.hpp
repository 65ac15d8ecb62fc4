/// @file
/// From the bytes of a file to UTF-8, without a guess that is not told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace heard::text {

enum class encoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, windows_1252 };

[[nodiscard]] std::string_view name(encoding value);

/// A file's text as UTF-8, and the way back to its bytes.
struct decoded_file {
  std::string text;  ///< Valid UTF-8, without a byte order mark.
  encoding from = encoding::utf8;
  bool guessed = false;  ///< Windows-1252 by elimination: worth a warning.

  /// The byte of the file where `offset` of `text` came from. Linear for all but UTF-8.
  [[nodiscard]] std::uint64_t original_offset(std::size_t offset) const;
};

/// Decodes by byte order mark; else as UTF-8 if it is valid; else as Windows-1252 if no multi-byte
/// sequence in it is valid UTF-8 and no byte is undefined there.
/// @param bytes  taken over: valid UTF-8 is not copied
/// @param name   what to call the file in the error
/// @throw error(status::bad_encoding) with the place (line, column, offset) of the first bad byte
[[nodiscard]] decoded_file decode_file(std::string bytes, const std::string& name);

/// Decodes as declared. @throw error(status::bad_encoding) as decode_file()
[[nodiscard]] decoded_file decode_file_as(std::string bytes, encoding declared,
                                          const std::string& name);

}  // namespace heard::text
