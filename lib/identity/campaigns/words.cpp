#include "identity/campaigns/words.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace heard::letters {

namespace {

constexpr std::size_t longest = 16;  // bytes

// Up to 16 bytes of a word, zeros behind them: a word holds none.
struct short_word {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

std::uint64_t loaded(const char* from) {
  std::uint64_t out = 0;
  std::memcpy(&out, from, sizeof out);
  if constexpr (std::endian::native == std::endian::big) out = __builtin_bswap64(out);
  return out;
}

// The first bytes of 16, by how many of them.
constexpr auto kept = [] {
  std::array<short_word, longest + 1> out{};
  for (std::size_t n = 0; n <= longest; ++n) {
    const auto low = [](std::size_t bytes) {
      return bytes == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * bytes);
    };
    out[n] = {low(n < 8 ? n : 8), low(n < 8 ? 0 : n - 8)};
  }
  return out;
}();

// @pre 16 bytes may be read; size <= 16
short_word load(const char* bytes, std::size_t size) {
  return {loaded(bytes) & kept[size].first, loaded(bytes + 8) & kept[size].second};
}

bool is_ascii(const short_word& word) {
  return ((word.first | word.second) & 0x8080808080808080u) == 0;
}

word_hash hash_of(const short_word& word) {
  // One to one for words of up to eight bytes.
  std::uint64_t x = word.first * 0x9E3779B97F4A7C15u + word.second * 0xC2B2AE3D27D4EB4Fu;
  x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93u;
  x ^= x >> 29;
  return x == 0 ? 1 : x;
}

template <class Word>
Word as(word_hash hash) {
  if constexpr (sizeof(Word) == sizeof(word_hash)) return hash;
  const auto upper = static_cast<Word>(hash >> 32);
  return upper == 0 ? 1 : upper;
}

}  // namespace

word_hash hash_of_word(std::string_view folded) {
  if (folded.size() <= longest) {
    std::array<char, longest> copy{};
    std::copy(folded.begin(), folded.end(), copy.begin());
    return hash_of(load(copy.data(), folded.size()));
  }
  const word_hash hash = XXH3_64bits(folded.data(), folded.size());
  return hash == 0 ? 1 : hash;
}

void word_reader::read(std::string_view text, std::vector<word_hash>& out,
                       std::vector<text::span>* where) {
  append(text, out);
  if (where != nullptr) where->insert(where->end(), spans_.begin(), spans_.end());
}

void word_reader::read(std::string_view text, std::vector<word_key>& out) {
  append(text, out);
}

template <class Word>
void word_reader::append(std::string_view text, std::vector<Word>& out) {
  tokeniser_.token_spans(text, spans_);
  const char* const bytes = lowered(text);
  const std::size_t before = out.size();
  out.resize(before + spans_.size());
  other_.clear();
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    const text::span at = spans_[i];
    const short_word word = load(bytes + at.first, std::min<std::size_t>(at.size(), longest));
    if (at.size() > longest || !is_ascii(word)) other_.push_back(static_cast<std::uint32_t>(i));
    out[before + i] = as<Word>(hash_of(word));
  }
  if (!other_.empty()) append_others(text, out.data() + before);
}

// The text with A-Z made a-z, and 16 bytes behind it.
const char* word_reader::lowered(std::string_view text) {
  if (lowered_.size() < text.size() + longest) lowered_.resize(text.size() + longest);
  char* const to = lowered_.data();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    to[i] = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
  }
  std::fill_n(to + text.size(), longest, '\0');
  return to;
}

// Words that take a full fold, each once.
template <class Word>
void word_reader::append_others(std::string_view text, Word* out) {
  tokens_.clear();
  for (const std::uint32_t place : other_) tokens_.push_back({spans_[place], 0, {}});
  vocabulary_.intern(text, tokens_, types_);
  while (hashes_.size() < vocabulary_.size()) {
    hashes_.push_back(hash_of_word(vocabulary_.folded(static_cast<text::type_id>(hashes_.size()))));
  }
  for (std::size_t i = 0; i < other_.size(); ++i) out[other_[i]] = as<Word>(hashes_[types_[i]]);
}

std::unique_ptr<word_reader> word_readers::take() {
  {
    const std::scoped_lock lock(gate_);
    if (!free_.empty()) {
      auto reader = std::move(free_.back());
      free_.pop_back();
      return reader;
    }
  }
  return std::make_unique<word_reader>();
}

void word_readers::give_back(std::unique_ptr<word_reader> reader) {
  const std::scoped_lock lock(gate_);
  free_.push_back(std::move(reader));
}

void word_readers::forget() {
  const std::scoped_lock lock(gate_);
  free_.clear();
}

}  // namespace heard::letters
