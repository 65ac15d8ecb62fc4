/// @file
/// The line `sep=;` that Excel takes as a hint when it opens a CSV file, and hides.
#pragma once

#include <cstddef>
#include <string_view>

namespace heard {

struct separator_hint {
  char delimiter = ',';
  std::size_t size = 0;  ///< Bytes of the line with its line end; 0: there is none.
};

/// Looks at the first line only. The keyword may be in either case, as Excel has it.
[[nodiscard]] separator_hint find_separator_hint(std::string_view text);

}  // namespace heard
