/// @file
/// The three ways to print a table.
#pragma once

#include <heard/tables/table.hpp>

#include <string>

namespace heard::counting {

[[nodiscard]] std::string render_csv(const table& of);
[[nodiscard]] std::string render_json(const table& of);
[[nodiscard]] std::string render_markdown(const table& of);

/// What the rows or the columns stand for, in one or a few words: "Theme", "Which describe you?".
[[nodiscard]] std::string axis_title(const table& of, const axis& what);

/// The share of a cell; empty for mentions, which have none.
[[nodiscard]] std::string share_of(const table& of, const cell& each);

}  // namespace heard::counting
