#include "intake/header.hpp"
#include "intake/original_place.hpp"
#include "intake/white_space.hpp"

#include <heard/base/error.hpp>
#include <heard/base/space.hpp>
#include <heard/intake/sheet.hpp>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

namespace heard {

namespace {

// Enough rows to tell a second header row from an answer.
constexpr std::size_t header_sample = 25;

std::vector<std::string> header_cells(const csv_reader& reader, const csv_row& record) {
  std::vector<std::string> out;
  std::string scratch;
  for (const csv_cell& cell : record.cells) {
    out.push_back(normalised_space(reader.value(cell, scratch)));
  }
  return out;
}

bool blank_row(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const auto& c) { return c.empty(); });
}

}  // namespace

sheet::sheet(const kept_bytes& bytes, std::string name, const sheet_options& options)
    : name_(std::move(name)),
      format_(options.format),
      decoded_(text::decode_rows(bytes, options.encoding, name_)) {
  if (format_ == sheet_format::jsonl) {
    read_json_header();
  } else {
    read_csv_header(options);
    check_header_bytes();
  }
}

// A row that cannot be read costs no more than itself, but without a header there are no rows.
void sheet::check_header_bytes() const {
  if (decoded_.faults.empty()) return;
  csv_reader reader(decoded_.text, dialect_);
  csv_row record;
  for (std::uint64_t i = 0; i < rows_above_ + header_rows_; ++i) reader.next(record);
  if (decoded_.faults.front() > record.last) return;
  throw error(status::bad_encoding, "the header has " + std::string(decoded_.fault_rule),
              {name_, original_place(decoded_)(decoded_.faults.front()),
               static_cast<std::uint32_t>(record.line), 1});
}

std::string sheet::byte_fault(std::size_t& next, std::uint64_t first, std::uint64_t last) const {
  const std::vector<std::size_t>& faults = decoded_.faults;
  while (next < faults.size() && faults[next] < first) ++next;
  if (next == faults.size() || faults[next] >= last) return {};
  return "it has " + std::string(decoded_.fault_rule);
}

void sheet::read_csv_header(const sheet_options& options) {
  if (options.delimiter) {
    dialect_.delimiter = *options.delimiter;
  } else if (format_ == sheet_format::tsv) {
    dialect_.delimiter = '\t';
  } else {
    dialect_ = detect_dialect(decoded_.text);
  }

  csv_reader reader(decoded_.text, dialect_);
  csv_row record;
  heard::header_rows rows;
  const std::size_t sample = options.header_rows.value_or(header_sample);
  while (rows.size() < sample && reader.next(record)) {
    if (record.fault != row_fault::none) {
      if (!rows.empty() && !options.header_rows) break;
      throw error(status::bad_input,
                  "the header cannot be read: " + std::string(describe(record.fault)),
                  {name_, original_place(decoded_)(record.first),
                   static_cast<std::uint32_t>(record.line), 1});
    }
    std::vector<std::string> cells = header_cells(reader, record);
    // Where several rows are declared the first may hold nothing but delimiters.
    const bool above =
        record.first == record.last || (blank_row(cells) && options.header_rows.value_or(1) == 1);
    if (rows.empty() && above) {
      ++rows_above_;
    } else {
      rows.push_back(std::move(cells));
    }
  }
  if (rows.empty() || rows.size() < options.header_rows.value_or(1)) {
    throw error(status::bad_input,
                rows.empty() ? "the file has no header row" : "the file ends within its header",
                {name_, original_place(decoded_)(decoded_.text.size()), 0, 0});
  }
  header_rows_ = options.header_rows.value_or(count_header_rows(rows));
  rows.resize(header_rows_);
  // Below the top row ids for a machine name nothing.
  if (header_rows_ > 1 && is_import_id_row(rows.back())) rows.pop_back();
  index_ = std::make_shared<const column_index>(std::move(rows));
}

const std::vector<std::string>& sheet::columns() const {
  return index_->names();
}

std::optional<std::size_t> sheet::find_column(std::string_view header) const {
  return index_->find(header).column;
}

bool sheet::ambiguous(std::string_view header) const {
  return index_->find(header).several;
}

std::string sheet::nearest_column(std::string_view header) const {
  return index_->nearest(header);
}

void sheet::for_each_row(const std::function<void(const sheet_row&)>& row,
                         const std::function<void(const unreadable_row&)>& unreadable) {
  if (format_ == sheet_format::jsonl) {
    for_each_json_row(row, unreadable);
  } else {
    for_each_csv_row(row, unreadable);
  }
}

void sheet::for_each_csv_row(const std::function<void(const sheet_row&)>& row,
                             const std::function<void(const unreadable_row&)>& unreadable) {
  const std::size_t width = columns().size();
  const std::string_view text = decoded_.text;
  original_place place(decoded_);
  csv_reader reader(text, dialect_);
  csv_row record;
  for (std::uint64_t i = 0; i < rows_above_ + header_rows_; ++i) reader.next(record);
  blank_rows_ = rows_above_;

  sheet_row out;
  out.cells.resize(width);
  std::deque<std::string> unescaped;  // stays where it is when it grows, since cells point at it
  std::string unused;
  std::size_t next_fault = 0;
  while (reader.next(record)) {
    const std::string bad_bytes = byte_fault(next_fault, record.first, record.last);
    std::size_t escaped = 0;
    std::size_t filled = 0;  // cells up to the last that is not blank
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      const csv_cell& cell = record.cells[i];
      if (cell.escaped && escaped == unescaped.size()) unescaped.emplace_back();
      const std::string_view value =
          reader.value(cell, cell.escaped ? unescaped[escaped++] : unused);
      if ((filled == 0 || i >= width) && !invisible(value)) filled = i + 1;
      if (i < width) out.cells[i].value = value;
    }
    if (record.fault == row_fault::none && filled == 0 && bad_bytes.empty()) {
      ++blank_rows_;
      continue;
    }
    if (record.fault != row_fault::none || filled > width || !bad_bytes.empty()) {
      if (!unreadable) continue;
      unreadable_row bad;
      bad.row = static_cast<std::uint32_t>(record.row);
      bad.first = place(record.first);
      bad.last = place(record.last);
      bad.why =
          !bad_bytes.empty() ? bad_bytes
          : record.fault != row_fault::none
              ? std::string(describe(record.fault))
              : std::to_string(filled) + " cells where the header has " + std::to_string(width);
      bad.hash = hash_bytes(text.substr(record.first, record.last - record.first));
      unreadable(bad);
      continue;
    }
    if (!row) continue;
    out.row = static_cast<std::uint32_t>(record.row);
    out.first = place(record.first);
    for (std::size_t i = 0; i < width; ++i) {
      const bool there = i < record.cells.size();
      sheet_cell& cell = out.cells[i];
      if (!there) cell.value = {};
      cell.column = static_cast<std::uint32_t>(i + 1);
      cell.first = place(there ? record.cells[i].first : record.last);
      cell.last = place(there ? record.cells[i].last : record.last);
    }
    out.last = place(record.last);
    row(out);
  }
}

}  // namespace heard
