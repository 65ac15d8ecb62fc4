#include "intake/letter_text.hpp"

#include <heard/base/utf8.hpp>

namespace heard {

letter_text::letter_text(const kept_bytes& bytes, const std::string& path)
    : decoded_(text::decode_file(bytes, path)) {}

std::optional<std::size_t> letter_text::offset_of(std::uint64_t byte) const {
  const std::string_view words = decoded_.text;
  const std::uint64_t start = decoded_.original_offset(0);
  if (byte < start) return std::nullopt;
  if (decoded_.from == text::encoding::utf8 || decoded_.from == text::encoding::utf8_bom) {
    const std::uint64_t at = byte - start;
    if (at > words.size() || (at < words.size() && utf8::continuation(words[at]))) {
      return std::nullopt;
    }
    return static_cast<std::size_t>(at);
  }
  const bool wide = decoded_.from != text::encoding::windows_1252;
  std::uint64_t there = start;
  for (std::size_t at = 0;;) {
    if (there == byte) return at;
    if (there > byte || at >= words.size()) return std::nullopt;
    const utf8::decoded d = utf8::decode(words, at);
    there += !wide ? 1u : d.code_point >= 0x10000 ? 4u : 2u;
    at += d.size;
  }
}

}  // namespace heard
