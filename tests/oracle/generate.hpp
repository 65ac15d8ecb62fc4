/// @file
/// Rules and texts made up from a seed out of few words, so that they often meet.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/query/rule.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heard::oracle {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard's distributions differ between libraries, and
/// a failure must come back from its seed.
class dice {
 public:
  explicit dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(roll() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

/// Words that belong together: as they stand in texts, and as rules ask for them.
struct family {
  std::vector<std::string> in_texts;
  std::vector<std::string> in_rules;
  std::vector<std::string> in_phrases;  ///< Without marks.
};

class generator {
 public:
  explicit generator(std::uint64_t seed);

  std::string text();
  /// A rule's source. @param positional  only what has a place in the text
  std::string rule(int depth, bool positional = false, bool in_sentence = false);
  /// A word or a phrase, for lists.
  std::string list_word();
  dice& chance() { return dice_; }

  std::vector<std::string> lists;   ///< Ids that rules may use.
  std::vector<std::string> themes;  ///< The same.

 private:
  std::string word();
  std::string phrase();
  const family& some_family();

  dice dice_;
  std::vector<std::size_t> families_;
};

}  // namespace heard::oracle
