#include "text/blocks.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace heard::text {

namespace {

/// Eight bytes to eight rows of bits: bit r of byte c becomes bit c of byte r (Hacker's Delight,
/// section 7-3).
constexpr std::uint64_t transposed(std::uint64_t x) {
  std::uint64_t t = (x ^ (x >> 7)) & 0x00AA00AA00AA00AAu;
  x ^= t ^ (t << 7);
  t = (x ^ (x >> 14)) & 0x0000CCCC0000CCCCu;
  x ^= t ^ (t << 14);
  t = (x ^ (x >> 28)) & 0x00000000F0F0F0F0u;
  return x ^ t ^ (t << 28);
}

using rows = std::array<std::uint64_t, 8>;

void put(rows& masks, std::uint64_t classes, unsigned at) {
  const std::uint64_t bits = transposed(classes);
  for (unsigned r = 0; r < 8; ++r) masks[r] |= (bits >> (8 * r) & 0xFF) << at;
}

}  // namespace

void classify_plain(const char* bytes, std::size_t size, block* out) {
  for (std::size_t first = 0; first < size; first += 64) {
    const auto n = static_cast<unsigned>(std::min<std::size_t>(64, size - first));
    rows lows{};
    rows uppers{};
    std::uint64_t high = 0;
    std::uint64_t continuation = 0;
    for (unsigned at = 0; at < n; at += 8) {
      std::uint64_t low_classes = 0;
      std::uint64_t upper_classes = 0;
      for (unsigned i = 0; i < 8 && at + i < n; ++i) {
        const auto b = static_cast<unsigned char>(bytes[first + at + i]);
        const std::uint64_t classes = byte_classes[b];
        (b < 0x80 ? low_classes : upper_classes) |= classes << (8 * i);
        high |= std::uint64_t{b >= 0x80} << (at + i);
        continuation |= std::uint64_t{(b & 0xC0) == 0x80} << (at + i);
      }
      put(lows, low_classes, at);
      if (upper_classes != 0) put(uppers, upper_classes, at);
    }
    const upper_masks m{uppers[0], uppers[1], uppers[2], uppers[3],
                        uppers[4], uppers[5], uppers[6], continuation};
    const std::uint64_t second = second_bytes(m, classes_before(bytes, first));
    *out++ = {lows[0], lows[1], lows[2], lows[3], lows[4], lows[5], lows[6], lows[7] | uppers[7],
              high,    second};
  }
}

void list_plain(std::uint64_t mask, std::uint32_t base, std::uint32_t* out) {
  constexpr std::size_t at_once = 8;  // More than are there: fewer branches, and none that vary.
  static_assert(list_room >= 64 + at_once);
  while (mask != 0) {
    for (std::size_t i = 0; i < at_once; ++i) {
      *out++ = base + static_cast<std::uint32_t>(std::countr_zero(mask));
      mask &= mask - 1;
    }
  }
}

std::span<const classifier_choice> classifiers() {
  static const auto found = [] {
    struct {
      std::array<classifier_choice, 4> all{};
      std::size_t count = 0;
      void add(classifier_choice c) { all[count++] = c; }
    } list;
    list.add({instructions::plain, classify_plain, list_plain});
#if defined(__aarch64__)
    list.add({instructions::neon, classify_neon, list_plain});
#elif defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
      list.add({instructions::avx2, classify_avx2, list_plain});
    }
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi")) {
      list.add({instructions::avx512, classify_avx512, list_plain});
      if (__builtin_cpu_supports("avx512vbmi2")) {
        list.add({instructions::avx512_vbmi2, classify_avx512, list_avx512_vbmi2});
      }
    }
#endif
    return list;
  }();
  return {found.all.data(), found.count};
}

const classifier_choice& best_classifier() {
  return classifiers().back();
}

}  // namespace heard::text
