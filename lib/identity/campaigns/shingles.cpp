#include "identity/campaigns/shingles.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace heard::letters {

namespace {

// Which words are in a shingle that was kept, or in none at all.
void mark_own(shingled& out) {
  out.own.assign(out.words.size(), 1);
  std::size_t since_break = 0;
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    since_break = out.words[i] == answer_break ? 0 : since_break + 1;
    if (since_break < run_length || out.at[i + 1 - run_length] != 0) continue;
    for (std::size_t k = i + 1 - run_length; k <= i; ++k) out.own[k] = 0;
  }
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    if (out.at[i] == 0) continue;
    for (std::size_t k = i; k < i + run_length; ++k) out.own[k] = 1;
  }
}

}  // namespace

left_out_runs::left_out_runs(std::vector<shingle> runs) : runs_(std::move(runs)) {
  make_set(runs_);
  bits_.resize(std::bit_ceil(runs_.size() / 4 + 1), 0);
  mask_ = bits_.size() - 1;
  for (const shingle each : runs_) bits_[(each >> 6) & mask_] |= std::uint64_t{1} << (each & 63);
}

void shingles_at(std::span<const word_key> words, const left_out_runs& left_out,
                 std::vector<shingle>& out) {
  static_assert(run_length == 3);
  out.resize(words.size());
  const std::size_t runs = words.size() < run_length ? 0 : words.size() - run_length + 1;
  for (std::size_t i = 0; i < runs; ++i) {
    const word_key a = words[i];
    const word_key b = words[i + 1];
    const word_key c = words[i + 2];
    std::uint64_t sum =
        (a | std::uint64_t{b} << 32) * 0x9E3779B97F4A7C15u + c * 0xC2B2AE3D27D4EB4Fu;
    sum = (sum ^ (sum >> 32)) * 0xD6E8FEB86659FD93u;
    sum ^= sum >> 32;
    const bool whole = a != answer_break && b != answer_break && c != answer_break;
    out[i] = whole ? std::max<shingle>(sum, 1) : 0;
  }
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(runs), out.end(), 0);
  if (left_out.all().empty()) return;
  for (shingle& each : out) {
    if (left_out.has(each)) each = 0;
  }
}

void make_set(std::vector<shingle>& shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (!shingles.empty() && shingles.front() == 0) shingles.erase(shingles.begin());
}

void shingle_table::fill(std::span<const shingle> at) {
  places_.assign(std::bit_ceil(2 * at.size() + 1), 0);
  size_ = 0;
  for (const shingle run : at) {
    if (run == 0) continue;
    std::size_t place = run & (places_.size() - 1);
    while (places_[place] != 0 && places_[place] != run) place = (place + 1) & (places_.size() - 1);
    size_ += places_[place] == 0 ? 1 : 0;
    places_[place] = run;
  }
}

void shingle_text(std::span<const word_key> words, const left_out_runs& left_out, shingled& out) {
  out.words = words;
  shingles_at(words, left_out, out.at);
}

void make_comparable(shingled& text, shingle_table& scratch) {
  mark_own(text);
  text.words_own = text.words_all = text.runs = 0;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    text.runs += text.at[i] != 0 ? 1 : 0;
    if (text.words[i] == answer_break) continue;
    ++text.words_all;
    text.words_own += text.own[i];
  }
  scratch.fill(text.at);
  text.distinct = static_cast<std::uint32_t>(scratch.size());
}

}  // namespace heard::letters
