#include "identity/campaigns/shingles.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <bit>

namespace heard::letters {

namespace {

// Finaliser of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// How many words of a text are in a shared shingle, and the longest run of such words.
struct cover {
  std::uint32_t all = 0;
  std::uint32_t words = 0;
  std::uint32_t covered = 0;
  std::uint32_t run = 0;
};

/// @param shared  by row of the text's set
cover cover_of(const shingled& text, const std::vector<std::uint8_t>& shared, unsigned length) {
  cover out;
  std::size_t until = 0;
  std::uint32_t run = 0;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (text.words[i] == answer_break) {
      run = 0;
      continue;
    }
    ++out.all;
    if (text.at[i] != 0 && shared[text.row[i]] != 0) until = i + length;
    if (text.own[i] == 0) continue;
    ++out.words;
    run = i < until ? run + 1 : 0;
    out.covered += i < until ? 1 : 0;
    out.run = std::max(out.run, run);
  }
  return out;
}

// Which words are in a shingle that was kept, or in none at all.
void mark_own(unsigned length, shingled& out) {
  out.own.assign(out.words.size(), 1);
  std::size_t since_break = 0;
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    since_break = out.words[i] == answer_break ? 0 : since_break + 1;
    if (since_break < length || out.at[i + 1 - length] != 0) continue;
    for (std::size_t k = i + 1 - length; k <= i; ++k) out.own[k] = 0;
  }
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    if (out.at[i] == 0) continue;
    for (std::size_t k = i; k < i + length; ++k) out.own[k] = 1;
  }
}

}  // namespace

void shingles_at(std::span<const word_hash> words, unsigned length,
                 std::span<const shingle> left_out, std::vector<shingle>& out) {
  out.assign(words.size(), 0);
  std::size_t since_break = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    since_break = words[i] == answer_break ? 0 : since_break + 1;
    if (since_break < length) continue;
    std::uint64_t sum = length;
    for (std::size_t k = i + 1 - length; k <= i; ++k) {
      sum = (sum ^ words[k]) * 0x9E3779B97F4A7C15u;
      sum ^= sum >> 32;
    }
    sum = mixed(sum);
    if (sum == 0) sum = 1;
    if (std::binary_search(left_out.begin(), left_out.end(), sum)) continue;
    out[i + 1 - length] = sum;
  }
}

void make_set(std::vector<shingle>& shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (!shingles.empty() && shingles.front() == 0) shingles.erase(shingles.begin());
}

void shingle_text(const documents& of, text_row text, unsigned length,
                  std::span<const shingle> left_out, shingled& out) {
  of.read(text, out.words);
  shingles_at(out.words, length, left_out, out.at);
  out.set = out.at;
  make_set(out.set);
  out.row.clear();
}

void make_comparable(shingled& text, unsigned length) {
  if (text.row.size() == text.at.size()) return;
  text.row.assign(text.at.size(), 0);
  for (std::size_t i = 0; i < text.at.size(); ++i) {
    if (text.at[i] == 0) continue;
    const auto found = std::lower_bound(text.set.begin(), text.set.end(), text.at[i]);
    text.row[i] = static_cast<std::uint32_t>(found - text.set.begin());
  }
  mark_own(length, text);
}

overlap compare(const shingled& a, const shingled& b, unsigned length) {
  std::vector<std::uint8_t> in_a(a.set.size(), 0);
  std::vector<std::uint8_t> in_b(b.set.size(), 0);
  overlap out;
  for (std::size_t i = 0, k = 0; i < a.set.size() && k < b.set.size();) {
    const bool same = a.set[i] == b.set[k];
    in_a[i] = in_b[k] = same ? 1 : 0;
    out.shared += same ? 1 : 0;
    // Which of the two is less nobody can foretell, so this does not branch on it.
    const bool less = a.set[i] < b.set[k];
    i += same || less ? 1 : 0;
    k += less ? 0 : 1;
  }
  out.either = a.set.size() + b.set.size() - out.shared;
  if (out.shared == 0) return out;
  const cover of_a = cover_of(a, in_a, length);
  const cover of_b = cover_of(b, in_b, length);
  out.covered_a = of_a.covered;
  out.covered_b = of_b.covered;
  out.words_a = of_a.words;
  out.words_b = of_b.words;
  out.all_a = of_a.all;
  out.all_b = of_b.all;
  out.run = of_b.run;
  return out;
}

std::uint32_t common_in_order(std::span<const word_hash> a, std::span<const word_hash> b) {
  const std::size_t blocks = (a.size() + 63) / 64;
  boost::unordered_flat_map<word_hash, std::uint32_t> row_of;
  std::vector<std::uint64_t> places;  // By word of `a`: a bit for each place it stands at.
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == answer_break) continue;
    const auto [at, fresh] =
        row_of.emplace(a[i], static_cast<std::uint32_t>(places.size() / blocks));
    if (fresh) places.resize(places.size() + blocks, 0);
    places[at->second * blocks + i / 64] |= std::uint64_t{1} << (i % 64);
  }
  // A 0 bit at i: the common sequence grew by the word i of `a`.
  std::vector<std::uint64_t> state(blocks, ~std::uint64_t{0});
  for (const word_hash word : b) {
    const auto found = row_of.find(word);
    if (found == row_of.end()) continue;
    unsigned carry = 0;
    for (std::size_t k = 0; k < blocks; ++k) {
      const std::uint64_t now = state[k];
      const std::uint64_t match = now & places[found->second * blocks + k];
      const std::uint64_t sum = now + match + carry;
      carry = sum < now || (carry != 0 && sum == now) ? 1 : 0;
      state[k] = sum | (now & ~match);
    }
  }
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    out += (state[i / 64] >> (i % 64) & 1) == 0 ? 1 : 0;
  }
  return out;
}

}  // namespace heard::letters
