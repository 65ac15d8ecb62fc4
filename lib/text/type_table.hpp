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

/// A spelling and its kind as 16 bytes: its bytes if it has up to 15, which is nearly every word of
/// nearly every text, then how many, and the kind; or most of a hash of 128 bits.
struct type_key {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  bool operator==(const type_key&) const = default;
  [[nodiscard]] bool is_hash() const { return (second & hash_bit) != 0; }

  static constexpr std::uint32_t longest = 15;
  /// Of the last of the 16 bytes, as they lie in memory.
  static constexpr int last_byte = std::endian::native == std::endian::little ? 56 : 0;
  static constexpr std::uint64_t hash_bit = std::uint64_t{0x80} << last_byte;
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
  if (size > type_key::longest || readable < sizeof(type_key)) {
    return unusual_key(spelling, size, kind);
  }
  type_key key;
  std::memcpy(&key.first, spelling, 8);
  std::memcpy(&key.second, spelling + 8, 8);
  key.first &= kept[size].first;
  key.second &= kept[size].second;
  key.second |= (std::uint64_t{size} << 3 | static_cast<std::uint64_t>(kind))
                << type_key::last_byte;
  return key;
}

/// Numbers keys from 0 as they come: an open-addressing table of eight bytes a place, the keys
/// beside it by number. Frequent words come early, so their keys lie together and stay in the
/// nearest cache; a table that held the keys, or a map of Boost's, misses it for every other word.
class type_table {
  struct slot;

 public:
  type_table() { rebuild(1024); }

  /// Both halves of one product of 128 bits, after Wang Yi's wyhash.
  [[nodiscard]] static std::uint64_t hash(const type_key& key, std::uint64_t seed) {
    __extension__ using wide = unsigned __int128;
    const wide product = static_cast<wide>(key.first ^ seed) * (key.second ^ 0x9E3779B97F4A7C15u);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  }
  [[nodiscard]] std::uint64_t hash(const type_key& key) const { return hash(key, seed_); }

  /// Changes when hashes do, which hostile words may bring about.
  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  /// What the search for a frequent word needs, where a loop keeps it at hand. Good until the next
  /// reserve_one() or insert().
  class glance {
   public:
    explicit glance(const type_table& of)
        : slots_(of.slots_.data()), keys_(of.keys_.data()), shift_(of.shift_) {}
    /// Makes the place of a key come to the cache.
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }
    /// The number of a key if it stands in its own place and is no hash, or `none`.
    [[nodiscard]] type_id find(const type_key& key, std::uint64_t hash) const {
      const slot s = slots_[hash >> shift_];
      if (s.number == none || s.tag != static_cast<std::uint32_t>(hash)) return none;
      return keys_[s.number] == key && !key.is_hash() ? s.number : none;
    }

   private:
    const slot* slots_;
    const type_key* keys_;
    int shift_;
  };

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
  std::uint64_t seed_ = 0xA0761D6478BD642F;  // No letters: no word makes a factor 0.
  int moves_ = 0;
};

}  // namespace heard::text
