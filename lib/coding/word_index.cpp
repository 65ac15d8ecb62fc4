#include "coding/word_index.hpp"

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
      misspelt_.add(p.text, p.distance, p.whole, value);
      break;
  }
}

void word_index::finish() {
  folded_globs_.finish();
  exact_globs_.finish();
  misspelt_.finish();
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
  if (misspelt_.empty()) return;
  const bool has_base = base.size() != folded.size();
  to_code_points(base, scratch.base);
  misspelt_.find(scratch.base, scratch.misspelt, [&](atom value, bool whole) {
    if (!whole || !has_base) out.push_back(value);
  });
  if (!has_base) return;
  to_code_points(folded, scratch.word);
  misspelt_.find(scratch.word, scratch.misspelt, [&](atom value, bool whole) {
    if (whole) out.push_back(value);
  });
}

void word_index::look_up(const table& in, std::string_view key, std::vector<atom>& out) {
  if (in.empty()) return;
  if (const auto found = in.find(key); found != in.end()) out.push_back(found->second);
}

}  // namespace heard::matching
