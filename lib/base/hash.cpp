#include <heard/base/hash.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace heard {

hash128 hash_bytes(std::string_view bytes, std::uint64_t seed) noexcept {
  const XXH128_hash_t h = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return {h.high64, h.low64};
}

struct running_hash::state {
  XXH3_state_t hash;
};

running_hash::running_hash() : state_(std::make_unique<state>()) {
  XXH3_128bits_reset(&state_->hash);
}
running_hash::~running_hash() = default;
running_hash::running_hash(running_hash&&) noexcept = default;
running_hash& running_hash::operator=(running_hash&&) noexcept = default;

void running_hash::add(std::string_view bytes) noexcept {
  XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
}

hash128 running_hash::value() const noexcept {
  const XXH128_hash_t h = XXH3_128bits_digest(&state_->hash);
  return {h.high64, h.low64};
}

std::string to_hex(hash128 value) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out(32, '0');
  for (int i = 0; i < 16; ++i) {
    out[15 - i] = digits[(value.high >> (4 * i)) & 15];
    out[31 - i] = digits[(value.low >> (4 * i)) & 15];
  }
  return out;
}

std::optional<hash128> parse_hash(std::string_view hex) noexcept {
  if (hex.size() != 32) return std::nullopt;
  std::uint64_t halves[2] = {0, 0};
  for (std::size_t i = 0; i < 32; ++i) {
    const char c = hex[i];
    unsigned digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<unsigned>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<unsigned>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
    halves[i / 16] = (halves[i / 16] << 4) | digit;
  }
  return hash128{halves[0], halves[1]};
}

}  // namespace heard
