#include "identity/campaigns/candidates.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

namespace heard::letters {

namespace {

constexpr std::size_t texts_in_chunk = 1024;

// A text by its key in a band.
struct keyed {
  std::uint32_t key;
  text_row rank;
  auto operator<=>(const keyed&) const = default;
};

// Which keys may have come more than once: most have not, and need not be sorted.
class repeats {
 public:
  explicit repeats(const std::vector<std::uint32_t>& keys)
      : once_(std::bit_ceil(keys.size() / 8 + 1), 0), again_(once_.size(), 0) {
    for (const std::uint32_t key : keys) {
      std::uint64_t& once = once_[place(key)];
      again_[place(key)] |= once & bit(key);
      once |= bit(key);
    }
  }
  [[nodiscard]] bool may_hold(std::uint32_t key) const {
    return (again_[place(key)] & bit(key)) != 0;
  }

 private:
  [[nodiscard]] std::size_t place(std::uint32_t key) const { return key >> 6 & (once_.size() - 1); }
  [[nodiscard]] static std::uint64_t bit(std::uint32_t key) {
    return std::uint64_t{1} << (key & 63);
  }

  std::vector<std::uint64_t> once_;
  std::vector<std::uint64_t> again_;
};

// Texts in the order in which they lead, and the place of each in it.
struct ranking {
  std::vector<text_row> text;
  std::vector<text_row> rank;

  explicit ranking(const documents& of) : text(of.size()), rank(of.size()) {
    std::iota(text.begin(), text.end(), text_row{0});
    std::sort(text.begin(), text.end(), [&](text_row a, text_row b) { return of.before(a, b); });
    for (text_row i = 0; i < text.size(); ++i) rank[text[i]] = i;
  }
};

// By rank: a text, and one that comes before it.
struct ranked_pair {
  text_row later;
  text_row earlier;
  auto operator<=>(const ranked_pair&) const = default;
};

void pair_group(std::span<const keyed> group, const pair_limits& limits,
                std::vector<ranked_pair>& out) {
  for (std::size_t k = 1; k < group.size(); ++k) {
    for (std::size_t i = 0; i < std::min(k, limits.leaders); ++i) {
      out.push_back({group[k].rank, group[i].rank});
    }
  }
}

// Of each text's pairs with earlier ones the closest.
std::vector<text_pair> closest(std::vector<ranked_pair> pairs, const ranking& by,
                               const std::vector<sketch>& sketches, std::size_t most) {
  std::vector<text_pair> out;
  std::vector<std::pair<unsigned, text_row>> partners;  // Hashes that differ, and rank.
  for (std::size_t first = 0, last = 0; first < pairs.size(); first = last) {
    const text_row text = by.text[pairs[first].later];
    partners.clear();
    for (; last < pairs.size() && pairs[last].later == pairs[first].later; ++last) {
      partners.emplace_back(0, pairs[last].earlier);
    }
    if (partners.size() > most) {
      for (auto& [unequal, rank] : partners) {
        unequal = unequal_hashes(sketches[text], sketches[by.text[rank]]);
      }
      std::nth_element(partners.begin(), partners.begin() + static_cast<std::ptrdiff_t>(most),
                       partners.end());
      partners.resize(most);
    }
    for (const auto& [unequal, rank] : partners) {
      out.push_back({std::min(text, by.text[rank]), std::max(text, by.text[rank])});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

signed_texts sign_texts(const documents& of, const left_out_runs& left_out, stages& run) {
  signed_texts out;
  for (auto& of_band : out.keys) of_band.resize(of.size(), 0);
  out.sketches.resize(of.size());
  const auto work = [&](const chunk& c) {
    std::vector<shingle> at;
    signature made;
    for (std::size_t row = c.first; row < c.last; ++row) {
      shingles_at(of.words[row], left_out, at);
      if (!sign(at, made)) continue;
      for (std::size_t band = 0; band < bands; ++band) out.keys[band][row] = band_key(made, band);
      out.sketches[row] = sketch(made);
    }
  };
  for_each_chunk(of.size(), texts_in_chunk, run.next(), work, [](const chunk&) {});
  return out;
}

std::vector<text_pair> candidate_pairs(const documents& of, const left_out_runs& left_out,
                                       const pair_limits& limits, stages& run) {
  signed_texts texts = sign_texts(of, left_out, run);
  const ranking by(of);

  std::vector<ranked_pair> out;
  std::array<std::vector<ranked_pair>, bands> found;
  const auto work = [&](const chunk& c) {
    std::vector<keyed> group;
    for (std::size_t band = c.first; band < c.last; ++band) {
      const std::vector<std::uint32_t> keys = std::move(texts.keys[band]);
      const repeats sieve(keys);
      group.clear();
      for (text_row row = 0; row < keys.size(); ++row) {
        if (keys[row] != 0 && sieve.may_hold(keys[row])) group.push_back({keys[row], by.rank[row]});
      }
      std::sort(group.begin(), group.end());
      for (std::size_t first = 0, last = 0; first < group.size(); first = last) {
        while (last < group.size() && group[last].key == group[first].key) ++last;
        pair_group(std::span(group).subspan(first, last - first), limits, found[band]);
      }
      std::sort(found[band].begin(), found[band].end());
    }
  };
  // Merged band by band, so that a pair that many bands propose is held but once.
  const auto merge = [&](const chunk& c) {
    for (std::size_t band = c.first; band < c.last; ++band) {
      std::vector<ranked_pair> both;
      std::set_union(out.begin(), out.end(), found[band].begin(), found[band].end(),
                     std::back_inserter(both));
      out = std::move(both);
      found[band] = {};
    }
  };
  for_each_chunk(bands, 1, run.next(), work, merge);
  return closest(std::move(out), by, texts.sketches, limits.partners);
}

}  // namespace heard::letters
