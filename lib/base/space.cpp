#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>

namespace heard {

namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Bytes of invisible characters that `text` begins with.
std::size_t invisible_prefix(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    const utf8::decoded d = utf8::decode(text, at);
    if (!d.well_formed || !invisible(d.code_point)) break;
    at += d.size;
  }
  return at;
}

}  // namespace

bool invisible(char32_t c) noexcept {
  if (c < 0x80) return c == U' ' || between(c, U'\t', U'\r');
  // White_Space of PropList.txt, then default ignorable format characters that people paste.
  return c == 0x85 || c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xAD || c == 0x180E ||
         between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2060, 0x2064) ||
         between(c, 0x2066, 0x2069) || c == 0xFEFF;
}

bool invisible(std::string_view text) noexcept {
  return invisible_prefix(text) == text.size();
}

std::string_view trim(std::string_view text) noexcept {
  text.remove_prefix(invisible_prefix(text));
  while (!text.empty()) {
    const utf8::decoded d = utf8::decode_before(text, text.size());
    if (!d.well_formed || !invisible(d.code_point)) break;
    text.remove_suffix(d.size);
  }
  return text;
}

}  // namespace heard
