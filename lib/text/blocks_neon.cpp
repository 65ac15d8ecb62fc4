#include "text/blocks.hpp"

#if defined(__aarch64__)

#include <arm_neon.h>
#include <array>
#include <cstring>

namespace heard::text {

namespace {

inline uint8x16_t within(uint8x16_t x, std::uint8_t first, std::uint8_t last) {
  return vcleq_u8(vsubq_u8(x, vdupq_n_u8(first)),
                  vdupq_n_u8(static_cast<std::uint8_t>(last - first)));
}

/// The classes of 16 bytes, `low` or `upper` by their first bit.
inline uint8x16_t classes_of(uint8x16_t x) {
  // A table look-up gives 0 where the index is past its 64 entries, so four of them make one.
  const auto part = [](std::size_t from) { return vld1q_u8_x4(byte_classes.data() + from); };
  const auto at = [&](std::uint8_t from) { return vsubq_u8(x, vdupq_n_u8(from)); };
  return vorrq_u8(vorrq_u8(vqtbl4q_u8(part(0x00), x), vqtbl4q_u8(part(0x40), at(0x40))),
                  vorrq_u8(vqtbl4q_u8(part(0x80), at(0x80)), vqtbl4q_u8(part(0xC0), at(0xC0))));
}

using quarters = std::array<uint8x16_t, 4>;

/// One bit a byte, from bytes that are all ones or all zeros.
inline std::uint64_t mask(const quarters& x) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t first = vpaddq_u8(vandq_u8(x[0], weights), vandq_u8(x[1], weights));
  const uint8x16_t second = vpaddq_u8(vandq_u8(x[2], weights), vandq_u8(x[3], weights));
  const uint8x16_t sums = vpaddq_u8(vpaddq_u8(first, second), vdupq_n_u8(0));
  return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

inline std::uint64_t bytes_of(const quarters& classes, std::uint8_t bit) {
  quarters with;
  for (int i = 0; i < 4; ++i) with[i] = vtstq_u8(classes[i], vdupq_n_u8(bit));
  return mask(with);
}

}  // namespace

void classify_neon(const char* bytes, std::size_t size, block* out) {
  for (std::size_t first = 0; first < size; first += 64, ++out) {
    char last[64] = {};
    const char* from = bytes + first;
    if (size - first < 64) {
      std::memcpy(last, from, size - first);
      from = last;
    }
    quarters x;
    quarters beyond;
    quarters continuation;
    quarters lows;
    for (int i = 0; i < 4; ++i) {
      x[i] = vld1q_u8(reinterpret_cast<const std::uint8_t*>(from) + 16 * i);
      beyond[i] = vcgeq_u8(x[i], vdupq_n_u8(0x80));
      lows[i] = vbicq_u8(classes_of(x[i]), beyond[i]);
    }
    out->letters = bytes_of(lows, low::letter);
    out->digits = bytes_of(lows, low::digit);
    out->dots = bytes_of(lows, low::dot);
    out->apostrophes = bytes_of(lows, low::apostrophe);
    out->commas = bytes_of(lows, low::comma);
    out->underscores = bytes_of(lows, low::underscore);
    out->rare = bytes_of(lows, low::rare);
    out->ends = bytes_of(lows, low::end);
    out->high = mask(beyond);
    out->second = 0;
    if (out->high == 0) continue;
    quarters uppers;
    for (int i = 0; i < 4; ++i) {
      uppers[i] = vandq_u8(classes_of(x[i]), beyond[i]);
      continuation[i] = within(x[i], 0x80, 0xBF);
    }
    out->ends |= bytes_of(uppers, upper::end);
    const upper_masks m{
        bytes_of(uppers, upper::lead),         bytes_of(uppers, upper::lead_c3),
        bytes_of(uppers, upper::lead_ce),      bytes_of(uppers, upper::lead_cf),
        bytes_of(uppers, upper::not_after_c3), bytes_of(uppers, upper::not_after_ce),
        bytes_of(uppers, upper::not_after_cf), mask(continuation)};
    out->second = second_bytes(m, classes_before(bytes, first));
  }
}

}  // namespace heard::text

#endif
