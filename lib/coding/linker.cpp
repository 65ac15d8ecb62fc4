#include "coding/compiler.hpp"

#include <algorithm>
#include <tuple>

namespace heard::matching {

void compiler::link() {
  edges by_atom;
  edges by_step;
  for (step_id id = 0; id < made_.steps.size(); ++id) {
    if (used_[id]) link_step(id, by_atom, by_step);
  }
  edges rules;
  for (const theme_steps& theme : made_.themes) {
    for (std::uint32_t i = 0; i < theme.match.size(); ++i) {
      if (!theme.direct[i] && !made_.steps[theme.match[i]].plain) {
        rules.emplace_back(theme.match[i], theme.first_rule + i);
      }
      if (theme.reference != no_step) by_step.emplace_back(theme.match[i], theme.reference);
    }
    for (const std::uint32_t child : theme.children) {
      by_step.emplace_back(made_.themes[child].reference, theme.reference);
    }
  }
  const std::vector<bool> roused = roused_steps(by_step);
  std::erase_if(by_atom, [&](const auto& edge) { return !roused[edge.second]; });
  std::erase_if(by_step, [&](const auto& edge) { return !roused[edge.second]; });
  made_.woken_by_atom = links(made_.words.size(), std::move(by_atom));
  made_.woken_by_step = links(made_.steps.size(), std::move(by_step));
  made_.match_rules = links(made_.steps.size(), std::move(rules));
  guard_rules();
}

void compiler::link_step(step_id id, edges& by_atom, edges& by_step) const {
  const std::span<const std::uint32_t> operands = made_.operands_of(id);
  switch (made_.steps[id].kind) {
    case operation::word:
    case operation::phrase:
      by_atom.emplace_back(rarest(operands), id);
      break;
    case operation::both_not:
      by_step.emplace_back(operands.front(), id);
      break;
    case operation::theme:
      break;
    default:
      for (const step_id operand : operands) by_step.emplace_back(operand, id);
  }
}

// Steps that are not plain, and those below that rouse them.
std::vector<bool> compiler::roused_steps(const edges& by_step) const {
  std::vector<bool> roused(made_.steps.size());
  edges up;  // From steps to those that rouse them.
  for (const auto& [from, to] : by_step) up.emplace_back(to, from);
  const links rousers(made_.steps.size(), std::move(up));
  std::vector<step_id> next;
  for (step_id id = 0; id < roused.size(); ++id) {
    if (used_[id] && !made_.steps[id].plain) next.push_back(id);
  }
  while (!next.empty()) {
    const step_id id = next.back();
    next.pop_back();
    if (roused[id]) continue;
    roused[id] = true;
    for (const step_id below : rousers[id]) next.push_back(below);
  }
  return roused;
}

void compiler::guard_rules() {
  std::vector<std::pair<atom, guard>> filed;
  std::vector<atom> needed;
  for (const theme_steps& theme : made_.themes) {
    for (std::uint32_t i = 0; i < theme.match.size(); ++i) {
      if (theme.direct[i] || !made_.steps[theme.match[i]].plain) continue;
      needed.clear();
      words_needed(theme.match[i], needed);
      std::sort(needed.begin(), needed.end());
      needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
      const atom under = rarest(needed);
      std::erase(needed, under);
      filed.push_back({under,
                       {theme.first_rule + i, static_cast<std::uint32_t>(made_.guard_atoms.size()),
                        static_cast<std::uint32_t>(needed.size())}});
      made_.guard_atoms.insert(made_.guard_atoms.end(), needed.begin(), needed.end());
    }
  }
  std::sort(filed.begin(), filed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.rule) < std::tie(b.first, b.second.rule);
  });
  made_.first_guard.assign(made_.words.size() + 1, 0);
  for (const auto& [under, each] : filed) {
    ++made_.first_guard[under + 1];
    made_.guards.push_back(each);
  }
  for (std::size_t i = 1; i < made_.first_guard.size(); ++i) {
    made_.first_guard[i] += made_.first_guard[i - 1];
  }
}

// Without all of these a plain step cannot hit. Recursion is as deep as a rule.
void compiler::words_needed(step_id id, std::vector<atom>& out) const {
  const std::span<const std::uint32_t> operands = made_.operands_of(id);
  switch (made_.steps[id].kind) {
    case operation::word:
    case operation::phrase:
      for (const atom a : operands) {
        if (a != any_word) out.push_back(a);
      }
      break;
    case operation::both_not:
      words_needed(operands.front(), out);
      break;
    default:
      for (const step_id operand : operands) words_needed(operand, out);
  }
}

// By the length of their patterns: long words are rarer.
atom compiler::rarest(std::span<const atom> atoms) const {
  const auto length = [this](atom a) { return a < atom_length_.size() ? atom_length_[a] : 0; };
  atom best = any_word;
  for (const atom a : atoms) {
    if (a != any_word && (best == any_word || length(a) > length(best))) best = a;
  }
  return best;
}

}  // namespace heard::matching
