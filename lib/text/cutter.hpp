/// @file
/// Segments from the places where they end.
#pragma once

#include <heard/text/span.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::text {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Collects the segments of one text, which follow one another without a gap.
class cutter {
 public:
  explicit cutter(std::vector<span>& out) : out_(out) { out_.clear(); }

  void cut(std::size_t at) {
    out_.push_back({first_, static_cast<std::uint32_t>(at)});
    first_ = static_cast<std::uint32_t>(at);
  }

 private:
  std::vector<span>& out_;
  std::uint32_t first_ = 0;
};

}  // namespace heard::text
