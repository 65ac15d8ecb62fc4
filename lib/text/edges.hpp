/// @file
/// Where words begin and end, in turn.
#pragma once

#include <heard/text/span.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

namespace heard::text {

/// The edges of words: beginnings at even places, ends at odd ones. A vector would fill with zeros
/// what is written a moment later, a good part of the time that finding the words takes.
class edges {
 public:
  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t back() const { return places_[size_ - 1]; }
  [[nodiscard]] span word(std::size_t number) const {
    return {places_[2 * number], places_[2 * number + 1]};
  }

  /// @param to  room for size() / 2 words
  void copy_to(span* to) const {
    static_assert(sizeof(span) == 2 * sizeof(std::uint32_t));
    if (size_ != 0)
      std::memcpy(static_cast<void*>(to), places_.get(), size_ * sizeof(std::uint32_t));
  }
  [[nodiscard]] std::uint32_t operator[](std::size_t number) const { return places_[number]; }

  void add(std::uint32_t place) {
    *room(1) = place;
    ++size_;
  }
  void add(span word) {
    std::uint32_t* const to = room(2);
    to[0] = word.first;
    to[1] = word.last;
    size_ += 2;
  }
  void drop() { --size_; }

  /// Puts others in the place of the word whose edges are `first` and the next.
  void replace(std::size_t first, const edges& by) {
    if (by.size_ > 2) static_cast<void>(room(by.size_ - 2));
    std::uint32_t* const at = places_.get() + first;
    if (by.size_ != 2) {
      std::memmove(at + by.size_, at + 2, (size_ - first - 2) * sizeof(std::uint32_t));
    }
    if (by.size_ != 0) std::memcpy(at, by.places_.get(), by.size_ * sizeof(std::uint32_t));
    size_ = size_ + by.size_ - 2;
  }

  /// Space for so many edges behind the last, to be written and then counted.
  [[nodiscard]] std::uint32_t* room(std::size_t more) {
    if (more > capacity_ - size_) grow(more);
    return places_.get() + size_;
  }
  void count(std::size_t more) { size_ += more; }

 private:
  void grow(std::size_t more) {
    const std::size_t wanted = std::max(size_ + more, std::max<std::size_t>(256, 2 * capacity_));
    auto larger = std::make_unique_for_overwrite<std::uint32_t[]>(wanted);
    if (size_ != 0) std::memcpy(larger.get(), places_.get(), size_ * sizeof(std::uint32_t));
    places_ = std::move(larger);
    capacity_ = wanted;
  }

  std::unique_ptr<std::uint32_t[]> places_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace heard::text
