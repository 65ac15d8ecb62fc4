/// @file
/// The small closed sets of the model, and the words for them in files and reports.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace heard {

/// What became of a response. Every response has exactly one; they sum to `received`.
enum class disposition : std::uint8_t {
  included,
  blank,
  incomplete,
  test,
  duplicate,
  superseded,
  merged,
  withdrawn,
  out_of_scope,
  invalid,
  petition,
  unreadable,
  pending
};

/// Late is a flag beside the disposition: a decision lets a late response in or leaves it out.
enum class lateness : std::uint8_t { on_time, let_in, left_out };

/// For whom a response speaks.
enum class capacity : std::uint8_t { unknown, self, organisation, both };

/// What may be done with its words. `unknown` is treated as `counted_only`.
enum class publication : std::uint8_t { unknown, named, anonymous, counted_only };

/// What an organisation has to do with a response.
enum class organisation_role : std::uint8_t { author, signatory, behalf_of };

enum class question_kind : std::uint8_t { open, single, multiple, scale };

/// What an open question is after.
enum class question_aspect : std::uint8_t { asked, definition, missed };

/// Whether a question stands in the manifest, or is the place for words that belong to a chapter
/// but to no question of it, or to no chapter.
enum class question_place : std::uint8_t { declared, chapter, general };

/// What one response did with one question. Every response has exactly one for every question.
enum class answer_state : std::uint8_t {
  not_asked,    ///< Its channel did not ask, and it said nothing to it.
  not_reached,  ///< An incomplete form ended before it.
  blank,
  no_comment,  ///< "No comment", "n/a".
  refers,      ///< "See question 2".
  moved_away,  ///< Its words belong to another question and were moved there.
  unread,      ///< An attachment that nobody has turned into text.
  not_coded,   ///< Words in a language without rules.
  text,
  options  ///< A closed question, answered.
};

/// How the words came to the question.
enum class answer_origin : std::uint8_t {
  field,     ///< Its own field of a form.
  assigned,  ///< A person placed a passage there, or set the value.
  moved      ///< Found under another question.
};

/// Where a coding comes from; also the words of `precedence` in the manifest.
enum class coder_kind : std::uint8_t { rule, model, human, adjudicated };

/// Towards the proposition that a theme's `stance_of` states. Rules never find `neither`.
enum class stance : std::uint8_t { none, in_favour, against, mixed, neither };

/// What becomes of several responses of one known sender; docs/campaigns.md says it in full.
enum class repeat_policy : std::uint8_t { keep_all_flagged, keep_first, keep_last, merge };

/// What is done about small numbers in what is published. docs/small-numbers.md says how.
enum class small_numbers : std::uint8_t {
  none,
  k5,          ///< No number below 5 can be found out.
  k10_round5,  ///< None below 10, and all others are rounded to the nearest 5.
};

/// What a person decided about words that may be quoted.
enum class quote_action : std::uint8_t { pin, ban, clear };

/// How the responses of a campaign are counted: each of them, all of them once, or not at all.
enum class campaign_policy : std::uint8_t { count_each, count_one, exclude };

/// What a person decided about two names of bodies.
enum class name_action : std::uint8_t { merge, keep_apart, rename, split, proposed };

/// A question whose words count as an answer: no_comment, refers, not_coded, text, options.
[[nodiscard]] constexpr bool answered(answer_state state) {
  return state == answer_state::no_comment || state == answer_state::refers ||
         state >= answer_state::not_coded;
}
/// Answered with something other than "no comment" or "see above".
[[nodiscard]] constexpr bool substantive(answer_state state) {
  return state >= answer_state::not_coded;
}

/// The word for a value in files and reports: `out_of_scope`, `keep_first`, `for`; `none` for no
/// stance.
[[nodiscard]] std::string_view word(disposition value);
[[nodiscard]] std::string_view word(lateness value);
[[nodiscard]] std::string_view word(capacity value);
[[nodiscard]] std::string_view word(publication value);
[[nodiscard]] std::string_view word(organisation_role value);
[[nodiscard]] std::string_view word(question_kind value);
[[nodiscard]] std::string_view word(question_aspect value);
[[nodiscard]] std::string_view word(answer_state value);
[[nodiscard]] std::string_view word(answer_origin value);
[[nodiscard]] std::string_view word(coder_kind value);
[[nodiscard]] std::string_view word(stance value);
[[nodiscard]] std::string_view word(repeat_policy value);
[[nodiscard]] std::string_view word(small_numbers value);
[[nodiscard]] std::string_view word(quote_action value);
[[nodiscard]] std::string_view word(campaign_policy value);
[[nodiscard]] std::string_view word(name_action value);

/// Every word of a set, in the order of its values.
template <class Kind>
[[nodiscard]] std::span<const std::string_view> words_of();
template <>
std::span<const std::string_view> words_of<disposition>();
template <>
std::span<const std::string_view> words_of<lateness>();
template <>
std::span<const std::string_view> words_of<capacity>();
template <>
std::span<const std::string_view> words_of<publication>();
template <>
std::span<const std::string_view> words_of<organisation_role>();
template <>
std::span<const std::string_view> words_of<question_kind>();
template <>
std::span<const std::string_view> words_of<question_aspect>();
template <>
std::span<const std::string_view> words_of<answer_state>();
template <>
std::span<const std::string_view> words_of<answer_origin>();
template <>
std::span<const std::string_view> words_of<coder_kind>();
template <>
std::span<const std::string_view> words_of<stance>();
template <>
std::span<const std::string_view> words_of<repeat_policy>();
template <>
std::span<const std::string_view> words_of<small_numbers>();
template <>
std::span<const std::string_view> words_of<quote_action>();
template <>
std::span<const std::string_view> words_of<campaign_policy>();
template <>
std::span<const std::string_view> words_of<name_action>();

/// The value that a word stands for, or nothing.
template <class Kind>
[[nodiscard]] std::optional<Kind> from_word(std::string_view word) {
  const auto words = words_of<Kind>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

}  // namespace heard
