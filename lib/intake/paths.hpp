// What the name of a file tells.
#pragma once

#include <string_view>

namespace heard {

// Whether the ending says that the file holds words: .txt and .md.
[[nodiscard]] bool text_file(std::string_view path);

// The name of a file without its folder and its ending.
[[nodiscard]] std::string_view stem(std::string_view path);

}  // namespace heard
