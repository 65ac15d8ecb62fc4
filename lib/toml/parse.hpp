/// @file
/// From the text of a TOML file to values.
#pragma once

#include "toml/faults.hpp"
#include "toml/value.hpp"

#include <heard/base/diagnostic.hpp>

#include <optional>

namespace heard::toml {

/// The largest file that is read, in bytes, and how deep it may nest: keys joined by dots in one
/// place, and brackets inside brackets. toml++ frees its tables recursively, so a chain of a
/// hundred thousand keys would otherwise overflow the stack.
inline constexpr std::size_t max_file_size = std::size_t{8} << 20;
inline constexpr std::size_t max_dotted_keys = 16;
inline constexpr std::size_t max_brackets = 32;

/// Parses a file. A fault of syntax ends it: there is one remark then, and no value.
[[nodiscard]] std::optional<value> parse(const source_text& source, faults& out);

}  // namespace heard::toml
