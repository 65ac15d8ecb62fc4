/// @file
/// Where all texts live: one block of bytes, each text as it was received.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace heard {

/// A text in an arena. The default is the empty text.
struct text_ref {
  std::uint64_t first = 0;
  std::uint32_t size = 0;
  [[nodiscard]] bool empty() const { return size == 0; }
};

/// Bytes that are only ever added.
class arena {
 public:
  /// Copies a text in. @throw error(status::bad_input) for a text of 4 GiB or more
  text_ref add(std::string_view text);
  [[nodiscard]] std::string_view operator[](text_ref ref) const {
    return std::string_view(bytes_).substr(ref.first, ref.size);
  }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }

 private:
  std::string bytes_;
};

}  // namespace heard
