#include "coding/lexicon.hpp"

#include "coding/glob.hpp"

#include <heard/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace heard::matching {

atom lexicon::add(const word_pattern& pattern) {
  std::string stem;
  std::u32string text = pattern.text;
  if (pattern.how == comparison::stem) {
    if (!text::has_stemmer(language_)) {
      throw error(status::bad_codebook,
                  fmt::format("%{} asks for a stem, and there is no stemmer for \"{}\"",
                              to_utf8(pattern.text), language_));
    }
    has_stems_ = true;
    if (!stemmer_) stemmer_.emplace(language_);
    stem = stemmer_->stem(to_utf8(pattern.text));
    to_code_points(stem, text);  // %care and %cares are one predicate.
  }
  const auto [place, fresh] = known_.try_emplace(
      {pattern.kind, pattern.how, pattern.distance, pattern.whole, std::move(text)},
      atom(also_.size()));
  if (fresh) {
    also_.emplace_back();
    patterns_.push_back(pattern);
    by_kind_.at(static_cast<std::size_t>(pattern.kind)).add(pattern, stem, place->second);
  }
  return place->second;
}

atom lexicon::add_union(std::vector<atom> members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  if (members.size() == 1) return members.front();
  const auto [place, fresh] = unions_.try_emplace(std::move(members), atom(also_.size()));
  if (fresh) {
    also_.emplace_back();
    for (const atom member : place->first) also_[member].push_back(place->second);
  }
  return place->second;
}

void lexicon::finish() {
  for (word_index& index : by_kind_) index.finish();
  stemmer_.reset();
  known_.clear();
  unions_.clear();
}

index_scratch lexicon::make_scratch() const {
  index_scratch scratch;
  if (has_stems_) scratch.stemmer.emplace(language_);
  return scratch;
}

void lexicon::match(const text::vocabulary& words, text::type_id type, index_scratch& scratch,
                    std::vector<atom>& out) const {
  out.clear();
  const text::token_kind kind = words.kind(type);
  const std::string_view folded = words.folded(type);
  const std::string_view base =
      kind == text::token_kind::word ? text::without_possessive(folded) : folded;
  by_kind_.at(static_cast<std::size_t>(kind))
      .match(words.spelling(type), folded, base, scratch, out);
  if (out.empty()) return;

  // A union may be reached by many ways through nested ones; each is followed once.
  scratch.begin(also_.size());
  for (const atom a : out) scratch.seen[a] = scratch.stamp;
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const atom a : also_[out[i]]) {
      if (scratch.first_time(a)) out.push_back(a);
    }
  }
  std::sort(out.begin(), out.end());
}

}  // namespace heard::matching
