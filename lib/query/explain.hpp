/// @file
/// Turns the place where the grammar stopped into a sentence that says what to write.
#pragma once

#include <heard/query/parse.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace heard::query {

/// What is being parsed.
enum class goal : std::uint8_t { rule, list_word };

/// What the grammar looked for when it stopped.
enum class wanted : std::uint8_t {
  item,        ///< A word, a phrase, a list, a theme or a bracket.
  connective,  ///< An operator, or the end of the rule or bracket.
  bracket      ///< The bracket after SENTENCE.
};

/// Where the grammar stopped.
struct stop {
  std::size_t at = 0;  ///< Byte; white space may still follow.
  wanted what = wanted::item;
  std::optional<std::uint32_t> open;  ///< The innermost bracket that is open there.
  goal parsing = goal::rule;
};

[[nodiscard]] fault explain(std::string_view source, const stop& where);

}  // namespace heard::query
