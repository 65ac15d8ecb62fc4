// The half of a sheet that reads JSON Lines.

#include "intake/header.hpp"
#include "intake/original_place.hpp"
#include "intake/white_space.hpp"

#include <heard/base/error.hpp>
#include <heard/base/space.hpp>
#include <heard/intake/json.hpp>
#include <heard/intake/sheet.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace heard {

namespace {

struct json_line {
  std::uint64_t number = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;  // without the line end
};

/// Calls `use` for each line. Only LF ends one: a lone CR is white space within JSON.
template <class Use>
void for_each_line(std::string_view text, const Use& use) {
  json_line line;
  while (line.first < text.size()) {
    ++line.number;
    const std::size_t newline = text.find('\n', line.first);
    const std::size_t end = newline == text.npos ? text.size() : newline;
    line.last = end > line.first && text[end - 1] == '\r' ? end - 1 : end;
    use(line);
    line.first = end + 1;
  }
}

}  // namespace

void sheet::read_json_header() {
  const std::string_view text = decoded_.text;
  std::set<std::string> keys;
  std::optional<error> first_fault;
  bool any = false;
  std::size_t next_fault = 0;
  for_each_line(text, [&](const json_line& line) {
    const std::string_view bytes = text.substr(line.first, line.last - line.first);
    if (invisible(bytes)) return;
    const auto place = [&](std::uint64_t offset) {
      return location{name_, original_place(decoded_)(line.first + offset),
                      static_cast<std::uint32_t>(line.number), 1};
    };
    try {
      const std::string bad = byte_fault(next_fault, line.first, line.last);
      if (!bad.empty()) throw error(status::bad_encoding, bad, location{name_, 0, 1, 1});
      for (json_cell& cell : flatten_json_object(bytes, name_)) keys.insert(std::move(cell.key));
      any = true;
    } catch (const error& fault) {
      if (first_fault) return;
      location where = place(fault.where().offset);
      where.column = fault.where().column;
      first_fault.emplace(fault.code(), fault.what(), std::move(where));
    }
    if (keys.size() > json_cell_limit) {
      throw error(status::bad_input, "more than 16,384 different keys", place(0));
    }
  });
  if (!any) {
    if (!first_fault) {
      throw error(status::bad_input, "the file has no row", location{name_, 0, 0, 0});
    }
    throw error(status::bad_input, std::string("no line is a row: ") + first_fault->what(),
                first_fault->where());
  }
  keys_.assign(keys.begin(), keys.end());
  heard::header_rows rows(1);
  for (const std::string& key : keys_) rows[0].push_back(normalised_space(key));
  index_ = std::make_shared<const column_index>(std::move(rows));
}

void sheet::for_each_json_row(const std::function<void(const sheet_row&)>& row,
                              const std::function<void(const unreadable_row&)>& unreadable) {
  const std::string_view text = decoded_.text;
  original_place place(decoded_);
  blank_rows_ = 0;
  std::size_t next_fault = 0;
  sheet_row out;
  for_each_line(text, [&](const json_line& line) {
    const std::string_view bytes = text.substr(line.first, line.last - line.first);
    if (invisible(bytes)) {
      ++blank_rows_;
      return;
    }
    out.row = static_cast<std::uint32_t>(line.number);
    out.first = place(line.first);
    std::vector<json_cell> cells;
    try {
      const std::string bad = byte_fault(next_fault, line.first, line.last);
      if (!bad.empty()) throw error(status::bad_encoding, bad);
      cells = flatten_json_object(bytes, name_);
    } catch (const error& fault) {
      if (unreadable) {
        unreadable({out.row, out.first, place(line.last), fault.what(), hash_bytes(bytes)});
      }
      return;
    }
    if (std::all_of(cells.begin(), cells.end(), [](const auto& c) { return invisible(c.value); })) {
      ++blank_rows_;
      return;
    }
    if (!row) return;
    out.cells.assign(keys_.size(), sheet_cell{});
    for (const json_cell& cell : cells) {
      const auto key = std::lower_bound(keys_.begin(), keys_.end(), cell.key);
      sheet_cell& filled = out.cells[static_cast<std::size_t>(key - keys_.begin())];
      filled.value = cell.value;
      filled.first = place(line.first + cell.first);
      filled.last = place(line.first + cell.last);
      filled.column = 1;
    }
    out.last = place(line.last);
    for (std::size_t i = 0; i < out.cells.size(); ++i) {
      if (out.cells[i].column == 0) out.cells[i].first = out.cells[i].last = out.last;
      out.cells[i].column = static_cast<std::uint32_t>(i + 1);
    }
    row(out);
  });
}

}  // namespace heard
