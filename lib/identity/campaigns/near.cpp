#include "identity/campaigns/near.hpp"

#include "identity/campaigns/candidates.hpp"

#include <algorithm>
#include <numeric>

namespace heard::letters {

namespace {

constexpr std::size_t pairs_in_chunk = 1 << 14;

// Few texts lead many pairs, and are not read anew for each.
class leader_cache {
 public:
  leader_cache(const documents& of, const left_out_runs& left_out)
      : of_(of), left_out_(left_out), rows_(size, no_text), texts_(size) {}

  const shingled& operator[](text_row text) {
    const std::size_t at = text % size;
    if (rows_[at] != text) {
      shingle_text(of_.words[text], left_out_, texts_[at]);
      make_comparable(texts_[at], scratch_);
      rows_[at] = text;
    }
    return texts_[at];
  }

 private:
  static constexpr std::size_t size = 4096;

  const documents& of_;
  const left_out_runs& left_out_;
  std::vector<text_row> rows_;
  std::vector<shingled> texts_;
  shingle_table scratch_;
};

struct near_pair {
  text_pair texts;
  bool alike;
};

std::vector<near_pair> near_pairs(const documents& of, const left_out_runs& left_out,
                                  const relation_limits& limits, stages& run) {
  std::vector<text_pair> candidates = candidate_pairs(of, left_out, {}, run);
  // The text with fewer pairs first, so that it is read once for all of them.
  std::vector<std::uint32_t> pairs_of(of.size(), 0);
  for (const text_pair& pair : candidates) {
    ++pairs_of[pair.a];
    ++pairs_of[pair.b];
  }
  for (text_pair& pair : candidates) {
    if (pairs_of[pair.a] > pairs_of[pair.b]) std::swap(pair.a, pair.b);
  }
  std::sort(candidates.begin(), candidates.end());

  std::vector<near_pair> out;
  std::vector<std::vector<near_pair>> parts(candidates.size() / pairs_in_chunk + 1);
  for_each_chunk(
      candidates.size(), pairs_in_chunk, run.next(),
      [&](const chunk& c) {
        shingled text;
        shingle_table scratch;
        comparison compare(limits);
        text_row now = no_text;
        leader_cache leaders(of, left_out);
        for (std::size_t i = c.first; i < c.last; ++i) {
          const auto [first, other] = candidates[i];
          if (first != now) {
            shingle_text(of.words[now = first], left_out, text);
            make_comparable(text, scratch);
            compare.hold(text);
          }
          // Whether one is made of the other depends on which of the two is the letter.
          const shingled& leader = leaders[other];
          const relation is =
              of.before(first, other) ? compare.as_letter(leader).is : compare.to_letter(leader).is;
          if (is <= relation::holds) {
            parts[c.index].push_back({{first, other}, is == relation::alike});
          }
        }
      },
      [&](const chunk& c) {
        out.insert(out.end(), parts[c.index].begin(), parts[c.index].end());
        parts[c.index] = {};
      });
  return out;
}

}  // namespace

neighbours::neighbours(const documents& of, const left_out_runs& left_out,
                       const relation_limits& limits, stages& run)
    : first_(of.size() + 1, 0) {
  const std::vector<near_pair> pairs = near_pairs(of, left_out, limits, run);
  for (const near_pair& pair : pairs) {
    ++first_[pair.texts.a + 1];
    ++first_[pair.texts.b + 1];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  all_.resize(first_.back());
  std::vector<std::size_t> at(first_.begin(), first_.end() - 1);
  for (const near_pair& pair : pairs) {
    all_[at[pair.texts.a]++] = {pair.texts.b, pair.alike};
    all_[at[pair.texts.b]++] = {pair.texts.a, pair.alike};
  }
}

}  // namespace heard::letters
