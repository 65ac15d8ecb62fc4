/// @file
/// JSON (RFC 8259), strict, with the place of every fault and a limit on depth.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

/// Deepest nesting that is read.
inline constexpr int json_depth_limit = 64;

/// A value flattened to cells: what a row of JSON Lines becomes. Keys of nested objects are joined
/// with '.', arrays of scalars with ';' (`"a;b"`); numbers keep their spelling; null is blank.
struct json_cell {
  std::string key;
  std::string value;
  std::uint64_t first = 0;  ///< Byte range of the value in the text.
  std::uint64_t last = 0;
};

/// Parses one JSON text to its end without keeping it.
/// @throw error(status::bad_input) with line, column and offset, without any of the text's words
void check_json(std::string_view text, const std::string& name);

/// Parses one object and flattens it. A key that occurs twice is a fault.
/// @throw error(status::bad_input) as check_json(), and when the text is no object
[[nodiscard]] std::vector<json_cell> flatten_json_object(std::string_view text,
                                                         const std::string& name);

}  // namespace heard
