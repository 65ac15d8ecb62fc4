// The rows of a file that comes bytes by bytes, cut into pieces that are read one at a time.
#pragma once

#include "intake/source_layout.hpp"

#include <heard/base/kept_bytes.hpp>
#include <heard/intake/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

// How many bytes of the text are whole records that no byte after it could change.
[[nodiscard]] std::size_t whole_records(std::string& text, const sheet_options& how);

// Cuts where records end, at every `size` bytes or the next chance after it.
class source_pieces {
 public:
  // A piece as a file of its own.
  struct piece {
    kept_bytes bytes;
    std::uint64_t first = 0;  // In the file, of the byte after the head.
  };
  using use = std::function<void(const piece&)>;

  // @param layout  must outlive this
  source_pieces(const source_layout& layout, std::size_t size);

  // Hands each piece to `with` as soon as it is there.
  void take(std::string_view bytes, const use& with);
  // The rest, which may be nothing. Afterwards the file may come once more, and is cut as before.
  void end(const use& with);

  // Of all bytes that came, to tell whether the file is the same.
  [[nodiscard]] const running_hash& hash() const { return hash_; }

 private:
  void hand_out(std::size_t bytes, const use& with);

  const source_layout& layout_;
  std::size_t size_;
  std::size_t next_try_;
  std::string waiting_;
  std::uint64_t skip_;        // Bytes before the first row.
  std::uint64_t handed_out_;  // In the file.
  bool cuts_known_ = false;
  std::size_t next_cut_ = 0;
  std::vector<std::uint64_t> cuts_;
  running_hash hash_;
};

// Reads a piece row by row, as the file has them. @param[in,out] rows_before  in the file
// @param[in,out] blank  rows that were skipped
void for_each_row_of_piece(sheet& in, const source_layout& layout, std::uint64_t first,
                           std::uint64_t& rows_before, std::uint64_t& blank,
                           const std::function<void(const sheet_row&)>& row,
                           const std::function<void(const unreadable_row&)>& unreadable);

}  // namespace heard
