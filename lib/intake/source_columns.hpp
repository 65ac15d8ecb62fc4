// Where a source has what the manifest names: its columns found in the file's header, its
// spellings made ready for cells.
#pragma once

#include "intake/draft.hpp"
#include "intake/value_cells.hpp"

#include <heard/intake/multi_select.hpp>
#include <heard/intake/sheet.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heard {

// A column by its place, and by its name in the manifest.
struct named_column {
  std::size_t index = 0;
  std::string name;
};

// A value map with its column. Without a map nothing is declared.
struct meaning_column {
  const value_map* map = nullptr;
  std::optional<named_column> column;
  meanings cells;
};

// How a closed question's cells are read: its options' spellings, numbered by option_id.
struct option_cells {
  std::optional<multi_select_reader> reader;
  std::optional<option_id> other;
};

// Where the answers to one question stand.
struct answer_columns {
  question_id question;
  bool closed = false;
  bool one_option = false;            // single and scale
  std::vector<named_column> columns;  // One, or the parts of an open question.
  std::vector<std::pair<option_id, named_column>> boxes;
  ticks box_cells;
  option_cells options;
  answer_origin origin = answer_origin::field;
};

// Where codings of one question stand.
struct coding_columns {
  const coding_source* declared = nullptr;
  coder_id coder;
  question_id question;                                     // Invalid: the question of the row.
  std::vector<std::pair<std::string, named_column>> boxes;  // Theme id first.
  ticks box_cells;
  std::optional<named_column> column;
  std::optional<multi_select_reader> reader;  // Numbers are rows of `themes`.
  std::vector<std::string> themes;            // Empty: a spelling to be ignored.
};

struct source_columns {
  std::optional<named_column> response_id;
  std::optional<named_column> respondent;
  std::optional<named_column> name;
  std::optional<named_column> received;
  std::optional<named_column> organisation;
  std::optional<named_column> organisation_type;
  meaning_column capacity, publication, disposition, language;
  std::vector<named_column> contact;
  std::vector<answer_columns> answers;
  std::vector<coding_columns> codings;
  // Of a file with several rows for each response.
  std::optional<named_column> row_question;
  std::optional<named_column> row_answer;
  meanings row_questions;                   // Cell to question id.
  std::vector<answer_columns> row_answers;  // For each question of the values.
};

// Finds every column, with a remark at the manifest for each that is missing or not the only one of
// its name. @return nothing if one is
[[nodiscard]] std::optional<source_columns> find_columns(draft& to, const data_source& source,
                                                         const sheet& in);

}  // namespace heard
