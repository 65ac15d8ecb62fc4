/// @file
/// Lists of hits, and what the operators of the rule language make of them. Every list is sorted by
/// first then last token and holds each hit once.
#pragma once

#include <heard/text/tokens.hpp>

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace heard::matching {

/// Tokens [first, last] of one text, both included.
struct hit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const hit&) const = default;
};
using hit_list = std::vector<hit>;

/// Where the two sides of an operator must meet: anywhere in the text, or in one sentence.
class scope {
 public:
  scope(std::span<const text::token> tokens, bool by_sentence)
      : tokens_(tokens), by_sentence_(by_sentence) {}
  [[nodiscard]] bool by_sentence() const { return by_sentence_; }
  /// Never falls from one token to the next.
  [[nodiscard]] std::uint32_t of(std::uint32_t token) const {
    return by_sentence_ ? tokens_[token].sentence : 0;
  }
  [[nodiscard]] bool holds(hit h) const { return of(h.first) == of(h.last); }

 private:
  std::span<const text::token> tokens_;
  bool by_sentence_;
};

void sort_unique(hit_list& hits);

/// Adds `more` to `hits`.
void merge_into(hit_list& hits, const hit_list& more);

/// Keeps the hits in whose scope there is a hit of `other`, or with `present` false, is none.
void keep_beside(hit_list& hits, const hit_list& other, bool present, const scope& within);

/// Keeps hits of `hits` and of `other` in the scopes where both have some: AND.
void both(hit_list& hits, hit_list& other, const scope& within);

/// NEAR and BEFORE: pairs each hit of `left` with the nearest hit of `right` that shares no token
/// with it, the earlier of two as near, and gives the hull where at most `distance` words lie
/// between. With `in_order` only right hits behind the left one are looked at.
/// @param[out] out  replaced
void pair_nearest(const hit_list& left, const hit_list& right, unsigned distance, bool in_order,
                  const scope& within, hit_list& out);

/// Words between two hits that share no token.
[[nodiscard]] inline std::uint32_t words_between(hit a, hit b) {
  return a.last < b.first ? b.first - a.last - 1 : a.first - b.last - 1;
}

/// Answers whether a hit lies wholly inside one of a list.
class cover {
 public:
  explicit cover(hit_list hits);
  [[nodiscard]] bool holds(hit h) const;
  [[nodiscard]] bool empty() const { return hits_.empty(); }

 private:
  hit_list hits_;  // `last` raised to the greatest so far.
};

}  // namespace heard::matching
