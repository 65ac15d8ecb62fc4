/// @file
/// A column of small numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

namespace heard {

/// Whole numbers in 0, 1, 2 or 4 bytes each: as many as the greatest needs, none while all are 0.
/// What column is to values, with rows given by value.
class narrow_numbers {
 public:
  [[nodiscard]] std::uint32_t operator[](std::size_t row) const {
    switch (width_) {
      case 0:
        return 0;
      case 1:
        return bytes_[row];
      case 2: {
        std::uint16_t value = 0;
        std::memcpy(&value, bytes_.data() + 2 * row, 2);
        return value;
      }
      default: {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes_.data() + 4 * row, 4);
        return value;
      }
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  void push_back(std::uint32_t value) {
    if (width_of(value) > width_) widen(width_of(value));
    ++size_;
    if (width_ == 0) return;
    bytes_.resize(size_ * width_);
    put(bytes_, width_, size_ - 1, value);
  }
  void set(std::size_t row, std::uint32_t value) {
    if (width_of(value) > width_) widen(width_of(value));
    put(bytes_, width_, row, value);
  }
  /// Adds the rows [first, last) of another.
  void append(const narrow_numbers& from, std::size_t first, std::size_t last);
  void reserve(std::size_t rows);

 private:
  static unsigned width_of(std::uint32_t value) {
    return value == 0 ? 0 : value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : 4;
  }
  static void put(std::vector<std::uint8_t>& to, unsigned width, std::size_t row,
                  std::uint32_t value) {
    if (width == 1) {
      to[row] = static_cast<std::uint8_t>(value);
    } else if (width == 2) {
      const auto half = static_cast<std::uint16_t>(value);
      std::memcpy(to.data() + 2 * row, &half, 2);
    } else if (width == 4) {
      std::memcpy(to.data() + 4 * row, &value, 4);
    }
  }
  void widen(unsigned width);

  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;  // Rows that reserve() was told of.
  unsigned width_ = 0;
};

/// A column of ids, or of the values of an enumeration.
template <class Id, class T>
class narrow_column {
 public:
  [[nodiscard]] T operator[](Id row) const {
    if constexpr (std::is_enum_v<T>) {
      return static_cast<T>(numbers_[row.value]);
    } else {
      return T(numbers_[row.value]);
    }
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  void push_back(T value) { numbers_.push_back(number(value)); }
  void set(Id row, T value) { numbers_.set(row.value, number(value)); }
  void append(const narrow_column& from, Id first, Id last) {
    numbers_.append(from.numbers_, first.value, last.value);
  }
  void reserve(std::size_t rows) { numbers_.reserve(rows); }

 private:
  static std::uint32_t number(T value) {
    if constexpr (std::is_enum_v<T>) {
      return static_cast<std::uint32_t>(value);
    } else {
      return value.value;
    }
  }

  narrow_numbers numbers_;
};

}  // namespace heard
