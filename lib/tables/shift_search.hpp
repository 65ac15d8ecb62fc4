/// @file
/// Other whole numbers that a reader could take the hidden ones for.
#pragma once

#include <heard/tables/disclosure.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace heard {

/// Moves one figure by a given amount, and others with it until every relation holds again; of all
/// such moves looked at, the one that takes the least hiding.
///
/// Depth first with branch and bound: the first relation that does not hold is repaired by one of
/// its figures, as far as that can go, and so on. A figure moves one way only within a move, so the
/// search ends; a budget of steps keeps it short, and what is not found in it counts as not there.
class shift_search {
 public:
  /// @param may_hide  Whether figures that are shown may be hidden to move them.
  shift_search(const disclosure& of, bool may_hide);

  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

  /// The cost of the cheapest move found, 0 where nothing has to be hidden, `none` where there is
  /// no move; `to_hide()` has what it hides.
  [[nodiscard]] std::int64_t shift(figure_id which, std::int64_t by);
  [[nodiscard]] const std::vector<figure_id>& to_hide() const { return best_hides_; }

 private:
  void repair(std::size_t depth);
  void move(figure_id which, std::int64_t by);

  const disclosure& of_;
  const bool may_hide_;
  std::vector<std::int64_t> values_;
  std::vector<std::int64_t> sums_;  // of each relation
  std::vector<std::int64_t> moved_;
  std::vector<bool> opened_;            // to be hidden for the move under way
  std::vector<figure_id> hides_;        // the same, as a list
  std::vector<std::uint32_t> touched_;  // relations a moved figure is in
  figure_id root_;
  std::int64_t cost_ = 0;
  std::int64_t best_ = none;
  std::vector<figure_id> best_hides_;
  unsigned steps_left_ = 0;
};

}  // namespace heard
