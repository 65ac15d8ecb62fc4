#include "text/blocks.hpp"

#if defined(__x86_64__)

#include <array>
#include <immintrin.h>

// Only functions with this attribute use these instructions. A compiler switch for the file would
// let them slip into inline functions that machines without them share.
#define HEARD_AVX512 [[gnu::target("avx512f,avx512bw,avx512vbmi")]]

namespace heard::text {

namespace {

HEARD_AVX512 inline __m512i classes_from(std::size_t byte) {
  return _mm512_loadu_si512(byte_classes.data() + byte);
}

HEARD_AVX512 inline std::uint64_t bytes_of(__m512i classes, int bit, __mmask64 among) {
  return _mm512_mask_test_epi8_mask(among, classes, _mm512_set1_epi8(static_cast<char>(bit)));
}

}  // namespace

HEARD_AVX512 void classify_avx512(const char* bytes, std::size_t size, block* out) {
  const __m512i low_1 = classes_from(0x00);
  const __m512i low_2 = classes_from(0x40);
  const __m512i upper_1 = classes_from(0x80);
  const __m512i upper_2 = classes_from(0xC0);
  for (std::size_t first = 0; first < size; first += 64, ++out) {
    const std::size_t left = size - first;
    const __mmask64 there = left >= 64 ? ~__mmask64{0} : (__mmask64{1} << left) - 1;
    const __m512i x = _mm512_maskz_loadu_epi8(there, bytes + first);
    const __mmask64 high = _mm512_movepi8_mask(x);
    const __mmask64 ascii = there & ~high;
    const __m512i lows = _mm512_permutex2var_epi8(low_1, x, low_2);  // by the lower seven bits
    out->letters = bytes_of(lows, low::letter, ascii);
    out->digits = bytes_of(lows, low::digit, ascii);
    out->dots = bytes_of(lows, low::dot, ascii);
    out->apostrophes = bytes_of(lows, low::apostrophe, ascii);
    out->commas = bytes_of(lows, low::comma, ascii);
    out->underscores = bytes_of(lows, low::underscore, ascii);
    out->rare = bytes_of(lows, low::rare, ascii);
    out->ends = bytes_of(lows, low::end, ascii);
    out->high = high;
    out->second = 0;
    if (high == 0) continue;
    const __m512i uppers = _mm512_permutex2var_epi8(upper_1, x, upper_2);
    out->ends |= bytes_of(uppers, upper::end, high);
    const upper_masks m{
        bytes_of(uppers, upper::lead, high),         bytes_of(uppers, upper::lead_c3, high),
        bytes_of(uppers, upper::lead_ce, high),      bytes_of(uppers, upper::lead_cf, high),
        bytes_of(uppers, upper::not_after_c3, high), bytes_of(uppers, upper::not_after_ce, high),
        bytes_of(uppers, upper::not_after_cf, high), high & ~bytes_of(x, 0x40, high)};
    out->second = second_bytes(m, classes_before(bytes, first));
  }
}

#define HEARD_VBMI2 [[gnu::target("avx512f,avx512bw,avx512vbmi2")]]

namespace {

// With masks that keep all, since g++ 12 takes the forms without for uses of what is not set.
HEARD_VBMI2 inline void put(__m128i numbers, __m512i base, std::uint32_t* to) {
  const __m512i wide = _mm512_maskz_cvtepu8_epi32(0xFFFF, numbers);
  _mm512_storeu_si512(to, _mm512_add_epi32(base, wide));
}

template <int quarter>
HEARD_VBMI2 inline __m128i quarter_of(__m512i places) {
  return _mm512_maskz_extracti32x4_epi32(0xF, places, quarter);
}

}  // namespace

// The numbers 0 to 63, of which the mask keeps some, then 16 at a time as 32 bits.
HEARD_VBMI2 void list_avx512_vbmi2(std::uint64_t mask, std::uint32_t base, std::uint32_t* out) {
  static constexpr auto numbers = [] {
    std::array<std::uint8_t, 64> all{};
    for (std::uint8_t i = 0; i < 64; ++i) all[i] = i;
    return all;
  }();
  const __m512i places = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(numbers.data()));
  const __m512i from = _mm512_set1_epi32(static_cast<int>(base));
  put(quarter_of<0>(places), from, out);
  put(quarter_of<1>(places), from, out + 16);
  // More than 32 edges in 64 bytes are none of prose.
  if (_mm512_test_epi32_mask(places, places) >> 8 == 0) return;
  put(quarter_of<2>(places), from, out + 32);
  put(quarter_of<3>(places), from, out + 48);
}

}  // namespace heard::text

#endif
