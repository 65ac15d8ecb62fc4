/// @file
/// A column of a table, indexed only by the id type of its table.
#pragma once

#include <heard/base/error.hpp>
#include <heard/base/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace heard {

/// Values of one kind for every row of a table.
template <class Id, class T>
class column {
 public:
  using reference = typename std::vector<T>::reference;
  using const_reference = typename std::vector<T>::const_reference;

  [[nodiscard]] const_reference operator[](Id row) const { return values_[row.value]; }
  [[nodiscard]] reference operator[](Id row) { return values_[row.value]; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] auto begin() const { return values_.begin(); }
  [[nodiscard]] auto end() const { return values_.end(); }
  [[nodiscard]] auto begin() { return values_.begin(); }
  [[nodiscard]] auto end() { return values_.end(); }

  /// Appends a row and gives its id.
  Id push_back(T value) {
    values_.push_back(std::move(value));
    return Id(values_.size() - 1);
  }
  /// Appends rows [first, last) of another.
  void append(const column& from, Id first, Id last) {
    values_.insert(values_.end(), from.values_.begin() + first.value,
                   from.values_.begin() + last.value);
  }
  void resize(std::size_t rows, T value = T()) { values_.resize(rows, value); }
  void reserve(std::size_t rows) { values_.reserve(rows); }

 private:
  std::vector<T> values_;
};

/// Values that most rows lack: they take no memory while no row has one that is not the default.
template <class Id, class T>
class rare_column {
 public:
  [[nodiscard]] T operator[](Id row) const { return values_.empty() ? T() : values_[row.value]; }
  [[nodiscard]] std::size_t size() const { return size_; }

  void push_back(T value) {
    ++size_;
    if (!values_.empty() || !(value == T())) put(size_ - 1, std::move(value));
  }
  void set(Id row, T value) {
    if (!values_.empty() || !(value == T())) put(row.value, std::move(value));
  }
  void reserve(std::size_t) {}

 private:
  void put(std::size_t row, T value) {
    values_.resize(size_);
    values_[row] = std::move(value);
  }

  std::vector<T> values_;
  std::size_t size_ = 0;
};

/// Any number of values for every row: one vector for all, and where each row's part ends.
template <class Id, class T>
class list_column {
 public:
  [[nodiscard]] std::span<const T> operator[](Id row) const {
    const std::uint32_t first = row.value == 0 ? 0 : ends_[row.value - 1];
    return std::span<const T>(values_).subspan(first, ends_[row.value] - first);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// All values in row order.
  [[nodiscard]] std::span<const T> values() const { return values_; }

  /// @throw error(status::bad_input) for more than 4,294,967,295 values in all
  Id push_back(std::span<const T> row) {
    if (row.size() > most - values_.size()) throw_full();
    values_.insert(values_.end(), row.begin(), row.end());
    ends_.push_back(static_cast<std::uint32_t>(values_.size()));
    return Id(ends_.size() - 1);
  }
  /// Appends rows [first, last) of another. @throw as push_back()
  void append(const list_column& from, Id first, Id last) {
    if (first == last) return;
    const std::uint32_t begin = first.value == 0 ? 0 : from.ends_[first.value - 1];
    const std::uint32_t end = from.ends_[last.value - 1];
    if (end - begin > most - values_.size()) throw_full();
    const auto moved = static_cast<std::uint32_t>(values_.size()) - begin;  // May wrap, and back.
    values_.insert(values_.end(), from.values_.begin() + begin, from.values_.begin() + end);
    const std::size_t rows = ends_.size();
    ends_.insert(ends_.end(), from.ends_.begin() + first.value, from.ends_.begin() + last.value);
    for (std::size_t row = rows; row < ends_.size(); ++row) ends_[row] += moved;
  }
  /// Makes room for so many rows, and so many values in all.
  void reserve(std::size_t rows, std::size_t values) {
    ends_.reserve(rows);
    values_.reserve(values);
  }

 private:
  static constexpr std::size_t most = 0xFFFFFFFF;
  [[noreturn]] static void throw_full() {
    throw error(status::bad_input, "a column of lists cannot hold more than 4,294,967,295 values");
  }

  std::vector<T> values_;
  std::vector<std::uint32_t> ends_;
};

/// Every id of a table with `rows` rows, for range-based loops.
template <class Id>
class id_range {
 public:
  class iterator {
   public:
    explicit iterator(std::uint32_t at) : at_(at) {}
    Id operator*() const { return Id(at_); }
    iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const iterator&) const = default;

   private:
    std::uint32_t at_;
  };

  explicit id_range(std::size_t rows) : rows_(static_cast<std::uint32_t>(rows)) {}
  [[nodiscard]] iterator begin() const { return iterator(0); }
  [[nodiscard]] iterator end() const { return iterator(rows_); }

 private:
  std::uint32_t rows_;
};

}  // namespace heard
