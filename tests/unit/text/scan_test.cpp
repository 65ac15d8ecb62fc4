// What the masks find, with each set of instructions that this machine has, against the definitions
// one code point at a time, and no byte read that is not the text's.
#include "obvious_tokens.hpp"
#include "text/blocks.hpp"
#include "text/matching_view.hpp"
#include "text/properties.hpp"

#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <random>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace heard;
using text::span;
using text::token;

namespace {

bool same(const token& a, const token& b) {
  return a.bytes == b.bytes && a.sentence == b.sentence && a.kind == b.kind;
}

/// Bytes and code points at which something is decided, and words around them.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made = {
        "word",
        "The",
        "a",
        "B",
        "x1",
        "42",
        "3.14",
        "1,000",
        "e.g.",
        "it's",
        "'tis",
        "d'a",
        "under_",
        "__",
        "work.The",
        "ab.c",
        "a:b",
        "::",
        "1;2",
        "\"",
        "\"q\"",
        "'",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "_",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "-",
        "#",
        "*",
        "@",
        "#tag",
        "@user",
        "a@b.org",
        "www.x.org",
        "http://x.org/a?b",
        "www.[",
        "://",
        "[",
        "(",
        ")",
        "/",
        "\x7f",
        std::string(1, '\0'),
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "\x80",
        "\xBF",
        "\xC3",
        "\xC0",
        "\xD0",
        "\xE2",
        "\xE2\x80",
        "\xF0\x9F",
        "\xFF"};
    for (const char32_t c :
         U"\u00E9\u00D7\u00F7\u00C5\u0142\u0192\u02BC\u02C6\u02D8\u0301\u0384\u0386\u0387\u0391"
         U"\u03B1"
         U"\u03A2\u03C9\u03F6\u0400\u0430\u0437\u0482\u0483\u0491\u04D9\u055F\u0561\u0589\u05D0"
         U"\u05F4"
         U"\u0627\u0660\u0686\u061F\u0964\u0939\u0E01\u0E31\u1004\u1780\u2018\u2019\u201C\u201D"
         U"\u2013\u2026\u2024\u2028\u200D\u2060\u00AD\u00A0\u00A3\u0085\u2003\u3000\u3002\u3042"
         U"\u30A2"
         U"\u6F22\uAC00\uFE0F\u20E3\uFF07\uFF0E\uFF1A\uFE55\uFF01\u2764\u00A9\u263A\U0001F1EC"
         U"\U0001F1E7\U0001F467\U0001F3FD\U0001F3F4\U000E0067\U0001D400\U000E007F") {
      if (c == 0) continue;
      std::string bytes;
      utf8::append(bytes, c);
      made.push_back(bytes);
    }
    return made;
  }();
  return all;
}

std::string random_text(std::mt19937& random) {
  std::string bytes;
  const bool mostly_words = random() % 2 == 0;
  for (std::size_t n = random() % 40; n > 0; --n) {
    if (mostly_words && random() % 3 != 0) {
      bytes += pieces()[random() % 10];
      bytes += ' ';
    } else {
      bytes += pieces()[random() % pieces().size()];
    }
  }
  return bytes;
}

/// Text whose last byte is the last one of a page; the next page may not be touched.
class page_end {
 public:
  page_end() : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))) {
    base_ = static_cast<char*>(
        mmap(nullptr, 3 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    REQUIRE(base_ != MAP_FAILED);
    REQUIRE(mprotect(base_, page_, PROT_NONE) == 0);
    REQUIRE(mprotect(base_ + 2 * page_, page_, PROT_NONE) == 0);
  }
  ~page_end() { munmap(base_, 3 * page_); }
  page_end(const page_end&) = delete;
  page_end& operator=(const page_end&) = delete;

  [[nodiscard]] std::string_view at_end(std::string_view bytes) const {
    char* const to = base_ + 2 * page_ - bytes.size();
    std::memcpy(to, bytes.data(), bytes.size());
    return {to, bytes.size()};
  }
  [[nodiscard]] std::string_view at_start(std::string_view bytes) const {
    std::memcpy(base_ + page_, bytes.data(), bytes.size());
    return {base_ + page_, bytes.size()};
  }

 private:
  std::size_t page_;
  char* base_;
};

}  // namespace

TEST_CASE("blocks are the same with all instructions") {
  std::mt19937 random(64);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = random_text(random);
    if (round % 3 == 0) {
      for (char& b : bytes) b = static_cast<char>(random());
    }
    std::vector<text::block> plain(bytes.size() / 64 + 1);
    text::classify_plain(bytes.data(), bytes.size(), plain.data());
    for (const text::classifier_choice& c : text::classifiers()) {
      std::vector<text::block> got(plain.size());
      c.classify(bytes.data(), bytes.size(), got.data());
      REQUIRE(std::memcmp(got.data(), plain.data(), plain.size() * sizeof(text::block)) == 0);
    }
  }
}

TEST_CASE("what the masks take for a letter is one, and no sentence ends where they see no end") {
  int letters = 0;
  int ends = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    CAPTURE(static_cast<std::uint32_t>(c));
    std::string bytes;
    utf8::append(bytes, c);
    text::block b{};
    text::classify_plain(bytes.data(), bytes.size(), &b);
    const text::properties is = text::properties_of(c);
    if (((b.letters | b.second) != 0)) {
      REQUIRE(is.word() == text::word_break::aletter);
      REQUIRE(is.letter());
      ++letters;
    }
    const auto s = is.sentence();
    using text::sentence_break;
    const bool decides = s == sentence_break::sep || s == sentence_break::cr ||
                         s == sentence_break::lf || s == sentence_break::aterm ||
                         s == sentence_break::sterm;
    if (decides) REQUIRE(((b.ends | b.dots) & 1) == 1);
    ends += decides ? 1 : 0;
  }
  CHECK(letters > 500);
  CHECK(ends > 100);
}

TEST_CASE("tokens and words are those of the definitions, with all instructions") {
  std::mt19937 random(29);
  std::vector<token> got;
  std::vector<span> words;
  std::vector<text::matching_view> views;
  for (const text::classifier_choice& c : text::classifiers()) views.emplace_back(c);
  REQUIRE_FALSE(views.empty());
  for (int round = 0; round < 200'000; ++round) {
    std::string bytes = random_text(random);
    if (round % 16 == 0) {
      for (char& b : bytes) b = static_cast<char>(random());
    }
    CAPTURE(bytes);
    const std::vector<token> tokens = test::obvious_tokens(bytes);
    const std::vector<span> standard = test::obvious_words(bytes);
    for (text::matching_view& view : views) {
      view.tokens(bytes, got);
      const bool equal = std::equal(got.begin(), got.end(), tokens.begin(), tokens.end(), same);
      REQUIRE(equal);
      view.words(bytes, words);
      REQUIRE(words == standard);
      view.token_spans(bytes, words);
      const bool same_spans =
          std::equal(words.begin(), words.end(), tokens.begin(), tokens.end(),
                     [](const span& a, const token& b) { return a == b.bytes; });
      REQUIRE(same_spans);
    }
  }
}

TEST_CASE("punctuation on the edge of a block, beside letters that only the tables know") {
  std::vector<span> got;
  std::vector<token> tokens;
  std::string thai;
  for (int i = 0; i < 30; ++i) thai += "\u0E01";
  const std::string edges[] = {"\u20AC", "\u2019", "\u201C", "\u00A3"};
  const std::string besides[] = {"", "a", "1", "\u00AD\U0001F3FD", "\u0308", "\u05D0"};
  const std::string arounds[] = {std::string(90, 'b'), thai};
  std::vector<std::string> texts;
  for (const std::string& edge : edges) {
    for (const std::string& beside : besides) {
      for (const std::string& left : arounds) {
        for (const std::string& right : arounds) {
          texts.push_back(left + beside + edge + beside + right);
        }
      }
    }
  }
  for (const std::string& text : texts) {
    for (std::size_t shift = 0; shift < 64; ++shift) {
      const std::string bytes = std::string(shift, 'b') + text;
      CAPTURE(bytes);
      const std::vector<span> words = test::obvious_words(bytes);
      const std::vector<token> expected = test::obvious_tokens(bytes);
      for (const text::classifier_choice& c : text::classifiers()) {
        text::matching_view view(c);
        view.words(bytes, got);
        REQUIRE(got == words);
        view.tokens(bytes, tokens);
        REQUIRE(std::equal(tokens.begin(), tokens.end(), expected.begin(), expected.end(), same));
      }
    }
  }
}

TEST_CASE("no byte before or behind a text is read") {
  const page_end pages;
  std::mt19937 random(4096);
  std::vector<token> got;
  std::vector<span> words;
  for (const text::classifier_choice& c : text::classifiers()) {
    text::matching_view view(c);
    for (int round = 0; round < 2'000; ++round) {
      const std::string bytes = random_text(random);
      const std::vector<token> tokens = test::obvious_tokens(bytes);
      for (const std::string_view text : {pages.at_end(bytes), pages.at_start(bytes)}) {
        view.tokens(text, got);
        REQUIRE(std::equal(got.begin(), got.end(), tokens.begin(), tokens.end(), same));
        view.words(text, words);
        view.token_spans(text, words);
      }
    }
  }
}
