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
/// Depth first with branch and bound: the relation of fewest terms that does not hold is repaired
/// by one of its figures, as far as that can go, and so on. A figure moves one way only within a
/// move, so the search ends; a budget of steps keeps it short, and what is not found in it counts
/// as not there.
class shift_search {
 public:
  /// @param may_hide  Whether figures that are shown may be hidden to move them.
  shift_search(const disclosure& of, bool may_hide);

  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

  struct moved {
    figure_id of;
    std::int64_t by;
  };
  struct outcome {
    std::int64_t cost = none;  ///< 0: nothing has to be hidden.
    std::vector<figure_id> hides;
    std::vector<moved> moves;  ///< No derived figures.
  };
  /// The cheapest move found.
  [[nodiscard]] outcome shift(figure_id which, std::int64_t by, unsigned most_steps);
  /// How many steps were taken by all calls.
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  // To move a figure by so much, at what cost.
  struct choice {
    std::int64_t cost;
    std::int64_t by;
    figure_id of;
  };
  [[nodiscard]] std::vector<choice> ways_to_mend(std::uint32_t broken) const;
  void keep_as_best();
  void repair(std::size_t depth);
  void move(figure_id which, std::int64_t by);
  /// What its sum lacks (or, below 0, has too much).
  [[nodiscard]] std::int64_t lack(std::uint32_t relation) const;

  const disclosure& of_;
  const bool may_hide_;
  std::vector<std::int64_t> values_;
  std::vector<std::int64_t> sums_;  // of each relation
  std::vector<std::int64_t> moved_;
  std::vector<bool> opened_;           // to be hidden for the move under way
  std::vector<figure_id> hides_;       // the same, as a list
  std::vector<figure_id> movers_;      // the figures moved, the last one last
  std::vector<std::uint32_t> broken_;  // relations that do not hold, in no order
  figure_id root_;
  std::uint32_t pinned_ = disclosure::no_relation;  // the sum of a derived root,
  std::int64_t pinned_to_ = 0;                      // which is to be this
  std::int64_t cost_ = 0;
  outcome best_;
  unsigned steps_left_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace heard
