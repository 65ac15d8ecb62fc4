/// @file
/// A consultation typed in as a few rows, coded by a codebook typed in beside it, without its
/// files.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/model/builder.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace heard::test {

inline std::vector<std::string> split_words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

/// Words with a meaning of their own as an answer to an open question.
inline const std::string no_comment = "-";
inline const std::string refers = "^";
inline const std::string unread = "?";

struct small_consultation {
  struct question_row {
    std::string id{};
    question_kind kind = question_kind::open;
    std::string chapter{};  ///< Empty: about you.
    std::string options{};  ///< Ids, with spaces between.
    std::string channels = "form letter";
  };
  struct response_row {
    std::string id{};
    std::string channel = "form";
    /// Question, chapter or `general`; words, or ids of options with spaces between and, after
    /// ": ", words beside them.
    std::vector<std::pair<std::string, std::string>> answers{};
    std::string sender{};
    heard::capacity capacity = capacity::unknown;
    std::vector<std::string> bodies{};
    heard::disposition disposition = disposition::included;
    heard::publication publication = publication::anonymous;
    std::string language{};
    std::string name{};
    std::string received{};  ///< YYYY-MM-DD
  };
  struct coding_row {
    std::string response{}, question{}, coder{}, theme{};
    std::string words{};  ///< Where they first stand in the answer; empty: the whole answer.
    coder_kind kind = coder_kind::human;
    heard::stance stance = heard::stance::none;
  };
  struct review_row {
    std::string response{}, question{}, coder{};
  };
  struct theme_row {
    std::string id{};
    std::vector<std::string> match{};  ///< Rules.
    std::string parent{};
    std::vector<std::string> questions{};
    std::string name{};       ///< Empty: the id.
    std::string stance_of{};  ///< What responses may be for or against.
  };
  struct quote_row {
    std::string response{}, question{}, words{};
    quote_action action = quote_action::clear;
    std::string translation{};
  };

  heard::settings settings;
  std::vector<channel> channels = {{"form", "Form", ""}, {"letter", "Letter", ""}};
  std::vector<std::string> chapters;
  std::vector<question_row> asked;
  std::vector<response_row> responses;
  std::vector<coding_row> codings;
  std::vector<review_row> reviews;
  struct redaction_row {
    std::string response{}, question{}, words{};
    std::string replacement = "[name]";
  };
  struct translation_row {
    std::string response{}, question{}, text{};
    std::string language = "en";
    std::string who = "the translator";
  };
  std::vector<translation_row> translations;
  std::vector<quote_row> quotes;
  std::vector<redaction_row> redactions;
  std::vector<theme_row> themes;
  std::vector<std::string> rule_languages;
  std::vector<input_file> files;
  lateness late = lateness::let_in;  ///< What came after `settings.closes`.
  std::vector<std::pair<std::string, std::string>> option_notes;         ///< By option.
  std::vector<std::pair<std::string, std::string>> option_attributions;  ///< By option.
  std::vector<std::pair<std::string, campaign_policy>> campaign_policies;
  std::string attribution;  ///< Id of the question that names respondents.

  [[nodiscard]] std::shared_ptr<const consultation> build() const {
    consultation_builder builder;
    builder.settings() = settings;
    add_questions(builder);
    for (const input_file& each : files) builder.add_file(each);
    for (const response_row& row : responses) add_response(builder, row);
    for (const coding_row& row : codings) {
      const auto [handle, text] = words_at(builder, row.response, row.question);
      consultation_builder::new_coding coding;
      coding.answer = handle;
      coding.coder = coder_of(builder, row.coder, row.kind);
      coding.theme = row.theme;
      coding.stance = row.stance;
      coding.whole_answer = row.words.empty();
      coding.first = place_of(text, row.words);
      coding.last = coding.first + static_cast<std::uint32_t>(row.words.size());
      builder.add_coding(coding);
    }
    for (const review_row& row : reviews) {
      builder.add_review(words_at(builder, row.response, row.question).first,
                         coder_of(builder, row.coder, coder_kind::human));
    }
    for (const quote_row& row : quotes) {
      const auto [handle, text] = words_at(builder, row.response, row.question);
      quote_decision decision;
      decision.first = place_of(text, row.words);
      decision.last = decision.first + static_cast<std::uint32_t>(row.words.size());
      decision.action = row.action;
      decision.translation = row.translation;
      builder.add_quote_decision(handle, decision);
    }
    for (const translation_row& row : translations) {
      translation words;
      words.language = row.language;
      words.by.who = row.who;
      builder.add_translation(words_at(builder, row.response, row.question).first, std::move(words),
                              row.text, answer_state::text);
    }
    for (const redaction_row& row : redactions) {
      const auto [handle, text] = words_at(builder, row.response, row.question);
      redaction hidden;
      hidden.first = place_of(text, row.words);
      hidden.last = hidden.first + static_cast<std::uint32_t>(row.words.size());
      hidden.replacement = row.replacement;
      builder.add_redaction(handle, std::move(hidden));
    }
    for (const auto& [campaign, policy] : campaign_policies) {
      campaign_decision decision;
      decision.campaign = campaign;
      decision.policy = policy;
      builder.add_campaign_decision(std::move(decision));
    }
    builder.set_rule_languages(rule_languages);
    builder.decide_late(late, {});
    diagnostics remarks;
    auto out = builder.finish(remarks);
    REQUIRE(out);
    return out;
  }

  [[nodiscard]] std::shared_ptr<const codebook> book() const {
    auto out = std::make_shared<codebook>();
    for (const theme_row& row : themes) {
      theme added;
      added.id = row.id;
      added.name = row.name.empty() ? row.id : row.name;
      added.questions = row.questions;
      added.stance_of = row.stance_of;
      for (const std::string& source : row.match) {
        auto parsed = query::parse_rule(source);
        REQUIRE(parsed.rule);
        added.match.push_back({source, std::move(*parsed.rule), {}});
      }
      out->themes.push_back(std::move(added));
    }
    for (std::size_t child = 0; child < themes.size(); ++child) {
      for (std::size_t parent = 0; parent < themes.size(); ++parent) {
        if (themes[parent].id != themes[child].parent) continue;
        out->themes[child].parent = theme_id(parent);
        out->themes[parent].children.push_back(theme_id(child));
      }
    }
    return out;
  }

  [[nodiscard]] std::shared_ptr<const heard::codings> code() const {
    return run_codings(build(), book(), {1, {}});
  }

 private:
  void add_questions(consultation_builder& builder) const {
    questionnaire& to = builder.asked();
    for (const channel& each : channels) to.add(each);
    for (const std::string& id : chapters) to.add(chapter{id, "Chapter " + id, "", ""});
    for (const question_row& row : asked) {
      question added;
      added.id = row.id;
      added.kind = row.kind;
      added.text = "Question " + row.id + "?";
      added.about_you = row.chapter.empty();
      if (!row.chapter.empty()) added.chapter = *to.find_chapter(row.chapter);
      for (const std::string& id : split_words(row.channels)) {
        added.channels.push_back(*to.find_channel(id));
      }
      const question_id id = to.add(std::move(added));
      for (const std::string& each : split_words(row.options)) {
        option choice;
        choice.id = each;
        choice.label = "Option " + each;
        for (const auto& [of, note] : option_notes) {
          if (of == each) choice.note = note;
        }
        for (const auto& [of, name] : option_attributions) {
          if (of == each) choice.attribution = name;
        }
        to.add_option(id, std::move(choice));
      }
    }
    if (!attribution.empty()) builder.settings().attribution = *to.find_question(attribution);
    builder.finish_questionnaire();
  }

  static void add_response(consultation_builder& builder, const response_row& row) {
    new_response added;
    added.id = row.id;
    added.channel = *builder.asked().find_channel(row.channel);
    added.disposition = row.disposition;
    added.capacity = row.capacity;
    added.publication = row.publication;
    added.sender = row.sender;
    added.language = row.language;
    added.name = row.name;
    if (!row.received.empty()) added.received = *parse_timestamp(row.received, "%F");
    for (const std::string& name : row.bodies) {
      added.organisations.push_back({name, organisation_role::author});
    }
    const auto handle = builder.add_response(std::move(added));
    REQUIRE(handle);
    for (const auto& [question, words] : row.answers) {
      const question_id id = *builder.asked().find_question(question);
      new_answer answer;
      answer.question = id;
      if (builder.asked()[id].kind != question_kind::open) {
        answer.state = answer_state::options;
        const std::size_t end = words.find(": ");
        for (const std::string& each : split_words(words.substr(0, end))) {
          answer.options.push_back(*builder.asked().find_option(id, each));
        }
        if (end != std::string::npos) answer.other = std::string_view(words).substr(end + 2);
      } else if (words == unread) {
        builder.add_unread(*handle, id, {});
        continue;
      } else {
        answer.text = words;
        if (words.empty()) answer.state = answer_state::blank;
        if (words == no_comment) answer.state = answer_state::no_comment;
        if (words == refers) answer.state = answer_state::refers;
      }
      builder.add_answer(*handle, answer);
    }
  }

  static coder_id coder_of(consultation_builder& builder, const std::string& name,
                           coder_kind kind) {
    coder who;
    who.name = name;
    who.kind = kind;
    return builder.add_coder(who);
  }

  /// The first answer there.
  static std::pair<answer_handle, std::string_view> words_at(consultation_builder& builder,
                                                             const std::string& response,
                                                             const std::string& question) {
    const auto found = builder.answers_at(*builder.find_response(response),
                                          *builder.asked().find_question(question));
    REQUIRE_FALSE(found.empty());
    return {found.front().handle, found.front().text};
  }

  static std::uint32_t place_of(std::string_view text, const std::string& words) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string_view::npos);
    return static_cast<std::uint32_t>(at);
  }
};

/// The theme or the question that an id names, or a test that cannot go on.
inline theme_id theme_of(const heard::codings& from, std::string_view id) {
  const std::vector<theme>& themes = from.by()->themes;
  for (std::size_t i = 0; i < themes.size(); ++i) {
    if (themes[i].id == id) return theme_id(i);
  }
  REQUIRE_MESSAGE(false, "no such theme");
  return {};
}
inline question_id question_of(const heard::codings& from, std::string_view id) {
  const auto found = from.of()->asked().find_question(id);
  REQUIRE(found);
  return *found;
}

}  // namespace heard::test
