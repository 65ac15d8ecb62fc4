/// @file
/// A table as CSV, JSON or Markdown.
#pragma once

#include <heard/tables/table.hpp>

#include <string>
#include <string_view>

namespace heard {

enum class table_format : std::uint8_t { csv, json, markdown };

/// The table as text. CSV has a line for each cell (csv_line), headed by csv_header. JSON has every
/// cell with its base. Markdown is for people.
[[nodiscard]] std::string render(const table& of, table_format format);

/// The names of what csv_line gives, as the first line of every table in CSV.
inline constexpr std::string_view csv_header =
    "row_id,row,column_id,column,unit,count,base,base_is,share,by_rule_only,applies\r\n";

/// A cell as a line of CSV that can be read alone: what, of whom, how many, of how many of which
/// base. Count, share and by_rule_only are empty where the theme is not looked for ("applies" is
/// "no"), the share also for mentions, which have none, and on a base of 0. Text is neutralised
/// (csv_text).
/// @param unit, base  their words, such as "responses" and "answered"
[[nodiscard]] std::string csv_line(const heading& row, const heading& column, std::string_view unit,
                                   std::string_view base, const cell& each);

}  // namespace heard
