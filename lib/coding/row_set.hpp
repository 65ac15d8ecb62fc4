/// @file
/// A set of rows that gives them out in order.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::matching {

/// Rows below a limit, a bit each, and a bit for each word of bits that holds some: rows come out
/// in order without being sorted, and what is empty is passed over 4,096 rows at a time.
class row_set {
 public:
  explicit row_set(std::size_t limit) : rows_(words(limit), 0), filled_(words(rows_.size()), 0) {}

  void add(std::uint32_t row) {
    rows_[row / 64] |= std::uint64_t{1} << row % 64;
    filled_[row / 4096] |= std::uint64_t{1} << row / 64 % 64;
  }

  /// Empties the set. @param[out] out  replaced by the rows, in order
  void take(std::vector<std::uint32_t>& out) {
    out.clear();
    for (std::size_t i = 0; i < filled_.size(); ++i) {
      for (; filled_[i] != 0; filled_[i] &= filled_[i] - 1) {
        const std::size_t word = 64 * i + static_cast<std::size_t>(std::countr_zero(filled_[i]));
        for (std::uint64_t& left = rows_[word]; left != 0; left &= left - 1) {
          const auto bit = static_cast<std::size_t>(std::countr_zero(left));
          out.push_back(static_cast<std::uint32_t>(64 * word + bit));
        }
      }
    }
  }

 private:
  static std::size_t words(std::size_t bits) { return (bits + 63) / 64; }

  std::vector<std::uint64_t> rows_;
  std::vector<std::uint64_t> filled_;
};

}  // namespace heard::matching
