#include "coding/word_index.hpp"

#include "coding/distance.hpp"
#include "coding/glob.hpp"

#include <algorithm>

namespace heard::matching {

void index_scratch::begin(std::size_t numbers) {
  if (seen.size() < numbers) seen.resize(numbers, stamp);
  if (++stamp == 0) {  // Wrapped around: old stamps would look new.
    std::fill(seen.begin(), seen.end(), 0);
    stamp = 1;
  }
}

void glob_index::add(const word_pattern& pattern, atom value) {
  const std::uint32_t literal = literals_.add(to_utf8(longest_literal(pattern.text)));
  if (literal == by_literal_.size()) by_literal_.emplace_back();
  by_literal_[literal].push_back({pattern.text, pattern.whole, value});
}

void glob_index::finish() {
  literals_.finish();
}

void glob_index::match(std::string_view word, std::string_view base, index_scratch& scratch,
                       std::vector<atom>& out) const {
  if (by_literal_.empty()) return;
  scratch.begin(by_literal_.size());
  bool decoded = false;
  literals_.find(word, [&](std::uint32_t literal) {
    if (!scratch.first_time(literal)) return;
    if (!std::exchange(decoded, true)) {
      to_code_points(word, scratch.word);
      to_code_points(base, scratch.base);
    }
    for (const entry& e : by_literal_[literal]) {
      if (glob_matches(e.pattern, e.whole ? scratch.word : scratch.base)) out.push_back(e.value);
    }
  });
}

void word_index::add(const word_pattern& p, std::string_view stem, atom value) {
  const bool wild = std::any_of(p.text.begin(), p.text.end(), is_wildcard);
  switch (p.how) {
    case comparison::folded:
      wild ? folded_globs_.add(p, value) : (void)folded_.emplace(to_utf8(p.text), value);
      break;
    case comparison::exact:
      wild ? exact_globs_.add(p, value) : (void)exact_.emplace(to_utf8(p.text), value);
      break;
    case comparison::stem:
      (p.whole ? stems_of_whole_ : stems_of_base_).emplace(stem, value);
      break;
    case comparison::distance:
      fuzzy_[{p.text.front(), p.text.size()}].push_back({p.text, p.distance, p.whole, value});
      break;
  }
}

void word_index::finish() {
  folded_globs_.finish();
  exact_globs_.finish();
}

void word_index::match(std::string_view spelling, std::string_view folded, std::string_view base,
                       index_scratch& scratch, std::vector<atom>& out) const {
  look_up(folded_, folded, out);
  if (base.size() != folded.size() && base.find('\'') == base.npos) look_up(folded_, base, out);
  look_up(exact_, spelling, out);
  if (!stems_of_base_.empty()) look_up(stems_of_base_, scratch.stemmer->stem(base), out);
  if (!stems_of_whole_.empty()) look_up(stems_of_whole_, scratch.stemmer->stem(folded), out);
  folded_globs_.match(folded, base, scratch, out);
  exact_globs_.match(spelling, spelling, scratch, out);
  if (fuzzy_.empty()) return;
  to_code_points(base, scratch.base);
  match_fuzzy(scratch.base, true, base.size() == folded.size(), out);
  if (base.size() == folded.size()) return;
  to_code_points(folded, scratch.word);
  match_fuzzy(scratch.word, false, true, out);
}

void word_index::look_up(const table& in, std::string_view key, std::vector<atom>& out) {
  if (in.empty()) return;
  if (const auto found = in.find(key); found != in.end()) out.push_back(found->second);
}

void word_index::match_fuzzy(const std::u32string& word, bool is_base, bool is_whole,
                             std::vector<atom>& out) const {
  if (word.empty()) return;
  constexpr std::size_t most = 2;
  const std::size_t shortest = word.size() - std::min(most, word.size());
  for (std::size_t size = shortest; size <= word.size() + most; ++size) {
    const auto bucket = fuzzy_.find({word.front(), size});
    if (bucket == fuzzy_.end()) continue;
    for (const fuzzy& f : bucket->second) {
      if (!(f.whole ? is_whole : is_base)) continue;
      if (within_distance(f.word, word, f.most)) out.push_back(f.value);
    }
  }
}

}  // namespace heard::matching
