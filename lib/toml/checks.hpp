/// @file
/// The grammars of small texts: ids, paths, language tags.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heard::toml {

/// [a-z0-9][a-z0-9-]{0,63}
[[nodiscard]] bool valid_id(std::string_view text);
inline constexpr std::string_view id_rule =
    "an id has lower-case letters, digits and hyphens, no hyphen first, at most 64";

/// Why `all` is an id of nothing: tables could not tell that row from the one of the whole.
inline constexpr std::string_view all_is_taken =
    "id \"all\" is taken by the heading \"All\" of tables";

/// A path that stays in its folder: relative, with `/`, no `.` or `..` and no empty part. What is
/// wrong with it, or nothing.
[[nodiscard]] std::optional<std::string> path_fault(std::string_view path);

/// A BCP 47 tag by its shape, in the spelling of RFC 5646, section 2.1.1 (`en`, `en-GB`,
/// `zh-Hant`), or nothing. The subtags are not looked up.
[[nodiscard]] std::optional<std::string> language_tag(std::string_view text);

}  // namespace heard::toml
