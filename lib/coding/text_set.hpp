/// @file
/// A set of texts as bits.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::matching {

/// Texts below a limit. Sets of one limit combine 64 texts at a time.
class text_set {
 public:
  explicit text_set(std::size_t limit) : limit_(limit), bits_((limit + 63) / 64, 0) {}

  void add(std::uint32_t text) { bits_[text / 64] |= std::uint64_t{1} << text % 64; }
  void add_all() {
    for (std::uint64_t& word : bits_) word = ~std::uint64_t{0};
    if (limit_ % 64 != 0) bits_.back() = (std::uint64_t{1} << limit_ % 64) - 1;
  }
  text_set& operator|=(const text_set& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  text_set& operator&=(const text_set& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
    return *this;
  }

  /// In order.
  [[nodiscard]] std::vector<std::uint32_t> rows() const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t left = bits_[i]; left != 0; left &= left - 1) {
        out.push_back(static_cast<std::uint32_t>(64 * i) +
                      static_cast<std::uint32_t>(std::countr_zero(left)));
      }
    }
    return out;
  }

 private:
  std::size_t limit_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace heard::matching
