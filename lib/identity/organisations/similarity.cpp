#include <heard/base/utf8.hpp>
#include <heard/identity/similarity.hpp>
#include <heard/text/plain.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace heard::identity {

namespace {

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Plain letters, digits and single spaces; whatever else is dropped and joins what it parted.
std::string letters_and_spaces(std::string_view text) {
  const std::string plain = text::plain(text);
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    const utf8::decoded d = utf8::decode(plain, at);
    if (text::in_word(d.code_point)) {
      out.append(plain, at, d.size);
    } else if (is_space(d.code_point) && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += d.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::decoded d = utf8::decode(text, at);
    out += d.code_point;
    at += d.size;
  }
  return out;
}

double jaro_of(const std::u32string& a, const std::u32string& b) {
  if (a.empty() && b.empty()) return 1.0;
  if (a.empty() || b.empty()) return 0.0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t reach = longer < 4 ? 0 : longer / 2 - 1;
  std::vector<bool> taken(b.size(), false);
  std::u32string from_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t first = i > reach ? i - reach : 0;
    const std::size_t last = std::min(b.size(), i + reach + 1);
    for (std::size_t j = first; j < last; ++j) {
      if (taken[j] || a[i] != b[j]) continue;
      taken[j] = true;
      from_a += a[i];
      break;
    }
  }
  if (from_a.empty()) return 0.0;
  std::size_t moved = 0;
  std::size_t next = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (taken[j] && b[j] != from_a[next++]) ++moved;
  }
  const auto common = static_cast<double>(from_a.size());
  const auto swaps = static_cast<double>(moved / 2);
  return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
          (common - swaps) / common) /
         3.0;
}

}  // namespace

std::string fingerprint(std::string_view text) {
  const std::string words = letters_and_spaces(text);
  std::set<std::string_view> sorted;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    sorted.insert(std::string_view(words).substr(at, end - at));
    at = end + 1;
  }
  std::string out;
  for (const std::string_view word : sorted) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string ngram_fingerprint(std::string_view text, unsigned n) {
  std::u32string letters = code_points(letters_and_spaces(text));
  std::erase(letters, U' ');
  std::vector<std::u32string_view> grams;
  const std::u32string_view all = letters;
  if (all.size() < n) grams.push_back(all);
  for (std::size_t i = 0; i + n <= all.size(); ++i) grams.push_back(all.substr(i, n));
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  std::string out;
  for (const std::u32string_view gram : grams) {
    for (const char32_t c : gram) utf8::append(out, c);
  }
  return out;
}

double jaro(std::string_view a, std::string_view b) {
  return jaro_of(code_points(a), code_points(b));
}

double jaro_winkler(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(a);
  const std::u32string y = code_points(b);
  const double alike = jaro_of(x, y);
  std::size_t shared = 0;
  while (shared < std::min({x.size(), y.size(), std::size_t{4}}) && x[shared] == y[shared]) {
    ++shared;
  }
  return alike + static_cast<double>(shared) * 0.1 * (1.0 - alike);
}

}  // namespace heard::identity
