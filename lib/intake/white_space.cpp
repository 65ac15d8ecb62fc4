#include "intake/white_space.hpp"

#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>

namespace heard {

namespace {

// PropList.txt of Unicode 15.0, past ASCII.
bool wide_white_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool ascii_white_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::size_t white_space_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return ascii_white_space(text[at]);
  const utf8::decoded d = utf8::decode(text, at);
  return wide_white_space(d.code_point) ? d.size : 0;
}

std::size_t white_space_before(std::string_view text, std::size_t end) {
  if (static_cast<unsigned char>(text[end - 1]) < 0x80) return ascii_white_space(text[end - 1]);
  const utf8::decoded d = utf8::decode_before(text, end);
  return wide_white_space(d.code_point) ? d.size : 0;
}

std::string normalised_space(std::string_view text) {
  text = trim(text);
  std::string out;
  out.reserve(text.size());
  bool between = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t size = white_space_at(text, at); size > 0) {
      between = true;
      at += size;
      continue;
    }
    if (between) out += ' ';
    between = false;
    out += text[at++];
  }
  return out;
}

}  // namespace heard
