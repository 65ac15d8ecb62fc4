/// @file
/// A table as CSV, JSON or Markdown.
#pragma once

#include <heard/tables/table.hpp>

#include <string>

namespace heard {

enum class table_format : std::uint8_t { csv, json, markdown };

/// The table as text. CSV has a row for each row and, for each column, its count, base and share;
/// its text cells are neutralised (see csv_text). JSON has every cell with its base. Markdown is
/// for people.
[[nodiscard]] std::string render(const table& of, table_format format);

/// A text as a CSV cell: quoted by RFC 4180 where need be, and with an apostrophe before what a
/// spreadsheet would run (a first = + - @ TAB CR LF or their full-width forms). NUL becomes U+FFFD.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace heard
