#include "identity/campaigns/signatures.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace heard::letters {

namespace {

static_assert(bands * band_rows <= signature_size && signature_size == 128);

// A bit for each place of a signature.
struct places {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  [[nodiscard]] bool any() const { return (low | high) != 0; }
  // Place i is in it if i + distance was.
  [[nodiscard]] places moved_down(unsigned distance) const {
    places from = *this;
    if (distance >= 64) std::swap(from.low, from.high);
    distance %= 64;
    if (distance == 0) return from;
    return {from.low >> distance | from.high << (64 - distance),
            from.high >> distance | from.low << (64 - distance)};
  }
  template <class Each>
  void for_each(Each each) const {
    for (std::uint64_t left = low; left != 0; left &= left - 1) each(place(left));
    for (std::uint64_t left = high; left != 0; left &= left - 1) each(64 + place(left));
  }

 private:
  static std::size_t place(std::uint64_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }
};

// Eight bytes of 0 or 1 as eight bits.
std::uint64_t bits_of(const std::uint8_t* bytes) {
  std::uint64_t all = 0;
  for (unsigned i = 0; i < 8; ++i) all |= std::uint64_t{bytes[i]} << (8 * i);
  return all * 0x0102040810204080u >> 56;
}

// The distances from 1 to 127, in a random order (Fisher and Yates; numbers of SplitMix64).
constexpr auto distances = [] {
  std::array<std::uint8_t, signature_size - 1> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(i + 1);
  std::uint64_t state = 0x6865617264000001u;
  for (std::size_t left = out.size(); left > 1; --left) {
    std::uint64_t x = state += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    std::swap(out[left - 1], out[(x ^ (x >> 31)) % left]);
  }
  return out;
}();

}  // namespace

bool sign(std::span<const shingle> shingles, signature& out) {
  out.fill(0xFFFFFFFFu);
  std::array<std::uint8_t, signature_size> hit{};
  for (const shingle run : shingles) {
    if (run == 0) continue;
    const std::size_t at = run >> 57;
    hit[at] = 1;
    out[at] = std::min(out[at], static_cast<std::uint32_t>(run));
  }
  places filled;
  for (unsigned i = 0; i < 8; ++i) {
    filled.low |= bits_of(&hit[8 * i]) << (8 * i);
    filled.high |= bits_of(&hit[64 + 8 * i]) << (8 * i);
  }
  if (!filled.any()) return false;
  // Borrowed from places that were hit alone, never what these had borrowed themselves.
  places left{~filled.low, ~filled.high};
  for (std::size_t i = 0; i < distances.size() && left.any(); ++i) {
    const unsigned distance = distances[i];
    const places lenders = filled.moved_down(distance);
    const places now{left.low & lenders.low, left.high & lenders.high};
    now.for_each([&](std::size_t at) { out[at] = out[(at + distance) % signature_size]; });
    left = {left.low & ~now.low, left.high & ~now.high};
  }
  return true;
}

std::uint32_t band_key(const signature& of, std::size_t band) {
  std::uint64_t key = band + 1;
  for (std::size_t i = 0; i < band_rows; ++i) {
    key = (key ^ of[band * band_rows + i]) * 0x9E3779B97F4A7C15u;
    key ^= key >> 29;
  }
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(key >> 32));
}

sketch::sketch(const signature& of) {
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (std::size_t i = 0; i < in_word; ++i) {
      words_[word] |= std::uint64_t{of[word * in_word + i] & 15} << (4 * i);
    }
  }
}

unsigned unequal_hashes(const sketch& a, const sketch& b) {
  // A bit of each four, where they differ; no sum of these overflows its four bits.
  static_assert(std::tuple_size_v<decltype(a.words_)> < 16);
  std::uint64_t unequal = 0;
  for (std::size_t i = 0; i < a.words_.size(); ++i) {
    std::uint64_t differ = a.words_[i] ^ b.words_[i];
    differ |= differ >> 2;
    differ |= differ >> 1;
    unequal += differ & 0x1111111111111111u;
  }
  constexpr std::uint64_t lower = 0x0F0F0F0F0F0F0F0Fu;
  unequal = (unequal & lower) + (unequal >> 4 & lower);
  return static_cast<unsigned>(unequal * 0x0101010101010101u >> 56);
}

}  // namespace heard::letters
