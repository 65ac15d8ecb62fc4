/// @file
/// Ids as distinct small types: a theme cannot be passed where a question is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace heard {

/// The row of an entity in its table, counted from 0. `Tag` makes each kind its own type.
template <class Tag>
struct id {
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t value = nowhere;

  constexpr id() = default;
  constexpr explicit id(std::uint32_t row) : value(row) {}
  constexpr explicit id(std::size_t row) : value(static_cast<std::uint32_t>(row)) {}

  /// Whether it points at a row at all.
  [[nodiscard]] constexpr bool valid() const { return value != nowhere; }
  constexpr auto operator<=>(const id&) const = default;
};

using chapter_id = id<struct chapter_tag>;
using question_id = id<struct question_tag>;
using option_id =
    id<struct option_tag>;  ///< A row of the consultation's options, over all questions.
using channel_id = id<struct channel_tag>;
using item_id = id<struct item_tag>;
using response_id = id<struct response_tag>;
using respondent_id = id<struct respondent_tag>;
using organisation_id = id<struct organisation_tag>;
using answer_id = id<struct answer_tag>;
using event_id = id<struct event_tag>;
using file_id = id<struct file_tag>;
using theme_id = id<struct theme_tag>;
using coder_id = id<struct coder_tag>;
using coding_id = id<struct coding_tag>;
using campaign_id = id<struct campaign_tag>;

}  // namespace heard

template <class Tag>
struct std::hash<heard::id<Tag>> {
  std::size_t operator()(heard::id<Tag> key) const noexcept { return key.value; }
};
