/// @file
/// A byte range of one text.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace heard::text {

/// Bytes [first, last). Texts longer than 4 GiB are refused at intake.
struct span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
  [[nodiscard]] constexpr bool contains(span other) const {
    return first <= other.first && other.last <= last;
  }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(first, last - first);
  }
  auto operator<=>(const span&) const = default;
};

}  // namespace heard::text
