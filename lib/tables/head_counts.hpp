/// @file
/// Themes counted for responses that are in the same groups, in all of these at once.
#pragma once

#include "tables/plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace heard::counting {

/// A response in three groups has each of its themes in three cells. Few sets of groups occur in a
/// table, so it is counted once under its set, in a row of numbers that stays in the nearest cache,
/// and the cells are filled at the end.
class head_counts {
  struct number {
    std::uint32_t count = 0;
    std::uint32_t by_rule_only = 0;
  };

 public:
  /// The response that is counted. Small, to be kept in registers.
  class response {
   public:
    /// It has a heading; several times count once, and not as by rule alone if one is not.
    void add(place head, bool by_rule) {
      const std::uint32_t seen = seen_[head];
      if (seen < now_) {
        seen_[head] = now_ + (by_rule ? 0 : 1);
        ++numbers_[head].count;
        numbers_[head].by_rule_only += by_rule ? 1 : 0;
      } else if (!by_rule && seen == now_) {
        ++seen_[head];
        --numbers_[head].by_rule_only;
      }
    }

   private:
    friend class head_counts;
    number* numbers_ = nullptr;
    std::uint32_t* seen_ = nullptr;
    std::uint32_t now_ = 0;
  };

  /// @param heads  headings
  explicit head_counts(std::size_t heads) : seen_(heads, 0) {}

  /// Begins a response; nothing where there is no room for another set of groups. Good until the
  /// next call.
  [[nodiscard]] std::optional<response> begin(const std::vector<place>& groups) {
    if (now_ == sets_.size() || sets_[now_].groups != groups) {
      const auto known = std::find_if(sets_.begin(), sets_.end(),
                                      [&](const set& each) { return each.groups == groups; });
      now_ = static_cast<std::size_t>(known - sets_.begin());
      if (known == sets_.end()) {
        if (sets_.size() == most_sets) return std::nullopt;
        sets_.push_back({groups, std::vector<number>(seen_.size())});
      }
    }
    seen_now_ += 2;
    response out;
    out.numbers_ = sets_[now_].numbers.data();
    out.seen_ = seen_.data();
    out.now_ = seen_now_;
    return out;
  }

  /// Passes heading, group, count and how many by rule alone to `use`.
  template <class function>
  void each(function use) const {
    for (const set& s : sets_) {
      for (place head = 0; head < seen_.size(); ++head) {
        if (s.numbers[head].count == 0) continue;
        for (const place group : s.groups) {
          use(head, group, s.numbers[head].count, s.numbers[head].by_rule_only);
        }
      }
    }
  }

 private:
  static constexpr std::size_t most_sets = 64;  // They are looked through one by one.
  struct set {
    std::vector<place> groups;
    std::vector<number> numbers;  // By heading.
  };

  std::vector<set> sets_;
  std::size_t now_ = 0;
  std::vector<std::uint32_t> seen_;  // By heading: the last response, and 1 if not by rule alone.
  std::uint32_t seen_now_ = 0;
};

}  // namespace heard::counting
