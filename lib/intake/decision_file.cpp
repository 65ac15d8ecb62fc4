#include "intake/decision_file.hpp"

#include "intake/part.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/nearest.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace heard {

namespace {

// A date or a date and time, as ISO 8601 has them.
std::optional<timestamp> iso_date(std::string_view text) {
  static constexpr std::array<std::string_view, 7> formats = {
      "%F", "%FT%H:%M", "%FT%H:%MZ", "%FT%H:%M:%S", "%FT%H:%M:%SZ", "%FT%H:%M:%S%z", "%F %H:%M:%S"};
  for (const std::string_view format : formats) {
    if (const auto when = parse_timestamp(text, format)) return when;
  }
  return std::nullopt;
}

}  // namespace

decision_file::decision_file(draft& to, std::string path)
    : to_(to), path_(std::move(path)), file_(to.file(path_)) {}

void decision_file::read(std::initializer_list<std::string_view> columns,
                         const std::function<void(const person_row&)>& row,
                         std::initializer_list<std::string_view> optional) {
  const kept_bytes bytes = to_.files.take(path_);
  // A shell makes the file that a command's output goes to before the command reads the folder.
  if (bytes.size() == 0) {
    to_.remark(severity::warning, "this file is empty", {file_, 0, 0, 0, 0});
    return;
  }
  input_file about;
  read_person_table(
      bytes, path_, {columns.begin(), columns.size()}, {optional.begin(), optional.size()},
      to_.remarks, about, [&](const person_row& cells) {
        if (!cells["when"].empty() && !iso_date(cells["when"])) {
          fault(cells, "when", "\"when\" is a date, YYYY-MM-DD, with or without a time");
        }
        row(cells);
      });
  to_.builder.file(file_).rows = about.rows;
  to_.builder.file(file_).encoding = about.encoding;
}

source_place decision_file::place(const person_row& row) const {
  return {file_, row.number(), 0, row.first(), row.last()};
}

void decision_file::fault(const person_row& row, std::string_view column, std::string message) {
  to_.remarks.add(
      {severity::error, std::move(message), row.where(path_, column), row.length(column), {}});
}

void decision_file::stale(const person_row& row, std::string why) {
  to_.remark(to_.unsettled("stale"), "this row is set aside: " + why, place(row));
  to_.builder.add_stale(
      {path_, row.number(), row.text("response"), row.text("question"), std::move(why)});
}

std::optional<response_handle> decision_file::response(const person_row& row) {
  if (to_.is_purged(row["response"])) {
    to_.remark(severity::note, "this row speaks of a response that was purged, and is not used",
               place(row));
    return std::nullopt;
  }
  const auto found = to_.builder.find_response(row["response"]);
  if (to_.part != nullptr && to_.part->elsewhere(row["response"], found.has_value())) {
    return std::nullopt;
  }
  if (!found) fault(row, "response", "no response has this id");
  return found;
}

std::optional<question_id> decision_file::question(const person_row& row) {
  const questionnaire& asked = to_.builder.asked();
  const auto found = asked.find_question(row["question"]);
  if (!found) {
    std::vector<std::string> known;
    for (const heard::question& one : asked.questions()) known.push_back(one.id);
    fault(row, "question", "no question has this id" + did_you_mean(row["question"], known));
  }
  return found;
}

std::optional<hash128> decision_file::text_hash(const person_row& row) {
  const auto hash = parse_hash(row["text_hash"]);
  if (!hash) {
    fault(row, "text_hash", "\"text_hash\" is the XXH3-128 of the words, 32 hexadecimal digits");
  }
  return hash;
}

std::optional<std::string> decision_file::short_name(const person_row& row,
                                                     std::string_view column) {
  const std::string_view text = row[column];
  const bool fits =
      !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
      });
  if (fits) return std::string(text);
  fault(row, column,
        "\"" + std::string(column) +
            "\" has letters, digits, hyphens, underscores and full stops, at most 128");
  return std::nullopt;
}

timestamp decision_file::when(const person_row& row) {
  return iso_date(row["when"]).value_or(timestamp());
}

provenance decision_file::by(const person_row& row) {
  return {row.text("who"), when(row), row.text("why")};
}

std::optional<consultation_builder::answer_words> decision_file::answer(const person_row& row) {
  const auto of = response(row);
  const auto at = question(row);
  const auto hash = text_hash(row);
  if (!of || !at || !hash) return std::nullopt;
  const auto answers = to_.builder.answers_at(*of, *at);
  // Of passages with the same words the first in its letter is meant.
  const consultation_builder::answer_words* found = nullptr;
  for (const auto& candidate : answers) {
    if (hash_bytes(candidate.text) != *hash) continue;
    if (found == nullptr || candidate.place.first < found->place.first) found = &candidate;
  }
  if (found != nullptr) return *found;
  stale(row, answers.empty() ? "there is no such answer" : "the words have changed");
  return std::nullopt;
}

std::optional<decision_file::byte_range> decision_file::range(const person_row& row) {
  const auto first = parse_number(row["first"]);
  const auto last = parse_number(row["last"]);
  if (first && last && *first < *last) return byte_range{*first, *last};
  fault(row, first ? "last" : "first",
        "\"first\" and \"last\" are byte offsets, and \"last\" is past the end");
  return std::nullopt;
}

std::optional<decision_file::byte_range> decision_file::range_in(const person_row& row,
                                                                 std::string_view words) {
  const auto found = range(row);
  if (!found) return std::nullopt;
  if (found->last > words.size()) {
    fault(row, "last",
          "the answer ends at byte " + std::to_string(words.size()) + ", before \"last\"");
    return std::nullopt;
  }
  const auto inside = [&](std::uint64_t at) {
    return at < words.size() && utf8::continuation(words[at]);
  };
  if (inside(found->first) || inside(found->last)) {
    fault(row, inside(found->first) ? "first" : "last", "this byte is inside a character");
    return std::nullopt;
  }
  return found;
}

}  // namespace heard
