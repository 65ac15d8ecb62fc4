#include "text/type_table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace heard::text {

namespace {

/// Further than chance ever makes a look-up go: with half the places free, once in 10^18 words.
constexpr std::size_t suspicious = 256;
constexpr int most_moves = 8;

}  // namespace

type_key unusual_key(const char* spelling, std::uint32_t size, token_kind kind) {
  if (size <= type_key::longest) {
    char copy[sizeof(type_key)] = {};
    if (size != 0) std::memcpy(copy, spelling, size);
    return key_of(copy, size, kind, sizeof copy);
  }
  const XXH128_hash_t hash = XXH3_128bits_withSeed(spelling, size, static_cast<XXH64_hash_t>(kind));
  return {hash.low64, hash.high64 | type_key::hash_bit};
}

void type_table::reserve_one() {
  if (keys_.size() == keys_.capacity()) keys_.reserve(2 * keys_.size() + 512);
  if (2 * (keys_.size() + 1) > mask_) rebuild(2 * (mask_ + 1));
}

void type_table::insert(const type_key& key) {
  keys_.push_back(key);
  if (put(static_cast<type_id>(keys_.size() - 1)) < suspicious || moves_ == most_moves) return;
  // Somebody made words for the places to collide: other places, and theirs are as good as any.
  ++moves_;
  seed_ += 0xA0761D6478BD642F;
  rebuild(mask_ + 1);
}

/// @returns how far from its place it stands
std::size_t type_table::put(type_id number) {
  const std::uint64_t h = hash(keys_[number]);
  std::size_t far = 0;
  std::size_t at = h >> shift_;
  for (; slots_[at].number != none; at = (at + 1) & mask_) ++far;
  slots_[at] = {static_cast<std::uint32_t>(h), number};
  return far;
}

void type_table::rebuild(std::size_t size) {
  slots_.assign(size, {});
  mask_ = size - 1;
  shift_ = 64 - std::countr_zero(size);
  for (std::size_t i = 0; i < keys_.size(); ++i) put(static_cast<type_id>(i));
}

}  // namespace heard::text
