#include "identity/campaigns/clusters.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <memory>
#include <numeric>
#include <tuple>

namespace heard::letters {

namespace {

constexpr std::size_t pairs_in_chunk = 1 << 16;
constexpr std::size_t texts_in_chunk = 512;

// Few texts lead many pairs, and are not read anew for each.
class leader_cache {
 public:
  leader_cache(const documents& of, unsigned length, std::span<const shingle> left_out)
      : of_(of), length_(length), left_out_(left_out), rows_(size, no_text), texts_(size) {}

  const shingled& operator[](text_row text) {
    const std::size_t at = text % size;
    if (rows_[at] != text) {
      shingle_text(of_, text, length_, left_out_, texts_[at]);
      make_comparable(texts_[at], length_);
      rows_[at] = text;
    }
    return texts_[at];
  }

 private:
  static constexpr std::size_t size = 4096;

  const documents& of_;
  unsigned length_;
  std::span<const shingle> left_out_;
  std::vector<text_row> rows_;
  std::vector<shingled> texts_;
};

// Pairs near enough that one could be the other's letter.
std::vector<text_pair> near_pairs(const documents& of, std::span<const shingle> left_out,
                                  const relation_limits& limits, stages& run) {
  std::vector<text_pair> candidates = candidate_pairs(of, limits.length, left_out, banding{}, run);
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

  std::vector<text_pair> out;
  std::vector<std::vector<text_pair>> parts(candidates.size() / pairs_in_chunk + 1);
  for_each_chunk(
      candidates.size(), pairs_in_chunk, run.next(),
      [&](const chunk& c) {
        shingled text;
        text_row now = no_text;
        leader_cache leaders(of, limits.length, left_out);
        for (std::size_t i = c.first; i < c.last; ++i) {
          const auto [first, other] = candidates[i];
          if (first != now) {
            shingle_text(of, now = first, limits.length, left_out, text);
            make_comparable(text, limits.length);
          }
          const shingled& leader = leaders[other];
          // Whether one is made of the other depends on which of the two is the letter.
          const bool in_order = first < other;
          const shingled& a = in_order ? text : leader;
          const shingled& b = in_order ? leader : text;
          const overlap in_common = compare(a, b, limits.length);
          if (relate(a, b, in_common, limits) <= relation::holds) {
            parts[c.index].push_back({std::min(first, other), std::max(first, other)});
          }
        }
      },
      [&](const chunk& c) {
        out.insert(out.end(), parts[c.index].begin(), parts[c.index].end());
        parts[c.index] = {};
      });
  return out;
}

// Who is near whom: all neighbours in one vector.
class neighbours {
 public:
  neighbours(std::size_t texts, const std::vector<text_pair>& pairs) : first_(texts + 1, 0) {
    for (const text_pair& pair : pairs) {
      ++first_[pair.a + 1];
      ++first_[pair.b + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    all_.resize(first_.back());
    std::vector<std::size_t> at(first_.begin(), first_.end() - 1);
    for (const text_pair& pair : pairs) {
      all_[at[pair.a]++] = pair.b;
      all_[at[pair.b]++] = pair.a;
    }
  }
  [[nodiscard]] std::span<const text_row> operator[](text_row text) const {
    return std::span(all_).subspan(first_[text], first_[text + 1] - first_[text]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<text_row> all_;
};

// The text that most responses are near to leads; then the next among those left.
std::vector<text_row> choose_letters(const documents& of, const neighbours& near,
                                     std::span<const text_row> declared, std::uint32_t least) {
  std::vector<std::uint64_t> weight(of.size());
  for (text_row text = 0; text < of.size(); ++text) {
    weight[text] = of.copies[text];
    for (const text_row other : near[text]) weight[text] += of.copies[other];
  }
  std::vector<text_row> order;
  for (text_row text = 0; text < of.size(); ++text) {
    if (weight[text] >= least) order.push_back(text);
  }
  std::sort(order.begin(), order.end(), [&](text_row a, text_row b) {
    return weight[a] != weight[b] ? weight[a] > weight[b] : of.before(a, b);
  });

  std::vector<bool> taken(of.size(), false);
  std::vector<text_row> out(declared.begin(), declared.end());
  const auto take = [&](text_row letter) {
    taken[letter] = true;
    for (const text_row other : near[letter]) taken[other] = true;
  };
  for (const text_row letter : declared) take(letter);
  for (const text_row letter : order) {
    if (taken[letter]) continue;
    std::uint64_t left = of.copies[letter];
    for (const text_row other : near[letter]) left += taken[other] ? 0 : of.copies[other];
    if (left < least) continue;
    out.push_back(letter);
    take(letter);
  }
  return out;
}

// Every letter's shingles, to find the letters that a text has something of.
class letter_index {
 public:
  letter_index(const documents& of, std::span<const shingle> left_out,
               const relation_limits& limits)
      : of_(of), left_out_(left_out), limits_(limits) {}

  [[nodiscard]] std::size_t size() const { return letters_.size(); }

  std::uint32_t add(text_row text) {
    const auto row = static_cast<std::uint32_t>(letters_.size());
    letters_.emplace_back();
    rows_.push_back(text);
    shingle_text(of_, text, limits_.length, left_out_, letters_.back());
    make_comparable(letters_.back(), limits_.length);
    for (const shingle each : letters_.back().set) holders_[each].push_back(row);
    return row;
  }

  // The letter that a text is nearest to, among those that `may` allows; no_text: none.
  template <class May>
  [[nodiscard]] std::uint32_t nearest(shingled& text, relation farthest, May may) const {
    std::vector<std::uint32_t> touched;
    for (const shingle each : text.set) {
      const auto found = holders_.find(each);
      if (found != holders_.end()) {
        touched.insert(touched.end(), found->second.begin(), found->second.end());
      }
    }
    std::sort(touched.begin(), touched.end());
    std::uint32_t best = no_text;
    std::tuple<relation, std::uint32_t, std::uint32_t> distance;
    for (std::size_t first = 0, last = 0; first < touched.size(); first = last) {
      const std::uint32_t row = touched[first];
      while (last < touched.size() && touched[last] == row) ++last;
      // One or two shingles are a turn of phrase, unless the texts are short.
      if (last - first < 3 && 4 * (last - first) < text.set.size()) continue;
      if (!may(row)) continue;
      make_comparable(text, limits_.length);
      const overlap in_common = compare(letters_[row], text, limits_.length);
      const relation is = relate(letters_[row], text, in_common, limits_);
      if (is > farthest || is == relation::none) continue;
      // The most words from the letter; then the letter with the fewest that are left over.
      const std::tuple key(is, ~in_common.covered_b, in_common.words_a - in_common.covered_a);
      if (best == no_text || key < distance ||
          (key == distance && of_.before(rows_[row], rows_[best]))) {
        best = row;
        distance = key;
      }
    }
    return best;
  }

 private:
  const documents& of_;
  std::span<const shingle> left_out_;
  const relation_limits& limits_;
  std::vector<shingled> letters_;
  std::vector<text_row> rows_;
  boost::unordered_flat_map<shingle, std::vector<std::uint32_t>> holders_;
};

// For each of `texts` its nearest letter among those that are `alive`.
void assign(const documents& of, std::span<const text_row> texts, std::span<const shingle> left_out,
            const letter_index& index, const std::vector<bool>& alive,
            const relation_limits& limits, stages& run, std::vector<std::uint32_t>& out) {
  const auto work = [&](const chunk& c) {
    shingled text;
    for (std::size_t i = c.first; i < c.last; ++i) {
      shingle_text(of, texts[i], limits.length, left_out, text);
      out[texts[i]] = index.nearest(text, relation::passage,
                                    [&](std::uint32_t letter) { return bool{alive[letter]}; });
    }
  };
  for_each_chunk(texts.size(), texts_in_chunk, run.next(), work, [](const chunk&) {});
}

}  // namespace

clusters find_clusters(const documents& of, std::span<const shingle> left_out,
                       std::span<const text_row> declared, std::uint32_t least,
                       const relation_limits& limits, stages& run) {
  const neighbours near(of.size(), near_pairs(of, left_out, limits, run));

  // Two letters may be versions of one that no band showed to be a pair.
  letter_index index(of, left_out, limits);
  std::vector<text_row> letters;
  shingled text;
  for (const text_row letter : choose_letters(of, near, declared, least)) {
    shingle_text(of, letter, limits.length, left_out, text);
    const bool fixed = letters.size() < declared.size();
    // Nothing but the consultation's own words.
    if (!fixed && text.set.empty()) continue;
    if (!fixed &&
        index.nearest(text, relation::alike, [](std::uint32_t) { return true; }) != no_text) {
      continue;
    }
    index.add(letter);
    letters.push_back(letter);
  }

  clusters out;
  out.of_text.assign(of.size(), no_text);
  std::vector<bool> alive(letters.size(), true);
  for (std::uint32_t row = 0; row < letters.size(); ++row) out.of_text[letters[row]] = row;
  std::vector<text_row> texts;
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] == no_text) texts.push_back(row);
  }
  assign(of, texts, left_out, index, alive, limits, run, out.of_text);
  std::vector<std::uint64_t> responses(letters.size(), 0);
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] != no_text) responses[out.of_text[row]] += of.copies[row];
  }
  for (std::uint32_t row = 0; row < letters.size(); ++row) {
    alive[row] = row < declared.size() || responses[row] >= least;
  }
  // Once a small cluster is dissolved, its texts go to the nearest letter that is left; a cluster
  // only grows by that, so once is enough.
  texts.clear();
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] != no_text && !alive[out.of_text[row]]) texts.push_back(row);
  }
  assign(of, texts, left_out, index, alive, limits, run, out.of_text);

  std::vector<std::uint32_t> renumbered(letters.size(), no_text);
  for (std::uint32_t row = 0; row < letters.size(); ++row) {
    if (!alive[row]) continue;
    renumbered[row] = static_cast<std::uint32_t>(out.letters.size());
    out.letters.push_back(letters[row]);
  }
  for (std::uint32_t& row : out.of_text) {
    if (row != no_text) row = renumbered[row];
  }
  return out;
}

}  // namespace heard::letters
