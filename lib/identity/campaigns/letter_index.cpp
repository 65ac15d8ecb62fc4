#include "identity/campaigns/letter_index.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace heard::letters {

namespace {

constexpr std::size_t filter_words = std::size_t{1} << 15;

// One or two runs are a turn of phrase, unless the text is short.
bool enough(std::size_t shared, std::size_t runs) {
  return shared >= 3 || 4 * shared >= runs;
}

}  // namespace

letter_index::letter_index(const documents& of, const left_out_runs& left_out,
                           const relation_limits& limits, const search_limits& search)
    : of_(of), left_out_(left_out), limits_(limits), search_(search), bits_(filter_words, 0) {}

void letter_index::add(text_row text) {
  const auto row = static_cast<std::uint32_t>(letters_.size());
  rows_.push_back(text);
  shingled& letter = letters_.emplace_back();
  shingle_text(of_.words[text], left_out_, letter);
  shingle_table scratch;
  make_comparable(letter, scratch);
  std::vector<shingle> runs = letter.at;
  make_set(runs);
  for (const shingle run : runs) {
    holders& in = holders_[run];
    if (in.letters.size() < search_.holders) {
      in.letters.push_back(row);
    } else {
      in.more = true;
    }
    bits_[(run >> 6) % bits_.size()] |= std::uint64_t{1} << (run & 63);
  }
}

// Fills touched, more and unseen.
void letter_index::find_sharing(const std::vector<bool>& passed_over, letter_search& out) const {
  out.more = 0;
  out.unseen = 0;
  out.touched.clear();
  out.hits.clear();
  for (const shingle run : out.text.at) {
    if (run != 0 && may_hold(run)) out.hits.push_back(run);
  }
  if (out.hits.empty()) return;
  make_set(out.hits);
  out.shared.resize(letters_.size(), 0);
  for (const shingle run : out.hits) {
    const auto found = holders_.find(run);
    if (found == holders_.end()) continue;
    out.more += found->second.more ? 1 : 0;
    for (const std::uint32_t letter : found->second.letters) {
      if (out.shared[letter]++ == 0) out.touched.push_back(letter);
    }
  }
  if (out.touched.empty()) return;
  make_comparable(out.text, out.runs);
  std::erase_if(out.touched, [&](std::uint32_t letter) {
    const bool wanted = enough(out.shared[letter], out.text.distinct) &&
                        (passed_over.empty() || !passed_over[letter]);
    if (!wanted) out.shared[letter] = 0;
    return !wanted;
  });
  // Letters are numbered in an order of their own, not of rows.
  const auto kept = out.touched.begin() +
                    static_cast<std::ptrdiff_t>(std::min(search_.sorted, out.touched.size()));
  std::partial_sort(out.touched.begin(), kept, out.touched.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return out.shared[a] != out.shared[b] ? out.shared[a] > out.shared[b] : a < b;
                    });
  for (auto letter = kept; letter != out.touched.end(); ++letter) {
    out.unseen = std::max<std::size_t>(out.unseen, std::exchange(out.shared[*letter], 0));
  }
  out.touched.erase(kept, out.touched.end());
}

// @pre find_sharing()
void letter_index::compare_all(relation farthest, letter_search& out) const {
  out.compare.hold(out.text);
  std::size_t compared = 0;
  std::tuple<relation, std::uint32_t, std::uint32_t> distance;
  const auto may_be_nearer = [&](const bound& best) {
    return out.found == no_text || std::tuple(best.is, ~best.covered, std::uint32_t{0}) <= distance;
  };
  for (const std::uint32_t letter : out.touched) {
    const bound at_best =
        bound_of(letters_[letter], out.text, out.shared[letter] + out.more, limits_);
    if (at_best.is > farthest || at_best.is == relation::none) continue;
    if (!may_be_nearer(at_best)) continue;
    if (compared++ == out.tried) {
      out.cut = true;
      return;
    }
    const related to = out.compare.to_letter(letters_[letter]);
    if (to.is > farthest || to.is == relation::none) continue;
    // The most words from the letter; then the letter with the fewest that are left over.
    const std::tuple key(to.is, ~to.text.covered, to.letter.words - to.letter.covered);
    if (out.found == no_text || key < distance ||
        (key == distance && of_.before(rows_[letter], rows_[out.found]))) {
      out.found = letter;
      out.is = to.is;
      distance = key;
    }
  }
  // A letter that no run led to has none but those that lead to others.
  const std::size_t shared = out.unseen + out.more;
  if (shared == 0 || !enough(shared, out.text.distinct)) return;
  const std::size_t runs = shared + (out.text.runs - out.text.distinct);
  out.cut = may_be_nearer({relation::alike, static_cast<std::uint32_t>(runs * run_length)});
}

void letter_index::search(text_row text, relation farthest, const std::vector<bool>& passed_over,
                          letter_search& out) const {
  out.found = no_text;
  out.is = relation::none;
  out.cut = false;
  shingle_text(of_.words[text], left_out_, out.text);
  find_sharing(passed_over, out);
  if (out.touched.empty()) return;
  compare_all(farthest, out);
  for (const std::uint32_t letter : out.touched) out.shared[letter] = 0;
}

}  // namespace heard::letters
