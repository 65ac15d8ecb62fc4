#include "identity/campaigns/related.hpp"

#include <algorithm>

namespace heard::letters {

namespace {

bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t percent) {
  return whole > 0 && 100 * part >= percent * whole;
}

// A letter with slots: what stands between them is the same and in the same order. Nothing that is
// too long or too short for that is compared in order.
bool worth_ordering(const share& letter, const share& text, const relation_limits& l) {
  return at_least(letter.all, text.all, l.percent) && at_least(text.all, letter.all, l.percent) &&
         letter.words >= l.words && text.words >= l.words && letter.all <= l.most_words &&
         text.all <= l.most_words && at_least(letter.covered, letter.words, l.anchored);
}

bool holds(const share& part, const relation_limits& l) {
  return part.covered >= l.words && at_least(part.covered, part.words, l.percent);
}

// What a text has in common if each of `shared` shingles stands for itself, and in it what comes
// more than once is shared.
share most_of(const shingled& text, std::size_t shared) {
  share out;
  out.all = text.words_all;
  out.words = text.words_own;
  const std::size_t runs = shared + (text.runs - text.distinct);
  out.covered = static_cast<std::uint32_t>(std::min<std::size_t>(out.words, runs * run_length));
  return out;
}

}  // namespace

bound bound_of(const shingled& letter, const shingled& text, std::size_t shared,
               const relation_limits& limits) {
  shared = std::min<std::size_t>(shared, std::min(letter.distinct, text.distinct));
  const share of_letter = most_of(letter, shared);
  const share of_text = most_of(text, shared);
  bound out{relation::none, of_text.covered};
  if (shared == 0) return out;
  if (3 * shared >= std::size_t{letter.distinct} + text.distinct ||
      worth_ordering(of_letter, of_text, limits)) {
    out.is = relation::alike;
  } else if (holds(of_letter, limits) || holds(of_text, limits)) {
    out.is = relation::holds;
  } else if (100 * of_text.covered >= limits.percent * limits.passage) {
    out.is = relation::passage;
  }
  return out;
}

struct comparison::in_common {
  std::size_t shared = 0;  // Shingles in both.
  std::size_t either = 0;
  share held;
  share other;
};

void comparison::hold(const shingled& text) {
  held_ = &text;
  words_placed_ = false;
  runs_.fill(text.at);
  place_.resize(text.at.size());
  for (std::size_t i = 0; i < place_.size(); ++i) {
    place_[i] = text.at[i] == 0 ? 0 : static_cast<std::uint32_t>(runs_.find(text.at[i]));
  }
}

related comparison::to_letter(const shingled& letter) {
  const in_common all = measure(letter);
  return {relate(all, all.other, all.held, letter), all.other, all.held};
}

related comparison::as_letter(const shingled& text) {
  const in_common all = measure(text);
  return {relate(all, all.held, all.other, text), all.held, all.other};
}

comparison::in_common comparison::measure(const shingled& other) {
  in_common out;
  met_.assign(runs_.places(), 0);
  shared_.assign(other.at.size(), 0);
  for (std::size_t i = 0; i < other.at.size(); ++i) {
    if (other.at[i] == 0) continue;
    const std::size_t place = runs_.find(other.at[i]);
    if (place == shingle_table::none) continue;
    shared_[i] = 1;
    out.shared += met_[place] == 0 ? 1 : 0;
    met_[place] = 1;
  }
  out.either = runs_.size() + other.distinct - out.shared;
  if (out.shared == 0) return out;
  out.other = share_of(other);
  shared_.resize(held_->at.size());
  for (std::size_t i = 0; i < shared_.size(); ++i) {
    shared_[i] = held_->at[i] == 0 ? 0 : met_[place_[i]];
  }
  out.held = share_of(*held_);
  return out;
}

share comparison::share_of(const shingled& text) const {
  share out;
  out.all = text.words_all;
  out.words = text.words_own;
  std::size_t until = 0;
  std::size_t start = 0;
  std::uint32_t own = 0;  // Of the run at hand.
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (text.words[i] == answer_break) {
      own = 0;
      continue;
    }
    if (shared_[i] != 0) until = i + run_length;
    if (text.own[i] == 0) continue;
    if (i >= until) {
      own = 0;
      continue;
    }
    ++out.covered;
    if (own++ == 0) start = i;
    const auto length = static_cast<std::uint32_t>(i - start + 1);
    out.run = std::max(out.run, std::min(length, own * 100 / limits_.percent));
  }
  return out;
}

relation comparison::relate(const in_common& all, const share& letter, const share& text,
                            const shingled& other) {
  const relation_limits& l = limits_;
  if (all.shared == 0) return relation::none;
  if (2 * all.shared >= all.either) return relation::alike;
  if (worth_ordering(letter, text, l)) {
    const std::uint32_t same = common_in_order(other.words);
    if (same >= l.words && at_least(same, letter.all, l.percent) &&
        at_least(same, text.all, l.percent)) {
      return relation::alike;
    }
  }
  if (holds(letter, l) || holds(text, l)) return relation::holds;
  return text.run >= l.passage ? relation::passage : relation::none;
}

void comparison::place_words() {
  words_placed_ = true;
  const std::span<const word_key> words = held_->words;
  const std::size_t blocks = (words.size() + 63) / 64;
  row_of_.clear();
  places_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == answer_break) continue;
    const auto [at, fresh] =
        row_of_.emplace(words[i], static_cast<std::uint32_t>(places_.size() / blocks));
    if (fresh) places_.resize(places_.size() + blocks, 0);
    places_[at->second * blocks + i / 64] |= std::uint64_t{1} << (i % 64);
  }
}

// Length of the longest sequence of words that both have in that order, with others between:
// Allison and Dix (1986), 64 words at a step. Answers' ends are no words.
std::uint32_t comparison::common_in_order(std::span<const word_key> other) {
  if (!words_placed_) place_words();
  const std::size_t blocks = (held_->words.size() + 63) / 64;
  // A 0 bit at i: the common sequence grew by the word i of the text held.
  state_.assign(blocks, ~std::uint64_t{0});
  for (const word_key word : other) {
    const auto found = row_of_.find(word);
    if (found == row_of_.end()) continue;
    unsigned carry = 0;
    for (std::size_t k = 0; k < blocks; ++k) {
      const std::uint64_t now = state_[k];
      const std::uint64_t match = now & places_[found->second * blocks + k];
      const std::uint64_t sum = now + match + carry;
      carry = sum < now || (carry != 0 && sum == now) ? 1 : 0;
      state_[k] = sum | (now & ~match);
    }
  }
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < held_->words.size(); ++i) {
    out += (state_[i / 64] >> (i % 64) & 1) == 0 ? 1 : 0;
  }
  return out;
}

}  // namespace heard::letters
