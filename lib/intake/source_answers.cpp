#include "intake/source_reader.hpp"

#include <heard/base/space.hpp>

#include <algorithm>

namespace heard {

namespace {

const cell_faults::rule undeclared_option = {"holds something that is no declared option",
                                             "hold something that is no declared option"};
const cell_faults::rule several_options = {"holds several options of a question that takes one",
                                           "hold several options of a question that takes one"};
const cell_faults::rule undeclared_theme = {"holds something that \"values\" does not declare",
                                            "hold something that \"values\" does not declare"};
const cell_faults::rule answered_twice = {"is a second answer to a question that takes one option",
                                          "are second answers to questions that take one option"};
const cell_faults::rule blank_coded = {"codes a blank answer", "code blank answers",
                                       severity::note};

}  // namespace

std::optional<answer_handle> source_reader::answer(response_handle response, const sheet_row& row,
                                                   const answer_columns& from,
                                                   const std::string& language) {
  return from.closed ? closed_answer(response, row, from)
                     : open_answer(response, row, from, language);
}

std::optional<answer_handle> source_reader::open_answer(response_handle response,
                                                        const sheet_row& row,
                                                        const answer_columns& from,
                                                        const std::string& language) {
  std::string joined;
  std::string_view words;
  source_place at;
  for (const named_column& column : from.columns) {
    const std::string_view cell = row.cells[column.index].value;
    if (invisible(cell)) continue;
    const source_place here = place(row, column.index);
    if (words.empty()) {
      words = cell;
      at = here;
      continue;
    }
    if (joined.empty()) joined = words;
    joined += "\n\n";
    joined += cell;
    words = joined;
    at.first = std::min(at.first, here.first);
    at.last = std::max(at.last, here.last);
  }
  if (words.empty()) return std::nullopt;
  return to_.add_words(response, from.question, words, from.origin, at, language);
}

std::optional<answer_handle> source_reader::closed_answer(response_handle response,
                                                          const sheet_row& row,
                                                          const answer_columns& from) {
  new_answer out;
  out.question = from.question;
  out.state = answer_state::options;
  out.origin = from.origin;
  if (from.boxes.empty()) {
    if (!chosen_in_cell(row, from, out)) return std::nullopt;
  } else {
    chosen_by_boxes(row, from, out);
  }
  if (out.options.empty()) return std::nullopt;
  if (from.one_option) {
    const named_column& column =
        from.boxes.empty() ? from.columns.front() : from.boxes.front().second;
    if (out.options.size() > 1) {
      faults_.add(several_options, column.name, out.place, "");
      return std::nullopt;
    }
    // Only where rows are answers can a response come back to a question.
    if (columns_.row_question &&
        !one_option_given_.insert(std::uint64_t{response} << 32 | from.question.value).second) {
      faults_.add(answered_twice, column.name, out.place, "");
      return std::nullopt;
    }
  }
  return to_.builder.add_answer(response, out);
}

bool source_reader::chosen_in_cell(const sheet_row& row, const answer_columns& from,
                                   new_answer& out) {
  const named_column& column = from.columns.front();
  const std::string_view cell = row.cells[column.index].value;
  out.place = place(row, column.index);
  if (invisible(cell)) return false;
  const multi_select found = from.options.reader->split(cell);
  if (!found.unexplained.empty()) {
    faults_.add(undeclared_option, column.name, out.place, cell);
    return false;
  }
  for (const std::uint32_t option : found.options) out.options.push_back(option_id(option));
  if (found.other_chosen && from.options.other) out.options.push_back(*from.options.other);
  out.other = found.other;
  return true;
}

void source_reader::chosen_by_boxes(const sheet_row& row, const answer_columns& from,
                                    new_answer& out) {
  for (const auto& [option, column] : from.boxes) {
    if (!from.box_cells.ticked(row.cells[column.index].value)) continue;
    const source_place here = place(row, column.index);
    if (out.options.empty()) out.place = here;
    out.options.push_back(option);
    out.place.first = std::min(out.place.first, here.first);
    out.place.last = std::max(out.place.last, here.last);
  }
}

void source_reader::code(response_handle response, const sheet_row& row, const coding_columns& from,
                         question_id question, std::optional<answer_handle>& answer) {
  const auto themes = themes_in(row, from);
  if (!answer) {
    if (themes.empty()) return;
    // A coder may say of a blank that it is one ("cannot be labelled"); that is kept, not lost.
    for (const auto& [theme, column] : themes) {
      faults_.add(blank_coded, from.column ? from.column->name : theme, place(row, column), "");
    }
    new_answer blank;
    blank.question = question;
    blank.state = answer_state::blank;
    blank.place = place(row, themes.front().second);
    answer = to_.builder.add_answer(response, blank);
  }
  if (from.declared->review) to_.builder.add_review(*answer, from.coder);
  for (const auto& [theme, column] : themes) {
    consultation_builder::new_coding coding;
    coding.answer = *answer;
    coding.coder = from.coder;
    coding.theme = theme;
    coding.place = place(row, column);
    to_.builder.add_coding(coding);
  }
}

std::vector<std::pair<std::string, std::size_t>> source_reader::themes_in(
    const sheet_row& row, const coding_columns& from) {
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const auto& [theme, column] : from.boxes) {
    if (from.box_cells.ticked(row.cells[column.index].value)) out.emplace_back(theme, column.index);
  }
  if (!from.column) return out;
  const std::string_view cell = row.cells[from.column->index].value;
  if (invisible(cell)) return out;
  const multi_select found = from.reader->split(cell);
  if (!found.unexplained.empty()) {
    faults_.add(undeclared_theme, from.column->name, place(row, from.column->index), cell);
  }
  for (const std::uint32_t theme : found.options) {
    if (!from.themes[theme].empty()) out.emplace_back(from.themes[theme], from.column->index);
  }
  return out;
}

}  // namespace heard
