#include "identity/campaigns/clusters.hpp"

#include "identity/campaigns/letter_index.hpp"
#include "identity/campaigns/near.hpp"

#include <algorithm>
#include <bit>

namespace heard::letters {

namespace {

constexpr std::size_t texts_in_chunk = 512;

// Chooses letters: the text that most responses are near to; then the next among those left.
class chooser {
 public:
  chooser(const documents& of, const neighbours& near, std::uint32_t least,
          const relation_limits& limits, letter_index& index)
      : of_(of),
        near_(near),
        least_(least),
        index_(index),
        taken_(of.size(), false),
        search_(limits, search_limits{}.sorted) {}

  [[nodiscard]] std::vector<text_row> choose(std::span<const text_row> declared) {
    for (const text_row letter : declared) add(letter);
    for (const text_row letter : by_weight()) {
      if (!taken_[letter] && worth(letter)) add(letter);
    }
    return std::move(letters_);
  }

 private:
  [[nodiscard]] std::vector<text_row> by_weight() const {
    std::vector<std::uint64_t> weight(of_.size());
    std::vector<text_row> out;
    for (text_row text = 0; text < of_.size(); ++text) {
      weight[text] = of_.copies[text];
      for (const neighbour& other : near_[text]) weight[text] += of_.copies[other.text];
      if (weight[text] >= least_) out.push_back(text);
    }
    const auto coarse = [&](text_row text) {
      const int bits = std::bit_width(weight[text]);
      return bits <= 4 ? weight[text] : weight[text] >> (bits - 4) << (bits - 4);
    };
    std::sort(out.begin(), out.end(), [&](text_row a, text_row b) {
      if (coarse(a) != coarse(b)) return coarse(a) > coarse(b);
      if (of_.copies[a] != of_.copies[b]) return of_.copies[a] > of_.copies[b];
      return weight[a] != weight[b] ? weight[a] > weight[b] : of_.before(a, b);
    });
    return out;
  }

  [[nodiscard]] bool worth(text_row letter) {
    std::uint64_t left = of_.copies[letter];
    std::uint64_t alike = left;
    for (const neighbour& other : near_[letter]) {
      if (taken_[other.text]) continue;
      left += of_.copies[other.text];
      alike += other.alike ? of_.copies[other.text] : 0;
    }
    if (left < least_) return false;
    index_.search(letter, relation::holds, {}, search_);
    // Nothing but what is left out.
    const std::vector<shingle>& runs = search_.text.at;
    if (std::all_of(runs.begin(), runs.end(), [](shingle run) { return run == 0; })) return false;
    // Two letters may be versions of one that no band showed to be a pair.
    if (search_.is == relation::alike) {
      take(letter);
      return false;
    }
    // What holds another letter is a member of its campaign, unless it is itself sent by several.
    return search_.is == relation::none || alike >= least_;
  }

  void add(text_row letter) {
    index_.add(letter);
    letters_.push_back(letter);
    take(letter);
  }
  void take(text_row letter) {
    taken_[letter] = true;
    for (const neighbour& other : near_[letter]) taken_[other.text] = true;
  }

  const documents& of_;
  const neighbours& near_;
  std::uint32_t least_;
  letter_index& index_;
  std::vector<bool> taken_;
  std::vector<text_row> letters_;
  letter_search search_;
};

// For each of `texts` its nearest letter among those that are not `passed_over`; gives how many
// responses might be near to letters that they were not compared with.
std::uint64_t assign(const documents& of, std::span<const text_row> texts,
                     const letter_index& index, const std::vector<bool>& passed_over,
                     const relation_limits& limits, stages& run, std::vector<std::uint32_t>& out) {
  std::uint64_t cut = 0;
  std::vector<std::uint64_t> cut_in(texts.size() / texts_in_chunk + 1, 0);
  const auto work = [&](const chunk& c) {
    letter_search search(limits, search_limits{}.tried);
    for (std::size_t i = c.first; i < c.last; ++i) {
      index.search(texts[i], relation::passage, passed_over, search);
      out[texts[i]] = search.found;
      if (search.cut) cut_in[c.index] += of.copies[texts[i]];
    }
  };
  for_each_chunk(texts.size(), texts_in_chunk, run.next(), work,
                 [&](const chunk& c) { cut += cut_in[c.index]; });
  return cut;
}

}  // namespace

clusters find_clusters(const documents& of, const left_out_runs& left_out,
                       std::span<const text_row> declared, std::uint32_t least,
                       const relation_limits& limits, stages& run) {
  letter_index index(of, left_out, limits, {});
  const std::vector<text_row> letters =
      chooser(of, neighbours(of, left_out, limits, run), least, limits, index).choose(declared);

  clusters out;
  out.of_text.assign(of.size(), no_text);
  for (std::uint32_t row = 0; row < letters.size(); ++row) out.of_text[letters[row]] = row;
  std::vector<text_row> texts;
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] == no_text) texts.push_back(row);
  }
  out.cut = assign(of, texts, index, {}, limits, run, out.of_text);
  std::vector<std::uint64_t> responses(letters.size(), 0);
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] != no_text) responses[out.of_text[row]] += of.copies[row];
  }
  std::vector<bool> dissolved(letters.size(), false);
  for (std::uint32_t row = 0; row < letters.size(); ++row) {
    dissolved[row] = row >= declared.size() && responses[row] < least;
  }
  // Once a small cluster is dissolved, its texts go to the nearest letter that is left; a cluster
  // only grows by that, so once is enough.
  texts.clear();
  for (text_row row = 0; row < of.size(); ++row) {
    if (out.of_text[row] != no_text && dissolved[out.of_text[row]]) texts.push_back(row);
  }
  assign(of, texts, index, dissolved, limits, run, out.of_text);

  std::vector<std::uint32_t> renumbered(letters.size(), no_text);
  for (std::uint32_t row = 0; row < letters.size(); ++row) {
    if (dissolved[row]) continue;
    renumbered[row] = static_cast<std::uint32_t>(out.letters.size());
    out.letters.push_back(letters[row]);
  }
  for (std::uint32_t& row : out.of_text) {
    if (row != no_text) row = renumbered[row];
  }
  return out;
}

}  // namespace heard::letters
