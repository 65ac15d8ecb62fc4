#include "intake/header.hpp"

#include "intake/white_space.hpp"

#include <heard/base/nearest.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <charconv>

namespace heard {

namespace {

using cells = std::vector<std::string>;

// A median over this length makes a row one of questions, not of ids; measured on exports.
constexpr std::size_t question_length = 25;
// A token this long with a digit in it is the id of a response rather than a word.
constexpr std::size_t id_length = 12;

const std::string& at(const cells& row, std::size_t column) {
  static const std::string nothing;
  return column < row.size() ? row[column] : nothing;
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// A number, a date, an address or an id: what stands in data and in no header.
bool looks_like_data(const std::string& cell) {
  const bool digits = std::any_of(cell.begin(), cell.end(), digit);
  if (std::none_of(cell.begin(), cell.end(), letter)) return digits;
  if (cell.find(' ') != cell.npos) return false;
  return cell.find('@') != cell.npos || (digits && cell.size() >= id_length);
}

// `Q1`, `Ident 12`, `QID7_TEXT`.
bool looks_like_id(const std::string& cell) {
  return cell.size() <= id_length && std::any_of(cell.begin(), cell.end(), digit);
}

// `How ...?`, `1. How ...`, `Q1 - How ...`.
bool looks_like_question(const std::string& cell) {
  if (cell.ends_with('?')) return true;
  const std::size_t first = cell.starts_with('Q') || cell.starts_with('q') ? 1 : 0;
  return cell.size() > first && digit(cell[first]);
}

std::size_t filled(const cells& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const std::string& c) { return !c.empty(); }));
}

std::size_t median_length(const cells& row) {
  std::vector<std::size_t> lengths;
  for (const std::string& cell : row) {
    if (!cell.empty()) lengths.push_back(utf8::count(cell));
  }
  if (lengths.empty()) return 0;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

bool all_different(cells row) {
  std::sort(row.begin(), row.end());
  return std::adjacent_find(row.begin(), row.end(), [](const auto& a, const auto& b) {
           return a == b && !a.empty();
         }) == row.end();
}

bool could_be_questions(const cells& row, std::size_t width) {
  return filled(row) * 10 >= width * 9 && median_length(row) > question_length &&
         std::none_of(row.begin(), row.end(), looks_like_data) && all_different(row);
}

bool questions_under_ids(const header_rows& rows, std::size_t width) {
  const cells& top = rows[0];
  const cells& second = rows[1];
  if (median_length(top) > question_length || !could_be_questions(second, width)) return false;
  const auto below = std::count_if(rows.begin() + 2, rows.end(), [&](const cells& row) {
    return could_be_questions(row, width);
  });
  if (rows.size() < 3 || static_cast<std::size_t>(below) * 2 >= rows.size() - 2) return false;
  std::size_t blanks_above = 0;
  std::size_t ids_above = 0;
  std::size_t questions = 0;
  for (std::size_t c = 0; c < width; ++c) {
    if (at(second, c).empty()) continue;
    blanks_above += at(top, c).empty();
    ids_above += looks_like_id(at(top, c));
    questions += looks_like_question(at(second, c));
  }
  return blanks_above > 0 || ids_above * 2 >= filled(top) || questions * 3 >= width;
}

// What SurveyMonkey writes under a question that has no options.
bool says_response(const std::string& cell) {
  return cell == "Response" || cell == "Open-Ended Response";
}

bool options_under_questions(const header_rows& rows, std::size_t width) {
  const cells& top = rows[0];
  const cells& second = rows[1];
  if (!all_different(second) && std::none_of(second.begin(), second.end(), says_response)) {
    return false;
  }
  if (std::any_of(second.begin(), second.end(), looks_like_data)) return false;
  if (at(top, 0).empty()) return false;
  std::vector<bool> option(width);
  bool any = false;
  for (std::size_t c = 1; c < width; ++c) {
    if (!at(top, c).empty() || at(second, c).empty()) continue;
    any = option[c] = true;
    if (!at(second, c - 1).empty()) option[c - 1] = true;
  }
  if (!any) return false;
  // The other columns are headed by the top row alone; a response would have filled some of them.
  std::size_t alone = 0;
  std::size_t filled_below = 0;
  std::size_t repeats = 0;
  std::size_t others = 0;
  for (std::size_t c = 0; c < width; ++c) {
    if (!option[c]) {
      if (!at(second, c).empty() && !says_response(at(second, c))) return false;
      ++alone;
    }
    for (std::size_t r = 2; r < rows.size(); ++r) {
      const std::string& cell = at(rows[r], c);
      if (cell.empty()) continue;
      if (!option[c]) {
        ++filled_below;
      } else if (cell == at(second, c)) {
        ++repeats;
      } else {
        ++others;
      }
    }
  }
  return alone > 0 ? filled_below > 0 || rows.size() == 2 : repeats > others;
}

}  // namespace

bool is_import_id_row(const cells& row) {
  return filled(row) > 0 && std::all_of(row.begin(), row.end(), [](const std::string& cell) {
           return cell.empty() || cell.starts_with("{\"ImportId\"");
         });
}

unsigned count_header_rows(const header_rows& rows) {
  for (unsigned i = 1; i < 3 && i < rows.size(); ++i) {
    if (is_import_id_row(rows[i])) return i + 1;
  }
  if (rows.size() < 2) return 1;
  if (filled(rows[1]) == 0) return 2;
  const std::size_t width = std::max(rows[0].size(), rows[1].size());
  return questions_under_ids(rows, width) || options_under_questions(rows, width) ? 2 : 1;
}

column_index::column_index(header_rows rows) : rows_(std::move(rows)) {
  std::size_t width = 0;
  for (const cells& row : rows_) width = std::max(width, row.size());
  for (cells& row : rows_) row.resize(width);
  if (rows_.size() > 1) {
    for (std::size_t c = 1; c < width; ++c) {
      if (rows_[0][c].empty() && !rows_[1][c].empty()) rows_[0][c] = rows_[0][c - 1];
    }
  }
  for (std::size_t c = 0; c < width; ++c) {
    std::string& name = names_.emplace_back();
    for (const cells& row : rows_) {
      if (row[c].empty()) continue;
      if (!name.empty()) name += " | ";
      name += row[c];
    }
    if (name.empty()) name = "#" + std::to_string(c + 1);
  }
}

column_index::found column_index::find(std::string_view wanted) const {
  const std::string name = normalised_space(wanted);
  if (name.empty()) return {};
  found by_text;
  found by_name;
  const auto count = [](found& in, std::size_t column) {
    in.several = in.several || in.column.has_value();
    in.column = column;
  };
  for (std::size_t c = 0; c < names_.size(); ++c) {
    const bool text =
        std::any_of(rows_.begin(), rows_.end(), [&](const cells& row) { return row[c] == name; });
    if (text) count(by_text, c);
    if (names_[c] == name) count(by_name, c);
  }
  if (by_text.column && !by_text.several) return by_text;
  if (by_name.column && !by_name.several) return by_name;
  if (by_text.several || by_name.several) return {std::nullopt, true};
  std::size_t place = 0;
  const char* const end = name.data() + name.size();
  if (name[0] != '#' || !digit(name.back())) return {};
  const auto number = std::from_chars(name.data() + 1, end, place);
  if (number.ec != std::errc() || number.ptr != end || place == 0 || place > names_.size()) {
    return {};
  }
  return {place - 1, false};
}

std::string column_index::nearest(std::string_view wanted) const {
  std::vector<std::string> known = names_;
  for (const cells& row : rows_) known.insert(known.end(), row.begin(), row.end());
  known.erase(std::remove(known.begin(), known.end(), ""), known.end());
  return std::string(heard::nearest(normalised_space(wanted), known));
}

}  // namespace heard
