/// @file
/// Text as text: respondents' words are hostile input, and nothing in them is markup.
#pragma once

#include <string>
#include <string_view>

namespace heard::reporting {

/// For element text and quoted attributes: & < > " ' are escaped. What cannot be seen or would turn
/// the text around (C0 but for tab and line feed, C1, DEL, marks and overrides of direction, line
/// and paragraph separators, noncharacters) is shown as `[U+202E]`; CR LF and CR become a line
/// feed; ill-formed bytes become U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

/// As Markdown (GFM): markup, entities, HTML, automatic links and what would begin a block are
/// escaped where they would be taken for it; what html_text() makes visible is so here too. Blanks
/// at the start of a line are dropped, as Markdown shows none.
/// @param line_end     what a line feed becomes; if it holds one itself, a line starts after it
/// @param starts_line  whether the text stands where a block may begin
[[nodiscard]] std::string markdown_text(std::string_view text, std::string_view line_end,
                                        bool starts_line = true);

}  // namespace heard::reporting
