#include "identity/campaigns/stock.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>

namespace heard::letters {

namespace {

// Each shingle of a text once, where it first stands.
struct placed {
  shingle what;
  std::size_t at;
};

void place(std::span<const word_hash> words, unsigned length, std::span<const shingle> left_out,
           std::vector<shingle>& scratch, std::vector<placed>& out) {
  shingles_at(words, length, left_out, scratch);
  out.clear();
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (scratch[i] != 0) out.push_back({scratch[i], i});
  }
  std::sort(out.begin(), out.end(), [](const placed& a, const placed& b) {
    return a.what != b.what ? a.what < b.what : a.at < b.at;
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const placed& a, const placed& b) { return a.what == b.what; }),
            out.end());
}

// How many of `words`, which are sorted here, are the most frequent one.
std::size_t most_frequent(std::vector<word_hash>& words) {
  std::sort(words.begin(), words.end());
  std::size_t out = 0;
  for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
    while (last < words.size() && words[last] == words[first]) ++last;
    out = std::max(out, last - first);
  }
  return out;
}

// The words at a distance from a shingle, one for each text that has one there.
struct surroundings {
  std::vector<word_hash> before;
  std::vector<word_hash> after;
};

bool vary(surroundings& of, std::uint32_t texts, const stock_limits& limits) {
  // Where most texts begin and end at the shingle, they are the phrase, and short letters.
  if (of.before.size() + of.after.size() < texts) return false;
  return most_frequent(of.before) * limits.same < of.before.size() + 1 &&
         most_frequent(of.after) * limits.same < of.after.size() + 1;
}

}  // namespace

std::vector<shingle> stock_shingles(const documents& of, unsigned length,
                                    std::span<const shingle> left_out, const stock_limits& limits) {
  std::vector<word_hash> words;
  const std::size_t step = std::max<std::size_t>(1, of.size() / limits.sample);
  std::vector<text_row> sample;
  for (text_row row = 0; row < of.size(); ++row) {
    if (of.hash[row].high % step == 0) sample.push_back(row);
  }
  const std::uint64_t enough =
      std::max<std::uint64_t>(limits.texts, sample.size() * limits.per_mille / 1000);

  std::vector<shingle> scratch;
  std::vector<placed> here;
  boost::unordered_flat_map<shingle, std::uint32_t> texts;
  for (const text_row row : sample) {
    of.read(row, words);
    place(words, length, left_out, scratch, here);
    for (const placed& each : here) ++texts[each.what];
  }
  boost::unordered_flat_map<shingle, surroundings> frequent;
  for (const auto& [what, count] : texts) {
    if (count >= enough) frequent.emplace(what, surroundings());
  }
  if (frequent.empty()) return {};

  for (const text_row row : sample) {
    of.read(row, words);
    place(words, length, left_out, scratch, here);
    for (const placed& each : here) {
      const auto found = frequent.find(each.what);
      if (found == frequent.end()) continue;
      if (each.at >= limits.distance)
        found->second.before.push_back(words[each.at - limits.distance]);
      const std::size_t after = each.at + length - 1 + limits.distance;
      if (after < words.size()) found->second.after.push_back(words[after]);
    }
  }
  std::vector<shingle> out;
  for (auto& [what, around] : frequent) {
    if (vary(around, texts[what], limits)) out.push_back(what);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace heard::letters
