/// @file
/// CSV and TSV by RFC 4180, with the dialect found or declared and every cell's place kept.
#pragma once

#include <cstddef>
#include <cstdint>
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
/// number of fields, more than one, quotes respected; a comma where nothing decides. A first line
/// `sep=;` (Excel's hint) decides alone.
[[nodiscard]] csv_dialect detect_dialect(std::string_view text);

/// Most cells that a record may have: the columns of an Excel sheet.
inline constexpr std::size_t csv_cell_limit = 16'384;

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
  /// A quote opens and is closed neither on its line nor, before a delimiter or line end, on a
  /// later one.
  unclosed_quote,
  text_after_quote,  ///< `"a"b`: something between a closing quote and the delimiter.
  too_many_cells,    ///< More than csv_cell_limit.
};

/// The fault in a few words, such as "a quote is not closed".
[[nodiscard]] std::string_view describe(row_fault fault);

/// One record. Rows count from 1 as a spreadsheet shows them, header and blank rows included;
/// `line` is the line it starts on, which differs where cells hold line breaks.
struct csv_row {
  std::uint64_t row = 0;
  std::uint64_t line = 0;
  std::uint64_t first = 0;  ///< Byte range of the record, its line end excluded.
  std::uint64_t last = 0;
  row_fault fault = row_fault::none;
  std::vector<csv_cell> cells;  ///< None where there is a fault.
};

/// Reads record after record. Lines end with CRLF, LF or CR. A quote inside an unquoted cell and
/// white space around cells are part of the value.
///
/// A fault spoils one row and reading goes on with the next line. After a fault of quotes that is
/// the line after the one where the quote at fault opens, not after where it was noticed: a stray
/// quote costs its own row, and not all rows down to the next quote. Every line is looked at no
/// more than twice, since between the two no line can open a quote that it does not close.
class csv_reader {
 public:
  /// @param text  must outlive the reader. A first line `sep=;` is skipped and is no row.
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
  row_fault read_quoted(csv_cell& cell, std::size_t& line_ends) const;
  std::size_t cell_end(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  void end_record(csv_row& out, std::size_t end);

  std::string_view text_;
  csv_dialect dialect_;
  std::uint64_t at_ = 0;
  std::uint64_t row_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace heard
