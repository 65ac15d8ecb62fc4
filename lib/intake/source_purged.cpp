#include "intake/source_reader.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>
#include <heard/model/purged.hpp>

#include <algorithm>

namespace heard {

bool source_reader::has_contacts(const sheet_row& row) const {
  const auto filled = [&](const std::optional<named_column>& column) {
    return column && !invisible(row.cells[column->index].value);
  };
  return filled(columns_.respondent) || filled(columns_.name) || filled(columns_.organisation) ||
         std::any_of(columns_.contact.begin(), columns_.contact.end(), filled);
}

bool source_reader::purged(const std::string& id, const sheet_row& row) {
  const auto gone = to_.purged.find(id);
  if (gone == to_.purged.end()) return false;
  const source_place at = place(row);
  if (!to_.builder.find_response(id)) {
    add_purged(to_, id, channel_, {}, at);
  } else if (!columns_.row_question) {
    twice(*to_.builder.find_response(id), at);
    return true;
  }

  std::vector<std::string> words;
  const auto collect = [&](const answer_columns& from) {
    if (from.closed) return;
    std::string parts;
    for (const named_column& column : from.columns) {
      const std::string_view cell = row.cells[column.index].value;
      if (invisible(cell)) continue;
      if (!parts.empty()) parts += "\n\n";
      parts += cell;
    }
    if (!parts.empty()) words.push_back(std::move(parts));
  };
  for (const answer_columns& from : columns_.answers) collect(from);
  for (const answer_columns& from : columns_.row_answers) {
    if (words.empty()) collect(from);  // In such a file they share one column.
  }

  const std::vector<std::string_view> views(words.begin(), words.end());
  // One row of several holds some of the words only.
  const bool others =
      !words.empty() && !columns_.row_question && hash_of_words(views) != gone->second.words;
  if (others) {
    to_.remark(to_.unsettled("stale"),
               "this response was purged, and other words than its own stand under its id", at);
    const std::string& path = to_.builder.file(gone->second.place.file).path;
    to_.builder.add_stale({path, gone->second.row, id, {}, "the words have changed"});
  } else if (!words.empty() || has_contacts(row)) {
    to_.remark(severity::warning,
               "this response was purged, and its words or contacts still stand here: blank them",
               at);
  }
  return true;
}

}  // namespace heard
