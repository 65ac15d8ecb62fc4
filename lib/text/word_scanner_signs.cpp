// Where a sentence may end, and where something protected may be.
#include "text/masks.hpp"
#include "text/properties.hpp"
#include "text/sentence_scan.hpp"
#include "text/word_scanner.hpp"

#include <array>
#include <bit>

namespace heard::text {

namespace {

/// By the first byte of a code point and the lower six bits of its second: whether some code point
/// that starts so separates or ends sentences. Spares the letters of Thai, Devanagari or kana a
/// look-up each. For four bytes the first alone decides.
constexpr auto ends_by_second = [] {
  std::array<std::uint64_t, 256> table{};
  const auto decides = [](char32_t c) {
    const sentence_break value = properties_of(c).sentence();
    return sentence_scan::separates(value) || sentence_scan::terminates(value);
  };
  for (unsigned lead = 0x80; lead < 0xF0; ++lead) {
    if ((byte_classes[lead] & upper::end) == 0) continue;
    for (unsigned second = 0; second < 64; ++second) {
      bool any = false;
      if (lead < 0xE0) {
        any = decides(static_cast<char32_t>((lead & 0x1F) << 6 | second));
      } else {
        const char32_t first = static_cast<char32_t>((lead & 0x0F) << 12 | second << 6);
        for (char32_t c = first; c < first + 64 && !any; ++c) any = decides(c);
      }
      if (any) table[lead] |= std::uint64_t{1} << second;
    }
  }
  for (unsigned lead = 0xF0; lead < 256; ++lead) table[lead] = ones;
  return table;
}();

}  // namespace

bool word_scanner::may_hold_protected() const {
  const auto byte = [&](std::size_t at) { return at < text_.size() ? text_[at] : ' '; };
  const std::size_t count = (text_.size() + 63) / 64;
  for (std::size_t i = 0; i < count; ++i) {
    const block& b = blocks_[i];
    for (std::uint64_t rest = b.rare; rest != 0; rest &= rest - 1) {
      const std::size_t at = 64 * i + static_cast<std::size_t>(std::countr_zero(rest));
      if (text_[at] == '@' || text_[at] == '#') return true;
      if (text_[at] == ':' && byte(at + 1) == '/') return true;
      if (text_[at] == '[' && at > 0 && text_[at - 1] == '.') return true;  // www.[::1]
    }
    const std::uint64_t host = b.letters | b.digits | b.high;
    const block& next = blocks_[i + 1];
    const std::uint64_t points = b.dots & later(host, next.letters | next.digits | next.high, 1);
    for (std::uint64_t rest = points; rest != 0; rest &= rest - 1) {
      const std::size_t at = 64 * i + static_cast<std::size_t>(std::countr_zero(rest));
      if (at > 0 && (text_[at - 1] == 'w' || text_[at - 1] == 'W')) return true;
    }
  }
  return false;
}

std::size_t word_scanner::next_sign(std::size_t at) const {
  const std::size_t count = (text_.size() + 63) / 64;
  std::uint64_t skipped = ones << (at % 64);
  for (std::size_t i = at / 64; i < count; ++i, skipped = ones) {
    const std::uint64_t found = (blocks_[i].rare | blocks_[i].dots) & skipped;
    if (found != 0) return 64 * i + static_cast<std::size_t>(std::countr_zero(found));
  }
  return text_.size();
}

std::size_t word_scanner::next_end(std::size_t at) const {
  const std::size_t count = (text_.size() + 63) / 64;
  std::size_t i = at / 64;
  std::uint64_t skipped = ones << (at % 64);
  for (; i < count; ++i, skipped = ones) {
    std::uint64_t found = (blocks_[i].ends | blocks_[i].dots) & skipped;
    for (; found != 0; found &= found - 1) {
      const std::size_t place = 64 * i + static_cast<std::size_t>(std::countr_zero(found));
      const auto lead = static_cast<unsigned char>(text_[place]);
      if (lead < 0x80) return place;
      const unsigned second = place + 1 < text_.size() ? text_[place + 1] & 0x3Fu : 0;
      if ((ends_by_second[lead] >> second & 1) != 0) return place;
    }
  }
  return text_.size();
}

}  // namespace heard::text
