#include "tables/shift_search.hpp"

#include <algorithm>

namespace heard {

namespace {

// Enough for a table of the size that people read; more would be spent on moves of many figures,
// which hide more than a plainer one.
constexpr unsigned most_steps = 3000;
constexpr std::size_t deepest = 48;

}  // namespace

shift_search::shift_search(const disclosure& of, bool may_hide)
    : of_(of),
      may_hide_(may_hide),
      sums_(of.relations_.size()),
      moved_(of.size()),
      opened_(of.size()) {
  values_.reserve(of.size());
  for (const published_figure& each : of.figures_) values_.push_back(each.value);
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    for (const figure_term& term : of.relations_[i].terms) {
      sums_[i] += term.sign * values_[term.of.value];
    }
  }
}

void shift_search::move(figure_id which, std::int64_t by) {
  values_[which.value] += by;
  moved_[which.value] += by;
  for (const std::uint32_t relation : of_.relations_of_[which.value]) {
    for (const figure_term& term : of_.relations_[relation].terms) {
      if (term.of == which) sums_[relation] += term.sign * by;
    }
  }
}

std::int64_t shift_search::shift(figure_id which, std::int64_t by) {
  best_ = none;
  best_hides_.clear();
  const value_range& range = of_[which].range;
  const std::int64_t to = of_[which].value + by;
  if (to < range.least || to > range.most) return none;
  root_ = which;
  steps_left_ = most_steps;
  touched_ = of_.relations_of_[which.value];
  move(which, by);
  repair(0);
  move(which, -by);
  return best_;
}

void shift_search::repair(std::size_t depth) {
  if (steps_left_ == 0) return;
  --steps_left_;
  const auto broken = std::find_if(touched_.begin(), touched_.end(), [&](std::uint32_t each) {
    const value_range& range = of_.relations_[each].range;
    return sums_[each] < range.least || sums_[each] > range.most;
  });
  if (broken == touched_.end()) {
    best_ = cost_;
    best_hides_ = hides_;
    return;
  }
  if (depth == deepest) return;
  const std::uint32_t at = *broken;
  const auto& relation = of_.relations_[at];
  const std::int64_t lacks = sums_[at] < relation.range.least ? relation.range.least - sums_[at]
                                                              : relation.range.most - sums_[at];
  struct choice {
    std::int64_t cost;
    std::int64_t by;
    figure_id of;
  };
  std::vector<choice> choices;
  for (const figure_term& term : relation.terms) {
    const std::size_t figure = term.of.value;
    if (term.of == root_) continue;
    const bool free = of_.hidden_[figure] || opened_[figure];
    if (!free && (!may_hide_ || !of_[term.of].may_be_hidden)) continue;
    const value_range& range = of_[term.of].range;
    const std::int64_t wanted = lacks * term.sign;
    const std::int64_t by = wanted > 0 ? std::min(wanted, range.most - values_[figure])
                                       : std::max(wanted, range.least - values_[figure]);
    if (by == 0 || (by > 0 ? moved_[figure] < 0 : moved_[figure] > 0)) continue;
    choices.push_back({free ? 0 : std::max<std::int64_t>(of_[term.of].cost, 1), by, term.of});
  }
  // The cheapest first, so that the first move found is a good bound for the rest; of those, what
  // repairs it all.
  std::sort(choices.begin(), choices.end(), [](const choice& a, const choice& b) {
    const std::int64_t far_a = std::abs(a.by);
    const std::int64_t far_b = std::abs(b.by);
    return a.cost != b.cost ? a.cost < b.cost : far_a != far_b ? far_a > far_b : a.of < b.of;
  });
  for (const choice& each : choices) {
    if (best_ == 0 || steps_left_ == 0) return;
    if (best_ != none && cost_ + each.cost >= best_) return;
    const std::size_t figure = each.of.value;
    const std::size_t known = touched_.size();
    touched_.insert(touched_.end(), of_.relations_of_[figure].begin(),
                    of_.relations_of_[figure].end());
    if (each.cost > 0) {
      opened_[figure] = true;
      hides_.push_back(each.of);
    }
    cost_ += each.cost;
    move(each.of, each.by);
    repair(depth + 1);
    move(each.of, -each.by);
    cost_ -= each.cost;
    if (each.cost > 0) {
      opened_[figure] = false;
      hides_.pop_back();
    }
    touched_.resize(known);
  }
}

}  // namespace heard
