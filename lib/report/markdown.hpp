/// @file
/// The document as Markdown.
#pragma once

#include "report/document.hpp"

#include <string>

namespace heard::reporting {

/// GitHub-flavoured Markdown. It says what the page says; charts, which only show their tables, are
/// left out.
[[nodiscard]] std::string to_markdown(const document& of);

}  // namespace heard::reporting
