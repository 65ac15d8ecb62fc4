/// @file
/// CSV and TSV by RFC 4180, with the dialect found or declared and every cell's place kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// How a file separates and quotes. Quotes are doubled inside quotes; there is no backslash escape.
struct csv_dialect {
  char delimiter = ',';
  char quote = '"';
  bool operator==(const csv_dialect&) const = default;
};

/// Finds the dialect from the first rows: of , ; TAB and | the one that gives the most consistent
/// number of fields, more than one, quotes respected; a comma where nothing decides.
[[nodiscard]] csv_dialect detect_dialect(std::string_view text);

/// Where a cell stands in the decoded text. `first` and `last` take in the quotes.
struct csv_cell {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool quoted = false;
  bool escaped = false;  ///< Holds doubled quotes, so that its value is not a slice of the text.
};

/// Why a row could not be read.
enum class row_fault : std::uint8_t {
  none,
  unclosed_quote,    ///< The file ends inside quotes.
  text_after_quote,  ///< `"a"b`: something between a closing quote and the delimiter.
};

/// One record. Rows count from 1 as a spreadsheet shows them, header and blank rows included;
/// `line` is the line it starts on, which differs where cells hold line breaks.
struct csv_row {
  std::uint64_t row = 0;
  std::uint64_t line = 0;
  std::uint64_t first = 0;  ///< Byte range of the record, its line end excluded.
  std::uint64_t last = 0;
  row_fault fault = row_fault::none;
  std::vector<csv_cell> cells;
};

/// Reads record after record. A fault spoils one row and reading goes on with the next line.
class csv_reader {
 public:
  /// @param text  must outlive the reader
  csv_reader(std::string_view text, csv_dialect dialect);

  /// The next record, or false at the end. Empty lines give a row with one empty cell.
  /// @param[out] out  replaced; its vector is used again
  bool next(csv_row& out);

  /// The value of a cell: unquoted, doubled quotes made single, nothing else changed.
  /// @param scratch  holds the value where it is not a slice of the text
  [[nodiscard]] std::string_view value(const csv_cell& cell, std::string& scratch) const;

  /// Bytes read so far.
  [[nodiscard]] std::uint64_t position() const { return at_; }

 private:
  std::string_view text_;
  csv_dialect dialect_;
  std::uint64_t at_ = 0;
  std::uint64_t row_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace heard
