#include "coding/direct_search.hpp"

#include <algorithm>

namespace heard::matching {

direct_search::direct_search(const program& rules, const kept_reader& words)
    : rules_(rules), words_(words), types_(words.types_of_atoms(rules.words.size())) {}

bool direct_search::can_find(theme_id theme) const {
  const std::vector<bool>& direct = rules_.themes[theme.value].direct;
  return std::all_of(direct.begin(), direct.end(), [](bool each) { return each; });
}

std::vector<kept_hit> direct_search::hits(theme_id id) const {
  const theme_steps& theme = rules_.themes[id.value];
  std::vector<kept_hit> out;
  const auto add = [&](step_id step, std::uint32_t rule) {
    if (rules_.steps[step].kind == operation::word) {
      add_words(rules_.operands_of(step).front(), rule, out);
    } else {
      add_phrase(step, rule, out);
    }
  };
  for (std::uint32_t i = 0; i < theme.match.size(); ++i) {
    const step_id step = theme.match[i];
    if (rules_.steps[step].kind == operation::either) {
      for (const step_id each : rules_.operands_of(step)) add(each, theme.first_rule + i);
    } else {
      add(step, theme.first_rule + i);
    }
  }
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void direct_search::add_words(atom a, std::uint32_t rule, std::vector<kept_hit>& out) const {
  for (const text::type_id type : types_[a]) {
    for (const token_row token : words_.from().where()[type]) out.push_back({token, token, rule});
  }
}

// Tries only the places of the word that is rarest.
void direct_search::add_phrase(step_id id, std::uint32_t rule, std::vector<kept_hit>& out) const {
  const std::span<const atom> phrase = rules_.operands_of(id);
  token_row rarest = 0;  // A direct phrase begins with a word that it names.
  for (token_row i = 1; i < phrase.size(); ++i) {
    if (phrase[i] != any_word && places_of(phrase[i]) < places_of(phrase[rarest])) rarest = i;
  }
  for (const text::type_id type : types_[phrase[rarest]]) {
    for (const token_row token : words_.from().where()[type]) {
      if (token < rarest || !stands_at(phrase, token - rarest)) continue;
      const token_row first = token - rarest;
      out.push_back({first, static_cast<token_row>(first + phrase.size() - 1), rule});
    }
  }
}

bool direct_search::stands_at(std::span<const atom> phrase, token_row first) const {
  const word_store& from = words_.from();
  if (phrase.size() > from.words.size() - first) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const std::uint32_t word = from.words[first + i];
    if (i > 0 && word_store::begins_sentence(word)) return false;
    const text::type_id type = word_store::type_of(word);
    if (phrase[i] == any_word) {
      if (from.kind_of[type] != text::token_kind::word) return false;
      continue;
    }
    const std::span<const atom> atoms = words_.atoms(words_.row_of(type));
    if (!std::binary_search(atoms.begin(), atoms.end(), phrase[i])) return false;
  }
  // The first word of a text begins no sentence, so a phrase may have run over its start.
  const text_row text = from.where().text_of(first);
  return first + phrase.size() <= from.first_token[text + 1];
}

std::size_t direct_search::places_of(atom a) const {
  std::size_t out = 0;
  for (const text::type_id type : types_[a]) out += words_.from().where()[type].size();
  return out;
}

}  // namespace heard::matching
