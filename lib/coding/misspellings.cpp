#include "coding/misspellings.hpp"

#include <algorithm>

namespace heard::matching {

namespace {

/// Equal to no letter of a pattern: above all code points.
constexpr char32_t no_letter = 0xFFFFFFFF;

}  // namespace

void misspellings::add(std::u32string_view pattern, unsigned most, bool whole,
                       std::uint32_t number) {
  added_[std::u32string(pattern)].push_back({number, static_cast<std::uint8_t>(most), whole});
}

// Level by level: the patterns below a node are a range of the sorted ones.
void misspellings::finish() {
  if (added_.empty()) return;
  std::vector<const std::u32string*> patterns;
  std::vector<std::uint32_t> first_end = {0};
  for (const auto& [pattern, ends] : added_) {
    patterns.push_back(&pattern);
    ends_.insert(ends_.end(), ends.begin(), ends.end());
    first_end.push_back(static_cast<std::uint32_t>(ends_.size()));
  }
  struct range {
    std::size_t first;
    std::size_t last;
    std::size_t depth;
  };
  std::vector<range> below = {{0, patterns.size(), 0}};  // By node.
  nodes_.emplace_back();
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    range r = below[at];
    nodes_[at].shortest = static_cast<std::uint32_t>(patterns[r.first]->size());
    for (std::size_t i = r.first; i < r.last; ++i) {
      const auto size = static_cast<std::uint32_t>(patterns[i]->size());
      nodes_[at].shortest = std::min(nodes_[at].shortest, size);
      nodes_[at].longest = std::max(nodes_[at].longest, size);
    }
    for (std::uint32_t i = first_end[r.first]; i < first_end[r.last]; ++i) {
      nodes_[at].most = std::max(nodes_[at].most, ends_[i].most);
    }
    if (r.depth > 0 && patterns[r.first]->size() == r.depth) {
      nodes_[at].first_end = first_end[r.first];
      nodes_[at].last_end = first_end[r.first + 1];
      ++r.first;
    }
    nodes_[at].first_child = static_cast<std::uint32_t>(nodes_.size());
    while (r.first < r.last) {
      const char32_t letter = (*patterns[r.first])[r.depth];
      std::size_t last = r.first;
      while (last < r.last && (*patterns[last])[r.depth] == letter) ++last;
      node child;
      child.letter = letter;
      child.letter_before = nodes_[at].letter;
      nodes_.push_back(child);
      below.push_back({r.first, last, r.depth + 1});
      r.first = last;
    }
    nodes_[at].last_child = static_cast<std::uint32_t>(nodes_.size());
  }
  added_.clear();
}

// The first letters must be equal: one child of the root at most.
void misspellings::begin(std::u32string_view word, scratch& with) const {
  with.to_visit.clear();
  with.letters.assign(band, no_letter);
  with.letters += word;
  // A path goes `band` letters past the word before its distance tells that it is too long.
  with.letters.append(2 * band + 1, no_letter);
  if (with.rows.empty()) with.rows.resize(1);
  for (std::size_t k = 0; k < with.rows[0].size(); ++k) {
    with.rows[0][k] = k < band ? far : static_cast<std::uint8_t>(k - band);
  }
  const auto first = nodes_.begin() + nodes_[0].first_child;
  const auto last = nodes_.begin() + nodes_[0].last_child;
  const auto found = std::lower_bound(
      first, last, word[0], [](const node& n, char32_t letter) { return n.letter < letter; });
  if (found != last && found->letter == word[0]) {
    with.to_visit.push_back({static_cast<std::uint32_t>(found - nodes_.begin()), 1});
  }
}

// Cell k of the row at depth i is the distance to the first i + k - band letters of the word. Left
// of the word all is far, and right of it nothing leads back, so neither needs a case of its own.
// Children are visited before their parent's neighbours, so the rows above are those of the path.
bool misspellings::step(std::size_t size, scratch::visit at, scratch& with) const {
  const node& n = nodes_[at.node];
  if (size + n.most < n.shortest || size > n.longest + n.most) return false;
  const std::size_t i = at.depth;
  if (with.rows.size() <= i) with.rows.resize(i + 1);
  const row& last = with.rows[i - 1];
  const row& before = with.rows[i > 1 ? i - 2 : 0];
  row& now = with.rows[i];
  const char32_t* const letters = with.letters.data() + i;  // [k - 1]: the last of column k
  unsigned least = far;
  unsigned left = far;
  for (std::size_t k = 0; k < now.size(); ++k) {
    const char32_t letter = letters[k - 1];
    unsigned cell = std::min<unsigned>(left, k < 2 * band ? last[k + 1] : far) + 1;
    cell = std::min(cell, last[k] + (n.letter != letter ? 1u : 0u));
    if (i > 1 && n.letter_before == letter && n.letter == letters[k - 2]) {
      cell = std::min(cell, before[k] + 1u);
    }
    left = std::min<unsigned>(cell, far);
    now[k] = static_cast<std::uint8_t>(left);
    least = std::min(least, left);
  }
  if (least > n.most) return false;
  for (std::uint32_t child = n.first_child; child < n.last_child; ++child) {
    with.to_visit.push_back({child, at.depth + 1});
  }
  return true;
}

}  // namespace heard::matching
