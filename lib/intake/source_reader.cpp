#include "intake/source_reader.hpp"

#include "intake/survey.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>

#include <algorithm>

namespace heard {

namespace {

// Of each kind of fault that names rows one by one; what is over is counted. Ids are not named: a
// column of words may have been declared as that of ids by mistake.
constexpr std::size_t most_remarks = 20;

// How many tell how many there will be.
constexpr std::uint64_t sample_rows = 1000;

const cell_faults::rule no_id = {"holds no response id, so the row got one of its own",
                                 "hold no response id, so the rows got some of their own",
                                 severity::warning};
const cell_faults::rule undeclared_question = {"holds something that \"values\" does not declare",
                                               "hold something that \"values\" does not declare"};

}  // namespace

source_reader::source_reader(draft& to, const data_source& source, source_columns columns,
                             const sheet& in, file_id file, response_ids& ids)
    : to_(to),
      source_(source),
      columns_(std::move(columns)),
      file_(file),
      channel_(to.channel(source.channel)),
      ids_(ids),
      before_(to.builder.rows()),
      hash_(in.columns()) {
  const auto add = [&](const std::optional<named_column>& column) {
    if (column) response_level_.push_back(*column);
  };
  add(columns_.respondent);
  add(columns_.name);
  add(columns_.received);
  add(columns_.organisation);
  add(columns_.organisation_type);
  add(columns_.capacity.column);
  add(columns_.publication.column);
  add(columns_.disposition.column);
  response_level_.insert(response_level_.end(), columns_.contact.begin(), columns_.contact.end());
  for (const answer_columns& answer : columns_.answers) {
    response_level_.insert(response_level_.end(), answer.columns.begin(), answer.columns.end());
    for (const auto& [option, column] : answer.boxes) response_level_.push_back(column);
  }
}

void source_reader::row(const sheet_row& row) {
  if (++rows_ == sample_rows) make_room(row.last);
  if (columns_.row_question) {
    answer_row(row);
  } else {
    response_row(row);
  }
  to_.progress.at(row.last);
}

// Tables that double are copied again and again, into memory that the system must hand over first.
void source_reader::make_room(std::uint64_t read) {
  const std::uint64_t size = to_.files.about(source_.file.value).size;
  const auto now = to_.builder.rows();
  // A file may begin with its shortest rows, and room for rows costs more than those hold.
  constexpr std::uint64_t least_row = 256;
  const auto expected = [&](std::uint64_t before, std::uint64_t after) {
    const std::uint64_t at_this_rate = (after - before) * size / std::max<std::uint64_t>(read, 1);
    return static_cast<std::size_t>(before +
                                    std::min(at_this_rate + at_this_rate / 16, size / least_row));
  };
  to_.builder.make_room(
      {expected(before_.responses, now.responses), expected(before_.answers, now.answers)});
}

void source_reader::response_row(const sheet_row& row) {
  const std::string id = id_of(row);
  if (to_.part != nullptr && to_.part->defers(id)) {
    to_.part->defer(static_cast<std::size_t>(&source_ - to_.from.sources.data()), id, row);
    return;
  }
  response_row(row, id);
}

void source_reader::deferred(const sheet_row& row, const std::string& id) {
  response_row(row, id);
}

void source_reader::survey(const sheet_row& row, heard::survey& to) {
  const std::string id = id_of(row);
  if (to_.is_purged(id)) {
    to.add(id);
    return;
  }
  new_response about = facts(row);
  about.id = id;
  to.add(about);
}

void source_reader::exchange(source_sums& sums) {
  std::swap(faults_, sums.faults);
  std::swap(rows_, sums.rows);
  std::swap(twice_, sums.twice);
  std::swap(disagreements_, sums.disagreements);
}

void source_reader::response_row(const sheet_row& row, const std::string& id) {
  if (purged(id, row)) return;
  new_response about = facts(row);
  about.id = id;
  about.language = language_of(row);
  const auto response = to_.builder.add_response(about);
  if (!response) {
    twice(*to_.builder.find_response(about.id), place(row));
    return;
  }
  std::vector<std::pair<question_id, answer_handle>> given;
  for (const answer_columns& from : columns_.answers) {
    const auto handle = answer(*response, row, from, {});
    if (handle) given.emplace_back(from.question, *handle);
  }
  for (const coding_columns& from : columns_.codings) {
    if (!from.question.valid()) continue;
    const auto found = std::find_if(given.begin(), given.end(),
                                    [&](const auto& one) { return one.first == from.question; });
    std::optional<answer_handle> coded;
    if (found != given.end()) coded = found->second;
    code(*response, row, from, from.question, coded);
    if (coded && found == given.end()) given.emplace_back(from.question, *coded);
  }
}

void source_reader::answer_row(const sheet_row& row) {
  const std::string id = id_of(row);
  if (purged(id, row)) return;
  auto response = to_.builder.find_response(id);
  if (response && *response < first_response_) {
    twice(*response, place(row));
    return;
  }
  if (!response) {
    new_response about = facts(row);
    about.id = id;
    response = to_.builder.add_response(about);
    first_response_ = std::min(first_response_, *response);
    said_.resize((*response - first_response_) * response_level_.size());
    for (const named_column& column : response_level_) {
      said_.push_back(hash_bytes(trim(row.cells[column.index].value)).low);
    }
    for (const answer_columns& from : columns_.answers) answer(*response, row, from, {});
  } else if (!agrees(*response, row)) {
    return;
  }

  const named_column& asked = *columns_.row_question;
  const std::string_view cell = row.cells[asked.index].value;
  const auto name = columns_.row_questions.find(cell);
  if (!name) {
    faults_.add(undeclared_question, asked.name, place(row, asked.index), cell);
    return;
  }
  const question_id question = *to_.builder.asked().find_question(*name);
  const auto from =
      std::find_if(columns_.row_answers.begin(), columns_.row_answers.end(),
                   [&](const answer_columns& one) { return one.question == question; });
  auto handle = answer(*response, row, *from, language_of(row));
  for (const coding_columns& coding : columns_.codings) {
    if (!coding.question.valid() || coding.question == question) {
      code(*response, row, coding, question, handle);
    }
  }
}

std::string source_reader::id_of(const sheet_row& row) {
  if (columns_.response_id) {
    const std::size_t column = columns_.response_id->index;
    const std::string_view id = trim(row.cells[column].value);
    if (!id.empty()) return std::string(id);
    faults_.add(no_id, columns_.response_id->name, place(row, column), "");
  }
  return ids_.next("", hash_(row));
}

void source_reader::twice(response_handle first, const source_place& again) {
  if (++twice_ > most_remarks) return;
  const source_place there = to_.builder.place_of(first);
  to_.remark(severity::error,
             "this response id is there already, in " + to_.builder.file(there.file).path +
                 " row " + std::to_string(there.row),
             again);
}

bool source_reader::agrees(response_handle response, const sheet_row& row) {
  const std::size_t first = (response - first_response_) * response_level_.size();
  for (std::size_t i = 0; i < response_level_.size(); ++i) {
    const named_column& column = response_level_[i];
    if (hash_bytes(trim(row.cells[column.index].value)).low == said_[first + i]) continue;
    if (++disagreements_ <= most_remarks) {
      to_.remark(severity::error,
                 "column \"" + column.name + "\" says of this response what row " +
                     std::to_string(to_.builder.place_of(response).row) + " does not",
                 place(row, column.index));
    }
    return false;
  }
  return true;
}

source_place source_reader::place(const sheet_row& row) const {
  return {file_, row.row, 0, row.first, row.last};
}

source_place source_reader::place(const sheet_row& row, std::size_t column) const {
  const sheet_cell& cell = row.cells[column];
  return {file_, row.row, cell.column, cell.first, cell.last};
}

void source_reader::unreadable(const unreadable_row& row) {
  ++rows_;
  new_response out;
  out.id = ids_.next("unreadable-", row.hash);
  if (to_.is_purged(out.id)) {
    const source_place at{file_, row.row, 0, row.first, row.last};
    add_purged(to_, out.id, channel_, {}, at);
    to_.remark(severity::warning, "this row was purged, and its words still stand here", at);
    return;
  }
  out.channel = channel_;
  out.disposition = disposition::unreadable;
  out.reason = row.why;
  out.place = {file_, row.row, 0, row.first, row.last};
  to_.builder.add_response(std::move(out));
}

void source_reader::finish() {
  faults_.report(to_);
  const auto more = [&](std::size_t found, const char* what) {
    if (found <= most_remarks) return;
    to_.remark(severity::error, std::to_string(found - most_remarks) + what, {file_, 0, 0, 0, 0});
  };
  more(twice_, " more rows have a response id that is there already");
  more(disagreements_, " more rows do not agree with others of their response");
  to_.builder.file(file_).rows = rows_;
}

void read_source(draft& to, const data_source& source, response_ids& ids) {
  const std::string& path = source.file.value;
  if (!to.files.has(path)) return;
  const std::uint64_t size = to.files.about(path).size;
  try {
    const file_id file = to.file(path);
    sheet in(to.files.take(path), path, source.sheet);
    to.builder.file(file).encoding = std::string(text::name(in.decoded().from));
    const source_place whole{file, 0, 0, 0, 0};
    if (in.decoded().guessed) {
      to.remark(severity::warning,
                "no encoding is declared and the bytes are not UTF-8; read as windows-1252", whole);
    }
    if (!source.sheet.header_rows && in.header_rows() > 1) {
      to.remark(severity::note,
                "the header was found to take " + std::to_string(in.header_rows()) + " rows",
                whole);
    }
    if (auto columns = find_columns(to, source, in)) {
      to.builder.keep(in.decoded().text);
      source_reader rows(to, source, std::move(*columns), in, file, ids);
      in.for_each_row([&](const sheet_row& row) { rows.row(row); },
                      [&](const unreadable_row& row) { rows.unreadable(row); });
      rows.finish();
      if (const std::uint64_t blank = in.blank_rows(); blank > 0) {
        to.remark(severity::note,
                  std::to_string(blank) +
                      (blank == 1 ? " blank row was skipped" : " blank rows were skipped"),
                  whole);
      }
    }
  } catch (const error& what) {
    if (what.code() == status::cancelled) throw;
    to.remark(what);
  }
  to.progress.file_done(size);
}

}  // namespace heard
