#include <heard/coding/narrow_column.hpp>

#include <algorithm>

namespace heard {

void narrow_numbers::widen(unsigned width) {
  std::vector<std::uint8_t> wider;
  wider.reserve(std::max(size_, room_) * width);
  wider.resize(size_ * width);
  for (std::size_t row = 0; row < size_; ++row) put(wider, width, row, (*this)[row]);
  bytes_ = std::move(wider);
  width_ = width;
}

void narrow_numbers::append(const narrow_numbers& from, std::size_t first, std::size_t last) {
  if (from.width_ == width_) {
    size_ += last - first;
    bytes_.insert(bytes_.end(), from.bytes_.begin() + static_cast<std::ptrdiff_t>(first * width_),
                  from.bytes_.begin() + static_cast<std::ptrdiff_t>(last * width_));
    return;
  }
  for (std::size_t row = first; row < last; ++row) push_back(from[row]);
}

void narrow_numbers::reserve(std::size_t rows) {
  room_ = rows;
  bytes_.reserve(rows * width_);
}

}  // namespace heard
