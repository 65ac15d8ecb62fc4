/// @file
/// XXH3-128, the same on every machine: ids of rows without one, hashes of inputs and answers.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace heard {

/// An XXH3-128 value.
struct hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const hash128&) const = default;
};

/// XXH3-128 of the bytes. @param seed  0 but for seeded samples
[[nodiscard]] hash128 hash_bytes(std::string_view bytes, std::uint64_t seed = 0) noexcept;

/// The same of bytes that come one after another.
class running_hash {
 public:
  running_hash();
  ~running_hash();
  running_hash(running_hash&&) noexcept;
  running_hash& operator=(running_hash&&) noexcept;

  void add(std::string_view bytes) noexcept;
  /// Of all bytes so far.
  [[nodiscard]] hash128 value() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// 32 lower-case hexadecimal digits, high half first (the canonical form of xxhsum -H2).
[[nodiscard]] std::string to_hex(hash128 value);

/// Reads what to_hex() writes, in either case. Nothing for anything else.
[[nodiscard]] std::optional<hash128> parse_hash(std::string_view hex) noexcept;

}  // namespace heard
