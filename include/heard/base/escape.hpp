/// @file
/// Text as text: respondents' words are hostile input, and nothing in them is markup, the end of a
/// cell or an order to a terminal.
#pragma once

#include <string>
#include <string_view>

namespace heard {

/// What cannot be seen, or would turn the text around it: C0 but for tab and line feed, C1, DEL,
/// Bidi_Control, line and paragraph separators, annotation marks, what Unicode deprecates, and
/// noncharacters. Joiners, variation selectors and tags are not among them: they make emoji, flags
/// and letters of some scripts.
[[nodiscard]] bool must_be_shown(char32_t code_point) noexcept;

/// For element text and quoted attributes: & < > " ' are escaped. What must_be_shown() is written
/// as `[U+202E]`; CR LF and CR become a line feed; ill-formed bytes become U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

/// As Markdown (GFM): markup, entities, HTML, automatic links and what would begin a block are
/// escaped where they would be taken for it; what html_text() makes visible is so here too. Blanks
/// at the start of a line are dropped, as Markdown shows none.
/// @param line_end     what a line feed becomes; if it holds one itself, a line starts after it
/// @param starts_line  whether the text stands where a block may begin
[[nodiscard]] std::string markdown_text(std::string_view text, std::string_view line_end,
                                        bool starts_line = true);

/// As a JSON string in its quotes (RFC 8259), with `<` and DEL as escapes too, so that it may stand
/// inside a page. Ill-formed bytes become U+FFFD.
[[nodiscard]] std::string json_text(std::string_view text);

/// As a CSV cell: quoted by RFC 4180 where need be, and with an apostrophe before what a
/// spreadsheet would run (a first = + - @ TAB CR LF or their full-width forms). NUL and ill-formed
/// bytes become U+FFFD.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace heard
