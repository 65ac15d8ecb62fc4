/// @file
/// What the bytes of a text are, 64 at a time: a mask of one bit a byte for each class of bytes
/// that decides where words and sentences end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace heard::text {

/// One block of 64 bytes; bit 0 is its first byte, and bits past the end of the text are 0.
struct block {
  std::uint64_t letters;      ///< `A` to `Z`, `a` to `z`.
  std::uint64_t digits;       ///< `0` to `9`.
  std::uint64_t dots;         ///< `.`
  std::uint64_t apostrophes;  ///< `'`
  std::uint64_t commas;       ///< `,` and `;`, which join digits.
  std::uint64_t underscores;  ///< `_`
  std::uint64_t rare;         ///< `"`, `#`, `:`, `@`, `[`
  std::uint64_t ends;  ///< `!`, `?`, CR, LF, and what a code point that ends a sentence may start
                       ///< with.
  std::uint64_t high;  ///< 0x80 and up.
  /// The second byte of a code point of two bytes that joins words as an ASCII letter does: most of
  /// Latin, Greek and Cyrillic. Those that are left out are looked up like all others.
  std::uint64_t second;
};

/// Fills ceil(size / 64) blocks. No byte outside [bytes, bytes + size) is read.
using classifier = void (*)(const char* bytes, std::size_t size, block* out);

/// Writes `base` and the number of each bit of a mask, from the lowest up, and then anything: there
/// is room for list_room.
using lister = void (*)(std::uint64_t mask, std::uint32_t base, std::uint32_t* out);
inline constexpr std::size_t list_room = 72;

/// How the blocks are made. All of these give the same blocks.
enum class instructions : std::uint8_t { plain, neon, avx2, avx512, avx512_vbmi2 };

struct classifier_choice {
  instructions by;
  classifier classify;
  lister list;
};

/// What this machine can run, the fastest last.
[[nodiscard]] std::span<const classifier_choice> classifiers();

/// The fastest of them.
[[nodiscard]] const classifier_choice& best_classifier();

/// The classes of a byte, as bits of a look-up table: those of ASCII...
namespace low {
enum : std::uint8_t {
  letter = 1 << 0,
  digit = 1 << 1,
  dot = 1 << 2,
  apostrophe = 1 << 3,
  comma = 1 << 4,
  underscore = 1 << 5,
  rare = 1 << 6,
  end = 1 << 7
};
}  // namespace low

/// ... and those of all other bytes. A lead is the first byte of two; after some of them not every
/// second byte makes a letter.
namespace upper {
enum : std::uint8_t {
  lead = 1 << 0,     ///< C4 to C9, D0, D1, D3, DA.
  lead_c3 = 1 << 1,  ///< Not with 97 or B7, which make U+00D7 and U+00F7.
  lead_ce = 1 << 2,  ///< Not with 80 to 8D or A2: Greek accents alone, what is not assigned.
  lead_cf = 1 << 3,  ///< Not with B6, which makes U+03F6.
  not_after_c3 = 1 << 4,
  not_after_ce = 1 << 5,
  not_after_cf = 1 << 6,
  end = 1 << 7
};
}  // namespace upper

/// Classes by byte: `low` below 0x80, `upper` from there.
inline constexpr std::array<std::uint8_t, 256> byte_classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto set = [&](unsigned first, unsigned last, std::uint8_t bit) {
    for (unsigned b = first; b <= last; ++b) table[b] = static_cast<std::uint8_t>(table[b] | bit);
  };
  set('A', 'Z', low::letter);
  set('a', 'z', low::letter);
  set('0', '9', low::digit);
  set('.', '.', low::dot);
  set('\'', '\'', low::apostrophe);
  for (const char c : {',', ';'}) set(c, c, low::comma);
  set('_', '_', low::underscore);
  for (const char c : {'"', '#', ':', '@', '['}) set(c, c, low::rare);
  for (const char c : {'!', '?', '\r', '\n'}) set(c, c, low::end);
  set(0xC4, 0xC9, upper::lead);
  for (const unsigned b : {0xD0u, 0xD1u, 0xD3u, 0xDAu}) set(b, b, upper::lead);
  set(0xC3, 0xC3, upper::lead_c3);
  set(0xCE, 0xCE, upper::lead_ce);
  set(0xCF, 0xCF, upper::lead_cf);
  for (const unsigned b : {0x97u, 0xB7u}) set(b, b, upper::not_after_c3);
  set(0x80, 0x8D, upper::not_after_ce);
  set(0xA2, 0xA2, upper::not_after_ce);
  set(0xB6, 0xB6, upper::not_after_cf);
  for (const unsigned b : {0xC2u, 0xD6u, 0xD8u, 0xDBu, 0xDCu, 0xDFu, 0xE0u, 0xE1u, 0xE2u, 0xE3u,
                           0xEAu, 0xEFu, 0xF0u}) {
    set(b, b, upper::end);
  }
  return table;
}();

/// The masks of `upper` in one block, and where its bytes are 10xxxxxx.
struct upper_masks {
  std::uint64_t lead;
  std::uint64_t lead_c3;
  std::uint64_t lead_ce;
  std::uint64_t lead_cf;
  std::uint64_t not_after_c3;
  std::uint64_t not_after_ce;
  std::uint64_t not_after_cf;
  std::uint64_t continuation;
};

/// block::second. @param before  the classes of the byte before the block, 0 if there is none
[[nodiscard]] inline std::uint64_t second_bytes(const upper_masks& m, unsigned before) {
  const auto behind = [before](std::uint64_t leads, unsigned bit) {
    return (leads << 1) | ((before & bit) != 0 ? 1 : 0);
  };
  return m.continuation &
         (behind(m.lead, upper::lead) | (behind(m.lead_c3, upper::lead_c3) & ~m.not_after_c3) |
          (behind(m.lead_ce, upper::lead_ce) & ~m.not_after_ce) |
          (behind(m.lead_cf, upper::lead_cf) & ~m.not_after_cf));
}

/// The classes of the byte before a block as second_bytes() wants them.
[[nodiscard]] inline unsigned classes_before(const char* bytes, std::size_t at) {
  if (at == 0) return 0;
  const auto b = static_cast<unsigned char>(bytes[at - 1]);
  return b < 0x80 ? 0 : byte_classes[b];
}

void classify_plain(const char* bytes, std::size_t size, block* out);
void classify_neon(const char* bytes, std::size_t size, block* out);
void classify_avx2(const char* bytes, std::size_t size, block* out);
void classify_avx512(const char* bytes, std::size_t size, block* out);

void list_plain(std::uint64_t mask, std::uint32_t base, std::uint32_t* out);
void list_avx512_vbmi2(std::uint64_t mask, std::uint32_t base, std::uint32_t* out);

}  // namespace heard::text
