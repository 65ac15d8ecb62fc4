#include "coding/compiler.hpp"

#include <heard/coding/codings.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace heard::matching {
namespace {

using query::node;
using query::node_kind;

constexpr std::uint32_t no_theme = 0xFFFFFFFF;

operation kind_of(node_kind kind) {
  switch (kind) {
    case node_kind::near:
      return operation::near;
    case node_kind::before:
      return operation::before;
    case node_kind::both:
      return operation::both;
    case node_kind::both_not:
      return operation::both_not;
    case node_kind::sentence:
      return operation::sentence;
    default:
      throw error(status::internal, "this part of a rule is no operator");
  }
}

}  // namespace

compiler::compiler(std::string language, const codebook* book)
    : book_(book), made_(std::move(language)) {
  if (book_ == nullptr) return;
  made_.themes.resize(book_->themes.size());
  compiled_.resize(book_->themes.size());
}

step_id compiler::add(const node& rule, const location& where, std::vector<traced_part>* trace) {
  trace_ = trace;
  try {
    const step_id made = compile(rule, 0, false);
    trace_ = nullptr;
    added_ = true;
    compile_pending();
    return made;
  } catch (const error& e) {
    trace_ = nullptr;
    if (e.where().line != 0) throw;
    throw error(e.code(), e.what(), where);
  }
}

void compiler::add_themes() {
  for (std::uint32_t row = 0; row < made_.themes.size(); ++row) compile_theme(row);
  compile_pending();
}

void compiler::add_theme(theme_id theme) {
  compile_theme(theme.value);
  compile_pending();
}

step_id compiler::compile(const node& n, unsigned depth, bool by_sentence) {
  std::size_t traced = 0;
  if (trace_ != nullptr) {
    traced = trace_->size();
    trace_->push_back({&n, no_step, depth, by_sentence});
  }
  step_id made = no_step;
  switch (n.kind) {
    case node_kind::word:
    case node_kind::phrase:
      made = words_in_a_row(n);
      break;
    case node_kind::list:
      made = list(n);
      break;
    case node_kind::theme:
      made = theme(n);
      break;
    default: {
      const bool inside = by_sentence || n.kind == node_kind::sentence;
      std::vector<step_id> operands;
      for (const node& child : n.children) operands.push_back(compile(child, depth + 1, inside));
      made = n.kind == node_kind::either ? either(std::move(operands))
                                         : new_step(kind_of(n.kind), operands, n.distance);
    }
  }
  if (trace_ != nullptr) (*trace_)[traced].step = made;
  return made;
}

step_id compiler::words_in_a_row(const node& n) {
  std::vector<std::uint32_t> atoms;
  for (const word_pattern& pattern : patterns_of(n)) {
    if (pattern.any_word) {
      atoms.push_back(any_word);
      continue;
    }
    atoms.push_back(made_.words.add(pattern));
    if (atom_length_.size() < made_.words.size()) atom_length_.resize(made_.words.size());
    atom_length_[atoms.back()] = static_cast<std::uint32_t>(pattern.text.size());
  }
  const auto [place, fresh] = rows_of_words_.try_emplace(atoms, no_step);
  if (fresh) {
    place->second = new_step(atoms.size() == 1 ? operation::word : operation::phrase, atoms);
  }
  return place->second;
}

step_id compiler::list(const node& n) {
  const word_list* words = book_ == nullptr ? nullptr : book_->find_list(n.text);
  if (words == nullptr) {
    throw error(status::bad_codebook, fmt::format("there is no list \"{}\"", n.text));
  }
  const auto known = lists_.find(n.text);
  if (known != lists_.end()) return known->second;
  std::vector<traced_part>* const trace = std::exchange(trace_, nullptr);
  std::vector<step_id> alternatives;
  for (const rule& word : words->words) alternatives.push_back(compile(word.tree, 0, false));
  trace_ = trace;
  const step_id made = either(std::move(alternatives));
  lists_.emplace(n.text, made);
  return made;
}

step_id compiler::either(std::vector<step_id> alternatives) {
  std::sort(alternatives.begin(), alternatives.end());
  alternatives.erase(std::unique(alternatives.begin(), alternatives.end()), alternatives.end());
  // Alternatives of one word each become one word, so that a long list costs no more than a word.
  std::vector<atom> atoms;
  std::vector<step_id> others;
  for (const step_id id : alternatives) {
    if (made_.steps[id].kind == operation::word) {
      atoms.push_back(made_.operands_of(id).front());
    } else {
      others.push_back(id);
    }
  }
  if (!atoms.empty()) {
    const std::vector<std::uint32_t> row = {made_.words.add_union(std::move(atoms))};
    const auto [place, fresh] = rows_of_words_.try_emplace(row, no_step);
    if (fresh) place->second = new_step(operation::word, row);
    others.push_back(place->second);
  }
  return others.size() == 1 ? others.front() : new_step(operation::either, others);
}

step_id compiler::theme(const node& n) {
  const auto found = book_ == nullptr ? std::nullopt : book_->find(n.text);
  if (!found) throw error(status::bad_codebook, fmt::format("there is no theme \"{}\"", n.text));
  return reference(found->value);
}

step_id compiler::reference(std::uint32_t row) {
  if (current_theme_ != no_theme) needs_.emplace_back(row, current_theme_);
  step_id& id = made_.themes[row].reference;
  if (id == no_step) {
    id = new_step(operation::theme, {row});
    pending_.push_back(row);
  }
  return id;
}

step_id compiler::new_step(operation kind, const std::vector<std::uint32_t>& operands,
                           std::uint8_t distance) {
  made_.steps.push_back({kind, distance, is_plain(kind, operands),
                         static_cast<std::uint32_t>(made_.operands.size()),
                         static_cast<std::uint32_t>(operands.size())});
  made_.operands.insert(made_.operands.end(), operands.begin(), operands.end());
  return static_cast<step_id>(made_.steps.size() - 1);
}

bool compiler::is_plain(operation kind, const std::vector<std::uint32_t>& operands) const {
  switch (kind) {
    case operation::word:
    case operation::phrase:
      return true;
    case operation::either:
    case operation::theme:
      return false;
    default:
      return std::all_of(operands.begin(), operands.end(),
                         [this](step_id operand) { return made_.steps[operand].plain; });
  }
}

void compiler::compile_theme(std::uint32_t row) {
  if (compiled_[row]) return;
  compiled_[row] = true;
  const heard::theme& source = book_->themes[row];
  if (source.match.size() >= no_rule) {
    throw error(status::bad_codebook,
                fmt::format("theme \"{}\" has more than {} match rules", source.id, no_rule - 1),
                source.where);
  }
  const auto compile_all = [&](const std::vector<rule>& rules) {
    std::vector<step_id> made;
    for (const rule& r : rules) {
      try {
        made.push_back(compile(r.tree, 0, false));
      } catch (const error& e) {
        throw error(e.code(), e.what(), r.where);
      }
    }
    return made;
  };
  // What is read of a theme elsewhere are its net hits, which stances have no part in.
  current_theme_ = row;
  theme_steps made = made_.themes[row];
  made.match = compile_all(source.match);
  made.unless = compile_all(source.unless);
  current_theme_ = no_theme;
  made.in_favour = compile_all(source.in_favour);
  made.against = compile_all(source.against);
  // Without rules to look with, nothing may be said of a stance.
  made.has_stance = !source.stance_of.empty() && made.in_favour.size() + made.against.size() > 0;
  made.reference = made_.themes[row].reference;
  made_.themes[row] = std::move(made);
}

void compiler::compile_pending() {
  std::vector<traced_part>* const trace = std::exchange(trace_, nullptr);
  while (!pending_.empty()) {
    const std::uint32_t row = pending_.back();
    pending_.pop_back();
    compile_theme(row);
    for (const theme_id child : book_->themes[row].children) {
      current_theme_ = row;
      reference(child.value);
      current_theme_ = no_theme;
      made_.themes[row].children.push_back(child.value);
    }
  }
  trace_ = trace;
}

program compiler::finish() {
  made_.words.finish();
  for (std::uint32_t row = 0; row < made_.themes.size(); ++row) {
    theme_steps& theme = made_.themes[row];
    theme.first_rule = static_cast<std::uint32_t>(made_.theme_of_rule.size());
    made_.theme_of_rule.insert(made_.theme_of_rule.end(), theme.match.size(), theme_id(row));
  }
  order_references();
  choose_direct();
  link();
  return std::move(made_);
}

// Kahn's algorithm ("Topological sorting of large networks", CACM 5, 1962): without recursion,
// since a chain of references may be as long as the codebook.
void compiler::order_references() {
  std::vector<std::uint32_t> waits_for(made_.themes.size(), 0);
  std::sort(needs_.begin(), needs_.end());
  needs_.erase(std::unique(needs_.begin(), needs_.end()), needs_.end());
  for (const auto& [needed, by] : needs_) ++waits_for[by];
  const links needed_by(made_.themes.size(), needs_);
  std::size_t referred = 0;
  for (std::uint32_t row = 0; row < made_.themes.size(); ++row) {
    if (made_.themes[row].reference == no_step) continue;
    ++referred;
    if (waits_for[row] == 0) made_.references.push_back(row);
  }
  for (std::size_t i = 0; i < made_.references.size(); ++i) {
    for (const std::uint32_t by : needed_by[made_.references[i]]) {
      if (--waits_for[by] == 0 && made_.themes[by].reference != no_step) {
        made_.references.push_back(by);
      }
    }
  }
  if (made_.references.size() == referred) return;
  for (std::uint32_t row = 0; row < made_.themes.size(); ++row) {
    if (made_.themes[row].reference == no_step || waits_for[row] == 0) continue;
    throw error(status::bad_codebook,
                fmt::format("theme \"{}\" refers to itself, by way of other themes or its children",
                            book_->themes[row].id),
                book_->themes[row].where);
  }
}

}  // namespace heard::matching
