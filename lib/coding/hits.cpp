#include "coding/hits.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace heard::matching {
namespace {

bool ends_before(hit a, hit b) {
  return std::tie(a.last, a.first) < std::tie(b.last, b.first);
}

}  // namespace

void sort_unique(hit_list& hits) {
  if (!std::is_sorted(hits.begin(), hits.end())) std::sort(hits.begin(), hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

void merge_into(hit_list& hits, const hit_list& more) {
  if (more.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(hits.size());
  hits.insert(hits.end(), more.begin(), more.end());
  std::inplace_merge(hits.begin(), hits.begin() + middle, hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

void keep_beside(hit_list& hits, const hit_list& other, bool present, const scope& within) {
  auto o = other.begin();
  std::erase_if(hits, [&](hit h) {
    const std::uint32_t place = within.of(h.first);
    while (o != other.end() && within.of(o->first) < place) ++o;
    return (o != other.end() && within.of(o->first) == place) != present;
  });
}

void both(hit_list& hits, hit_list& other, const scope& within) {
  keep_beside(hits, other, true, within);
  keep_beside(other, hits, true, within);
  merge_into(hits, other);
}

void pair_nearest(const hit_list& left, const hit_list& right, unsigned distance, bool in_order,
                  const scope& within, hit_list& out) {
  out.clear();
  hit_list sorted;
  std::span<const hit> by_end(right);
  if (!in_order && !std::is_sorted(right.begin(), right.end(), ends_before)) {
    sorted = right;
    std::sort(sorted.begin(), sorted.end(), ends_before);
    by_end = sorted;
  }

  for (const hit l : left) {
    std::optional<hit> nearest;
    // Of all that begin at the first possible token the one that ends first stands first.
    const auto behind = std::lower_bound(right.begin(), right.end(), hit{l.last + 1, 0});
    if (behind != right.end() && within.of(behind->first) == within.of(l.first)) nearest = *behind;
    if (!in_order) {
      auto ahead = std::lower_bound(by_end.begin(), by_end.end(), hit{0, l.first}, ends_before);
      if (ahead != by_end.begin()) {
        ahead =
            std::lower_bound(by_end.begin(), ahead, hit{0, std::prev(ahead)->last}, ends_before);
        if (within.of(ahead->first) == within.of(l.first) &&
            (!nearest || words_between(l, *ahead) <= words_between(l, *nearest))) {
          nearest = *ahead;
        }
      }
    }
    if (nearest && words_between(l, *nearest) <= distance) {
      out.push_back({std::min(l.first, nearest->first), std::max(l.last, nearest->last)});
    }
  }
  sort_unique(out);
}

cover::cover(hit_list hits) : hits_(std::move(hits)) {
  std::uint32_t reach = 0;
  for (hit& h : hits_) h.last = reach = std::max(reach, h.last);
}

bool cover::holds(hit h) const {
  const auto next = std::upper_bound(hits_.begin(), hits_.end(), h.first,
                                     [](std::uint32_t first, hit c) { return first < c.first; });
  return next != hits_.begin() && std::prev(next)->last >= h.last;
}

}  // namespace heard::matching
