/// @file
/// From spellings to numbers.
#pragma once

#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace heard::text {

/// A spelling as two words: its bytes if it has up to 16, which is nearly every word of nearly
/// every text, or a hash of 128 bits.
struct type_key {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t size_and_kind = 0;

  bool operator==(const type_key&) const = default;
  [[nodiscard]] bool is_hash() const { return size_and_kind > (longest << 3 | 7); }

  static constexpr std::uint64_t longest = 16;
};

/// The first bytes of 16, by how many of them.
struct kept_bytes {
  std::uint64_t first;
  std::uint64_t second;
};
inline constexpr auto kept = [] {
  std::array<kept_bytes, type_key::longest + 1> table{};
  constexpr std::uint64_t all = ~std::uint64_t{0};
  constexpr bool little = std::endian::native == std::endian::little;
  const auto bytes = [&](unsigned n) {
    if (n == 0) return std::uint64_t{0};
    return little ? all >> (64 - 8 * n) : all << (64 - 8 * n);
  };
  for (unsigned n = 0; n < table.size(); ++n) {
    table[n] = n <= 8 ? kept_bytes{bytes(n), 0} : kept_bytes{all, bytes(n - 8)};
  }
  return table;
}();

/// key_of() where it can't read 16 bytes, or needs a hash.
[[nodiscard]] type_key unusual_key(const char* spelling, std::uint32_t size, token_kind kind);

/// The key of a spelling.
/// @param readable  bytes from its first on that may be read, at least its size
[[nodiscard]] inline type_key key_of(const char* spelling, std::uint32_t size, token_kind kind,
                                     std::size_t readable) {
  if (size > type_key::longest || readable < type_key::longest) {
    return unusual_key(spelling, size, kind);
  }
  type_key key;
  std::memcpy(&key.first, spelling, 8);
  std::memcpy(&key.second, spelling + 8, 8);
  key.first &= kept[size].first;
  key.second &= kept[size].second;
  key.size_and_kind = std::uint64_t{size} << 3 | static_cast<std::uint64_t>(kind);
  return key;
}

/// Numbers keys from 0 as they come: an open-addressing table of eight bytes a place, the keys
/// beside it by number. Frequent words come early, so their keys lie together and stay in the
/// nearest cache; a table that held the keys, or a map of Boost's, misses it for every other word.
class type_table {
 public:
  type_table() { rebuild(1024); }

  [[nodiscard]] std::uint64_t hash(const type_key& key) const {
    std::uint64_t h = (key.first ^ seed_) * 0x9E3779B97F4A7C15u;
    h = (h ^ (h >> 32) ^ key.second ^ key.size_and_kind) * 0xD6E8FEB86659FD93u;
    return (h ^ (h >> 32)) * 0x9E3779B97F4A7C15u;
  }

  /// Changes when hashes do, which hostile words may bring about.
  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  /// Makes the place of a key come to the cache.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

  /// Finds the number of a key, or `none`.
  /// @param same  for keys that are hashes: true if the type of that number is meant
  template <class predicate>
  [[nodiscard]] type_id find(const type_key& key, std::uint64_t hash, predicate same) const {
    const auto tag = static_cast<std::uint32_t>(hash);
    for (std::size_t at = hash >> shift_;; at = (at + 1) & mask_) {
      const slot s = slots_[at];
      if (s.tag == tag && s.number != none && keys_[s.number] == key) {
        if (!key.is_hash() || same(s.number)) return s.number;
      }
      if (s.number == none) return none;
    }
  }

  /// Makes room, so that insert() can't fail.
  void reserve_one();
  /// Gives a key the next number. @pre it is not in the table; reserve_one() was called
  void insert(const type_key& key);

  static constexpr type_id none = 0xFFFFFFFF;

 private:
  struct slot {
    std::uint32_t tag = 0;  ///< The lower half of the hash; the upper one led here.
    type_id number = none;
  };

  std::size_t put(type_id number);
  void rebuild(std::size_t size);

  std::vector<slot> slots_;
  std::vector<type_key> keys_;  // By number.
  std::size_t mask_ = 0;
  int shift_ = 0;
  std::uint64_t seed_ = 0;
  int moves_ = 0;
};

}  // namespace heard::text
