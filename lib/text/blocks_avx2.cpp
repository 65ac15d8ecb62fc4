#include "text/blocks.hpp"

#if defined(__x86_64__)

#include <cstring>
#include <immintrin.h>

// As in blocks_avx512.cpp: an attribute, not a switch for the file.
#define HEARD_AVX2 [[gnu::target("avx2")]]

namespace heard::text {

namespace {

HEARD_AVX2 inline __m256i every(unsigned byte) {
  return _mm256_set1_epi8(static_cast<char>(byte));
}
HEARD_AVX2 inline __m256i is(__m256i x, unsigned byte) {
  return _mm256_cmpeq_epi8(x, every(byte));
}
HEARD_AVX2 inline __m256i is(__m256i x, unsigned byte, unsigned other) {
  return _mm256_or_si256(is(x, byte), is(x, other));
}
HEARD_AVX2 inline __m256i is(__m256i x, unsigned byte, unsigned other, unsigned third) {
  return _mm256_or_si256(is(x, byte, other), is(x, third));
}
HEARD_AVX2 inline __m256i within(__m256i x, unsigned first, unsigned last) {
  const __m256i above = _mm256_sub_epi8(x, every(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(above, every(last - first)), above);
}
HEARD_AVX2 inline __m256i either(__m256i a, __m256i b) {
  return _mm256_or_si256(a, b);
}

HEARD_AVX2 inline std::uint64_t mask(__m256i first, __m256i second) {
  const auto bits = [](int half) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(half));
  };
  return bits(_mm256_movemask_epi8(first)) | bits(_mm256_movemask_epi8(second)) << 32;
}

HEARD_AVX2 inline __m256i letters(__m256i x) {
  return within(either(x, every(0x20)), 'a', 'z');
}
HEARD_AVX2 inline __m256i rare(__m256i x) {
  return either(is(x, '"', '#', ':'), is(x, '@', '['));
}
HEARD_AVX2 inline __m256i ends(__m256i x) {
  return either(is(x, '!', '?'), is(x, '\r', '\n'));
}
HEARD_AVX2 inline __m256i upper_ends(__m256i x) {
  const __m256i two =
      either(either(is(x, 0xC2, 0xD6, 0xD8), is(x, 0xDB, 0xDC, 0xDF)), within(x, 0xE0, 0xE3));
  return either(two, is(x, 0xEA, 0xEF, 0xF0));
}
HEARD_AVX2 inline __m256i leads(__m256i x) {
  return either(within(x, 0xC4, 0xC9), either(is(x, 0xD0, 0xD1), is(x, 0xD3, 0xDA)));
}
HEARD_AVX2 inline __m256i not_after_ce(__m256i x) {
  return either(within(x, 0x80, 0x8D), is(x, 0xA2));
}

HEARD_AVX2 inline upper_masks uppers_of(__m256i a, __m256i b) {
  return {mask(leads(a), leads(b)),
          mask(is(a, 0xC3), is(b, 0xC3)),
          mask(is(a, 0xCE), is(b, 0xCE)),
          mask(is(a, 0xCF), is(b, 0xCF)),
          mask(is(a, 0x97, 0xB7), is(b, 0x97, 0xB7)),
          mask(not_after_ce(a), not_after_ce(b)),
          mask(is(a, 0xB6), is(b, 0xB6)),
          mask(within(a, 0x80, 0xBF), within(b, 0x80, 0xBF))};
}

}  // namespace

HEARD_AVX2 void classify_avx2(const char* bytes, std::size_t size, block* out) {
  for (std::size_t first = 0; first < size; first += 64, ++out) {
    alignas(32) char last[64] = {};
    const char* from = bytes + first;
    if (size - first < 64) {
      std::memcpy(last, from, size - first);
      from = last;
    }
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32));
    out->letters = mask(letters(a), letters(b));
    out->digits = mask(within(a, '0', '9'), within(b, '0', '9'));
    out->dots = mask(is(a, '.'), is(b, '.'));
    out->apostrophes = mask(is(a, '\''), is(b, '\''));
    out->commas = mask(is(a, ',', ';'), is(b, ',', ';'));
    out->underscores = mask(is(a, '_'), is(b, '_'));
    out->rare = mask(rare(a), rare(b));
    out->ends = mask(ends(a), ends(b));
    out->high = mask(a, b);
    out->second = 0;
    if (out->high == 0) continue;
    out->ends |= mask(upper_ends(a), upper_ends(b));
    out->second = second_bytes(uppers_of(a, b), classes_before(bytes, first));
  }
}

}  // namespace heard::text

#endif
