#include <heard/base/error.hpp>
#include <heard/tables/disclosure.hpp>

#include <algorithm>
#include <utility>

namespace heard {

namespace {

void check(std::int64_t value, value_range range) {
  if (value >= range.least && value <= range.most) return;
  throw error(status::internal, "published figures do not hang together as they should");
}

}  // namespace

figure_id disclosure::add(const published_figure& figure) {
  check(figure.value, figure.range);
  figures_.push_back(figure);
  hidden_.push_back(false);
  sensitive_.push_back(false);
  sum_of_.push_back(no_relation);
  terms_of_.emplace_back();
  uses_.emplace_back();
  return figure_id(figures_.size() - 1);
}

figure_id disclosure::derive(const std::vector<figure_term>& terms, value_range range,
                             bool sensitive) {
  published_figure made{0, range, false, 0};
  for (const figure_term& each : terms) made.value += each.sign * figures_[each.of.value].value;
  const figure_id out = add(made);
  sensitive_[out.value] = sensitive;
  sum_of_[out.value] = insert(terms, range);
  terms_of_[out.value] = terms;
  return out;
}

void disclosure::relate(const std::vector<figure_term>& terms, value_range range) {
  std::vector<figure_term> plain;
  for (const figure_term& each : terms) {
    if (!is_derived(each.of)) {
      plain.push_back(each);
      continue;
    }
    for (const figure_term& part : terms_of_[each.of.value]) {
      plain.push_back({part.of, part.sign * each.sign});
    }
  }
  insert(plain, range);
}

std::uint32_t disclosure::insert(const std::vector<figure_term>& terms, value_range range) {
  std::int64_t sum = 0;
  std::int64_t fixed = 0;
  std::vector<figure_term> open;
  for (const figure_term& each : terms) {
    const std::size_t at = each.of.value;
    sum += each.sign * figures_[at].value;
    if (hidden_[at] || figures_[at].may_be_hidden) {
      open.push_back(each);
    } else {
      fixed += each.sign * figures_[at].value;
    }
  }
  check(sum, range);
  const auto out = static_cast<std::uint32_t>(relations_.size());
  for (const figure_term& each : open) uses_[each.of.value].push_back({out, each.sign});
  relations_.push_back({std::move(open), {range.least - fixed, range.most - fixed}});
  return out;
}

void disclosure::hide(figure_id which) {
  hidden_[which.value] = true;
}

std::vector<figure_id> disclosure::to_protect() const {
  std::vector<figure_id> out;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (hidden_[i] || sensitive_[i]) out.emplace_back(i);
  }
  return out;
}

std::vector<value_range> disclosure::bounds() const {
  return bounds_where(hidden_);
}

std::vector<value_range> disclosure::bounds_where(const std::vector<bool>& hidden) const {
  std::vector<value_range> out;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const published_figure& each = figures_[i];
    out.push_back(hidden[i] ? each.range : value_range{each.value, each.value});
  }
  const auto sum_over = [&](const std::vector<figure_term>& terms) {
    value_range sum{0, 0};
    for (const figure_term& term : terms) {
      const value_range& of = out[term.of.value];
      sum.least += term.sign > 0 ? of.least : -of.most;
      sum.most += term.sign > 0 ? of.most : -of.least;
    }
    return sum;
  };
  // Bounds could creep by ones through a circle of relations; stopping early leaves them too wide,
  // never too narrow.
  constexpr unsigned most_rounds = 1000;
  bool changed = true;
  for (unsigned round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (const relation& each : relations_) {
      const value_range sum = sum_over(each.terms);
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
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (sum_of_[i] == no_relation) continue;
    const value_range sum = sum_over(terms_of_[i]);
    const value_range& range = figures_[i].range;
    out[i] = {std::max(sum.least, range.least), std::min(sum.most, range.most)};
  }
  return out;
}

}  // namespace heard
