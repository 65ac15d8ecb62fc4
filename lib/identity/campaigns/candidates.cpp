#include "identity/campaigns/candidates.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>

namespace heard::letters {

namespace {

constexpr std::size_t texts_in_chunk = 1024;
constexpr std::size_t small_group = 32;

// x -> multiply * x + add, modulo 2^32, for each hash; from SplitMix64 with a fixed seed.
struct hash_family {
  std::vector<std::uint32_t> multiply;
  std::vector<std::uint32_t> add;

  explicit hash_family(std::size_t size) {
    std::uint64_t state = 0x6865617264000001u;
    const auto next = [&state] {
      std::uint64_t x = state += 0x9E3779B97F4A7C15u;
      x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
      x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
      return static_cast<std::uint32_t>((x ^ (x >> 31)) >> 32);
    };
    for (std::size_t i = 0; i < size; ++i) {
      multiply.push_back(next() | 1u);
      add.push_back(next());
    }
  }
};

void sign(std::span<const shingle> shingles, const hash_family& by,
          std::vector<std::uint32_t>& out) {
  const std::size_t size = by.multiply.size();
  out.assign(size, 0xFFFFFFFFu);
  for (const shingle each : shingles) {
    if (each == 0) continue;
    const auto x = static_cast<std::uint32_t>(each >> 32);
    for (std::size_t i = 0; i < size; ++i) {
      out[i] = std::min(out[i], by.multiply[i] * x + by.add[i]);
    }
  }
}

void pair_group(std::span<const std::pair<std::uint32_t, text_row>> group,
                const std::vector<text_row>& at_rank, unsigned leaders,
                std::vector<text_pair>& out) {
  const std::size_t lead =
      leaders == 0 || group.size() <= small_group ? group.size() : std::size_t{leaders};
  for (std::size_t i = 0; i < lead; ++i) {
    for (std::size_t k = i + 1; k < group.size(); ++k) {
      const text_row a = at_rank[group[i].second];
      const text_row b = at_rank[group[k].second];
      out.push_back({std::min(a, b), std::max(a, b)});
    }
  }
}

}  // namespace

std::vector<std::vector<std::uint32_t>> band_keys(const documents& of, unsigned length,
                                                  std::span<const shingle> left_out,
                                                  const banding& how, stages& run) {
  const hash_family family(std::size_t{how.bands} * how.rows);
  std::vector<std::vector<std::uint32_t>> keys(how.bands, std::vector<std::uint32_t>(of.size(), 0));
  const auto work = [&](const chunk& c) {
    std::vector<word_hash> words;
    std::vector<shingle> at;
    std::vector<std::uint32_t> signature;
    for (std::size_t row = c.first; row < c.last; ++row) {
      of.read(static_cast<text_row>(row), words);
      shingles_at(words, length, left_out, at);
      if (std::all_of(at.begin(), at.end(), [](shingle each) { return each == 0; })) continue;
      sign(at, family, signature);
      for (unsigned band = 0; band < how.bands; ++band) {
        std::uint64_t key = band + 1;
        for (unsigned i = 0; i < how.rows; ++i) {
          key = (key ^ signature[band * how.rows + i]) * 0x9E3779B97F4A7C15u;
          key ^= key >> 29;
        }
        keys[band][row] = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(key >> 32));
      }
    }
  };
  for_each_chunk(of.size(), texts_in_chunk, run.next(), work, [](const chunk&) {});
  return keys;
}

std::vector<text_pair> candidate_pairs(const documents& of, unsigned length,
                                       std::span<const shingle> left_out, const banding& how,
                                       stages& run) {
  const auto keys = band_keys(of, length, left_out, how, run);
  std::vector<text_row> at_rank(of.size());
  std::iota(at_rank.begin(), at_rank.end(), text_row{0});
  std::sort(at_rank.begin(), at_rank.end(),
            [&](text_row a, text_row b) { return of.before(a, b); });

  std::vector<text_pair> out;
  std::vector<std::vector<text_pair>> found(how.bands);
  const auto work = [&](const chunk& c) {
    for (std::size_t band = c.first; band < c.last; ++band) {
      std::vector<std::pair<std::uint32_t, text_row>> keyed;
      keyed.reserve(of.size());
      for (text_row rank = 0; rank < of.size(); ++rank) {
        const std::uint32_t key = keys[band][at_rank[rank]];
        if (key != 0) keyed.emplace_back(key, rank);
      }
      std::sort(keyed.begin(), keyed.end());
      for (std::size_t first = 0, last = 0; first < keyed.size(); first = last) {
        while (last < keyed.size() && keyed[last].first == keyed[first].first) ++last;
        if (last - first < 2) continue;
        pair_group(std::span(keyed).subspan(first, last - first), at_rank, how.leaders,
                   found[band]);
      }
      std::sort(found[band].begin(), found[band].end());
    }
  };
  // Merged band by band, so that a pair that many bands propose is held but once.
  const auto merge = [&](const chunk& c) {
    for (std::size_t band = c.first; band < c.last; ++band) {
      std::vector<text_pair> both;
      std::set_union(out.begin(), out.end(), found[band].begin(), found[band].end(),
                     std::back_inserter(both));
      out = std::move(both);
      found[band] = {};
    }
  };
  for_each_chunk(how.bands, 1, run.next(), work, merge);
  return out;
}

}  // namespace heard::letters
