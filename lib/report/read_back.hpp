/// @file
/// What the files of a report say, read from their bytes as others would read them: nothing here
/// knows how they were made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::reporting {

/// The lines of a CSV text, each with its cells. Quotes of RFC 4180 are taken off.
[[nodiscard]] std::vector<std::vector<std::string>> read_csv(std::string_view bytes);

/// A part of a page: what a reader sees, without markup.
struct page_part {
  enum class kind : std::uint8_t {
    heading,
    caption,  ///< Of the table or the chart whose rows follow.
    row,      ///< The first after a caption is the header. Of a chart: a name and its figure.
    item,     ///< Of a list.
    words     ///< A paragraph.
  };
  kind is = kind::words;
  unsigned level = 0;              ///< Of a heading; 2 is a section.
  std::vector<std::string> cells;  ///< Of all but rows just one.
};

/// Quotes are left out: they are respondents' words.
[[nodiscard]] std::vector<page_part> read_markdown(std::string_view bytes);
[[nodiscard]] std::vector<page_part> read_html(std::string_view bytes);

/// A JSON value.
struct json_node {
  enum class kind : std::uint8_t { null, truth, number, text, array, object };
  kind is = kind::null;
  std::string text;                                        ///< Of a number its digits.
  std::vector<std::pair<std::string, json_node>> members;  ///< Of an array, without keys.

  [[nodiscard]] const json_node* find(std::string_view key) const;
  /// The text of a key; empty where there is none.
  [[nodiscard]] std::string_view text_of(std::string_view key) const;
};

/// @throw error(status::internal) for what is no JSON
[[nodiscard]] json_node read_json(std::string_view bytes);

/// A text as it is seen, without blanks: names are wrapped in one place and not in another.
[[nodiscard]] std::string without_blanks(std::string_view text);

/// The whole number that a text begins with, "1,204 of 2,000" as 1204.
[[nodiscard]] std::optional<std::uint64_t> leading_number(std::string_view text);

}  // namespace heard::reporting
