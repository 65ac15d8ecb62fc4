/// @file
/// A file with rows, whatever its format: CSV, TSV and JSON Lines read the same way.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/intake/csv.hpp>
#include <heard/text/encoding.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

enum class sheet_format : std::uint8_t { csv, tsv, jsonl };

/// What is declared of a file; what is not is found from it.
struct sheet_options {
  sheet_format format = sheet_format::csv;
  std::optional<text::encoding> encoding;
  std::optional<char> delimiter;
  std::optional<unsigned> header_rows;  ///< 1 to 3.
};

/// A cell of a row. The view lasts until the next row.
struct sheet_cell {
  std::string_view value;
  std::uint32_t column = 0;  ///< From 1.
  std::uint64_t first = 0;   ///< Byte range in the file as received, quotes included.
  std::uint64_t last = 0;
};

/// A data row. Cells follow the sheet's columns; a missing one is empty, with the row's end as its
/// place.
struct sheet_row {
  std::uint32_t row = 0;    ///< From 1, as a spreadsheet shows it; for JSON Lines the line.
  std::uint64_t first = 0;  ///< Byte range in the file as received.
  std::uint64_t last = 0;
  std::vector<sheet_cell> cells;
};

/// A row that could not be read: nothing of it is in the data, and its place is all that is kept.
struct unreadable_row {
  std::uint32_t row = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::string why;  ///< One line, without the row's words.
  hash128 hash;     ///< Of its bytes as UTF-8.
};

class column_index;

/// A file with its header understood, ready to be read row by row.
class sheet {
 public:
  /// @param bytes  the file as received
  /// @throw error(status::bad_encoding) or error(status::bad_input) with the place
  sheet(const kept_bytes& bytes, std::string name, const sheet_options& options);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const text::decoded_file& decoded() const { return decoded_; }
  /// Rows of the header, found or declared; 0 for JSON Lines. One found may deserve a remark when
  /// it is not 1.
  [[nodiscard]] unsigned header_rows() const { return header_rows_; }
  /// Blank rows above the header.
  [[nodiscard]] std::uint64_t rows_above() const { return rows_above_; }
  [[nodiscard]] const csv_dialect& dialect() const { return dialect_; }

  /// Full names of the columns: the texts of the header rows joined with " | " where there are
  /// several, `#n` where there is none. For JSON Lines the keys of all rows in byte order, so that
  /// the order of rows does not show.
  [[nodiscard]] const std::vector<std::string>& columns() const;

  /// The column that `header` names (docs/manifest.md): by any header row's text where unique, by
  /// the joined texts, or `#n`. White space at the ends and runs of it do not matter.
  /// @return index from 0, or nothing: see nearest_column()
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view header) const;
  /// True when find_column() found nothing because several columns have that name.
  [[nodiscard]] bool ambiguous(std::string_view header) const;
  /// The name most like `header`, or nothing where none is near.
  [[nodiscard]] std::string nearest_column(std::string_view header) const;

  /// Reads every data row in order. Rows of no cell but blanks are skipped and counted. A row with
  /// more cells than there are columns is unreadable unless the extra ones are blank. Either
  /// function may be empty.
  void for_each_row(const std::function<void(const sheet_row&)>& row,
                    const std::function<void(const unreadable_row&)>& unreadable);

  /// Rows that the last for_each_row() skipped, those above the header included.
  [[nodiscard]] std::uint64_t blank_rows() const { return blank_rows_; }

 private:
  void read_csv_header(const sheet_options& options);
  void check_header_bytes() const;
  /// What is wrong with the bytes between two offsets of the text, which rise from call to call;
  /// empty: nothing. @param next  which of the file's faults is not passed yet
  [[nodiscard]] std::string byte_fault(std::size_t& next, std::uint64_t first,
                                       std::uint64_t last) const;
  void read_json_header();
  void for_each_csv_row(const std::function<void(const sheet_row&)>& row,
                        const std::function<void(const unreadable_row&)>& unreadable);
  void for_each_json_row(const std::function<void(const sheet_row&)>& row,
                         const std::function<void(const unreadable_row&)>& unreadable);

  std::string name_;
  sheet_format format_;
  text::decoded_file decoded_;
  csv_dialect dialect_;
  unsigned header_rows_ = 0;
  std::uint64_t rows_above_ = 0;  // blank rows above the header
  std::shared_ptr<const column_index> index_;
  std::vector<std::string> keys_;  // of JSON Lines, as spelled, in byte order
  std::uint64_t blank_rows_ = 0;
};

}  // namespace heard
