#include "tables/shift_search.hpp"

#include <heard/tables/disclosure.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace heard {

namespace {

constexpr unsigned steps_of_a_move = 3000;
// Some seconds' worth; from then on only short moves are looked for, and more is hidden.
constexpr std::uint64_t all_steps = 5'000'000;
constexpr unsigned steps_when_late = 100;

}  // namespace

// Two sets of numbers that a reader cannot choose between prove safe every figure in which they
// differ enough, and hiding more never makes them fewer: each figure has to be proven once.
class protection {
 public:
  protection(disclosure& of, std::int64_t k)
      : of_(of), k_(k), with_hidden_(of, false), with_all_(of, true), safe_(of.size()) {
    std::vector<bool> all(of.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] = of.hidden_[i] || of.figures_[i].may_be_hidden;
    }
    widest_ = of.bounds_where(all);
    derived_.resize(of.relations_.size());
    for (std::size_t i = 0; i < of.size(); ++i) {
      if (of.is_derived(figure_id(i))) derived_[of.sum_of_[i]] = figure_id(i);
    }
  }

  void run() {
    open_ = of_.to_protect();
    for (std::size_t i = 0; i < open_.size(); ++i) protect(open_[i]);
    check_bounds();
  }

  // Whether nothing more can be hidden of what hangs together with it.
  [[nodiscard]] bool all_hidden_around(figure_id which) const {
    const std::vector<figure_id> all = around(which, of_.size());
    return std::all_of(all.begin(), all.end(),
                       [&](figure_id each) { return of_.hidden_[each.value]; });
  }

  [[nodiscard]] std::optional<figure_id> bounded_away() const {
    const std::vector<value_range> left = of_.bounds();
    for (const figure_id which : of_.to_protect()) {
      if (left[which.value].size() <= span_of(which) && !all_hidden_around(which)) return which;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool safe(figure_id which) const { return safe_[which.value]; }

  [[nodiscard]] bool proven(figure_id which) {
    if (safe_[which.value] || span_of(which) <= 0) return true;
    const found here = find(with_hidden_, which, span_of(which));
    if (here.cost != 0) return false;
    mark(here.low, here.high);
    return true;
  }

 private:
  struct found {
    std::int64_t cost = shift_search::none;
    shift_search::outcome low, high;
  };

  // No more values are asked for than are left where all is hidden.
  [[nodiscard]] std::int64_t span_of(figure_id which) const {
    return std::min(k_, widest_[which.value].size()) - 1;
  }

  // Up by a part of the span and down by the rest: from numbers that fit to numbers that fit.
  [[nodiscard]] found find(shift_search& search, figure_id which, std::int64_t span) {
    const unsigned most_steps =
        with_hidden_.steps() + with_all_.steps() < all_steps ? steps_of_a_move : steps_when_late;
    found best;
    for (std::int64_t up = span; up >= 0 && best.cost != 0; --up) {
      found next;
      next.cost = 0;
      if (up > 0) next.high = search.shift(which, up, most_steps);
      if (up > 0) next.cost = next.high.cost;
      if (next.cost < best.cost && up < span) {
        next.low = search.shift(which, up - span, most_steps);
        next.cost = next.low.cost == shift_search::none ? next.low.cost : next.cost + next.low.cost;
      }
      if (next.cost < best.cost) best = std::move(next);
    }
    return best;
  }

  void mark(const shift_search::outcome& low, const shift_search::outcome& high) {
    std::map<figure_id, std::int64_t> apart;
    for (const auto& [outcome, sign] : {std::pair(&low, -1), std::pair(&high, 1)}) {
      for (const shift_search::moved& each : outcome->moves) {
        apart[each.of] += sign * each.by;
        for (const disclosure::use& use : of_.uses_[each.of.value]) {
          const figure_id sum = derived_[use.relation];
          if (sum.valid()) apart[sum] += sign * use.sign * each.by;
        }
      }
    }
    for (const auto& [which, by] : apart) {
      if (std::abs(by) >= span_of(which)) safe_[which.value] = true;
    }
  }

  void hide(figure_id which) {
    if (of_.hidden_[which.value]) return;
    of_.hide(which);
    open_.push_back(which);
  }

  bool hide_least(figure_id which) {
    const found plan = find(with_all_, which, span_of(which));
    if (plan.cost == shift_search::none) return false;
    for (const auto* outcome : {&plan.high, &plan.low}) {
      for (const figure_id each : outcome->hides) hide(each);
    }
    mark(plan.low, plan.high);
    return true;
  }

  // Not derived ones; itself among them. In the order of their distance.
  [[nodiscard]] std::vector<figure_id> around(figure_id which, std::size_t distance) const {
    std::vector<figure_id> out;
    std::vector<bool> seen_figure(of_.size()), seen_relation(of_.relations_.size());
    const auto visit = [&](std::uint32_t relation) {
      if (seen_relation[relation]) return;
      seen_relation[relation] = true;
      for (const figure_term& each : of_.relations_[relation].terms) {
        if (seen_figure[each.of.value]) continue;
        seen_figure[each.of.value] = true;
        out.push_back(each.of);
      }
    };
    if (of_.is_derived(which)) {
      visit(of_.sum_of_[which.value]);
    } else {
      out.push_back(which);
      seen_figure[which.value] = true;
    }
    std::size_t next = 0;
    for (std::size_t round = 0; round < distance && next < out.size(); ++round) {
      for (const std::size_t end = out.size(); next < end; ++next) {
        for (const disclosure::use& each : of_.uses_[out[next].value]) visit(each.relation);
      }
    }
    return out;
  }

  // Ever more of what hangs together with it.
  void hide_around(figure_id which) {
    for (std::size_t distance = 1;; distance *= 2) {
      const std::vector<figure_id> near = around(which, distance);
      for (const figure_id each : near) hide(each);
      if (proven(which)) return;
      if (distance >= of_.size() || around(which, distance + 1).size() == near.size()) {
        safe_[which.value] = true;
        for (const figure_id each : near) safe_[each.value] = true;
        return;
      }
    }
  }

  void protect(figure_id which) {
    if (!proven(which) && !hide_least(which)) hide_around(which);
  }

  // What the search proved is checked by other means: bounds that are never too narrow.
  void check_bounds() {
    for (bool again = true; again;) {
      again = false;
      const std::vector<value_range> left = of_.bounds();
      const std::size_t before = open_.size();
      for (const figure_id which : of_.to_protect()) {
        if (left[which.value].size() > span_of(which) || all_hidden_around(which)) continue;
        safe_[which.value] = false;
        hide_around(which);
        again = true;
      }
      for (std::size_t i = before; i < open_.size(); ++i) protect(open_[i]);
    }
  }

  disclosure& of_;
  const std::int64_t k_;
  shift_search with_hidden_;
  shift_search with_all_;
  std::vector<bool> safe_;
  std::vector<value_range> widest_;
  std::vector<figure_id> derived_;  // of each relation
  std::vector<figure_id> open_;
};

void disclosure::protect(std::int64_t k) {
  protection(*this, k).run();
}

std::optional<figure_id> disclosure::bounded_away(std::int64_t k) const {
  disclosure copy = *this;
  return protection(copy, k).bounded_away();
}

std::optional<figure_id> disclosure::given_away(std::int64_t k) const {
  disclosure copy = *this;
  protection check(copy, k);
  // What is proven for one may prove another, also one before it.
  std::vector<figure_id> open;
  for (const figure_id which : to_protect()) {
    if (!check.proven(which)) open.push_back(which);
  }
  for (const figure_id which : open) {
    if (!check.safe(which) && !check.all_hidden_around(which)) return which;
  }
  return std::nullopt;
}

}  // namespace heard
