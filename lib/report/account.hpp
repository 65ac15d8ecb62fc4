/// @file
/// Everything one folder of the report says, before any of it is put into a sentence or a format.
/// What a folder may not show never gets in here, so that no renderer can let it out.
#pragma once

#include "report/shown_table.hpp"

#include <heard/coding/codings.hpp>
#include <heard/model/ledger.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heard::reporting {

/// A stretch of a quote as printed.
struct quote_part {
  enum class kind : std::uint8_t {
    words,     ///< A slice of the answer, or what is shown in the place of words redacted.
    evidence,  ///< One that the theme was found by.
    cut        ///< " [...] ", which stands for words left out.
  };
  std::string text;
  kind is = kind::words;
};

struct shown_quote {
  std::vector<quote_part> parts;
  std::string by;
  std::string language;  ///< Empty: the consultation's.
  bool cleared = false;
  bool pinned = false;
  bool may_be_published = false;
  std::string response;  ///< Its id; only in `internal/`.
  std::string holds;     ///< What nobody settled in it, without the words; only in `internal/`.
  /// What stands beside it in another language; empty where nothing does.
  std::string translation;
  std::string translation_language;
  std::string translator;
  bool translation_is_longer = false;  ///< It is of the whole answer.
  bool names_body = false;
  std::vector<organisation_id> bodies;  ///< Of the response. Printed nowhere.
};

/// Words that show a theme best and may not be published.
struct held_quote {
  question_id question;
  std::string response;  ///< Its id.
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string why;
};

/// Included responses at one question by their stance towards a theme's proposition.
struct stance_tally {
  std::array<std::uint64_t, 5> count{};  ///< In the order of the enumeration.
  [[nodiscard]] bool any() const;        ///< Whether anybody took one.
  [[nodiscard]] std::uint64_t total() const;
  /// Whether any of them is from 1 to k - 1.
  [[nodiscard]] bool tells_of_few(std::uint64_t k) const;
};

/// One theme at one question.
struct theme_account {
  theme_id theme;
  unsigned depth = 0;
  heard::cell figure;
  /// Raised in one response only, or in less than `other_points_below` per cent of the base.
  bool other_point = false;
  bool union_of_children = false;  ///< Has children that were found here.
  stance_tally stances;            ///< Empty where only children of it were found.
  std::vector<shown_quote> quotes;
};
inline constexpr std::uint64_t other_points_below = 5;

/// One question, open or closed, or a place for words that belong to none.
struct question_account {
  question_id id;
  std::array<std::uint64_t, answer_state_count> states{};  ///< Of included responses.
  std::uint64_t answered = 0;
  shown_table figures;                  ///< Themes or options by "All", in the order reported.
  std::vector<shown_table> by_group;    ///< Themes by the groups of respondents, same order.
  std::vector<theme_account> themes;    ///< Those that were found, in the order reported.
  std::array<std::uint64_t, 4> held{};  ///< Quotes kept from print, in the order of heard::held.
  std::vector<held_quote> held_quotes;  ///< Only in `internal/`.
  std::uint64_t with_words = 0;         ///< Responses whose words could be coded.
  cell uncovered;                       ///< ... of them those in which no theme counts.
};

struct chapter_account {
  chapter_id id;
  std::vector<question_account> asked;
  std::vector<question_account> missed;
  std::optional<question_account> place;  ///< Words on the chapter and none of its questions.
};

struct body_account {
  std::string name;
  std::string type;
  bool named = false;                  ///< May be named; always so in `publish/`.
  std::vector<std::string> spellings;  ///< Only in `internal/`.
};

struct file_account {
  std::string path;
  std::string hash;
  std::string encoding;
  std::uint64_t size = 0;
  std::uint64_t rows = 0;
};

/// What was said at an engagement event, apart from the responses.
struct event_account {
  event_id id;
  bool notes_read = false;       ///< Whether rules were tried on its notes.
  std::vector<theme_id> themes;  ///< Found in them, in codebook order.
};

/// A list for those who work on the consultation, in `internal/` only.
struct work_list {
  struct entry {
    std::string text;
    bool words = false;  ///< A respondent's.
  };
  std::string name;  ///< Of its CSV file.
  std::string title;
  std::string about;
  std::vector<std::string> header;
  std::vector<std::vector<entry>> rows;
  std::uint64_t all = 0;  ///< How many there are, where not all are listed.
};

/// Words of a letter that many sent.
struct letter_words {
  std::string text;      ///< With redactions made.
  std::string language;  ///< Empty: the consultation's.
};

/// The campaigns that a folder tells of, one a row of each table, in the same order.
struct campaigns_account {
  std::uint64_t at_least = 0;  ///< Campaigns of fewer responses are not listed.
  std::uint64_t not_listed = 0;
  std::uint64_t responses = 0;  ///< Of all that are listed.
  std::vector<campaign_id> listed;
  shown_table sizes;      ///< How many responses each has.
  shown_table own_words;  ///< In how many of these the sender added words.

  [[nodiscard]] bool any() const { return not_listed > 0 || !listed.empty(); }
};

struct account {
  audience reader = audience::publish;
  bool final = false;
  std::shared_ptr<const codings> from;
  ledger sums;
  std::array<std::uint64_t, 4> by_publication{};  ///< Included responses, in enumeration order.
  bool names_people = false;  ///< Some of them have a person's name that may be printed.

  std::vector<question_account> about_you;
  std::vector<chapter_account> chapters;
  std::optional<question_account> general;
  shown_table all_themes;    ///< Over all open questions, by chapter.
  shown_table by_campaigns;  ///< The same in three views of campaigns; nameless without any.
  campaigns_account campaigns;

  std::vector<body_account> bodies;
  std::uint64_t unnamed_bodies = 0;

  /// Answers with words, of included responses, by the kind of coder whose codings count there.
  std::array<std::uint64_t, 4> answers_by_kind{};
  std::uint64_t answers_with_words = 0;
  std::uint64_t answers_reviewed = 0;

  std::array<std::uint64_t, 4> held{};  ///< Of all questions.
  std::vector<held_quote> held_quotes;  ///< Only in `internal/`.

  std::vector<event_account> events;

  std::vector<file_account> files;  ///< Only in `internal/`: a hash says which letter was received.
  std::string inputs_hash;          ///< XXH3-128 of the files' hashes in order, each as 32 digits.

  std::vector<work_list> lists;

  [[nodiscard]] const consultation& of() const { return *from->of(); }
  [[nodiscard]] const codebook& by() const { return *from->by(); }
  [[nodiscard]] bool internal() const { return reader == audience::internal; }
};

/// The heading a question goes by.
[[nodiscard]] const std::string& label_of(const question& of);

}  // namespace heard::reporting
