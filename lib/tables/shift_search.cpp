#include "tables/shift_search.hpp"

#include <algorithm>
#include <cstdlib>

namespace heard {

namespace {

// Moves of more figures hide more than plainer ones.
constexpr std::size_t deepest = 160;

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

std::int64_t shift_search::lack(std::uint32_t relation) const {
  if (relation == pinned_) return pinned_to_ - sums_[relation];
  const value_range& range = of_.relations_[relation].range;
  return sums_[relation] < range.least  ? range.least - sums_[relation]
         : sums_[relation] > range.most ? range.most - sums_[relation]
                                        : 0;
}

void shift_search::move(figure_id which, std::int64_t by) {
  values_[which.value] += by;
  moved_[which.value] += by;
  for (const disclosure::use& each : of_.uses_[which.value]) {
    const bool was = lack(each.relation) != 0;
    sums_[each.relation] += each.sign * by;
    const bool is = lack(each.relation) != 0;
    if (was == is) continue;
    if (is) {
      broken_.push_back(each.relation);
    } else {
      const auto at = std::find(broken_.rbegin(), broken_.rend(), each.relation);
      *at = broken_.back();
      broken_.pop_back();
    }
  }
}

shift_search::outcome shift_search::shift(figure_id which, std::int64_t by, unsigned most_steps) {
  best_ = {};
  const value_range& range = of_[which].range;
  const std::int64_t to = of_[which].value + by;
  if (to < range.least || to > range.most) return {};
  root_ = which;
  steps_left_ = most_steps;
  if (of_.is_derived(which)) {
    pinned_ = of_.sum_of_[which.value];
    pinned_to_ = sums_[pinned_] + by;
    broken_.push_back(pinned_);
    repair(0);
    pinned_ = disclosure::no_relation;
    broken_.clear();
  } else {
    movers_.push_back(which);
    move(which, by);
    repair(0);
    move(which, -by);
    movers_.pop_back();
  }
  return std::move(best_);
}

void shift_search::keep_as_best() {
  best_.cost = cost_;
  best_.hides = hides_;
  best_.moves.clear();
  for (const figure_id each : movers_) {
    const bool again = std::any_of(best_.moves.begin(), best_.moves.end(),
                                   [&](const moved& other) { return other.of == each; });
    if (!again) best_.moves.push_back({each, moved_[each.value]});
  }
}

auto shift_search::ways_to_mend(std::uint32_t broken) const -> std::vector<choice> {
  const std::int64_t lacks = lack(broken);
  std::vector<choice> choices;
  for (const figure_term& term : of_.relations_[broken].terms) {
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
  return choices;
}

void shift_search::repair(std::size_t depth) {
  if (steps_left_ == 0) return;
  --steps_left_;
  ++steps_;
  if (broken_.empty()) {
    keep_as_best();
    return;
  }
  if (depth == deepest) return;
  // What has few ways to be mended is mended first: where it cannot be, that is known at once.
  const std::uint32_t at =
      *std::min_element(broken_.begin(), broken_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::size_t size_a = of_.relations_[a].terms.size();
        const std::size_t size_b = of_.relations_[b].terms.size();
        return size_a != size_b ? size_a < size_b : a < b;
      });
  for (const choice& each : ways_to_mend(at)) {
    if (best_.cost == 0 || steps_left_ == 0) return;
    if (best_.cost != none && cost_ + each.cost >= best_.cost) return;
    const std::size_t figure = each.of.value;
    if (each.cost > 0) {
      opened_[figure] = true;
      hides_.push_back(each.of);
    }
    cost_ += each.cost;
    movers_.push_back(each.of);
    move(each.of, each.by);
    repair(depth + 1);
    move(each.of, -each.by);
    movers_.pop_back();
    cost_ -= each.cost;
    if (each.cost > 0) {
      opened_[figure] = false;
      hides_.pop_back();
    }
  }
}

}  // namespace heard
