#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/segment.hpp>
#include <heard/text/tokens.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace heard;
using text::span;
using text::token;
using text::token_kind;

namespace {

std::vector<token> tokens_of(std::string_view bytes) {
  std::vector<token> found;
  text::tokeniser().tokens(bytes, found);
  return found;
}

/// Tokens as a line: words bare, others with their kind.
std::string shown(std::string_view bytes) {
  std::string line;
  for (const token& t : tokens_of(bytes)) {
    if (!line.empty()) line += " | ";
    switch (t.kind) {
      case token_kind::word:
        break;
      case token_kind::url:
        line += "url ";
        break;
      case token_kind::email:
        line += "email ";
        break;
      case token_kind::hashtag:
        line += "tag ";
        break;
      case token_kind::mention:
        line += "user ";
        break;
    }
    line += t.bytes.of(bytes);
  }
  return line;
}

struct row {
  std::string text;
  std::string tokens;
};

void check_rows(const std::vector<row>& rows) {
  for (const row& r : rows) {
    CAPTURE(r.text);
    CHECK(shown(r.text) == r.tokens);
  }
}

}  // namespace

TEST_CASE("a word is a segment that holds a letter, a digit or an emoji") {
  check_rows({
      {"", ""},
      {"The library opens late.", "The | library | opens | late"},
      {"don't can\u2019t carers\u2019 'quoted'", "don't | can\u2019t | carers | quoted"},
      {"decision-making, 3.5 or 1,000", "decision | making | 3.5 | or | 1,000"},
      {"a & b _ c __ d_e", "a | b | c | d_e"},
      {"- * + = ... \u2026 \u2022 \u2014", ""},
      {"\u00BD mile", "\u00BD | mile"},
      {"\u0175yna\u0301 cafe\u0301s", "\u0175yna\u0301 | cafe\u0301s"},
      {"\u3164 \u200D \u02BC", ""},  // a letter nobody sees, a joiner, an apostrophe
  });
}

TEST_CASE("an emoji is a word, and a sign of print is none") {
  check_rows({
      {"good \U0001F44D\U0001F44D!", "good | \U0001F44D | \U0001F44D"},
      {"\U0001F44D\U0001F3FD", "\U0001F44D\U0001F3FD"},  // with a skin tone
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467"},
      {"\U0001F1EC\U0001F1E7\U0001F1EE\U0001F1EA",
       "\U0001F1EC\U0001F1E7 | \U0001F1EE\U0001F1EA"},  // two flags
      {"1\uFE0F\u20E3 #\uFE0F\u20E3 *\u20E3", "1\uFE0F\u20E3 | #\uFE0F\u20E3 | *\u20E3"},
      {"\u2764 \u2764\uFE0F", "\u2764 | \u2764\uFE0F"},
      {"Acme\u2122 \u00A9 \u25AA \u2194", "Acme"},
      {"\u2122\uFE0F \u25AA\uFE0F", "\u2122\uFE0F | \u25AA\uFE0F"},
  });
}

TEST_CASE("words are split at a colon, and at a full stop that lacks its space") {
  check_rows({
      {"yes:no", "yes | no"},
      {"yes\uFF1Ano", "yes | no"},
      {"a:\u0301b", "a | b"},
      {"at 10:30", "at | 10 | 30"},
      {"after work.The", "after | work | The"},
      {"work\uFF0EThe", "work | The"},
      {"e.g i.e. U.K. a.m.", "e.g | i.e | U.K | a.m"},
      {"ends.A", "ends.A"},
      {"a.then", "a.then"},
      {"I don't.Ever", "I | don't | Ever"},
      {"I\u2019m.Not", "I\u2019m | Not"},
      {"one.two.three", "one | two | three"},
      {"e.g.the.rest", "e.g.the | rest"},
      {"v2.the", "v2 | the"},
      {"\u0434\u0430.\u041D\u0435\u0442", "\u0434\u0430 | \u041D\u0435\u0442"},
      {"x_y.zed the_y.zed", "x_y.zed | the_y.zed"},
      {"it's:it's.so", "it's | it's | so"},
  });
}

TEST_CASE("a URL is one token without the punctuation around it") {
  check_rows({
      {"see http://x.org/a?b=c&d#e.", "see | url http://x.org/a?b=c&d#e"},
      {"(https://x.org/a_(b))", "url https://x.org/a_(b)"},
      {"[text](http://x.org/a)", "text | url http://x.org/a"},
      {"\u201Chttp://x.org\u201D, then", "url http://x.org | then"},
      {"at www.x.org, WWW.X.ORG; www.", "at | url www.x.org | url WWW.X.ORG | www"},
      {"see:http://x.org", "see | url http://x.org"},
      {"end.http://x.org", "end | url http://x.org"},
      {"git+ssh://host/x", "url git+ssh://host/x"},
      {"http://[::1]:80/", "url http://[::1]:80/"},
      {"http://user@x.org/@me/#tag", "url http://user@x.org/@me/#tag"},
      {"http://b\u00FCcher.example/\u00FC", "url http://b\u00FCcher.example/\u00FC"},
      {"<http://x.org>", "url http://x.org"},
      {"http:// nothing", "http | nothing"},
      {"://x.org", "x.org"},
      {"awww.so cute", "awww | so | cute"},
      {"x.org example.org", "x.org | example | org"},  // no scheme: nothing says that it is one
  });
}

TEST_CASE("an e-mail address is one token") {
  check_rows({
      {"me@x.org", "email me@x.org"},
      {"write to first.last+tag@mail.example.org.",
       "write | to | email first.last+tag@mail.example.org"},
      {"mailto:me@x.org", "mailto | email me@x.org"},
      {"<me@x.org>,you@x.org", "email me@x.org | email you@x.org"},
      {"o'neil@x-y.org", "email o'neil@x-y.org"},
      {"me@www.x.org", "email me@www.x.org"},
      {"3@4.50 me@localhost a @ b", "3 | 4.50 | me | localhost | a | b"},
      {"me@x..org", "me | x | org"},
      {"me@-x.org @", "me | x.org"},
      {"me@x.org-", "email me@x.org"},
      {"\u00FC@\u00FC.example", "email \u00FC@\u00FC.example"},
  });
}

TEST_CASE("a #tag and a @user are one token each") {
  check_rows({
      {"#SaveOurLibrary!", "tag #SaveOurLibrary"},
      {"#a#b ##c", "tag #a | tag #b | c"},
      {"#1 priority, # 2, #2nd", "1 | priority | 2 | tag #2nd"},
      {"#well-being", "tag #well | being"},
      {"#don't", "tag #don | t"},
      {"#\u0434\u0430 #cafe\u0301", "tag #\u0434\u0430 | tag #cafe\u0301"},
      {"&#x27; a#b", "x27 | a | b"},
      {"@user_1, .@user", "user @user_1 | user @user"},
      {"@10DowningStreet @10 @", "user @10DowningStreet | 10"},
      {"@me@server.example said", "user @me@server.example | said"},
      {"@a@b", "user @a | user @b"},
  });
}

TEST_CASE("a token belongs to the sentence of its first byte") {
  const auto sentences = [](std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (const token& t : tokens_of(bytes)) numbers.push_back(t.sentence);
    return numbers;
  };
  using numbers = std::vector<std::uint32_t>;
  CHECK(sentences("One two. Three!\nFour") == numbers{0, 0, 1, 2});
  CHECK(sentences("... . ! One. Two") == numbers{1, 2});  // SB8a keeps the stops together
  // UAX #29 ends a sentence after `?`, which is in the middle of the address.
  CHECK(sentences("See http://x.org/?A=b for more") == numbers{0, 0, 1, 1});
}

TEST_CASE("a final possessive is ignored") {
  const std::vector<row> rows = {{"council's", "council"},
                                 {"it's", "it"},
                                 {"carers", "carers"},
                                 {"s", "s"},
                                 {"'s", "'s"},
                                 {"", ""},
                                 {"its'", "its'"}};
  for (const row& r : rows) CHECK(text::without_possessive(r.text) == r.tokens);
}

namespace {

/// Random text of what the rules treat differently.
class noise {
 public:
  std::string text() {
    static const std::vector<std::string> pieces = {
        "a",      "bc",     "D",      "7",      "'",        "\u2019",     ".",
        ".",      ",",      ":",      "_",      " ",        "\n",         "-",
        "@",      "#",      "://",    "/",      "www.",     "x.org",      "http",
        "(",      ")",      "[",      "]",      "&",        "\"",         "\u0301",
        "\u200D", "\uFE0F", "\u05D0", "\u30AB", "\u20E3",   "\U0001F1EC", "\U0001F467",
        "\u2764", "?",      "!",      "\xE9",   "\xE2\x82", "\u3164",     "\u02BC"};
    std::string out;
    for (std::uint32_t n = next() % 16; n > 0; --n) out += pieces[next() % pieces.size()];
    return out;
  }

 private:
  std::uint32_t next() { return state_ = state_ * 1664525u + 1013904223u, state_ >> 16; }

  std::uint32_t state_ = 7;
};

}  // namespace

TEST_CASE("tokens keep their promises on any bytes") {
  noise source;
  std::vector<span> words;
  std::size_t found = 0;
  std::size_t whole = 0;
  for (int round = 0; round < 50'000; ++round) {
    const std::string bytes = source.text();
    CAPTURE(bytes);
    text::word_segments(bytes, words);
    std::uint32_t at = 0;
    std::uint32_t sentence = 0;
    for (const token& t : tokens_of(bytes)) {
      REQUIRE(t.bytes.first >= at);
      REQUIRE(t.bytes.last > t.bytes.first);
      REQUIRE(t.bytes.last <= bytes.size());
      REQUIRE(t.sentence >= sentence);
      REQUIRE_FALSE(text::fold(t.bytes.of(bytes)).empty());
      if (t.kind == token_kind::word) {
        const bool inside =
            std::any_of(words.begin(), words.end(), [&](span w) { return w.contains(t.bytes); });
        REQUIRE(inside);
      }
      ++found;
      whole += t.kind == token_kind::word ? 0 : 1;
      at = t.bytes.last;
      sentence = t.sentence;
    }
  }
  CHECK(found > 50'000);
  CHECK(whole > 1000);
}

TEST_CASE("a hostile text is cut in linear time") {
  // Each makes the search for addresses and tags reach as far as it can from every place.
  const std::string_view units[] = {"@",       "#",      "://", "www.",  "a@",      "a@b.",
                                    "a.",      "aa.",    "a:",  "h://[", "h://a(",  ")",
                                    "a-",      "@a@b",   "+",   "_",     "#\u0301", "a\u0301.",
                                    "1\uFE0F", "\u2764", "'",   "[",     "w"};
  std::vector<token> found;
  text::tokeniser cut;
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view unit : units) {
    std::string tail;
    while (tail.size() < 1'000'000) tail += unit;
    for (const std::string_view head : {"", "a@", "http://["}) {
      cut.tokens(std::string(head) + tail + "@x.org", found);
    }
  }
  // Seconds; with quadratic work on one of them it would be hours.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::minutes(5));
}

TEST_CASE("no code point that is a token by itself folds to nothing") {
  std::vector<token> found;
  text::tokeniser cut;
  int by_itself = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    utf8::append(bytes, c);
    cut.tokens(bytes, found);
    if (!found.empty()) REQUIRE_FALSE(text::fold(bytes).empty());
    by_itself += found.empty() ? 0 : 1;
  }
  CHECK(by_itself > 100'000);
}
