// A CSV file that people write: the register, the decisions.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/intake/sheet.hpp>
#include <heard/model/tables.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace heard {

// A row, read by the names of its columns. Views last until the next row.
class person_row {
 public:
  person_row(const sheet_row& row, const std::map<std::string, std::size_t, std::less<>>& columns)
      : row_(row), columns_(columns) {}

  [[nodiscard]] std::uint32_t number() const { return row_.row; }
  // Without white space at its ends; empty where there is no such column.
  [[nodiscard]] std::string_view operator[](std::string_view column) const;
  [[nodiscard]] std::string text(std::string_view column) const {
    return std::string((*this)[column]);
  }
  // The cell's place in the file; the row's where there is no such column.
  [[nodiscard]] location where(const std::string& file, std::string_view column) const;
  // Bytes of the cell, so that it can be shown to somebody who asks for it; 0 where there is none.
  [[nodiscard]] std::uint32_t length(std::string_view column) const;
  [[nodiscard]] std::uint64_t first() const { return row_.first; }
  [[nodiscard]] std::uint64_t last() const { return row_.last; }

 private:
  const sheet_row& row_;
  const std::map<std::string, std::size_t, std::less<>>& columns_;
};

// Reads every row. Columns that must be there and are not, and rows that cannot be read, are
// errors.
// @param[out] about  its encoding and number of rows
void read_person_table(const kept_bytes& bytes, const std::string& path,
                       std::span<const std::string_view> required,
                       std::span<const std::string_view> optional, diagnostics& remarks,
                       input_file& about, const std::function<void(const person_row&)>& row);

// A whole number, or nothing.
[[nodiscard]] std::optional<std::uint64_t> parse_number(std::string_view text);

}  // namespace heard
