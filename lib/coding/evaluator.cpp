#include "coding/evaluator.hpp"

#include <algorithm>
#include <utility>

namespace heard::matching {

evaluator::evaluator(const program& rules)
    : rules_(rules),
      reader_(rules),
      woken_at_(rules.steps.size(), 0),
      woken_(rules.theme_of_rule.size()),
      of_theme_(rules.themes.size()) {}

void evaluator::read(std::string_view text) {
  reader_.read(text);
  begin();
}

void evaluator::read(const kept_reader& from, text_row text) {
  reader_.read(from, text);
  begin();
}

void evaluator::begin() {
  ++text_number_;
  wake();
  find_references();
}

void evaluator::wake() {
  const auto rouse = [this](std::span<const step_id> steps) {
    for (const step_id id : steps) {
      const bool word = rules_.steps[id].kind == operation::word;  // it is there, or none asked
      if (awake(id) || (!word && !may_wake(id))) continue;
      woken_at_[id] = text_number_;
      to_wake_.push_back(id);
    }
  };
  for (const atom a : reader_.present()) {
    for (const guard& each : rules_.guards_of(a)) {
      if (holds(each)) woken_.add(each.rule);
    }
    rouse(rules_.woken_by_atom[a]);
  }
  while (!to_wake_.empty()) {
    const step_id id = to_wake_.back();
    to_wake_.pop_back();
    for (const std::uint32_t rule : rules_.match_rules[id]) woken_.add(rule);
    rouse(rules_.woken_by_step[id]);
  }
  woken_.take(woken_rules_);
}

bool evaluator::holds(const guard& words) const {
  for (std::uint32_t i = 0; i < words.count; ++i) {
    if (!occurs(rules_.guard_atoms[words.first + i])) return false;
  }
  return true;
}

bool evaluator::may_wake(step_id id) const {
  const std::span<const std::uint32_t> operands = rules_.operands_of(id);
  switch (rules_.steps[id].kind) {
    case operation::phrase:
      return std::all_of(operands.begin(), operands.end(),
                         [this](atom a) { return a == any_word || occurs(a); });
    case operation::near:
    case operation::before:
    case operation::both:
      return awake(operands[0]) && awake(operands[1]);
    default:
      return true;
  }
}

void evaluator::find_references() {
  for (const std::uint32_t row : rules_.references) {
    hit_list& net = of_theme_[row];
    net.clear();
    const theme_steps& theme = rules_.themes[row];
    if (!awake(theme.reference)) continue;
    const cover gone = unless_of(theme);
    const lease some(*this);
    for (const step_id rule : theme.match) {
      hits(rule, false, &gone, *some);
      net.insert(net.end(), (*some).begin(), (*some).end());
    }
    for (const std::uint32_t child : theme.children) {
      net.insert(net.end(), of_theme_[child].begin(), of_theme_[child].end());
    }
    sort_unique(net);
  }
}

cover evaluator::unless_of(const theme_steps& theme) {
  hit_list all;
  if (theme.unless.empty()) return cover(std::move(all));
  const lease some(*this);
  for (const step_id rule : theme.unless) {
    hits(rule, false, nullptr, *some);
    all.insert(all.end(), (*some).begin(), (*some).end());
  }
  sort_unique(all);
  return cover(std::move(all));
}

void evaluator::hits(step_id id, bool by_sentence, const cover* without, hit_list& out) {
  if (without != nullptr && without->empty()) without = nullptr;
  run(id, by_sentence, without, out);
}

// Recursion is as deep as a rule, which query::max_rule_size bounds.
void evaluator::run(step_id id, bool by_sentence, const cover* without, hit_list& out) {
  out.clear();
  const step& s = rules_.steps[id];
  if (!s.plain && !awake(id)) return;
  const std::span<const std::uint32_t> operands = rules_.operands_of(id);
  const scope within(tokens(), by_sentence);
  switch (s.kind) {
    case operation::word:
      return run_word(id, without, out);
    case operation::phrase:
      return run_phrase(id, without, out);
    case operation::sentence:
      return run(operands[0], true, without, out);
    case operation::theme:
      out = of_theme_[operands[0]];
      if (by_sentence) std::erase_if(out, [&](hit h) { return !within.holds(h); });
      return;
    case operation::either: {
      const lease some(*this);
      for (const step_id operand : operands) {
        run(operand, by_sentence, without, *some);
        out.insert(out.end(), (*some).begin(), (*some).end());
      }
      return sort_unique(out);
    }
    default:
      break;
  }

  const lease left(*this);
  const lease right(*this);
  run(operands[0], by_sentence, without, *left);
  if ((*left).empty()) return;
  run(operands[1], by_sentence, without, *right);
  if (s.kind == operation::near || s.kind == operation::before) {
    return pair_nearest(*left, *right, s.distance, s.kind == operation::before, within, out);
  }
  if (s.kind == operation::both) {
    both(*left, *right, within);
  } else {
    keep_beside(*left, *right, false, within);
  }
  out.swap(*left);
}

void evaluator::run_word(step_id id, const cover* without, hit_list& out) const {
  reader_.each_place(rules_.operands_of(id).front(), [&](std::uint32_t at) {
    if (without == nullptr || !without->holds({at, at})) out.push_back({at, at});
  });
}

void evaluator::run_phrase(step_id id, const cover* without, hit_list& out) const {
  const std::span<const atom> phrase = rules_.operands_of(id);
  // Tries only the places of the word that is rarest in this text.
  std::size_t rarest = phrase.size();
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == any_word) continue;
    if (rarest == phrase.size() || reader_.count(phrase[i]) < reader_.count(phrase[rarest])) {
      rarest = i;
    }
  }
  reader_.each_place(phrase[rarest], [&](std::uint32_t at) {
    if (at < rarest || !phrase_at(phrase, at - rarest, rarest)) return;
    const auto first = static_cast<std::uint32_t>(at - rarest);
    const hit found{first, static_cast<std::uint32_t>(first + phrase.size() - 1)};
    if (without == nullptr || !without->holds(found)) out.push_back(found);
  });
}

bool evaluator::phrase_at(std::span<const atom> phrase, std::size_t first,
                          std::size_t known) const {
  if (first + phrase.size() > tokens().size()) return false;
  if (tokens()[first].sentence != tokens()[first + phrase.size() - 1].sentence) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (i == known) continue;
    const auto at = static_cast<std::uint32_t>(first + i);
    if (phrase[i] == any_word ? tokens()[at].kind != text::token_kind::word
                              : !reader_.satisfies(at, phrase[i])) {
      return false;
    }
  }
  return true;
}

evaluator::lease::lease(evaluator& from)
    : from_(from),
      list_(from.leased_ < from.lists_.size() ? from.lists_[from.leased_]
                                              : from.lists_.emplace_back()) {
  ++from_.leased_;
}

}  // namespace heard::matching
