/// @file
/// UTF-8 by the Unicode Standard, chapter 3: what is well formed, and what each fault is replaced
/// by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heard::utf8 {

/// A decoded code point and the bytes it took.
struct decoded {
  char32_t code_point;  ///< U+FFFD where the bytes are ill formed.
  std::uint8_t size;    ///< Bytes consumed, at least 1: for a fault, its maximal subpart.
  bool well_formed;
};

/// Decodes what starts at `text[at]`. @pre at < text.size()
[[nodiscard]] decoded decode(std::string_view text, std::size_t at) noexcept;

/// The code point that ends just before `text[end]`. @pre end > 0
[[nodiscard]] decoded decode_before(std::string_view text, std::size_t end) noexcept;

/// Offset of the first ill-formed byte, or nothing.
[[nodiscard]] std::optional<std::size_t> first_fault(std::string_view text) noexcept;

[[nodiscard]] inline bool valid(std::string_view text) noexcept {
  return !first_fault(text);
}

/// Appends a scalar value. Surrogates and values past U+10FFFF append U+FFFD.
void append(std::string& out, char32_t code_point);

/// `text` with each maximal ill-formed subpart replaced by U+FFFD.
[[nodiscard]] std::string repair(std::string_view text);

/// Number of code points, each ill-formed subpart counted as one.
[[nodiscard]] std::size_t count(std::string_view text) noexcept;

/// True for 10xxxxxx.
[[nodiscard]] constexpr bool continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace heard::utf8
