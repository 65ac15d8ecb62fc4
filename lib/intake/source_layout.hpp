// What must be known of a file before its rows can be read piece by piece.
#pragma once

#include "intake/draft.hpp"

#include <heard/base/hash.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/intake/sheet.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace heard {

// Looks through a file once, from its first byte to its last.
class source_layout {
 public:
  explicit source_layout(const data_source& source) : source_(source) {}

  void take(std::string_view bytes);
  // The file is at its end. What is remarkable about all of it goes to `to`.
  void end(draft& to);

  // Rows cannot be told apart before all of it is there: it was kept whole.
  [[nodiscard]] bool whole() const { return whole_; }
  // There is a fault, which was remarked on, and no row can be read.
  [[nodiscard]] bool failed() const { return failed_; }

  [[nodiscard]] const std::string& all() const { return buffer_; }  // Where it is whole.
  [[nodiscard]] input_file about() const;
  // How to read a piece that begins with head().
  [[nodiscard]] const sheet_options& options() const { return options_; }
  // What comes before the rows of each piece, so that it can be read as a file.
  [[nodiscard]] const std::string& head() const { return head_; }
  [[nodiscard]] std::uint64_t head_rows() const { return head_rows_; }
  // Where rows begin in the file, and how many come before them.
  [[nodiscard]] std::uint64_t first_byte() const { return first_byte_; }
  [[nodiscard]] std::uint64_t rows_before() const { return rows_before_; }
  [[nodiscard]] std::uint64_t blank_above() const { return blank_above_; }
  [[nodiscard]] bool jsonl() const { return options_.format == sheet_format::jsonl; }

 private:
  void look(std::string_view bytes);
  // Found out from the beginning of the file, cut at the end of a line.
  void look_at_start(std::string_view sample);
  // Lines that end where `lines` does.
  void look_at_lines(std::string_view lines);
  void collect_keys(std::string_view lines);
  void settle_encoding();
  void settle_csv(draft& to);
  void settle_json();

  const data_source& source_;
  sheet_options options_;
  running_hash hash_;
  std::uint64_t size_ = 0;
  bool whole_ = false;
  bool failed_ = false;
  bool started_ = false;
  std::string sample_;  // The beginning of the file.
  std::string buffer_;  // What is not yet looked at; all of a file that is whole.
  std::uint64_t lines_ = 0;
  std::uint64_t looked_at_ = 0;

  std::optional<text::encoding> encoding_;  // Declared, or told by a mark.
  std::uint8_t mark_size_ = 0;
  bool multibyte_ = false;  // Somewhere there is a character of UTF-8 beyond ASCII.
  std::optional<location> not_utf8_;

  std::set<std::string> keys_;  // Of JSON Lines.
  bool any_row_ = false;
  std::optional<error> first_fault_;

  std::string head_;
  std::uint64_t head_rows_ = 0;
  std::uint64_t first_byte_ = 0;
  std::uint64_t rows_before_ = 0;
  std::uint64_t blank_above_ = 0;
};

}  // namespace heard
