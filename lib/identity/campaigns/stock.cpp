#include "identity/campaigns/stock.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <bit>

namespace heard::letters {

namespace {

// Each shingle of a text once, where it first stands.
struct placed {
  shingle what;
  std::size_t at;
};

void place(std::span<const word_key> words, const left_out_runs& left_out,
           std::vector<shingle>& scratch, std::vector<placed>& out) {
  shingles_at(words, left_out, scratch);
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
std::size_t most_frequent(std::vector<word_key>& words) {
  std::sort(words.begin(), words.end());
  std::size_t out = 0;
  for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
    while (last < words.size() && words[last] == words[first]) ++last;
    out = std::max(out, last - first);
  }
  return out;
}

// A shingle's texts, and the words at a distance from it: one for each text that has one there.
struct surroundings {
  std::uint32_t texts = 0;
  std::vector<word_key> before;
  std::vector<word_key> after;
};

bool vary(surroundings& of, const stock_limits& limits) {
  // Where most texts begin and end at the shingle, they are the phrase, and short letters.
  if (of.before.size() + of.after.size() < of.texts) return false;
  return most_frequent(of.before) * limits.same < of.before.size() + 1 &&
         most_frequent(of.after) * limits.same < of.after.size() + 1;
}

// How often each of many things came, at least: several share a counter, so that it takes a byte or
// two a thing and not the tens of a map. Few things come often, and only those are counted anew.
class sieve {
 public:
  explicit sieve(std::size_t things) : counters_(std::bit_ceil(std::max(things / 2, least))) {}

  void add(shingle each) {
    std::uint16_t& counter = counters_[place_of(each)];
    if (counter != most) ++counter;
  }
  [[nodiscard]] bool may_hold(shingle each, std::uint64_t times) const {
    return counters_[place_of(each)] >= std::min<std::uint64_t>(times, most);
  }

 private:
  static constexpr std::size_t least = std::size_t{1} << 12;
  static constexpr std::uint16_t most = 0xFFFF;

  [[nodiscard]] std::size_t place_of(shingle each) const {
    return static_cast<std::size_t>(each) & (counters_.size() - 1);
  }
  std::vector<std::uint16_t> counters_;
};

}  // namespace

std::vector<shingle> stock_shingles(const documents& of, const left_out_runs& left_out,
                                    const stock_limits& limits) {
  const std::size_t step = std::max<std::size_t>(1, of.size() / limits.sample);
  std::vector<text_row> sample;
  std::size_t sample_words = 0;
  for (text_row row = 0; row < of.size(); ++row) {
    if (of.hash[row].high % step != 0) continue;
    sample.push_back(row);
    sample_words += of.words[row].size();
  }
  const std::uint64_t enough =
      std::max<std::uint64_t>(limits.texts, sample.size() * limits.per_mille / 1000);

  std::vector<shingle> scratch;
  std::vector<placed> here;
  const auto read = [&](text_row row) { place(of.words[row], left_out, scratch, here); };
  sieve frequent(sample_words);
  for (const text_row row : sample) {
    read(row);
    for (const placed& each : here) frequent.add(each.what);
  }

  boost::unordered_flat_map<shingle, surroundings> around;
  for (const text_row row : sample) {
    read(row);
    const std::span<const word_key> words = of.words[row];
    for (const placed& each : here) {
      if (!frequent.may_hold(each.what, enough)) continue;
      surroundings& of_this = around[each.what];
      ++of_this.texts;
      if (each.at >= limits.distance) of_this.before.push_back(words[each.at - limits.distance]);
      const std::size_t after = each.at + run_length - 1 + limits.distance;
      if (after < words.size()) of_this.after.push_back(words[after]);
    }
  }
  std::vector<shingle> out;
  for (auto& [what, of_this] : around) {
    if (of_this.texts >= enough && vary(of_this, limits)) out.push_back(what);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace heard::letters
