/// @file
/// What a table is asked for: its axes, its unit, its base.
#pragma once

#include <heard/base/ids.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace heard {

/// What the rows or the columns stand for.
enum class axis_kind : std::uint8_t {
  all,       ///< One row or column, "All".
  theme,     ///< A parent counts the union of its children and itself.
  question,  ///< Open questions and places where words can stand.
  chapter,   ///< Their chapters; what belongs to none is `general`, the last.
  channel,
  capacity,
  option  ///< The options of one closed question: a category or any other attribute.
};

struct axis {
  axis_kind kind = axis_kind::all;
  question_id question;  ///< For `option`.
  bool operator==(const axis&) const = default;
};

/// What is counted. All but mentions are counted at most once a cell; docs/counting.md defines
/// each.
enum class unit : std::uint8_t {
  responses,
  respondents,
  organisations,  ///< Bodies of responses made in the capacity of an organisation, or of both.
  answers,
  mentions  ///< Distinct evidence spans of a theme in an answer. They have a base, but no share.
};

/// Of which units a share is a share. Only included responses are ever counted in a cell.
enum class base : std::uint8_t {
  received,  ///< Every response, whatever its disposition.
  included,
  asked,        ///< At least one of the cell's questions was put to it.
  answered,     ///< Answered at least one of the cell's questions.
  substantive,  ///< ... with something other than "no comment" or "see above".
  reviewed      ///< A person read at least one of its answers to them; only those are counted.
};

/// How the responses of campaigns count.
enum class campaign_view : std::uint8_t {
  as_decided,  ///< Each campaign by its own policy.
  all,         ///< Every response.
  as_one,      ///< A campaign as one response, which says whatever any of its members says.
  excluded     ///< Without the responses of campaigns.
};

struct table_spec {
  axis rows{axis_kind::theme, {}};
  axis columns{axis_kind::all, {}};
  heard::unit unit = unit::responses;
  heard::base base = base::answered;
  /// Only what was said there; both empty: everywhere.
  std::optional<question_id> question;
  std::optional<chapter_id> chapter;
  /// Only this coder's codings, whatever the precedence; invalid: those that count.
  coder_id coder;
  /// A first column "All" beside those of the axis. Beside themes it counts units with any theme or
  /// none.
  bool all_column = true;
  /// As if the table were published alone, in all its views: docs/small-numbers.md. Groups that are
  /// too small are left out, and a note names them.
  heard::small_numbers small_numbers = heard::small_numbers::none;
  campaign_view view = campaign_view::as_decided;
};

/// The axis that a word of a command line names: `all`, `theme`, `question`, `chapter`, `channel`,
/// `capacity`, `category` (the question that names respondents, else the first closed question
/// about them), or the id of a closed question.
/// @throw error(status::not_found) that names the nearest
[[nodiscard]] axis parse_axis(std::string_view word, const consultation& of);

/// Every unit's word, in the order of the enumeration.
template <>
[[nodiscard]] std::span<const std::string_view> words_of<unit>();
/// Every base's word, in the order of the enumeration.
template <>
[[nodiscard]] std::span<const std::string_view> words_of<base>();
/// Every view's word, in the order of the enumeration.
template <>
[[nodiscard]] std::span<const std::string_view> words_of<campaign_view>();

[[nodiscard]] std::string_view word(unit value);
[[nodiscard]] std::string_view word(base value);
[[nodiscard]] std::string_view word(campaign_view value);
/// @throw error(status::not_found) that names the nearest
[[nodiscard]] unit parse_unit(std::string_view word);
[[nodiscard]] base parse_base(std::string_view word);

}  // namespace heard
