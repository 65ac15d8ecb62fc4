#include "text/word_split.hpp"

#include "text/properties.hpp"

#include <array>

namespace heard::text {

namespace {

// The signs that NFKC makes a colon or a full stop are taken as such, since rules see folded words.
constexpr bool colon(char32_t c) {
  return c == U':' || c == U'\uFE13' || c == U'\uFE55' || c == U'\uFF1A';
}
constexpr bool full_stop(char32_t c) {
  return c == U'.' || c == U'\u2024' || c == U'\uFE52' || c == U'\uFF0E';
}
constexpr bool apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BC' || c == U'\uFF07';
}

/// Letters at the front of `word`, an apostrophe among them not counted, up to two.
int letters_in_front(std::string_view word) {
  int letters = 0;
  for (std::size_t at = 0; at < word.size() && letters < 2;) {
    const code_point c = code_point_at(word, at);
    if (c.is.letter()) {
      ++letters;
    } else if (!c.is.attaches() && !apostrophe(c.value)) {
      break;
    }
    at += c.size;
  }
  return letters;
}

/// Bytes in a word at which it may have to be split: `:`, `.` and the first byte of their likes.
constexpr auto may_split = [] {
  std::array<bool, 0x100> table{};
  for (const unsigned char c : {0x2E, 0x3A, 0xE2, 0xEF}) table[c] = true;
  return table;
}();

bool to_look_into(std::string_view word) {
  for (const char b : word) {
    if (may_split[static_cast<unsigned char>(b)]) return true;
  }
  return false;
}

void add_if_word(std::string_view text, span part, std::uint32_t offset, edges& out) {
  if (holds_word(part.of(text))) out.add(span{part.first + offset, part.last + offset});
}

void split(std::string_view text, span word, std::uint32_t offset, edges& out) {
  std::uint32_t first = word.first;
  int letters = 0;  // in the run that ends here, up to two
  for (std::uint32_t at = word.first; at < word.last;) {
    const code_point c = code_point_at(text, at);
    std::uint32_t next = at + c.size;
    const bool stop = full_stop(c.value);
    if (stop || colon(c.value)) {
      while (next < word.last && code_point_at(text, next).is.attaches()) {
        next += code_point_at(text, next).size;
      }
      if (!stop || (letters == 2 && letters_in_front(span{next, word.last}.of(text)) == 2)) {
        add_if_word(text, {first, at}, offset, out);
        first = next;
      }
      letters = 0;
    } else if (c.is.letter()) {
      if (letters < 2) ++letters;
    } else if (!c.is.attaches() && !apostrophe(c.value)) {
      letters = 0;
    }
    at = next;
  }
  add_if_word(text, {first, word.last}, offset, out);
}

}  // namespace

bool holds_word(std::string_view segment) {
  bool selectable = false;
  for (std::size_t at = 0; at < segment.size();) {
    const code_point c = code_point_at(segment, at);
    if (c.is.letter() || c.is.digit() || c.is.emoji()) return true;
    if (selectable && (c.value == U'\uFE0F' || c.value == U'\u20E3')) return true;
    selectable = c.is.selectable();
    at += c.size;
  }
  return false;
}

void add_words(std::string_view text, span segment, word_view view, std::uint32_t offset,
               edges& out) {
  const std::string_view bytes = segment.of(text);
  if (!holds_word(bytes)) return;
  if (view == word_view::standard || bytes.size() < 3 || !to_look_into(bytes)) {
    out.add(span{segment.first + offset, segment.last + offset});
  } else {
    split(text, segment, offset, out);
  }
}

}  // namespace heard::text
