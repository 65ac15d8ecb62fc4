#include "identity/campaigns/related.hpp"

namespace heard::letters {

namespace {

bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t percent) {
  return whole > 0 && 100 * part >= percent * whole;
}

}  // namespace

relation relate(const shingled& letter, const shingled& text, const overlap& in_common,
                const relation_limits& limits) {
  const overlap& o = in_common;
  if (o.shared == 0) return relation::none;
  if (2 * o.shared >= o.either) return relation::alike;
  // A letter with slots: what stands between them is the same and in the same order. Nothing that
  // is too long or too short for that is compared in order.
  if (at_least(o.all_a, o.all_b, limits.percent) && at_least(o.all_b, o.all_a, limits.percent) &&
      o.words_a >= limits.words && o.words_b >= limits.words && o.all_a <= limits.most_words &&
      o.all_b <= limits.most_words && at_least(o.covered_a, o.words_a, limits.anchored)) {
    const std::uint32_t same = common_in_order(letter.words, text.words);
    if (same >= limits.words && at_least(same, o.all_a, limits.percent) &&
        at_least(same, o.all_b, limits.percent)) {
      return relation::alike;
    }
  }
  if (o.covered_a >= limits.words && at_least(o.covered_a, o.words_a, limits.percent)) {
    return relation::holds;
  }
  if (o.covered_b >= limits.words && at_least(o.covered_b, o.words_b, limits.percent)) {
    return relation::holds;
  }
  return o.run >= limits.passage ? relation::passage : relation::none;
}

}  // namespace heard::letters
