#include "coding/phrase_pairs.hpp"

#include <algorithm>
#include <bit>

namespace heard::matching {
namespace {

constexpr std::size_t first_size = 1024;

// Pairs seen on hostile text are as many as its words; past so many all are forgotten.
constexpr std::size_t most_pairs = std::size_t{1} << 20;

int shift_for(std::size_t size) {
  return 64 - std::countr_zero(size);
}

}  // namespace

phrase_pairs::phrase_pairs(const program& rules)
    : rules_(rules),
      is_second_(rules.words.size()),
      pairs_(first_size),
      shift_(shift_for(first_size)) {
  for (const direct_phrase& p : rules.direct_phrases) {
    is_second_[rules.operands_of(p.step)[1]] = true;
  }
}

phrase_pairs::word_class phrase_pairs::class_of(std::span<const atom> atoms) {
  word_class made;
  if (rules_.direct_phrases.empty()) return made;
  scratch_.clear();
  for (const atom a : atoms) {
    if (!rules_.phrases_by_first[a].empty()) scratch_.push_back(a);
  }
  made.first = number(first_numbers_, firsts_, scratch_);
  scratch_.clear();
  for (const atom a : atoms) {
    if (is_second_[a]) scratch_.push_back(a);
  }
  made.second = number(second_numbers_, seconds_, scratch_);
  return made;
}

std::uint32_t phrase_pairs::number(atoms_to_class& known, std::vector<std::vector<atom>>& classes,
                                   const std::vector<atom>& atoms) {
  if (atoms.empty()) return 0;
  const auto [place, fresh] = known.try_emplace(atoms, static_cast<std::uint32_t>(classes.size()));
  if (fresh) classes.push_back(atoms);
  return place->second;
}

std::span<const std::uint32_t> phrase_pairs::look_up(std::uint64_t key) {
  if (held_ == most_pairs) {
    pairs_.assign(first_size, {});
    shift_ = shift_for(first_size);
    lists_.clear();
    held_ = 0;
  }
  if (2 * (held_ + 1) > pairs_.size()) {
    std::vector<pair> before(2 * pairs_.size());
    before.swap(pairs_);
    shift_ = shift_for(pairs_.size());
    for (const pair& p : before) {
      if (p.key != 0) insert(p);
    }
  }
  pair made{key, static_cast<std::uint32_t>(lists_.size()), 0};
  const std::vector<atom>& seconds = seconds_[key & 0xFFFFFFFF];
  for (const atom a : firsts_[key >> 32]) {
    for (const std::uint32_t row : rules_.phrases_by_first[a]) {
      const atom next = rules_.operands_of(rules_.direct_phrases[row].step)[1];
      if (std::binary_search(seconds.begin(), seconds.end(), next)) lists_.push_back(row);
    }
  }
  made.count = static_cast<std::uint32_t>(lists_.size()) - made.from;
  insert(made);
  ++held_;
  return found(made);
}

void phrase_pairs::insert(const pair& p) {
  std::size_t at = place_of(p.key);
  while (pairs_[at].key != 0) at = (at + 1) & (pairs_.size() - 1);
  pairs_[at] = p;
}

}  // namespace heard::matching
