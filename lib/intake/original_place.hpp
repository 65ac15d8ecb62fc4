/// @file
/// Offsets in decoded text as offsets in the file as received.
#pragma once

#include <heard/base/utf8.hpp>
#include <heard/text/encoding.hpp>

#include <cstdint>

namespace heard {

/// What decoded_file::original_offset() tells, at a cost that falls on moving forward only: asked
/// in rising order, all offsets of a file together take one pass.
class original_place {
 public:
  /// @param file  must outlive it
  explicit original_place(const text::decoded_file& file)
      : file_(file),
        same_(file.from == text::encoding::utf8 || file.from == text::encoding::utf8_bom),
        wide_(file.from != text::encoding::windows_1252),
        original_(file.mark_size) {}

  /// @param offset  on the boundary of a character
  std::uint64_t operator()(std::uint64_t offset) {
    if (same_) return offset + file_.mark_size;
    if (offset < at_) {
      at_ = 0;
      original_ = file_.mark_size;
    }
    while (at_ < offset) {
      const std::uint8_t size = utf8::decode(file_.text, at_).size;
      original_ += !wide_ ? 1 : size == 4 ? 4 : 2;
      at_ += size;
    }
    return original_ - (file_.odd_end && at_ == file_.text.size() ? 1 : 0);
  }

 private:
  const text::decoded_file& file_;
  bool same_;
  bool wide_;
  std::uint64_t at_ = 0;
  std::uint64_t original_;
};

}  // namespace heard
