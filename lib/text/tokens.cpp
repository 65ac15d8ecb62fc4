#include "text/properties.hpp"
#include "text/protected.hpp"

#include <heard/text/segment.hpp>
#include <heard/text/tokens.hpp>

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

/// What makes a segment a token: a letter, a digit or an emoji.
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

/// Appends the tokens of the words of one stretch without protected tokens.
class collector {
 public:
  collector(std::string_view text, std::vector<token>& out) : text_(text), out_(out) {}

  void add(span word) {
    const std::string_view bytes = word.of(text_);
    if (!holds_word(bytes)) return;
    if (bytes.size() < 3 || !to_look_into(bytes)) {
      keep(word.first, word.last);
    } else {
      split(word);
    }
  }

 private:
  void keep(std::uint32_t first, std::uint32_t last) {
    out_.push_back({{first, last}, 0, token_kind::word});
  }

  void split(span word) {
    std::uint32_t first = word.first;
    int letters = 0;  // in the run that ends here, up to two
    for (std::uint32_t at = word.first; at < word.last;) {
      const code_point c = code_point_at(text_, at);
      std::uint32_t next = at + c.size;
      const bool stop = full_stop(c.value);
      if (stop || colon(c.value)) {
        while (next < word.last && code_point_at(text_, next).is.attaches()) {
          next += code_point_at(text_, next).size;
        }
        if (!stop || (letters == 2 && letters_in_front(span{next, word.last}.of(text_)) == 2)) {
          keep_if_word(first, at);
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
    keep_if_word(first, word.last);
  }

  void keep_if_word(std::uint32_t first, std::uint32_t last) {
    if (holds_word(span{first, last}.of(text_))) keep(first, last);
  }

  std::string_view text_;
  std::vector<token>& out_;
};

void number_sentences(const std::vector<span>& sentences, std::vector<token>& tokens) {
  std::uint32_t sentence = 0;
  for (token& t : tokens) {
    while (t.bytes.first >= sentences[sentence].last) ++sentence;
    t.sentence = sentence;
  }
}

}  // namespace

tokeniser::tokeniser() = default;
tokeniser::~tokeniser() = default;
tokeniser::tokeniser(tokeniser&&) noexcept = default;
tokeniser& tokeniser::operator=(tokeniser&&) noexcept = default;

void tokeniser::tokens(std::string_view text, std::vector<token>& out) {
  out.clear();
  collector words(text, out);
  const auto add_words = [&](std::uint32_t first, std::uint32_t last) {
    word_segments(text.substr(first, last - first), words_);
    for (const span s : words_) words.add({first + s.first, first + s.last});
  };

  find_protected(text, protected_);
  std::uint32_t at = 0;
  for (const token& found : protected_) {
    add_words(at, found.bytes.first);
    out.push_back(found);
    at = found.bytes.last;
  }
  add_words(at, static_cast<std::uint32_t>(text.size()));

  sentence_segments(text, sentences_);
  number_sentences(sentences_, out);
}

std::string_view without_possessive(std::string_view folded) {
  const bool possessive = folded.size() > 2 && folded.ends_with("'s");
  return possessive ? folded.substr(0, folded.size() - 2) : folded;
}

}  // namespace heard::text
