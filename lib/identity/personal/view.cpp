#include "identity/personal/view.hpp"

#include <heard/base/utf8.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace heard::identity {

namespace {

// The plain letter of each Latin letter, a capital for a capital; `*` for those without one and `.`
// for what is no letter. From UnicodeData 15.0: the base of the canonical decomposition, and by
// hand the letters that have none (sharp s, ae, oe, o and l and d with stroke, eth, thorn, dotless
// i). U+00C0 to U+024F
constexpr std::string_view latin_letters =
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKk*LlLlLl*"
    "*LlNnNnNn***OoOoOoOoRrRrRrSsSsSsSsTtTt**UuUuUuUuUuUuWwYyYZzZzZz*"
    "********************************Oo*************Uu***************"
    "*************AaIiOoUuUuUuUuUu*AaAaAa**GgKkOoOo**j***Gg**NnAaAaOo"
    "AaAaEeEeIiIiOoOoRrRrUuUuSsTt**Hh******AaEeOoOoOoOoYy************"
    "****************";
// U+1E00 to U+1EFF
constexpr std::string_view latin_additional =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
    "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
    "WwWwWwWwWwXxXxYyZzZzZzhtwy****S*AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
    "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy******";

// The zeros of scripts whose ten digits people type on their own keyboards.
constexpr char32_t zeros[] = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
                              0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x2080, 0xFF10, 0x1FBF0};

// U+2100 to U+214F: letters of another style, most of which fill the gaps of the mathematical
// alphabets. From the compatibility decompositions of UnicodeData 15.0.
constexpr std::string_view letterlike =
    "..C.......gHHHh.IILl.N...PQRRR......Z...Z.K.BC.eEF.Mo....i...........Ddeij......";

// Letters of Greek and Cyrillic that look like Latin ones, and these. From confusables.txt 15.0 of
// UTS #39, as far as the eye sees no difference.
constexpr std::u32string_view look_alikes =
    U"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C"
    U"\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF\u0405"
    U"\u0406\u0408\u0410\u0412\u0415\u041A\u041C\u041D"
    U"\u041E\u0420\u0421\u0422\u0425\u0430\u0435\u043E"
    U"\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB"
    U"\u0501\u051B\u051D";
constexpr std::string_view looks_like = "ABEZHIKMNOPTYXoSIJABEKMHOPCTXaeopcyxsijhdqw";
static_assert(look_alikes.size() == looks_like.size());

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool dash(char32_t c) {
  return in(c, 0x2010, 0x2015) || c == 0x2043 || c == 0x207B || c == 0x2212 || c == 0xFE58 ||
         c == 0xFE63 || c == 0xFF0D || c == 0x058A || c == 0x30FC || c == 0x2E3A || c == 0x2E3B;
}

bool wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool unseen(char32_t c) {
  return c == 0xAD || c == 0x34F || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
         in(c, 0x2060, 0x206F) || c == 0x20E3 || c == 0xFEFF || in(c, 0x300, 0x36F) ||
         in(c, 0xFE00, 0xFE0F);
}

bool apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0x60 || c == 0xB4 ||
         c == 0xFF07 || c == 0x2032;
}

// What is neither a letter nor above the letters: the blocks of marks, symbols and emoji.
bool symbol(char32_t c) {
  return in(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 || in(c, 0x2000, 0x2BFF) ||
         in(c, 0x3001, 0x303F) || in(c, 0xE000, 0xF8FF) || in(c, 0xFE10, 0xFE6F) ||
         in(c, 0xFFE0, 0xFFFF) || c >= 0x1F000;
}

struct plain {
  char c;
  bool upper = false;
};

plain ascii(char32_t c) {
  if (c >= 'A' && c <= 'Z') return {static_cast<char>(c + 32), true};
  if (c == '\n' || c == '\r') return {'\n'};
  if (c == '\t' || c == 0xB || c == 0xC) return {' '};
  if (c < 0x20 || c == 0x7F) return {view::other};
  return {c == '`' ? '\'' : static_cast<char>(c)};
}

plain of_table(std::string_view table, std::size_t at) {
  const char c = table[at];
  if (c == '*') return {view::letter};
  if (c == '.') return {view::other};
  if (c >= 'A' && c <= 'Z') return {static_cast<char>(c + 32), true};
  return {c};
}

// Letters and digits in a style of their own: mathematical, in circles and squares, raised.
std::optional<plain> styled(char32_t c) {
  constexpr char32_t alphabets[] = {0x24B6, 0x1F110, 0x1F130, 0x1F150, 0x1F170};  // Capitals.
  if (in(c, 0x2100, 0x214F)) {
    const char as = letterlike[c - 0x2100];
    if (as == '.') return std::nullopt;
    return ascii(static_cast<char32_t>(as));
  }
  if (in(c, 0x1D400, 0x1D6A3)) {
    const char32_t at = (c - 0x1D400) % 52;
    return ascii(at < 26 ? U'A' + at : U'a' + at - 26);
  }
  if (in(c, 0x1D6A4, 0x1D6A5)) return ascii(U'i' + c - 0x1D6A4);
  if (in(c, 0x1D7CE, 0x1D7FF)) return ascii(U'0' + (c - 0x1D7CE) % 10);
  for (const char32_t capital : alphabets) {
    if (in(c, capital, capital + 25)) return ascii(U'A' + c - capital);
  }
  if (in(c, 0x24D0, 0x24E9)) return ascii(U'a' + c - 0x24D0);
  if (in(c, 0x249C, 0x24B5)) return ascii(U'a' + c - 0x249C);
  if (in(c, 0x2460, 0x2468)) return ascii(U'1' + c - 0x2460);
  if (c == 0x24EA || c == 0x2070) return ascii(U'0');
  if (c == 0xB2 || c == 0xB3) return ascii(U'2' + c - 0xB2);
  if (c == 0xB9) return ascii(U'1');
  if (in(c, 0x2074, 0x2079)) return ascii(U'4' + c - 0x2074);
  return std::nullopt;
}

plain plain_of(char32_t c) {
  if (c < 0x80) return ascii(c);
  if (dash(c)) return {'-'};
  if (wide_space(c)) return {' '};
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return {'\n'};
  if (apostrophe(c)) return {'\''};
  if (in(c, 0xC0, 0x24F)) return of_table(latin_letters, c - 0xC0);
  if (in(c, 0x1E00, 0x1EFF)) return of_table(latin_additional, c - 0x1E00);
  for (const char32_t zero : zeros) {
    if (in(c, zero, zero + 9)) return {static_cast<char>('0' + (c - zero))};
  }
  if (in(c, 0xFF01, 0xFF5E)) return ascii(c - 0xFF01 + '!');  // full-width forms
  if (const auto found = styled(c)) return *found;
  return {symbol(c) ? view::other : view::letter};
}

}  // namespace

view::view(std::string_view text) {
  c.reserve(text.size());
  upper.reserve(text.size());
  first.reserve(text.size());
  last.reserve(text.size());
  std::vector<std::pair<std::size_t, char>> disguised;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::decoded next = utf8::decode(text, at);
    const auto here = static_cast<std::uint32_t>(at);
    at += next.size;
    if (next.well_formed && unseen(next.code_point)) continue;
    const plain as = next.well_formed ? plain_of(next.code_point) : plain{other};
    if (as.c == letter) {
      const std::size_t found = look_alikes.find(next.code_point);
      if (found != look_alikes.npos) disguised.emplace_back(c.size(), looks_like[found]);
    }
    c.push_back(as.c);
    upper.push_back(as.upper);
    first.push_back(here);
    last.push_back(static_cast<std::uint32_t>(at));
  }
  unmask(disguised);
}

// In a word with a Latin letter a look-alike is that letter; words of another script stay.
void view::unmask(const std::vector<std::pair<std::size_t, char>>& disguised) {
  const auto of_word = [this](std::size_t i) {
    return c[i] == letter || (c[i] >= 'a' && c[i] <= 'z');
  };
  for (std::size_t i = 0; i < disguised.size();) {
    std::size_t begin = disguised[i].first;
    std::size_t end = begin;
    while (begin > 0 && of_word(begin - 1)) --begin;
    while (end < c.size() && of_word(end)) ++end;
    const bool latin = std::any_of(c.begin() + static_cast<std::ptrdiff_t>(begin),
                                   c.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](char each) { return each != letter; });
    for (; i < disguised.size() && disguised[i].first < end; ++i) {
      if (!latin) continue;
      const plain as = ascii(static_cast<char32_t>(disguised[i].second));
      c[disguised[i].first] = as.c;
      upper[disguised[i].first] = as.upper;
    }
  }
}

}  // namespace heard::identity
