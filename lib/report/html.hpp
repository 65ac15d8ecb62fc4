/// @file
/// The document as one page.
#pragma once

#include "report/document.hpp"

#include <string>
#include <string_view>

namespace heard::reporting {

/// HTML5 in one file: no script, nothing fetched, a Content Security Policy that allows the style
/// by its hash and nothing else. Readable on a phone and in print.
[[nodiscard]] std::string to_html(const document& of);

/// A bar chart as inline SVG. Labels stand above their bars and widths are in per cent, so that it
/// fits any width without its letters shrinking.
/// @param id  unique on the page, for its description
[[nodiscard]] std::string to_svg(const chart_block& of, std::string_view id);

/// The style of the page.
[[nodiscard]] std::string_view style();

}  // namespace heard::reporting
