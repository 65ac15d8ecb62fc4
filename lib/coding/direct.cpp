#include "coding/compiler.hpp"

#include <algorithm>

namespace heard::matching {

void compiler::choose_direct() {
  edges words;
  edges firsts;
  const auto add = [&](step_id id, std::uint32_t rule) {
    const std::span<const std::uint32_t> operands = made_.operands_of(id);
    if (made_.steps[id].kind == operation::word) {
      words.emplace_back(operands.front(), rule);
    } else {
      firsts.emplace_back(operands.front(), made_.direct_phrases.size());
      made_.direct_phrases.push_back({id, rule});
    }
  };
  for (theme_steps& theme : made_.themes) {
    theme.direct.assign(theme.match.size(), false);
    // Such themes ask for all hits of their rules at once.
    if (!theme.unless.empty() || theme.has_stance || theme.reference != no_step) continue;
    for (std::uint32_t i = 0; i < theme.match.size(); ++i) {
      const step_id id = theme.match[i];
      if (!is_direct(id)) continue;
      theme.direct[i] = true;
      if (made_.steps[id].kind != operation::either) {
        add(id, theme.first_rule + i);
        continue;
      }
      for (const step_id each : made_.operands_of(id)) add(each, theme.first_rule + i);
    }
  }
  made_.direct_words = links(made_.words.size(), std::move(words));
  made_.phrases_by_first = links(made_.words.size(), std::move(firsts));

  used_ = used_steps();
  made_.has_places.assign(made_.words.size(), false);
  for (step_id id = 0; id < made_.steps.size(); ++id) {
    const operation kind = made_.steps[id].kind;
    if (!used_[id] || (kind != operation::word && kind != operation::phrase)) continue;
    for (const atom a : made_.operands_of(id)) {
      if (a != any_word) made_.has_places[a] = true;
    }
  }
}

bool compiler::is_direct(step_id rule) const {
  const std::span<const std::uint32_t> operands = made_.operands_of(rule);
  switch (made_.steps[rule].kind) {
    case operation::word:
      return true;
    case operation::phrase:  // It is found by its first two words.
      return operands[0] != any_word && operands[1] != any_word;
    case operation::either:
      return std::all_of(operands.begin(), operands.end(), [this](step_id each) {
        return made_.steps[each].kind != operation::either && is_direct(each);
      });
    default:
      return false;
  }
}

// Those that the rules need which are not direct, and what these are made of.
std::vector<bool> compiler::used_steps() const {
  std::vector<bool> used(made_.steps.size(), added_);
  if (added_) return used;
  std::vector<step_id> next;
  for (const theme_steps& theme : made_.themes) {
    for (std::size_t i = 0; i < theme.match.size(); ++i) {
      if (!theme.direct[i]) next.push_back(theme.match[i]);
    }
    next.insert(next.end(), theme.unless.begin(), theme.unless.end());
    if (theme.has_stance) {
      next.insert(next.end(), theme.in_favour.begin(), theme.in_favour.end());
      next.insert(next.end(), theme.against.begin(), theme.against.end());
    }
    if (theme.reference != no_step) next.push_back(theme.reference);
  }
  while (!next.empty()) {
    const step_id id = next.back();
    next.pop_back();
    if (used[id]) continue;
    used[id] = true;
    const operation kind = made_.steps[id].kind;
    if (kind == operation::word || kind == operation::phrase || kind == operation::theme) continue;
    for (const step_id operand : made_.operands_of(id)) next.push_back(operand);
  }
  return used;
}

}  // namespace heard::matching
