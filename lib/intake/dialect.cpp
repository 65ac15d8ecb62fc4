#include "intake/separator_hint.hpp"

#include <heard/intake/csv.hpp>

#include <map>

namespace heard {

namespace {

// Enough rows to tell prose from structure. The bytes bound the work where rows are long.
constexpr std::size_t sample_rows = 200;
constexpr std::size_t sample_bytes = 1'000'000;

struct consistency {
  std::size_t width = 0;  // the commonest number of cells
  std::size_t rows = 0;   // rows of that width
  std::size_t of = 0;     // rows looked at
};

consistency measure(std::string_view text, csv_dialect dialect) {
  csv_reader reader(text, dialect);
  csv_row row;
  std::map<std::size_t, std::size_t> rows_by_width;
  consistency out;
  while (out.of < sample_rows && reader.position() < sample_bytes && reader.next(row)) {
    if (row.first == row.last) continue;
    ++out.of;
    if (row.fault == row_fault::none) ++rows_by_width[row.cells.size()];
  }
  for (const auto& [width, rows] : rows_by_width) {
    if (rows >= out.rows) {
      out.width = width;
      out.rows = rows;
    }
  }
  return out;
}

bool better(const consistency& a, const consistency& b) {
  if (a.width < 2) return false;
  if (b.width < 2) return true;
  const std::size_t left = a.rows * b.of;
  const std::size_t right = b.rows * a.of;
  return left != right ? left > right : a.width > b.width;
}

}  // namespace

separator_hint find_separator_hint(std::string_view text) {
  if (text.size() < 5 || text[3] != '=') return {};
  const std::string_view keyword = text.substr(0, 3);
  if (keyword != "sep" && keyword != "SEP" && keyword != "Sep") return {};
  const char delimiter = text[4];
  if (delimiter == '\n' || delimiter == '\r' || delimiter == '"') return {};
  const std::string_view after = text.substr(5);
  if (after.empty()) return {delimiter, 5};
  if (after.starts_with("\r\n")) return {delimiter, 7};
  if (after[0] == '\n' || after[0] == '\r') return {delimiter, 6};
  return {};
}

csv_dialect detect_dialect(std::string_view text) {
  if (const separator_hint hint = find_separator_hint(text); hint.size > 0) {
    return {hint.delimiter, '"'};
  }
  csv_dialect best;
  consistency best_so_far;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const csv_dialect candidate{delimiter, '"'};
    const consistency found = measure(text, candidate);
    if (better(found, best_so_far)) {
      best = candidate;
      best_so_far = found;
    }
  }
  return best;
}

}  // namespace heard
