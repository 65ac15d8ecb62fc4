/// @file
/// What was received, column by column: files, items, responses, organisations, answers.
#pragma once

#include <heard/base/date.hpp>
#include <heard/base/hash.hpp>
#include <heard/base/ids.hpp>
#include <heard/model/arena.hpp>
#include <heard/model/column.hpp>
#include <heard/model/kinds.hpp>
#include <heard/model/place_column.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heard {

/// A file that was handed in.
struct input_file {
  std::string path;
  hash128 hash;            ///< XXH3-128 of its bytes as received.
  std::uint64_t size = 0;  ///< In bytes.
  std::uint64_t rows = 0;  ///< Data rows; 0 for files without rows.
  std::string encoding;    ///< "utf-8", "windows-1252", ...
};

/// One thing received.
struct item_table {
  column<item_id, text_ref> id;
  column<item_id, channel_id> channel;
  column<item_id, timestamp> received;
  rare_column<item_id, text_ref> note;
  column<item_id, std::uint32_t> responses;  ///< How many it holds; 0: it is no response at all.
  /// How many of its entries belong to another response.
  column<item_id, std::uint32_t> merged;

  [[nodiscard]] std::size_t size() const { return id.size(); }
  void reserve(std::size_t rows);
};

struct organisation_link {
  organisation_id organisation;
  std::uint32_t spelling = 0;  ///< As this response typed it: a row of organisation::spellings.
  organisation_role role = organisation_role::author;
};

/// Who says what type of body it is.
enum class type_origin : std::uint8_t {
  nobody,   ///< There is no type.
  self,     ///< The responses say so, all of those that say anything the same.
  assigned  ///< A person decided.
};

/// A body, after the merges that people decided and those beyond doubt.
struct organisation {
  std::string name;                    ///< As the annex prints it.
  std::vector<std::string> spellings;  ///< As typed, sorted; each is one entry of the annex.
  std::string type;                    ///< May be empty.
  heard::type_origin type_from = type_origin::nobody;
};

/// Two names that a decision is about, whichever it names first: the lesser bytes first.
struct name_couple {
  std::string name;
  std::string other;
  auto operator<=>(const name_couple&) const = default;
};

/// One submission a row, sorted by id bytes, so that the order of the files never shows.
struct response_table {
  column<response_id, text_ref> id;
  column<response_id, item_id> item;
  column<response_id, channel_id> channel;
  column<response_id, timestamp> received;
  column<response_id, lateness> late;
  column<response_id, heard::disposition> disposition;
  rare_column<response_id, text_ref> reason;  ///< Why, where the disposition needs a word.
  column<response_id, heard::capacity> capacity;
  column<response_id, heard::publication> publication;
  /// Of an individual who lets it be printed, as typed; empty for everybody else.
  rare_column<response_id, text_ref> name;
  column<response_id, respondent_id> respondent;  ///< Two unknown senders are two.
  column<response_id, std::uint8_t> repeats;  ///< 1: the same sender sent the same answers before.
  place_column<response_id> place;
  list_column<response_id, organisation_link> organisations;

  [[nodiscard]] std::size_t size() const { return id.size(); }
  void reserve(std::size_t rows);
};

/// What responses said to questions, one row for each field or passage with something in it, sorted
/// by response, then question, then file; passages of one letter by their place, rows of one file
/// by their words, so that the order of rows never shows. States without words have no row here,
/// but for a blank that somebody coded.
struct answer_table {
  column<answer_id, response_id> response;
  column<answer_id, question_id> question;
  column<answer_id, answer_state> state;
  column<answer_id, answer_origin> origin;
  column<answer_id, text_ref> text;           ///< As received; empty for closed questions.
  rare_column<answer_id, text_ref> other;     ///< What followed the "other" option.
  column<answer_id, std::uint16_t> language;  ///< Row of consultation::languages().
  place_column<answer_id> place;
  list_column<answer_id, option_id> options;  ///< Chosen, sorted, each once.

  [[nodiscard]] std::size_t size() const { return response.size(); }
  void reserve(std::size_t rows);
};

/// Words that a response has and nobody has turned into text yet.
struct unread_words {
  response_id response;
  question_id question;
  source_place place;
};

/// An engagement event. It is in no base.
struct engagement_event {
  std::string id;
  std::string title;
  timestamp date;
  std::string place;
  std::uint32_t attendance = 0;  ///< 0: not said.
  text_ref notes;
};

}  // namespace heard
