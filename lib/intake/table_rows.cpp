#include "intake/table_rows.hpp"

#include <heard/base/error.hpp>
#include <heard/base/space.hpp>
#include <heard/intake/csv.hpp>

#include <optional>
#include <vector>

namespace heard {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string cell(std::string_view value, char delimiter) {
  const char special[] = {'"', '\r', '\n', delimiter, '\0'};
  if (value.find_first_of(special) == std::string_view::npos) return std::string(value);
  std::string out = "\"";
  for (const char c : value) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

// A file of a header and rows, row by row.
class table_rows {
 public:
  table_rows(const std::string& bytes, std::string path)
      : mark_(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0),
        text_(std::string_view(bytes).substr(mark_)),
        path_(std::move(path)),
        dialect_(detect_dialect(text_)),
        reader_(text_, dialect_) {
    csv_row header;
    if (!reader_.next(header)) return;
    std::string scratch;
    for (const csv_cell& each : header.cells) {
      columns_.emplace_back(trim(reader_.value(each, scratch)));
    }
    header_end_ = header.last;
  }

  [[nodiscard]] bool next() { return reader_.next(row_); }
  [[nodiscard]] const csv_row& row() const { return row_; }
  [[nodiscard]] std::size_t column(std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == name) return i;
    }
    throw error(status::bad_input, "column \"" + std::string(name) + "\" is missing",
                {path_, 0, 1, 0});
  }
  [[nodiscard]] bool holds(std::size_t column, std::string_view value) const {
    if (column >= row_.cells.size()) return false;
    std::string scratch;
    return trim(reader_.value(row_.cells[column], scratch)) == value;
  }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] char delimiter() const { return dialect_.delimiter; }
  [[nodiscard]] std::string_view line_end() const {
    const std::string_view after = text_.substr(header_end_);
    return after.starts_with("\r\n") ? "\r\n" : after.starts_with("\r") ? "\r" : "\n";
  }
  // Where the next row begins, in the file.
  [[nodiscard]] std::size_t position() const { return mark_ + reader_.position(); }

 private:
  std::size_t mark_;
  std::string_view text_;
  std::string path_;
  csv_dialect dialect_;
  csv_reader reader_;
  csv_row row_;
  std::vector<std::string> columns_;
  std::size_t header_end_ = 0;
};

}  // namespace

std::string without_rows(const std::string& bytes, const std::string& path, std::string_view column,
                         std::string_view value) {
  table_rows rows(bytes, path);
  const std::size_t at = rows.column(column);
  std::string out = bytes.substr(0, rows.position());
  for (std::size_t first = rows.position(); rows.next(); first = rows.position()) {
    if (!rows.holds(at, value)) out.append(bytes, first, rows.position() - first);
  }
  return out;
}

bool has_row(const std::string& bytes, const std::string& path, named_cells cells) {
  table_rows rows(bytes, path);
  while (rows.next()) {
    bool all = true;
    for (const auto& [name, value] : cells) all = all && rows.holds(rows.column(name), value);
    if (all) return true;
  }
  return false;
}

std::string with_row(const std::string& bytes, const std::string& path, named_cells cells) {
  std::string out = bytes;
  if (out.empty()) {
    for (const auto& [name, value] : cells) {
      if (!out.empty()) out += ',';
      out += name;
    }
    out += '\n';
  }
  const table_rows rows(out, path);
  std::vector<std::string_view> values(rows.columns().size());
  for (const auto& [name, value] : cells) values[rows.column(name)] = value;
  const std::string end(rows.line_end());
  const char delimiter = rows.delimiter();
  std::string row;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 0) row += delimiter;
    row += cell(values[i], delimiter);
  }
  if (!out.ends_with('\n') && !out.ends_with('\r')) out += end;
  return out + row + end;
}

}  // namespace heard
