/// @file
/// A column in which equal values stand together.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard {

/// Values of which each run of equal ones is kept once: a bit for each row, set where a run begins,
/// and how many begin before each 64 rows.
template <class Id, class T>
class runs_column {
 public:
  [[nodiscard]] T operator[](Id row) const {
    const block& at = blocks_[row.value / 64];
    const std::uint64_t up_to = at.begins & (~std::uint64_t{0} >> (63 - row.value % 64));
    return values_[at.before + static_cast<std::size_t>(std::popcount(up_to)) - 1];
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  void push_back(T value) {
    if (size_ % 64 == 0) blocks_.push_back({0, static_cast<std::uint32_t>(values_.size())});
    if (values_.empty() || values_.back() != value) {
      blocks_.back().begins |= std::uint64_t{1} << size_ % 64;
      values_.push_back(value);
    }
    ++size_;
  }
  /// Adds the rows [first, last) of another.
  void append(const runs_column& from, Id first, Id last) {
    if (first >= last) return;
    reserve(size_ + last.value - first.value);
    T value = from[first];
    for (std::uint32_t row = first.value; row < last.value; ++row) {
      if ((from.blocks_[row / 64].begins >> row % 64 & 1) != 0) value = from[Id(row)];
      push_back(value);
    }
  }
  void reserve(std::size_t rows) { blocks_.reserve(rows / 64 + 1); }

 private:
  struct block {
    std::uint64_t begins = 0;
    std::uint32_t before = 0;
  };

  std::vector<block> blocks_;
  std::vector<T> values_;
  std::size_t size_ = 0;
};

}  // namespace heard
