/// @file
/// Where all texts live, each as it was received.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// A text in an arena. The default is the empty text.
struct text_ref {
  std::uint32_t block = 0;
  std::uint32_t first = 0;
  std::uint32_t size = 0;
  [[nodiscard]] bool empty() const { return size == 0; }
};

/// Bytes that are only ever added, in blocks that never move: a view of a text stays good for as
/// long as the arena lives, and growing never holds everything twice.
class arena {
 public:
  /// Copies a text in. @throw error(status::bad_input) for a text of 4 GiB or more
  text_ref add(std::string_view text);
  [[nodiscard]] std::string_view operator[](text_ref ref) const {
    if (ref.size == 0) return {};
    return {blocks_[ref.block].data() + ref.first, ref.size};
  }
  /// Bytes of all texts.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::vector<std::vector<char>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace heard
