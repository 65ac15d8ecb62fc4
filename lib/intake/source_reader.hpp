// The rows of one source, made responses, answers and codings.
#pragma once

#include "intake/cell_faults.hpp"
#include "intake/draft.hpp"
#include "intake/part.hpp"
#include "intake/response_ids.hpp"
#include "intake/source_columns.hpp"

#include <heard/intake/sheet.hpp>

#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace heard {

class survey;

class source_reader {
  static constexpr response_handle no_response = 0xFFFFFFFFu;

 public:
  // @param ids  shared by all sources, since two files may hold one row
  source_reader(draft& to, const data_source& source, source_columns columns, const sheet& in,
                file_id file, response_ids& ids);

  void row(const sheet_row& row);
  // One that waited for the last part, whose id it has already. @pre no rows that are answers
  void deferred(const sheet_row& row, const std::string& id);
  // Finds out nothing but who sent it, for parts that are yet to be made.
  void survey(const sheet_row& row, survey& to);
  // Goes on counting where another reader of the source stopped, and the other way round.
  void exchange(source_sums& sums);
  void unreadable(const unreadable_row& row);
  // Reports what was counted. To be called once, after the last row.
  void finish();

 private:
  // source_facts.cpp: what a row says of its response.
  [[nodiscard]] new_response facts(const sheet_row& row);
  [[nodiscard]] std::string sender_of(const sheet_row& row) const;
  [[nodiscard]] std::string_view meaning(const sheet_row& row, const meaning_column& map,
                                         const char* key);
  [[nodiscard]] std::string language_of(const sheet_row& row);

  // source_purged.cpp: takes in nothing but its id, and says where its words still stand. False
  // for a response that was not purged.
  [[nodiscard]] bool purged(const std::string& id, const sheet_row& row);
  [[nodiscard]] bool has_contacts(const sheet_row& row) const;

  // source_reader.cpp
  void make_room(std::uint64_t read);
  void response_row(const sheet_row& row);
  void response_row(const sheet_row& row, const std::string& id);
  void answer_row(const sheet_row& row);
  [[nodiscard]] std::string id_of(const sheet_row& row);
  void twice(response_handle first, const source_place& again);
  [[nodiscard]] bool agrees(response_handle response, const sheet_row& row);
  [[nodiscard]] source_place place(const sheet_row& row) const;
  [[nodiscard]] source_place place(const sheet_row& row, std::size_t column) const;

  // source_answers.cpp: what cells say to questions.
  std::optional<answer_handle> answer(response_handle response, const sheet_row& row,
                                      const answer_columns& from, const std::string& language);
  std::optional<answer_handle> open_answer(response_handle response, const sheet_row& row,
                                           const answer_columns& from, const std::string& language);
  std::optional<answer_handle> closed_answer(response_handle response, const sheet_row& row,
                                             const answer_columns& from);
  bool chosen_in_cell(const sheet_row& row, const answer_columns& from, new_answer& out);
  void chosen_by_boxes(const sheet_row& row, const answer_columns& from, new_answer& out);
  // @param[in,out] answer  a blank one is added for the first coder who says something of it
  void code(response_handle response, const sheet_row& row, const coding_columns& from,
            question_id question, std::optional<answer_handle>& answer);
  [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> themes_in(
      const sheet_row& row, const coding_columns& from);

  draft& to_;
  const data_source& source_;
  source_columns columns_;
  file_id file_;
  channel_id channel_;
  response_ids& ids_;
  consultation_builder::row_counts before_;
  row_hasher hash_;
  cell_faults faults_;
  std::uint64_t rows_ = 0;
  std::size_t twice_ = 0;
  std::size_t disagreements_ = 0;
  // Where a response has several rows: the columns in which they must agree, and hashes of what
  // its first row says there, for each response from first_response_ on.
  std::vector<named_column> response_level_;
  std::vector<std::uint64_t> said_;
  response_handle first_response_ = no_response;
  std::unordered_set<std::uint64_t> one_option_given_;  // Response, then question.
};

// Reads a source's file, if it can be read.
void read_source(draft& to, const data_source& source, response_ids& ids);

}  // namespace heard
