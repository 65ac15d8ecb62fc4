/// @file
/// What was asked: channels, chapters, questions, options. Few rows, so plain structs.
#pragma once

#include <heard/base/ids.hpp>
#include <heard/model/kinds.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

struct channel {
  std::string id;
  std::string title;  ///< How the report calls it; the id where nothing else is declared.
  std::string note;   ///< Printed wherever the channel is counted. May be empty.
};

struct chapter {
  std::string id;
  std::string title;
  std::string note;
  std::string reply;  ///< What the body that consulted answers. May be empty.
};

struct option {
  std::string id;
  std::string label;
  std::vector<std::string> aliases;  ///< Other spellings that mean it.
  std::string note;
  std::string attribution;  ///< How one who chose it is named under a quote; empty: not used.
  question_id question;
};

/// A question in the words of one channel.
struct wording {
  channel_id channel;
  std::string text;
};

struct question {
  std::string id;
  question_kind kind = question_kind::open;
  question_place place = question_place::declared;
  question_aspect aspect = question_aspect::asked;
  bool about_you = false;  ///< A category or another attribute of the respondent.
  chapter_id chapter;      ///< Invalid for about_you questions and for `general`.
  std::string text;        ///< As asked.
  std::string label;       ///< A short heading; `text` where none is declared.
  std::string note;
  std::string reply;
  std::vector<option_id> options;
  std::vector<channel_id> channels;  ///< Where it was asked, sorted.
  std::vector<wording> wordings;     ///< Where a channel put it in other words.
};

/// All of it, in the order declared; the places of chapters follow the declared questions in
/// chapter order, and `general` is last.
class questionnaire {
 public:
  /// Adds one. Options are added by add_option() after their question.
  /// @throw error(status::bad_argument) for an id that is taken
  channel_id add(channel value);
  chapter_id add(chapter value);
  question_id add(question value);
  option_id add_option(question_id question, option value);

  [[nodiscard]] const channel& operator[](channel_id id) const { return channels_[id.value]; }
  [[nodiscard]] const chapter& operator[](chapter_id id) const { return chapters_[id.value]; }
  [[nodiscard]] const question& operator[](question_id id) const { return questions_[id.value]; }
  [[nodiscard]] const option& operator[](option_id id) const { return options_[id.value]; }
  [[nodiscard]] question& edit(question_id id) { return questions_[id.value]; }

  [[nodiscard]] const std::vector<channel>& channels() const { return channels_; }
  [[nodiscard]] const std::vector<chapter>& chapters() const { return chapters_; }
  [[nodiscard]] const std::vector<question>& questions() const { return questions_; }
  [[nodiscard]] const std::vector<option>& options() const { return options_; }

  [[nodiscard]] std::optional<channel_id> find_channel(std::string_view id) const;
  [[nodiscard]] std::optional<chapter_id> find_chapter(std::string_view id) const;
  /// A question, or the place of a chapter by the chapter's id, or `general`.
  [[nodiscard]] std::optional<question_id> find_question(std::string_view id) const;
  [[nodiscard]] std::optional<option_id> find_option(question_id question,
                                                     std::string_view id) const;

 private:
  std::vector<channel> channels_;
  std::vector<chapter> chapters_;
  std::vector<question> questions_;
  std::vector<option> options_;
};

}  // namespace heard
