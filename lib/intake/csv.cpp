#include "intake/separator_hint.hpp"

#include <heard/intake/csv.hpp>

#include <cstring>

namespace heard {

namespace {

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

// CRLF is one line end.
std::size_t count_line_ends(std::string_view text) {
  std::size_t n = 0;
  // Most cells have none, which the C library finds out many bytes at a time.
  if (text.find('\n') == text.npos && text.find('\r') == text.npos) return n;
  for (std::size_t i = 0; i < text.size(); ++i) {
    n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  }
  return n;
}

}  // namespace

std::string_view describe(row_fault fault) {
  switch (fault) {
    case row_fault::none:
      break;
    case row_fault::unclosed_quote:
      return "a quote is not closed";
    case row_fault::text_after_quote:
      return "text follows a closing quote";
    case row_fault::too_many_cells:
      return "more than 16,384 cells";
  }
  return "no fault";
}

csv_reader::csv_reader(std::string_view text, csv_dialect dialect)
    : text_(text), dialect_(dialect) {
  if (const separator_hint hint = find_separator_hint(text); hint.size > 0) {
    at_ = hint.size;
    ++line_;
  }
}

// Reads from the opening quote at cell.first to past the closing one.
row_fault csv_reader::read_quoted(csv_cell& cell, std::size_t& line_ends) const {
  cell.quoted = true;
  std::size_t at = cell.first + 1;
  for (;;) {
    const void* found = at < text_.size()
                            ? std::memchr(text_.data() + at, dialect_.quote, text_.size() - at)
                            : nullptr;
    if (found == nullptr) return row_fault::unclosed_quote;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) + 1;
    if (at >= text_.size() || text_[at] != dialect_.quote) break;
    cell.escaped = true;
    ++at;
  }
  cell.last = at;
  line_ends = count_line_ends(text_.substr(cell.first, at - cell.first));
  if (at >= text_.size() || text_[at] == dialect_.delimiter || ends_line(text_[at])) {
    return row_fault::none;
  }
  return line_ends == 0 ? row_fault::text_after_quote : row_fault::unclosed_quote;
}

std::size_t csv_reader::cell_end(std::size_t at) const {
  const char* const data = text_.data();
  const std::size_t size = text_.size();
  while (at < size && data[at] != dialect_.delimiter && !ends_line(data[at])) ++at;
  return at;
}

std::size_t csv_reader::line_end(std::size_t at) const {
  while (at < text_.size() && !ends_line(text_[at])) ++at;
  return at;
}

void csv_reader::end_record(csv_row& out, std::size_t end) {
  out.last = end;
  if (out.fault != row_fault::none) out.cells.clear();
  at_ = end;
  if (at_ == text_.size()) return;
  const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += pair ? 2 : 1;
  ++line_;
}

bool csv_reader::next(csv_row& out) {
  if (at_ >= text_.size()) return false;
  out.row = ++row_;
  out.line = line_;
  out.first = at_;
  out.fault = row_fault::none;
  out.cells.clear();
  for (std::size_t at = at_;;) {
    csv_cell cell;
    cell.first = at;
    if (at < text_.size() && text_[at] == dialect_.quote) {
      std::size_t line_ends = 0;
      const row_fault fault = read_quoted(cell, line_ends);
      if (fault != row_fault::none) {
        out.fault = fault;
        end_record(out, line_end(cell.first));
        return true;
      }
      line_ += line_ends;
      at = cell.last;
    } else {
      at = cell.last = cell_end(at);
    }
    if (out.cells.size() < csv_cell_limit) {
      out.cells.push_back(cell);
    } else {
      out.fault = row_fault::too_many_cells;
    }
    if (at >= text_.size() || text_[at] != dialect_.delimiter) {
      end_record(out, at);
      return true;
    }
    ++at;
  }
}

std::string_view csv_reader::value(const csv_cell& cell, std::string& scratch) const {
  if (!cell.quoted) return text_.substr(cell.first, cell.last - cell.first);
  std::string_view inside = text_.substr(cell.first + 1, cell.last - cell.first - 2);
  if (!cell.escaped) return inside;
  scratch.clear();
  for (std::size_t quote; (quote = inside.find(dialect_.quote)) != inside.npos;) {
    scratch.append(inside, 0, quote + 1);
    inside.remove_prefix(quote + 2);
  }
  scratch.append(inside);
  return scratch;
}

}  // namespace heard
