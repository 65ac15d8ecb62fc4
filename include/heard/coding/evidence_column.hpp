/// @file
/// The words that codings rest on, packed.
#pragma once

#include <heard/base/ids.hpp>
#include <heard/text/span.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace heard {

/// Words that a coding rests on.
struct evidence {
  text::span bytes;  ///< Of the answer's text. The whole answer where a person coded it whole.
  std::uint16_t rule =
      0;  ///< Row of the theme's `match`; no_rule for codings by people and models.
  auto operator<=>(const evidence&) const = default;
};
inline constexpr std::uint16_t no_rule = 0xFFFF;

/// Some evidence for every row. A piece takes 6 bytes where it is of the usual kind: within the
/// first 4 MiB of its answer, shorter than 4 KiB, by one of the first 16,383 rules of its theme or
/// by none; others take 18.
class evidence_column {
 public:
  class list;

  [[nodiscard]] list operator[](coding_id row) const;
  [[nodiscard]] std::size_t size() const {
    return wide_ends_.empty() ? ends_.size() : wide_ends_.size();
  }
  /// Pieces of all rows together.
  [[nodiscard]] std::size_t pieces() const { return packed_.size(); }

  /// @throw error(status::bad_input) for more than 4,294,967,295 pieces in all
  coding_id push_back(std::span<const evidence> row);
  /// Adds the rows [first, last) of another.
  void append(const evidence_column& from, coding_id first, coding_id last);
  /// Makes room for so many rows, and so many pieces in all.
  void reserve(std::size_t rows, std::size_t pieces);

 private:
  using packed = std::array<std::uint16_t, 3>;
  // Rows whose ends are told by their lower 16 bits, counted on from one whole number.
  static constexpr std::size_t rows_together = 32;

  [[nodiscard]] evidence piece(std::size_t at) const;
  [[nodiscard]] std::uint32_t end_of(std::size_t row) const {
    if (!wide_ends_.empty()) return wide_ends_[row];
    const std::uint32_t before = before_[row / rows_together];
    return before + static_cast<std::uint16_t>(ends_[row] - static_cast<std::uint16_t>(before));
  }
  void check_room(std::size_t pieces) const;
  void add_piece(const evidence& each);
  void add_row(std::size_t first, std::size_t last);

  std::vector<packed> packed_;
  std::vector<evidence> unusual_;
  std::vector<std::uint16_t> ends_;
  std::vector<std::uint32_t> before_;     // Pieces before each `rows_together` rows.
  std::vector<std::uint32_t> wide_ends_;  // Instead, once so many rows have more than 16 bits tell.
};

/// The evidence of one row, unpacked as it is looked at.
class evidence_column::list {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = evidence;
    using difference_type = std::ptrdiff_t;
    using pointer = const evidence*;
    using reference = evidence;

    iterator(const evidence_column* of, std::size_t at) : of_(of), at_(at) {}
    evidence operator*() const { return of_->piece(at_); }
    iterator& operator++() {
      ++at_;
      return *this;
    }
    iterator operator++(int) { return {of_, at_++}; }
    bool operator==(const iterator&) const = default;

   private:
    const evidence_column* of_;
    std::size_t at_;
  };

  list(const evidence_column& of, std::size_t first, std::size_t last)
      : of_(&of), first_(first), last_(last) {}
  [[nodiscard]] std::size_t size() const { return last_ - first_; }
  [[nodiscard]] bool empty() const { return first_ == last_; }
  [[nodiscard]] evidence operator[](std::size_t i) const { return of_->piece(first_ + i); }
  [[nodiscard]] iterator begin() const { return {of_, first_}; }
  [[nodiscard]] iterator end() const { return {of_, last_}; }

 private:
  const evidence_column* of_;
  std::size_t first_;
  std::size_t last_;
};

inline evidence_column::list evidence_column::operator[](coding_id row) const {
  return {*this, row.value == 0 ? 0 : end_of(row.value - std::size_t{1}), end_of(row.value)};
}

}  // namespace heard
