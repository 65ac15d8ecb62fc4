#include "model/builder_state.hpp"

#include <heard/base/error.hpp>
#include <heard/base/space.hpp>
#include <heard/model/builder.hpp>

#include <algorithm>

namespace heard {

consultation_builder::consultation_builder() : state_(std::make_unique<state>()) {}
consultation_builder::~consultation_builder() = default;
consultation_builder::consultation_builder(consultation_builder&&) noexcept = default;
consultation_builder& consultation_builder::operator=(consultation_builder&&) noexcept = default;

std::uint16_t consultation_builder::state::add_language(std::string_view language) {
  const std::uint32_t row = languages.add(language);
  if (row > 0xFFFF) throw error(status::bad_input, "more than 65,536 languages");
  return static_cast<std::uint16_t>(row);
}

settings& consultation_builder::settings() {
  return state_->made->settings_;
}

questionnaire& consultation_builder::asked() {
  return state_->made->asked_;
}

void consultation_builder::finish_questionnaire() {
  if (std::exchange(state_->questionnaire_finished, true)) return;
  questionnaire& asked = state_->made->asked_;
  for (std::size_t i = 0; i < asked.questions().size(); ++i) {
    auto& channels = asked.edit(question_id(i)).channels;
    std::sort(channels.begin(), channels.end());
    channels.erase(std::unique(channels.begin(), channels.end()), channels.end());
  }
  for (std::size_t i = 0; i < asked.chapters().size(); ++i) {
    const chapter& of = asked.chapters()[i];
    question place;
    place.id = of.id;
    place.place = question_place::chapter;
    place.chapter = chapter_id(i);
    place.text = of.title;
    asked.add(std::move(place));
  }
  question general;
  general.id = "general";
  general.place = question_place::general;
  general.text = "General points";
  asked.add(std::move(general));
}

void consultation_builder::keep(const kept_bytes& bytes) {
  state_->made->arena_.keep(bytes);
}

auto consultation_builder::rows() const -> row_counts {
  return {state_->made->responses_.size(), state_->made->answers_.size()};
}

void consultation_builder::make_room(row_counts rows) {
  state_->made->responses_.reserve(rows.responses);
  state_->made->answers_.reserve(rows.answers);
  state_->extra.reserve(rows.responses);
  state_->by_id.reserve(rows.responses);
  state_->next_answer.reserve(rows.answers);
}

file_id consultation_builder::add_file(input_file file) {
  state_->made->files_.push_back(std::move(file));
  return file_id(state_->made->files_.size() - 1);
}

input_file& consultation_builder::file(file_id which) {
  return state_->made->files_[which.value];
}

void consultation_builder::add_item(new_item item) {
  arena& texts = state_->made->arena_;
  state::entry row;
  row.item = texts.add(item.id);
  row.part = item.part.empty() ? row.item : texts.add(item.part);
  row.note = texts.add(item.note);
  row.merged_into = texts.add(item.merged_into);
  row.channel = item.channel;
  row.received = item.received;
  row.place = item.place;
  state_->entries.push_back(row);
}

std::optional<response_handle> consultation_builder::add_response(new_response response) {
  if (state_->by_id.contains(response.id)) return std::nullopt;
  consultation& made = *state_->made;
  arena& texts = made.arena_;
  const text_ref id = texts.add(response.id);
  const auto handle = static_cast<std::uint32_t>(made.responses_.size());
  state_->by_id.emplace(texts[id], handle);

  response_table& table = made.responses_;
  table.id.push_back(id);
  table.channel.push_back(response.channel);
  table.received.push_back(response.received);
  table.disposition.push_back(response.disposition);
  table.reason.push_back(texts.add(response.reason));
  table.capacity.push_back(response.capacity);
  table.publication.push_back(response.publication);
  const bool named = response.publication == publication::named;
  table.name.push_back(texts.add(named ? response.name : std::string()));
  table.place.push_back(response.place);

  state::response_extra extra;
  extra.sender_known = !response.sender.empty();
  if (extra.sender_known) extra.sender = hash_bytes(response.sender);
  extra.language =
      state_->add_language(response.language.empty() ? made.settings_.language : response.language);
  extra.ended_early = response.ended_early;
  extra.capacity_by_name = response.capacity_by_name;
  if ((!response.item.empty() && response.item != response.id) || !response.note.empty()) {
    extra.entry = static_cast<std::uint32_t>(state_->entries.size());
    state::entry row;
    row.item = response.item.empty() ? id : texts.add(response.item);
    row.part = id;
    row.note = texts.add(response.note);
    row.response = handle;
    row.channel = response.channel;
    row.received = response.received;
    row.place = response.place;
    state_->entries.push_back(row);
  }
  state_->extra.push_back(extra);

  for (const new_organisation& body : response.organisations) {
    const std::string_view name = trim(body.name);
    if (name.empty()) continue;
    const std::uint32_t row = state_->body_names.add(name);
    state_->bodies.push_back({handle, row, body.role});
    if (state_->knows_names) continue;
    if (!body.type.empty()) state_->body_types.push_back({row, body.type, response.place});
  }
  return handle;
}

std::optional<response_handle> consultation_builder::find_response(std::string_view id) const {
  const auto found = state_->by_id.find(id);
  if (found == state_->by_id.end()) return std::nullopt;
  return found->second;
}

std::string_view consultation_builder::id_of(response_handle response) const {
  return state_->made->id_of(response_id(response));
}

source_place consultation_builder::place_of(response_handle response) const {
  return state_->made->responses_.place[response_id(response)];
}

channel_id consultation_builder::channel_of(response_handle response) const {
  return state_->made->responses_.channel[response_id(response)];
}

disposition consultation_builder::disposition_of(response_handle response) const {
  return state_->made->responses_.disposition[response_id(response)];
}

void consultation_builder::decide(response_handle response, heard::disposition disposition,
                                  std::string_view reason) {
  response_table& table = state_->made->responses_;
  table.disposition[response_id(response)] = disposition;
  table.reason.set(response_id(response), state_->made->arena_.add(reason));
  state_->extra[response].decided = true;
}

answer_handle consultation_builder::add_answer(response_handle response, const new_answer& answer) {
  consultation& made = *state_->made;
  state::response_extra& extra = state_->extra[response];
  answer_table& table = made.answers_;
  const auto handle = static_cast<answer_handle>(table.size());
  table.response.push_back(response_id(response));
  table.question.push_back(answer.question);
  table.state.push_back(answer.state);
  table.origin.push_back(answer.origin);
  table.text.push_back(made.arena_.add_slice(answer.text));
  table.other.push_back(made.arena_.add(answer.other));
  table.language.push_back(answer.language.empty() ? extra.language
                                                   : state_->add_language(answer.language));
  table.place.push_back(answer.place);
  std::vector<option_id> options = answer.options;
  std::sort(options.begin(), options.end());
  options.erase(std::unique(options.begin(), options.end()), options.end());
  table.options.push_back(options);

  state_->next_answer.push_back(no_row);
  if (extra.last_answer == no_row) {
    extra.first_answer = handle;
  } else {
    state_->next_answer[extra.last_answer] = handle;
  }
  extra.last_answer = handle;
  return handle;
}

void consultation_builder::add_unread(response_handle response, question_id question,
                                      source_place place) {
  state_->unread.push_back({response, question, place});
}

std::vector<consultation_builder::answer_words> consultation_builder::answers_at(
    response_handle response, question_id question) const {
  const answer_table& table = state_->made->answers_;
  std::vector<answer_words> out;
  for (std::uint32_t row = state_->extra[response].first_answer; row != no_row;
       row = state_->next_answer[row]) {
    const answer_id answer(row);
    if (table.question[answer] != question) continue;
    out.push_back({row, state_->made->text_of(answer), table.place[answer]});
  }
  return out;
}

void consultation_builder::move_answer(answer_handle answer, question_id to) {
  answer_table& table = state_->made->answers_;
  const answer_id row(answer);
  state_->moved.push_back({table.response[row].value, table.question[row]});
  table.question[row] = to;
  table.origin[row] = answer_origin::moved;
}

void consultation_builder::add_event(engagement_event event, std::string_view notes) {
  event.notes = state_->made->arena_.add(notes);
  state_->made->events_.push_back(std::move(event));
}

void consultation_builder::merge_organisation(std::string name, std::string canonical,
                                              std::string type, source_place place) {
  state_->add_decision(body_action::merge, name, canonical, std::move(type), place);
}

void consultation_builder::keep_organisations_apart(std::string name, std::string other,
                                                    std::string type, source_place place) {
  state_->add_decision(body_action::keep_apart, name, other, std::move(type), place);
}

void consultation_builder::split_organisation(std::string name, std::string part, std::string type,
                                              source_place place) {
  state_->add_decision(body_action::split, name, part, std::move(type), place);
}

void consultation_builder::propose_organisation(std::string name, std::string other,
                                                source_place place) {
  state_->add_decision(body_action::proposed, name, other, {}, place);
}

void consultation_builder::know_names(std::span<const known_name> all) {
  state_->knows_names = true;
  for (const known_name& each : all) {
    const std::uint32_t row = state_->body_names.add(each.name);
    state_->known_responses.resize(row + 1);
    state_->known_responses[row] = each.responses;
    for (const auto& [type, place] : each.types) state_->body_types.push_back({row, type, place});
  }
}

void consultation_builder::match_names(name_matcher how) {
  state_->match = std::move(how);
}

coder_id consultation_builder::add_coder(coder who) {
  std::vector<coder>& coders = state_->made->coders_;
  const auto found = std::find(coders.begin(), coders.end(), who);
  if (found != coders.end()) return coder_id(static_cast<std::size_t>(found - coders.begin()));
  coders.push_back(std::move(who));
  return coder_id(coders.size() - 1);
}

void consultation_builder::add_coding(const new_coding& coding) {
  external_coding row;
  row.answer = answer_id(coding.answer);
  row.coder = coding.coder;
  row.theme = state_->themes.add(coding.theme);
  row.stance = coding.stance;
  row.whole_answer = coding.whole_answer;
  row.first = coding.whole_answer ? 0 : coding.first;
  row.last = coding.whole_answer ? 0 : coding.last;
  row.place = coding.place;
  row.when = coding.when;
  state_->made->codings_.push_back(row);
}

void consultation_builder::add_review(answer_handle answer, coder_id coder) {
  state_->made->reviews_.push_back({answer_id(answer), coder});
}

void consultation_builder::add_quote_decision(answer_handle answer, quote_decision decision) {
  decision.answer = answer_id(answer);
  state_->made->quotes_.push_back(std::move(decision));
}

void consultation_builder::add_redaction(answer_handle answer, redaction words) {
  words.answer = answer_id(answer);
  state_->made->redactions_.push_back(std::move(words));
}

void consultation_builder::add_translation(answer_handle answer, translation words,
                                           std::string_view text, answer_state says) {
  consultation& made = *state_->made;
  words.answer = answer_id(answer);
  words.text = made.arena_.add(text);
  answer_state& is = made.answers_.state[words.answer];
  if (is == answer_state::text) is = says;
  state_->translated[answer].push_back(static_cast<std::uint32_t>(made.translations_.size()));
  made.translations_.push_back(std::move(words));
}

std::vector<std::string_view> consultation_builder::translations_of(answer_handle answer) const {
  std::vector<std::string_view> out;
  const auto found = state_->translated.find(answer);
  if (found == state_->translated.end()) return out;
  for (const std::uint32_t row : found->second) {
    out.push_back(state_->made->text(state_->made->translations_[row].text));
  }
  return out;
}

void consultation_builder::add_campaign_decision(campaign_decision decision) {
  state_->made->campaigns_.push_back(std::move(decision));
}

void consultation_builder::add_name_decision(name_decision decision) {
  decision.name = std::string(trim(decision.name));
  decision.canonical = std::string(trim(decision.canonical));
  state_->made->names_.push_back(std::move(decision));
}

void consultation_builder::add_signoff(signoff row) {
  state_->made->signoffs_.push_back(std::move(row));
}

void consultation_builder::add_stale(stale_decision row) {
  state_->made->stale_.push_back(std::move(row));
}

void consultation_builder::decide_late(lateness by_default, std::vector<std::string> otherwise) {
  state_->late_default = by_default;
  state_->late_otherwise = std::move(otherwise);
}

void consultation_builder::set_rule_languages(std::vector<std::string> languages) {
  state_->rule_languages = std::move(languages);
}

}  // namespace heard
