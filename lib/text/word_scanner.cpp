#include "text/word_scanner.hpp"

#include "text/properties.hpp"
#include "text/punctuation.hpp"
#include "text/sentence_scan.hpp"
#include "text/word_rules.hpp"

#include <array>
#include <bit>
#include <utility>

namespace heard::text {

namespace {

constexpr std::uint64_t ones = ~std::uint64_t{0};

/// Two blocks further, so that the last one and the empty text need no case of their own.
constexpr std::size_t behind = 2;

/// A block with so many unknown bytes is looked up whole, spaces and all: that is cheaper than word
/// by word.
constexpr std::size_t dense = 32;

/// What stands `n` bytes before each byte of a block.
constexpr std::uint64_t earlier(std::uint64_t now, std::uint64_t before, int n) {
  return (now << n) | (before >> (64 - n));
}
/// What stands `n` bytes after.
constexpr std::uint64_t later(std::uint64_t now, std::uint64_t after, int n) {
  return (now >> n) | (after << (64 - n));
}

/// The bytes of the two-byte letters that the masks know.
constexpr std::uint64_t known(const block& b, const block& after) {
  return b.second | later(b.second, after.second, 1);
}

/// Bits [first, last).
constexpr std::uint64_t bits(unsigned first, unsigned last) {
  return last == 0 ? 0 : (ones << first) & (ones >> (64 - last));
}

/// A std::popcount that needs no instruction that the machine may lack.
constexpr std::size_t count_ones(std::uint64_t x) {
  x -= (x >> 1) & 0x5555555555555555u;
  x = (x & 0x3333333333333333u) + ((x >> 2) & 0x3333333333333333u);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return (x * 0x0101010101010101u) >> 56;
}

constexpr bool newline(word_break value) {
  return value == word_break::newline || value == word_break::cr || value == word_break::lf;
}

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

struct word_scanner::sight {
  const block& before;
  const block& now;
  const block& after;
  std::uint64_t unknown;            ///< Bytes that only the tables of Unicode can tell.
  std::uint64_t unknown_before;     ///< Where such a byte stands one place earlier, ...
  std::uint64_t unknown_after;      ///< ... and one place later.
  std::uint64_t quotes_before = 0;  ///< Typographic ones, all their bytes.
  std::uint64_t quotes = 0;
  std::uint64_t quotes_after = 0;

  /// Letters, and what may be one.
  [[nodiscard]] std::uint64_t letters() const { return now.letters | now.high; }
  [[nodiscard]] std::uint64_t letters_before() const {
    return earlier(letters(), before.letters | before.high, 1);
  }
  [[nodiscard]] std::uint64_t letters_after() const {
    return later(letters(), after.letters | after.high, 1);
  }
  [[nodiscard]] std::uint64_t numbers() const { return now.digits | unknown; }
  [[nodiscard]] std::uint64_t numbers_before() const {
    return earlier(now.digits, before.digits, 1) | unknown_before;
  }
  [[nodiscard]] std::uint64_t numbers_after() const {
    return later(now.digits, after.digits, 1) | unknown_after;
  }

  /// Bytes that belong to a word.
  [[nodiscard]] std::uint64_t words(std::uint64_t colons) const {
    const std::uint64_t marks = now.dots | now.apostrophes;
    return letters() | numbers() | now.underscores |
           ((marks | colons) & letters_before() & letters_after()) |      // WB6, WB7
           ((marks | now.commas) & numbers_before() & numbers_after()) |  // WB11, WB12
           (now.apostrophes & unknown_before);  // WB7a: it may stand behind a Hebrew letter
  }

  /// Full stops with a run of two or more ASCII letters on either side.
  [[nodiscard]] std::uint64_t stops_to_split_at() const {
    return now.dots & earlier(now.letters, before.letters, 1) &
           earlier(now.letters, before.letters, 2) & later(now.letters, after.letters, 1) &
           later(now.letters, after.letters, 2);
  }
  /// Full stops where more than two bytes on either side have to be seen.
  [[nodiscard]] std::uint64_t stops_to_look_at() const {
    if (now.dots == 0) return 0;
    const std::uint64_t here = now.apostrophes | now.high | quotes;
    return now.dots & (earlier(now.high, before.high, 1) | later(now.high, after.high, 1) |
                       earlier(here, before.apostrophes | before.high | quotes_before, 2) |
                       later(here, after.apostrophes | after.high | quotes_after, 2));
  }
};

void word_scanner::read(std::string_view text) {
  text_ = text;
  const std::size_t count = (text.size() + 63) / 64;
  if (blocks_.size() < count + behind) blocks_.resize(count + behind);
  classify_(text.data(), text.size(), blocks_.data());
  for (std::size_t i = count; i < count + behind; ++i) blocks_[i] = {};
  has_quotes_ = false;
  settle_punctuation();
}

// English is rarely without a quote or a dash that is not ASCII. They start with two of the bytes
// that a sentence's end may start with, so few others are looked at. U+2018 and U+2019 join letters
// and digits as an apostrophe does, but for WB7a.
void word_scanner::settle_punctuation() {
  const std::size_t count = (text_.size() + 63) / 64;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint64_t rest = blocks_[i].ends & blocks_[i].high; rest != 0; rest &= rest - 1) {
      const std::size_t at = 64 * i + static_cast<std::size_t>(std::countr_zero(rest));
      bool quote = false;
      const std::size_t size = punctuation_at(text_, at, quote);
      if (size == 0) continue;
      if (quote && !std::exchange(has_quotes_, true)) quotes_.assign(count + behind, 0);
      blocks_[i].ends &= ~(rest & (~rest + 1));
      for (std::size_t byte = at; byte < at + size; ++byte) {
        const std::uint64_t bit = std::uint64_t{1} << byte % 64;
        blocks_[byte / 64].high &= ~bit;
        if (quote) quotes_[byte / 64] |= bit;
      }
    }
  }
}

void word_scanner::words(word_view view, std::uint32_t offset, edges& out) {
  view_ = view;
  offset_ = offset;
  unsure_ = false;
  const block none{};
  std::uint64_t word_before = 0;  // of the last block, as its last bit
  std::uint64_t unknown_before = 0;
  std::uint64_t unknown = blocks_[0].high & ~known(blocks_[0], blocks_[1]);
  std::uint64_t spilt = 0;  // of the last block, bytes of a quote that is in a word
  const std::size_t count = (text_.size() + 63) / 64;
  for (std::size_t i = 0; i < count; ++i) {
    const block& now = blocks_[i];
    const block& after = blocks_[i + 1];
    const std::uint64_t unknown_after = after.high & ~known(after, blocks_[i + 2]);
    sight s{
        i == 0 ? none : blocks_[i - 1],  now, after, unknown, earlier(unknown, unknown_before, 1),
        later(unknown, unknown_after, 1)};
    std::uint64_t unsure = unknown | now.underscores;  // a word of underscores alone is none
    std::uint64_t words = s.words(now.rare == 0 ? 0 : colons_and_quotes(s, i, view));
    if (has_quotes_) {
      s.quotes_before = i == 0 ? 0 : quotes_[i - 1];
      s.quotes = quotes_[i];
      s.quotes_after = quotes_[i + 1];
      words |= joining_quotes(i, spilt);
    }
    if (view == word_view::matching && (words & now.dots) != 0) {
      const std::uint64_t split = s.stops_to_split_at();
      words &= ~split;
      unsure |= words & s.stops_to_look_at();
    }
    if (count_ones(unknown) >= dense) {
      unsure = all_but_cut_punctuation(i);
      words |= unsure;
    }
    edges_of(words ^ ((words << 1) | word_before), unsure, static_cast<std::uint32_t>(64 * i), out);
    word_before = words >> 63;
    unknown_before = unknown;
    unknown = unknown_after;
  }
  if (out.size() % 2 == 0) return;
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (unsure_) {
    const std::uint32_t first = out.back() - offset_;
    out.drop();
    look_up({first, size}, out);
  } else {
    out.add(size + offset_);
  }
}

/// All bytes of a block but those of punctuation that it shares with a block beside it: what is
/// looked up begins and ends with a code point.
std::uint64_t word_scanner::all_but_cut_punctuation(std::size_t number) const {
  const std::size_t first = 64 * number;
  const auto settled = [&](std::size_t at, bool lead) {
    const auto b = static_cast<unsigned char>(text_[at]);
    return b >= (lead ? 0xC0 : 0x80) && (lead || b < 0xC0) &&
           (blocks_[number].high >> (at - first) & 1) == 0;
  };
  std::uint64_t all = ones;
  for (std::size_t n = 0; n < 2 && first + n < text_.size() && settled(first + n, false); ++n) {
    all <<= 1;
  }
  for (const std::size_t left : {1, 2}) {
    const std::size_t at = first + 64 - left;
    if (at >= text_.size() || !settled(at, true)) continue;
    if (code_point_at(text_, at).size > left) all &= ones >> left;
  }
  return all;
}

/// The bytes of typographic quotes that are in a word.
/// @param[in, out] spilt  those that fall in the next block
std::uint64_t word_scanner::joining_quotes(std::size_t number, std::uint64_t& spilt) const {
  std::uint64_t joining = std::exchange(spilt, 0);
  for (std::uint64_t rest = quotes_[number]; rest != 0; rest &= rest - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
    if (text_[64 * number + bit] != '\xE2' || !joins(64 * number + bit)) continue;
    joining |= std::uint64_t{7} << bit;
    if (bit > 61) spilt = std::uint64_t{7} >> (64 - bit);
  }
  return joining;
}

// WB6 and WB7, WB11 and WB12. What only the tables can tell may be a letter or a digit: the word is
// looked up then.
bool word_scanner::joins(std::size_t quote) const {
  const std::size_t behind_it = quote + 3;
  if (quote == 0 || behind_it >= text_.size()) return false;
  const auto has = [](std::uint64_t mask, std::size_t at) { return (mask >> at % 64 & 1) != 0; };
  const auto letter = [&](std::size_t at) {
    return has(blocks_[at / 64].letters | blocks_[at / 64].high, at);
  };
  const auto number = [&](std::size_t at) {
    const block& b = blocks_[at / 64];
    return has(b.digits | (b.high & ~known(b, blocks_[at / 64 + 1])), at);
  };
  return (letter(quote - 1) && letter(behind_it)) || (number(quote - 1) && number(behind_it));
}

// Quotes are looked at one by one: they are in a word only between Hebrew letters (WB7b, WB7c).
std::uint64_t word_scanner::colons_and_quotes(const sight& s, std::size_t number,
                                              word_view view) const {
  std::uint64_t joining = 0;
  for (std::uint64_t rest = s.now.rare; rest != 0; rest &= rest - 1) {
    const std::uint64_t bit = rest & (~rest + 1);
    const char b = text_[64 * number + static_cast<std::size_t>(std::countr_zero(rest))];
    if (b == ':' && view == word_view::standard) joining |= bit;
    if (b == '"') joining |= bit & s.unknown_before & s.unknown_after;
  }
  return joining;
}

/// @param changes  where a word begins or ends
/// @param unsure   bytes whose words are to be looked up
void word_scanner::edges_of(std::uint64_t changes, std::uint64_t unsure, std::uint32_t base,
                            edges& out) {
  std::size_t edge = out.size();
  list_(changes, base + offset_, out.room(list_room));
  out.count(count_ones(changes));
  const auto look_up_and_pass = [&] {
    const span word{out[edge - 1] - offset_, out[edge] - offset_};
    found_.clear();
    look_up(word, found_);
    out.replace(edge - 1, found_);
    edge = edge - 1 + found_.size();
    unsure &= ~bits(0, word.last - base);
  };
  if (unsure_ && out.size() > edge) {  // the word that was open ends here
    unsure_ = false;
    changes &= changes - 1;
    look_up_and_pass();
  }
  while (unsure != 0 && !unsure_) {
    const std::uint64_t up_to = bits(0, static_cast<unsigned>(std::countr_zero(unsure)) + 1);
    edge += count_ones(changes & up_to);
    changes &= ~up_to;
    if (edge == out.size()) {
      unsure_ = true;
    } else {
      changes &= changes - 1;
      look_up_and_pass();
    }
  }
}

void word_scanner::look_up(span stretch, edges& out) {
  // What attaches to the character before it (WB4), and spaces that keep together (WB3d), are words
  // with what comes behind if that is an emoji.
  std::size_t first = stretch.first;
  word_break begins = code_point_at(text_, first).is.word();
  if (first > 0 && code_point_at(text_, first).is.attaches()) {
    const code_point c = code_point_before(text_, first);
    begins = c.is.word();
    if (!newline(begins)) first -= c.size;
  }
  while (first > 0 && begins == word_break::wsegspace) {
    const code_point c = code_point_before(text_, first);
    if (c.is.word() != word_break::wsegspace) break;
    first -= c.size;
  }
  segment_words(text_.substr(first, stretch.last - first),
                [&](std::size_t from, std::size_t to, bool plain) {
                  const span segment{static_cast<std::uint32_t>(first + from),
                                     static_cast<std::uint32_t>(first + to)};
                  if (plain) {
                    out.add(span{segment.first + offset_, segment.last + offset_});
                  } else if (segment.size() > 1 || text_[segment.first] != ' ') {
                    add_words(text_, segment, view_, offset_, out);
                  }
                });
}

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
