#include "text/word_scanner.hpp"

#include "text/masks.hpp"
#include "text/properties.hpp"
#include "text/word_rules.hpp"

#include <bit>
#include <utility>

namespace heard::text {

namespace {

/// A block with so many unknown bytes is looked up whole, spaces and all: that is cheaper than word
/// by word.
constexpr std::size_t dense = 32;

constexpr bool newline(word_break value) {
  return value == word_break::newline || value == word_break::cr || value == word_break::lf;
}

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

}  // namespace heard::text
