#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/identity/similar_pairs.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/tokens.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace heard {

namespace {

constexpr std::size_t texts_in_chunk = 64;
using shingle_set = std::vector<std::uint64_t>;

// Letters and digits beyond ASCII are those that make a token.
class word_bytes {
 public:
  // Bytes of the word character at `at`; 0: what stands there is none.
  std::size_t size_at(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      const bool yes = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      return yes ? 1 : 0;
    }
    const utf8::decoded d = utf8::decode(text, at);
    const auto [found, fresh] = known_.emplace(d.code_point, false);
    if (fresh) {
      tokeniser_.tokens(text.substr(at, d.size), tokens_);
      found->second = d.well_formed && !tokens_.empty();
    }
    return found->second ? d.size : 0;
  }

 private:
  text::tokeniser tokeniser_;
  std::vector<text::token> tokens_;
  boost::unordered_flat_map<char32_t, bool> known_;
};

shingle_set shingles_of(std::string_view text, unsigned length, word_bytes& is_word) {
  const std::string folded = text::fold(text);
  std::vector<std::uint64_t> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t first = at;
    while (at < folded.size()) {
      const std::size_t size = is_word.size_at(folded, at);
      if (size == 0) break;
      at += size;
    }
    if (at > first) {
      words.push_back(XXH3_64bits(folded.data() + first, at - first));
    } else {
      at += utf8::decode(folded, at).size;
    }
  }
  shingle_set out;
  if (words.empty()) return out;
  const std::size_t size = std::min<std::size_t>(length, words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    out.push_back(XXH3_64bits_withSeed(words.data() + i, size * sizeof(std::uint64_t), size));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

std::vector<similar_pair> similar_pairs(std::span<const std::string_view> texts,
                                        const pair_options& options, const run_options& run) {
  if (options.length == 0) throw error(status::bad_argument, "a shingle has at least one word");
  if (options.percent < 1 || options.percent > 100) {
    throw error(status::bad_argument, "the least similarity is a percentage from 1 to 100");
  }
  std::vector<shingle_set> sets(texts.size());
  for_each_chunk(
      texts.size(), texts_in_chunk, run,
      [&](const chunk& c) {
        word_bytes is_word;
        for (std::size_t i = c.first; i < c.last; ++i) {
          sets[i] = shingles_of(texts[i], options.length, is_word);
        }
      },
      [](const chunk&) {});

  // Each text's shingles from the rarest on.
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> frequency;
  for (const shingle_set& set : sets) {
    for (const std::uint64_t each : set) ++frequency[each];
  }
  // Two sets with J >= p share at least p of either; so they share one within the first
  // size - ceil(p size) + 1 of each.
  const auto prefix = [&](const shingle_set& set) {
    return set.size() - (set.size() * options.percent + 99) / 100 + 1;
  };
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> holders;
  std::vector<shingle_set> rare(sets.size());
  for (std::uint32_t i = 0; i < sets.size(); ++i) {
    if (sets[i].empty()) continue;
    rare[i] = sets[i];
    std::sort(rare[i].begin(), rare[i].end(), [&](std::uint64_t a, std::uint64_t b) {
      return std::pair(frequency[a], a) < std::pair(frequency[b], b);
    });
    rare[i].resize(prefix(sets[i]));
    for (const std::uint64_t each : rare[i]) holders[each].push_back(i);
  }

  std::vector<similar_pair> out;
  std::vector<std::vector<similar_pair>> parts(texts.size() / texts_in_chunk + 1);
  for_each_chunk(
      texts.size(), texts_in_chunk, run,
      [&](const chunk& c) {
        std::vector<std::uint32_t> others;
        std::vector<std::uint64_t> shared;
        for (std::size_t a = c.first; a < c.last; ++a) {
          others.clear();
          for (const std::uint64_t each : rare[a]) {
            const auto& holding = holders.find(each)->second;
            others.insert(others.end(), std::upper_bound(holding.begin(), holding.end(), a),
                          holding.end());
          }
          std::sort(others.begin(), others.end());
          others.erase(std::unique(others.begin(), others.end()), others.end());
          for (const std::uint32_t b : others) {
            shared.clear();
            std::set_intersection(sets[a].begin(), sets[a].end(), sets[b].begin(), sets[b].end(),
                                  std::back_inserter(shared));
            const std::uint64_t either = sets[a].size() + sets[b].size() - shared.size();
            if (100 * shared.size() < options.percent * either) continue;
            parts[c.index].push_back({static_cast<std::uint32_t>(a), b, shared.size(), either});
          }
        }
      },
      [&](const chunk& c) {
        out.insert(out.end(), parts[c.index].begin(), parts[c.index].end());
        parts[c.index] = {};
      });
  return out;
}

}  // namespace heard
