/// @file
/// A consultation: who was asked what, what they said, and what was decided. Immutable once built.
#pragma once

#include <heard/model/arena.hpp>
#include <heard/model/decisions.hpp>
#include <heard/model/questionnaire.hpp>
#include <heard/model/settings.hpp>
#include <heard/model/tables.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

class consultation_builder;

class consultation {
 public:
  [[nodiscard]] const heard::settings& settings() const { return settings_; }
  [[nodiscard]] const questionnaire& asked() const { return asked_; }
  [[nodiscard]] const std::vector<input_file>& files() const { return files_; }
  [[nodiscard]] const item_table& items() const { return items_; }
  [[nodiscard]] const response_table& responses() const { return responses_; }
  /// Bodies, sorted by name.
  [[nodiscard]] const std::vector<organisation>& organisations() const { return organisations_; }
  /// Names that are to be two bodies, sorted, each pair once.
  [[nodiscard]] const std::vector<name_couple>& kept_apart() const { return kept_apart_; }
  /// Names that may be one body, or an entry and one that it may hold, waiting for a person.
  /// Sorted.
  [[nodiscard]] const std::vector<name_couple>& proposed_bodies() const { return proposed_bodies_; }
  /// What was typed for a body's name and names none ("none", "n/a"), sorted.
  [[nodiscard]] const std::vector<std::string>& not_bodies() const { return not_bodies_; }
  [[nodiscard]] const answer_table& answers() const { return answers_; }
  /// Sorted by response, question and place.
  [[nodiscard]] const std::vector<unread_words>& unread() const { return unread_; }
  [[nodiscard]] const std::vector<engagement_event>& events() const { return events_; }
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  [[nodiscard]] std::size_t respondents() const { return respondents_; }

  [[nodiscard]] const std::vector<coder>& coders() const { return coders_; }
  /// Sorted by answer, coder, theme word, bytes.
  [[nodiscard]] const std::vector<external_coding>& codings() const { return codings_; }
  /// Theme words of the codings, sorted.
  [[nodiscard]] const std::vector<std::string>& coded_themes() const { return coded_themes_; }
  /// Sorted, each once.
  [[nodiscard]] const std::vector<review>& reviews() const { return reviews_; }
  [[nodiscard]] const std::vector<quote_decision>& quote_decisions() const { return quotes_; }
  /// Sorted by answer and bytes.
  [[nodiscard]] const std::vector<redaction>& redactions() const { return redactions_; }
  /// Those of one answer.
  [[nodiscard]] std::span<const redaction> redactions_of(answer_id answer) const;
  /// Sorted by answer and language, each once.
  [[nodiscard]] const std::vector<translation>& translations() const { return translations_; }
  /// Those of one answer.
  [[nodiscard]] std::span<const translation> translations_of(answer_id answer) const;
  /// The first of them in a language, whatever its region: `en-GB` for `en`. Null: there is none.
  [[nodiscard]] const translation* translation_of(answer_id answer,
                                                  std::string_view language) const;
  /// Sorted by campaign, each once.
  [[nodiscard]] const std::vector<campaign_decision>& campaign_decisions() const {
    return campaigns_;
  }
  /// Sorted by name, canonical name and action.
  [[nodiscard]] const std::vector<name_decision>& name_decisions() const { return names_; }
  /// Sorted by section, run and who.
  [[nodiscard]] const std::vector<signoff>& signoffs() const { return signoffs_; }
  /// Sorted by file and row.
  [[nodiscard]] const std::vector<stale_decision>& stale() const { return stale_; }

  /// The bytes of a text, as received.
  [[nodiscard]] std::string_view text(text_ref ref) const { return arena_[ref]; }
  [[nodiscard]] std::string_view id_of(response_id response) const {
    return arena_[responses_.id[response]];
  }
  [[nodiscard]] std::string_view text_of(answer_id answer) const {
    return arena_[answers_.text[answer]];
  }

  [[nodiscard]] id_range<response_id> each_response() const {
    return id_range<response_id>(responses_.size());
  }
  [[nodiscard]] id_range<answer_id> each_answer() const {
    return id_range<answer_id>(answers_.size());
  }
  [[nodiscard]] id_range<question_id> each_question() const {
    return id_range<question_id>(asked_.questions().size());
  }

  /// The one state of a response at a question; with several passages, the last of their states in
  /// the order of the enumeration (text wins over "see question 2").
  [[nodiscard]] answer_state state(response_id response, question_id question) const;
  /// The answers of one response, in question order: [first, last).
  [[nodiscard]] std::pair<answer_id, answer_id> answers_of(response_id response) const;

  /// Whether a response is in the bases: included, and not late and left out.
  [[nodiscard]] bool included(response_id response) const {
    return responses_.disposition[response] == disposition::included &&
           responses_.late[response] != lateness::left_out;
  }

  [[nodiscard]] std::optional<response_id> find_response(std::string_view id) const;

 private:
  friend class consultation_builder;

  heard::settings settings_;
  questionnaire asked_;
  arena arena_;
  std::vector<input_file> files_;
  item_table items_;
  response_table responses_;
  std::vector<organisation> organisations_;
  std::vector<name_couple> kept_apart_;
  std::vector<name_couple> proposed_bodies_;
  std::vector<std::string> not_bodies_;
  answer_table answers_;
  std::vector<answer_state> states_;         // responses x questions, by response
  std::vector<std::uint32_t> first_answer_;  // responses + 1
  std::vector<unread_words> unread_;
  std::vector<engagement_event> events_;
  std::vector<std::string> languages_;
  std::size_t respondents_ = 0;
  std::vector<coder> coders_;
  std::vector<external_coding> codings_;
  std::vector<std::string> coded_themes_;
  std::vector<review> reviews_;
  std::vector<quote_decision> quotes_;
  std::vector<redaction> redactions_;
  std::vector<translation> translations_;
  std::vector<campaign_decision> campaigns_;
  std::vector<name_decision> names_;
  std::vector<signoff> signoffs_;
  std::vector<stale_decision> stale_;
};

}  // namespace heard
