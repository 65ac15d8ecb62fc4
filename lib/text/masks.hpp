/// @file
/// Masks of one bit a byte, and those of the blocks beside them.
#pragma once

#include "text/blocks.hpp"

#include <cstddef>
#include <cstdint>

namespace heard::text {

inline constexpr std::uint64_t ones = ~std::uint64_t{0};

/// Blocks are kept two further than the text, so that the last one and the empty text need no case
/// of their own.
inline constexpr std::size_t behind = 2;

/// What stands `n` bytes before each byte of a block.
[[nodiscard]] constexpr std::uint64_t earlier(std::uint64_t now, std::uint64_t before, int n) {
  return (now << n) | (before >> (64 - n));
}
/// What stands `n` bytes after.
[[nodiscard]] constexpr std::uint64_t later(std::uint64_t now, std::uint64_t after, int n) {
  return (now >> n) | (after << (64 - n));
}

/// The bytes of the two-byte letters that the masks know.
[[nodiscard]] constexpr std::uint64_t known(const block& b, const block& after) {
  return b.second | later(b.second, after.second, 1);
}

/// Bits [first, last).
[[nodiscard]] constexpr std::uint64_t bits(unsigned first, unsigned last) {
  return last == 0 ? 0 : (ones << first) & (ones >> (64 - last));
}

/// A std::popcount that needs no instruction that the machine may lack.
[[nodiscard]] constexpr std::size_t count_ones(std::uint64_t x) {
  x -= (x >> 1) & 0x5555555555555555u;
  x = (x & 0x3333333333333333u) + ((x >> 2) & 0x3333333333333333u);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return (x * 0x0101010101010101u) >> 56;
}

}  // namespace heard::text
