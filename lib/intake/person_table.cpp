#include "intake/person_table.hpp"

#include <heard/base/error.hpp>
#include <heard/base/space.hpp>

#include <charconv>

namespace heard {

std::string_view person_row::operator[](std::string_view column) const {
  const auto found = columns_.find(column);
  return found == columns_.end() ? std::string_view() : trim(row_.cells[found->second].value);
}

location person_row::where(const std::string& file, std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end()) return {file, row_.first, row_.row, 0};
  const sheet_cell& cell = row_.cells[found->second];
  return {file, cell.first, row_.row, cell.column};
}

std::uint32_t person_row::length(std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end()) return 0;
  const sheet_cell& cell = row_.cells[found->second];
  return static_cast<std::uint32_t>(cell.last - cell.first);
}

void read_person_table(const kept_bytes& bytes, const std::string& path,
                       std::span<const std::string_view> required,
                       std::span<const std::string_view> optional, diagnostics& remarks,
                       input_file& about, const std::function<void(const person_row&)>& row) {
  sheet_options options;
  options.header_rows = 1;
  try {
    sheet in(bytes, path, options);
    about.encoding = std::string(text::name(in.decoded().from));
    if (in.decoded().guessed) {
      remarks.add({severity::warning,
                   "the bytes are not UTF-8; read as windows-1252",
                   {path, 0, 0, 0},
                   0,
                   {}});
    }
    std::map<std::string, std::size_t, std::less<>> columns;
    bool complete = true;
    for (const std::string_view name : required) {
      if (const auto found = in.find_column(name)) {
        columns.emplace(name, *found);
        continue;
      }
      complete = false;
      std::string message = "column \"" + std::string(name) + "\" is ";
      message += in.ambiguous(name) ? "there several times" : "missing";
      remarks.add({severity::error, std::move(message), {path, 0, 1, 0}, 0, {}});
    }
    for (const std::string_view name : optional) {
      if (const auto found = in.find_column(name)) columns.emplace(name, *found);
    }
    if (!complete) return;
    in.for_each_row(
        [&](const sheet_row& cells) {
          ++about.rows;
          row(person_row(cells, columns));
        },
        [&](const unreadable_row& bad) {
          ++about.rows;
          remarks.add({severity::error,
                       "this row cannot be read: " + bad.why,
                       {path, bad.first, bad.row, 0},
                       0,
                       {}});
        });
  } catch (const error& what) {
    remarks.add({severity::error, what.what(), what.where(), 0, {}});
  }
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace heard
