#include "coding/text_search.hpp"

#include <utility>

namespace heard::matching {

text_search::text_search(const program& rules, const kept_reader& words)
    : rules_(rules),
      words_(words),
      types_(words.types_of_atoms(rules.words.size())),
      given_(rules.themes.size()) {
  // Each stands behind those that it needs.
  for (const std::uint32_t row : rules.references) {
    const theme_steps& theme = rules.themes[row];
    text_set set = none();
    for (const step_id id : theme.match) set |= texts_of(id);
    for (const std::uint32_t child : theme.children) set |= *given_[child];
    given_[row] = std::move(set);
  }
}

text_set text_search::texts(std::span<const theme_id> themes) const {
  text_set out = none();
  for (const theme_id theme : themes) {
    for (const step_id id : rules_.themes[theme.value].match) out |= texts_of(id);
  }
  return out;
}

// Recursion is as deep as a rule, which query::max_rule_size bounds.
text_set text_search::texts_of(step_id id) const {
  const std::span<const std::uint32_t> operands = rules_.operands_of(id);
  switch (rules_.steps[id].kind) {
    case operation::theme:
      return *given_[operands.front()];
    case operation::sentence:
    case operation::both_not:
      return texts_of(operands.front());
    case operation::either: {
      text_set out = none();
      for (const step_id operand : operands) out |= texts_of(operand);
      return out;
    }
    case operation::word:
      return texts_with(operands.front());
    case operation::phrase: {
      text_set out = none();
      out.add_all();
      for (const atom a : operands) {
        if (a != any_word) out &= texts_with(a);
      }
      return out;
    }
    default: {
      text_set out = texts_of(operands[0]);
      out &= texts_of(operands[1]);
      return out;
    }
  }
}

// A word that occurs more often than there are texts is in most of them: finding out in which costs
// more than trying the rule on all that the other words leave.
text_set text_search::texts_with(atom a) const {
  const word_store& from = words_.from();
  text_set out = none();
  for (const text::type_id type : types_[a]) {
    const std::span<const token_row> places = from.where()[type];
    if (places.size() > from.texts.size()) {
      out.add_all();
      return out;
    }
    for (const token_row token : places) out.add(from.where().text_of(token));
  }
  return out;
}

}  // namespace heard::matching
