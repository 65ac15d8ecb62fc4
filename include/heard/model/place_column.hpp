/// @file
/// Where things stand in the files that were handed in.
#pragma once

#include <heard/base/error.hpp>
#include <heard/base/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard {

/// Where a cell or a letter stands. Bytes are of the file as received.
struct source_place {
  file_id file;
  std::uint32_t row = 0;     ///< From 1, as a spreadsheet shows it; 0: the file as a whole.
  std::uint32_t column = 0;  ///< From 1; 0: the row as a whole.
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// A place for every row, in 20 bytes instead of 32.
template <class Id>
class place_column {
 public:
  [[nodiscard]] source_place operator[](Id row) const {
    const packed& at = places_[row.value];
    const std::uint64_t first = std::uint64_t{at.first_high} << 32 | at.first;
    return {at.file, at.row, at.column, first, first + at.size};
  }
  [[nodiscard]] std::size_t size() const { return places_.size(); }

  /// @throw error(status::bad_input) for a place of 4 GiB or more, or after 256 TiB, or in column
  /// 65,536 or later
  void push_back(const source_place& place) {
    const std::uint64_t size = place.last - place.first;
    if (size >> 32 != 0 || place.first >> 48 != 0 || place.column >> 16 != 0) {
      throw error(status::bad_input, "a row or text of 4 GiB or more cannot be kept");
    }
    places_.push_back({place.file, place.row, static_cast<std::uint32_t>(place.first),
                       static_cast<std::uint32_t>(size),
                       static_cast<std::uint16_t>(place.first >> 32),
                       static_cast<std::uint16_t>(place.column)});
  }
  void reserve(std::size_t rows) { places_.reserve(rows); }

 private:
  struct packed {
    file_id file;
    std::uint32_t row;
    std::uint32_t first;
    std::uint32_t size;
    std::uint16_t first_high;
    std::uint16_t column;
  };
  std::vector<packed> places_;
};

}  // namespace heard
