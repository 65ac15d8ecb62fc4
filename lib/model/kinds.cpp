#include <heard/model/kinds.hpp>

#include <array>

namespace heard {

namespace {

using std::string_view;

constexpr std::array<string_view, 13> dispositions = {
    "included",  "blank",        "incomplete", "test",     "duplicate",  "superseded", "merged",
    "withdrawn", "out_of_scope", "invalid",    "petition", "unreadable", "pending"};
constexpr std::array<string_view, 3> latenesses = {"on_time", "let_in", "left_out"};
constexpr std::array<string_view, 4> capacities = {"unknown", "self", "organisation", "both"};
constexpr std::array<string_view, 4> publications = {"unknown", "named", "anonymous",
                                                     "counted_only"};
constexpr std::array<string_view, 3> roles = {"author", "signatory", "behalf_of"};
constexpr std::array<string_view, 4> question_kinds = {"open", "single", "multiple", "scale"};
constexpr std::array<string_view, 3> aspects = {"asked", "definition", "missed"};
constexpr std::array<string_view, 10> states = {"not_asked", "not_reached", "blank",  "no_comment",
                                                "refers",    "moved_away",  "unread", "not_coded",
                                                "text",      "options"};
constexpr std::array<string_view, 3> origins = {"field", "assigned", "moved"};
constexpr std::array<string_view, 4> coder_kinds = {"rule", "model", "human", "adjudicated"};
constexpr std::array<string_view, 5> stances = {"none", "for", "against", "mixed", "neither"};
constexpr std::array<string_view, 4> repeat_policies = {"keep_all_flagged", "keep_first",
                                                        "keep_last", "merge"};
constexpr std::array<string_view, 3> small_number_presets = {"none", "k5", "k10_round5"};
constexpr std::array<string_view, 3> quote_actions = {"pin", "ban", "clear"};
constexpr std::array<string_view, 3> campaign_policies = {"count_each", "count_one", "exclude"};
constexpr std::array<string_view, 5> name_actions = {"merge", "keep_apart", "rename", "split",
                                                     "proposed"};

template <class Kind, std::size_t N>
string_view at(const std::array<string_view, N>& words, Kind value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view word(disposition value) {
  return at(dispositions, value);
}
std::string_view word(lateness value) {
  return at(latenesses, value);
}
std::string_view word(capacity value) {
  return at(capacities, value);
}
std::string_view word(publication value) {
  return at(publications, value);
}
std::string_view word(organisation_role value) {
  return at(roles, value);
}
std::string_view word(question_kind value) {
  return at(question_kinds, value);
}
std::string_view word(question_aspect value) {
  return at(aspects, value);
}
std::string_view word(answer_state value) {
  return at(states, value);
}
std::string_view word(answer_origin value) {
  return at(origins, value);
}
std::string_view word(coder_kind value) {
  return at(coder_kinds, value);
}
std::string_view word(stance value) {
  return at(stances, value);
}
std::string_view word(repeat_policy value) {
  return at(repeat_policies, value);
}
std::string_view word(small_numbers value) {
  return at(small_number_presets, value);
}
std::string_view word(quote_action value) {
  return at(quote_actions, value);
}
std::string_view word(campaign_policy value) {
  return at(campaign_policies, value);
}
std::string_view word(name_action value) {
  return at(name_actions, value);
}

template <>
std::span<const string_view> words_of<disposition>() {
  return dispositions;
}
template <>
std::span<const string_view> words_of<lateness>() {
  return latenesses;
}
template <>
std::span<const string_view> words_of<capacity>() {
  return capacities;
}
template <>
std::span<const string_view> words_of<publication>() {
  return publications;
}
template <>
std::span<const string_view> words_of<organisation_role>() {
  return roles;
}
template <>
std::span<const string_view> words_of<question_kind>() {
  return question_kinds;
}
template <>
std::span<const string_view> words_of<question_aspect>() {
  return aspects;
}
template <>
std::span<const string_view> words_of<answer_state>() {
  return states;
}
template <>
std::span<const string_view> words_of<answer_origin>() {
  return origins;
}
template <>
std::span<const string_view> words_of<coder_kind>() {
  return coder_kinds;
}
template <>
std::span<const string_view> words_of<stance>() {
  return stances;
}
template <>
std::span<const string_view> words_of<repeat_policy>() {
  return repeat_policies;
}
template <>
std::span<const string_view> words_of<small_numbers>() {
  return small_number_presets;
}
template <>
std::span<const string_view> words_of<quote_action>() {
  return quote_actions;
}
template <>
std::span<const string_view> words_of<campaign_policy>() {
  return campaign_policies;
}
template <>
std::span<const string_view> words_of<name_action>() {
  return name_actions;
}

}  // namespace heard
