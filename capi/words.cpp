#include "heard.h"

#include <heard/identity/campaigns.hpp>
#include <heard/model/kinds.hpp>
#include <heard/quotes/attribution.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/tables/spec.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

using namespace heard;

namespace {

// Every view is of a literal, so its data ends with NUL.
template <class Kind, std::size_t... I>
auto words_by_value(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{word(static_cast<Kind>(I))...};
}

std::span<const std::string_view> words_of_set(heard_set set) {
  static const auto units = words_by_value<unit>(std::make_index_sequence<5>());
  static const auto bases = words_by_value<base>(std::make_index_sequence<6>());
  static const auto memberships = words_by_value<membership>(std::make_index_sequence<4>());
  static const auto difference_kinds =
      words_by_value<difference_kind>(std::make_index_sequence<3>());
  static const auto forms = words_by_value<attribution_form>(std::make_index_sequence<6>());
  static constexpr std::array<std::string_view, 5> token_kinds = {"word", "url", "email", "hashtag",
                                                                  "mention"};
  switch (set) {
    case HEARD_DISPOSITIONS:
      return words_of<disposition>();
    case HEARD_LATENESS:
      return words_of<lateness>();
    case HEARD_CAPACITIES:
      return words_of<capacity>();
    case HEARD_PUBLICATIONS:
      return words_of<publication>();
    case HEARD_ORGANISATION_ROLES:
      return words_of<organisation_role>();
    case HEARD_QUESTION_KINDS:
      return words_of<question_kind>();
    case HEARD_QUESTION_ASPECTS:
      return words_of<question_aspect>();
    case HEARD_ANSWER_STATES:
      return words_of<answer_state>();
    case HEARD_ANSWER_ORIGINS:
      return words_of<answer_origin>();
    case HEARD_CODER_KINDS:
      return words_of<coder_kind>();
    case HEARD_STANCES:
      return words_of<stance>();
    case HEARD_UNITS:
      return units;
    case HEARD_BASES:
      return bases;
    case HEARD_TOKEN_KINDS:
      return token_kinds;
    case HEARD_QUOTE_ACTIONS:
      return words_of<quote_action>();
    case HEARD_CAMPAIGN_POLICIES:
      return words_of<campaign_policy>();
    case HEARD_NAME_ACTIONS:
      return words_of<name_action>();
    case HEARD_SMALL_NUMBERS:
      return words_of<small_numbers>();
    case HEARD_MEMBERSHIPS:
      return memberships;
    case HEARD_DIFFERENCE_KINDS:
      return difference_kinds;
    case HEARD_CAMPAIGN_VIEWS:
      return words_of<campaign_view>();
    case HEARD_ATTRIBUTION_FORMS:
      return forms;
    case HEARD_WAYS_HELD:
      return words_of<held>();
    default:
      return {};
  }
}

}  // namespace

size_t heard_words_count(heard_set set) {
  return words_of_set(set).size();
}

const char* heard_words_at(heard_set set, int32_t value) {
  const auto words = words_of_set(set);
  if (value < 0 || static_cast<std::size_t>(value) >= words.size()) return nullptr;
  return words[static_cast<std::size_t>(value)].data();
}

int32_t heard_words_find(heard_set set, const char* word) {
  if (word == nullptr) return -1;
  const auto words = words_of_set(set);
  const auto at = std::find(words.begin(), words.end(), std::string_view(word));
  return at == words.end() ? -1 : static_cast<int32_t>(at - words.begin());
}
