/// @file
/// JSON (RFC 8259), strict, with the place of every fault and limits on what is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// Deepest nesting that is read.
inline constexpr int json_depth_limit = 64;
/// Most keys that an object may have to be flattened: the columns of an Excel sheet.
inline constexpr std::size_t json_cell_limit = 16'384;
/// Most bytes of a flattened key. Without a limit a few nested keys could fill the memory.
inline constexpr std::size_t json_key_limit = 4'096;

/// A value flattened to cells: what a row of JSON Lines becomes. Keys of nested objects are joined
/// with '.', arrays of scalars with ';' (`"a;b"`); an array that holds arrays or objects is kept as
/// its JSON text; numbers keep their spelling; null and an empty object are blank.
struct json_cell {
  std::string key;
  std::string value;
  std::uint64_t first = 0;  ///< Byte range of the value in the text.
  std::uint64_t last = 0;
};

/// Parses one JSON text to its end without keeping it. What the standard leaves open: numbers of
/// any size are accepted, and keys that occur twice; ill-formed UTF-8, a byte order mark and
/// escaped surrogates without their other half are not.
/// @throw error(status::bad_input) with line, column and offset, without any of the text's words
void check_json(std::string_view text, const std::string& name);

/// Parses one object and flattens it, its cells in the order of the text. A key that occurs twice
/// is a fault.
/// @throw error(status::bad_input) as check_json(), and when the text is no object
[[nodiscard]] std::vector<json_cell> flatten_json_object(std::string_view text,
                                                         const std::string& name);

}  // namespace heard
