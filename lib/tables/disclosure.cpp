#include "tables/shift_search.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/disclosure.hpp>

#include <algorithm>
#include <utility>

namespace heard {

figure_id disclosure::add(const published_figure& figure) {
  if (figure.value < figure.range.least || figure.value > figure.range.most) {
    throw error(status::internal, "a published figure is outside its range");
  }
  figures_.push_back(figure);
  hidden_.push_back(!figure.shown);
  relations_of_.emplace_back();
  return figure_id(figures_.size() - 1);
}

void disclosure::relate(std::vector<figure_term> terms, value_range range) {
  std::int64_t sum = 0;
  for (const figure_term& each : terms) sum += each.sign * figures_[each.of.value].value;
  if (sum < range.least || sum > range.most) {
    throw error(status::internal, "published figures do not hang together as they should");
  }
  for (const figure_term& each : terms) {
    auto& known = relations_of_[each.of.value];
    const auto at = static_cast<std::uint32_t>(relations_.size());
    if (known.empty() || known.back() != at) known.push_back(at);
  }
  relations_.push_back({std::move(terms), range});
}

void disclosure::hide(figure_id which) {
  hidden_[which.value] = true;
}

namespace {

struct plan_of_hiding {
  std::int64_t cost = shift_search::none;
  std::vector<figure_id> hides;
};

// Up by a part of the span and down by the rest: from numbers that fit to numbers that fit.
plan_of_hiding find(shift_search& search, figure_id which, std::int64_t span) {
  plan_of_hiding best;
  for (std::int64_t up = span; up >= 0; --up) {
    plan_of_hiding next{0, {}};
    for (const std::int64_t by : {up, up - span}) {
      if (by == 0) continue;
      const std::int64_t cost = search.shift(which, by);
      if (cost == shift_search::none) {
        next.cost = cost;
        break;
      }
      next.cost += cost;
      next.hides.insert(next.hides.end(), search.to_hide().begin(), search.to_hide().end());
    }
    if (next.cost < best.cost) best = std::move(next);
    if (best.cost == 0) break;
  }
  return best;
}

}  // namespace

std::vector<figure_id> disclosure::to_protect() const {
  std::vector<figure_id> out;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if ((hidden_[i] && figures_[i].shown) || figures_[i].sensitive) out.emplace_back(i);
  }
  return out;
}

void disclosure::protect(std::int64_t k) {
  // Hiding more never takes a value from a figure, so what is safe stays so: one pass over what is
  // hidden, and over what becomes hidden on the way, is enough.
  shift_search with_hidden(*this, false);
  shift_search with_all(*this, true);
  std::vector<figure_id> open = to_protect();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (find(with_hidden, open[i], k - 1).cost == 0) continue;
    plan_of_hiding plan;
    for (std::int64_t span = k - 1; span > 0 && plan.cost == shift_search::none; --span) {
      plan = find(with_all, open[i], span);
    }
    for (const figure_id each : plan.hides) {
      if (hidden_[each.value]) continue;
      hide(each);
      open.push_back(each);
    }
  }
  if (given_away(k)) {
    throw error(status::internal, "a hidden number could be worked out from those published");
  }
}

std::optional<figure_id> disclosure::given_away(std::int64_t k) const {
  shift_search with_hidden(*this, false);
  shift_search with_all(*this, true);
  for (const figure_id which : to_protect()) {
    if (find(with_hidden, which, k - 1).cost == 0) continue;
    // What the numbers that stay anyway leave it.
    std::int64_t most = k - 1;
    while (most > 0 && find(with_all, which, most).cost == shift_search::none) --most;
    if (find(with_hidden, which, most).cost != 0) return which;
  }
  return std::nullopt;
}

std::vector<value_range> disclosure::bounds() const {
  std::vector<value_range> out;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const published_figure& each = figures_[i];
    out.push_back(hidden_[i] ? each.range : value_range{each.value, each.value});
  }
  // Bounds could creep by ones through a circle of relations; stopping early leaves them too wide,
  // never too narrow.
  constexpr unsigned most_rounds = 1000;
  bool changed = true;
  for (unsigned round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (const relation& each : relations_) {
      value_range sum{0, 0};
      for (const figure_term& term : each.terms) {
        const value_range& of = out[term.of.value];
        sum.least += term.sign > 0 ? of.least : -of.most;
        sum.most += term.sign > 0 ? of.most : -of.least;
      }
      for (const figure_term& term : each.terms) {
        value_range& of = out[term.of.value];
        const value_range part = term.sign > 0 ? of : value_range{-of.most, -of.least};
        const std::int64_t least = each.range.least - (sum.most - part.most);
        const std::int64_t most = each.range.most - (sum.least - part.least);
        const value_range now =
            term.sign > 0 ? value_range{least, most} : value_range{-most, -least};
        if (now.least > of.least) of.least = now.least, changed = true;
        if (now.most < of.most) of.most = now.most, changed = true;
        // The sums stay those of before: wider, and so still true.
      }
    }
  }
  return out;
}

}  // namespace heard
