/// @file
/// Rules made up from a seed, every one of them within the language.
#pragma once

#include <heard/query/rule.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace heard::query {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard's distributions differ between libraries, and
/// a failure must come back from its seed.
class random_bits {
 public:
  explicit random_bits(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t state_;
};

class random_rule {
 public:
  explicit random_rule(std::uint64_t seed) : random_(seed) {}

  node any(int depth, bool positional = false, bool in_sentence = false) {
    const std::size_t choices = depth == 0 ? 4 : 10;
    switch (random_.below(choices)) {
      case 0:
      case 1:
        return word();
      case 2:
        return phrase();
      case 3:
        return positional || random_.below(2) == 0 ? named(node_kind::list)
                                                   : named(node_kind::theme);
      case 4:
      case 5:
        return pair(depth, random_.below(2) == 0 ? node_kind::near : node_kind::before,
                    in_sentence);
      case 6:
        return several(depth, positional, in_sentence);
      case 7:
        if (positional || in_sentence) return word();
        return pair_of(node_kind::sentence, 1, depth, false, true);
      default:
        if (positional) return phrase();
        return pair_of(random_.below(2) == 0 ? node_kind::both : node_kind::both_not, 2, depth,
                       false, in_sentence);
    }
  }

 private:
  template <std::size_t size>
  std::string one_of(const std::array<const char*, size>& choices) {
    return choices[random_.below(size)];
  }

  node word() {
    node n;
    switch (random_.below(6)) {
      case 0:
        n.prefix = word_prefix::stem;
        n.text = one_of(plain);
        break;
      case 1:
        n.prefix = word_prefix::exact;
        n.text = random_.below(2) == 0 ? one_of(operators) : one_of(wild);
        break;
      case 2:
        n.text = one_of(wild);
        break;
      case 3:
        n.text = one_of(eight_letters);
        n.distance = static_cast<std::uint8_t>(1 + random_.below(2));
        break;
      case 4:
        n.text = one_of(addresses);
        break;
      default:
        n.text = one_of(plain);
    }
    return n;
  }

  node phrase() {
    node n;
    n.kind = node_kind::phrase;
    n.text = one_of(plain);
    for (std::size_t i = random_.below(4); i > 0; --i) {
      n.text += one_of(between) + one_of(random_.below(3) == 0 ? in_phrases : plain);
    }
    return n;
  }

  node named(node_kind kind) {
    node n;
    n.kind = kind;
    n.text = one_of(ids);
    return n;
  }

  node pair_of(node_kind kind, int children, int depth, bool positional, bool in_sentence) {
    node n;
    n.kind = kind;
    for (int i = 0; i < children; ++i)
      n.children.push_back(any(depth - 1, positional, in_sentence));
    return n;
  }

  node pair(int depth, node_kind kind, bool in_sentence) {
    node n = pair_of(kind, 2, depth, true, in_sentence);
    n.distance = static_cast<std::uint8_t>(1 + random_.below(50));
    return n;
  }

  node several(int depth, bool positional, bool in_sentence) {
    return pair_of(node_kind::either, 2 + static_cast<int>(random_.below(3)), depth, positional,
                   in_sentence);
  }

  static constexpr std::array<const char*, 8> plain = {
      "care",   "and", "child's",          "decision-making",
      "ORANGE", "16",  "\xF0\x9F\x91\x8D", "na\xC3\xAFve"};
  static constexpr std::array<const char*, 4> wild = {"child*", "wom?n", "*ward*", "part-time*"};
  static constexpr std::array<const char*, 4> eight_letters = {"accommodation", "guardian",
                                                               "\xC3\xA9tablissement", "transport"};
  static constexpr std::array<const char*, 4> addresses = {
      "help@example.org", "https://example.org/a?b=c#d", "www.example.org", "*@example.org"};
  static constexpr std::array<const char*, 6> operators = {"AND",  "OR",     "NOT",
                                                           "NEAR", "BEFORE", "SENTENCE"};
  static constexpr std::array<const char*, 4> ids = {"carers", "a", "0-9", "evening-hours"};
  static constexpr std::array<const char*, 6> between = {" ", "  ", ", ", "\n\t", " (& ", " * "};
  static constexpr std::array<const char*, 8> in_phrases = {"OR",    "NEAR/3", "U.K.",   "#Tag",
                                                            "@user", "50%",    "ch?ld*", "OR"};

  random_bits random_;
};

}  // namespace heard::query
