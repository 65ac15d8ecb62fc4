// Words that a slip of the pen parts, found by what they become when one letter is left out, so
// that no word is compared with all others (the idea of SymSpell).
#pragma once

#include <heard/base/hash.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::identity {

class near_words {
 public:
  // @param words  those worth looking for; the id of each is its row
  explicit near_words(std::span<const std::string> words) {
    for (std::uint32_t id = 0; id < words.size(); ++id) {
      each_key(words[id], [&](std::uint64_t key) { keys_.emplace_back(key, id); });
    }
    std::sort(keys_.begin(), keys_.end());
  }

  // Ids of words that may be near, sorted, each once; the word itself is among them.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view word) const {
    std::vector<std::uint32_t> out;
    each_key(word, [&](std::uint64_t key) {
      auto at = std::lower_bound(keys_.begin(), keys_.end(), std::pair(key, std::uint32_t{0}));
      for (std::size_t n = 0; n < most && at != keys_.end() && at->first == key; ++at, ++n) {
        out.push_back(at->second);
      }
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  static constexpr std::size_t shortest = 6;
  static constexpr std::size_t longest = 40;
  static constexpr std::size_t most = 64;  // Of one key: more are no slips but a pattern.

  template <class Use>
  static void each_key(std::string_view word, const Use& use) {
    if (word.size() < shortest || word.size() > longest) return;
    use(hash_bytes(word).low);
    std::string without;
    for (std::size_t i = 0; i < word.size(); ++i) {
      without.assign(word.substr(0, i));
      without += word.substr(i + 1);
      use(hash_bytes(without).low);
    }
  }

  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys_;
};

}  // namespace heard::identity
