/// @file
/// Which further figures must stay untold, so that none that is hidden can be worked out.
#pragma once

#include <heard/base/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace heard {

using figure_id = id<struct figure_tag>;

/// The values a whole number may have, both ends among them.
struct value_range {
  std::int64_t least = 0;
  std::int64_t most = 0;
  [[nodiscard]] std::int64_t size() const { return most - least + 1; }
  bool operator==(const value_range&) const = default;
};

/// No value of a figure comes near it: what is not bounded on one side.
inline constexpr std::int64_t unbounded = std::int64_t{1} << 40;

/// A whole number that is published, or hidden.
struct published_figure {
  std::int64_t value = 0;
  value_range range;  ///< What anybody knows beforehand: from 0 to its base.
  /// False for what is told anyway. It is shown for good where it is related to others before
  /// hide() is called for it.
  bool may_be_hidden = true;
  std::int64_t cost = 0;  ///< What is lost where it is hidden too: its value, as a rule.
};

struct figure_term {
  figure_id of;
  int sign = 1;  ///< 1 or -1.
};

/// Everything that one publication says in numbers, and how the numbers hang together: sums of
/// cells, parts that cannot exceed their whole, unions that cannot exceed the sum of their parts.
///
/// A hidden figure is protected where whole numbers can be found for all hidden figures that agree
/// with everything shown, and with which it takes values at least k - 1 apart. Such numbers are
/// looked for, not bounded from afar: bounds that are too wide would call safe what is not. What
/// cannot be shown to be safe is treated as unsafe.
class disclosure {
 public:
  /// @throw error(status::internal) for a value outside its range
  figure_id add(const published_figure& figure);
  /// What is nowhere shown and may be worked out as the signed sum of others, such as all less the
  /// groups shown. Where it is `sensitive` it must not be, as what is hidden must not anyway.
  /// @throw error(status::internal) for a value outside `range`
  figure_id derive(const std::vector<figure_term>& terms, value_range range, bool sensitive);
  /// The signed sum of the terms lies in `range`, as everybody knows.
  /// @throw error(status::internal) if it does not
  void relate(const std::vector<figure_term>& terms, value_range range);
  /// Hides a figure that is shown.
  void hide(figure_id which);

  [[nodiscard]] std::size_t size() const { return figures_.size(); }
  [[nodiscard]] const published_figure& operator[](figure_id which) const {
    return figures_[which.value];
  }
  [[nodiscard]] bool hidden(figure_id which) const { return hidden_[which.value]; }

  /// Hides more, at the least cost found for each figure in turn, until every hidden or sensitive
  /// figure may have at least `k` values; or, where the whole numbers that cannot be hidden leave
  /// it fewer, as many as these leave. Where no way is found, what hangs together with the figure
  /// is hidden, first its neighbours, then theirs, in the end all. The same for the same figures in
  /// the same order.
  void protect(std::int64_t k);

  /// The first figure for which fewer values are found, unless all that hangs together with it is
  /// hidden or no value more could be left to it.
  [[nodiscard]] std::optional<figure_id> given_away(std::int64_t k) const;

  /// The first figure to which bounds leave fewer values, with the same exceptions. It takes less
  /// time than given_away(), and rests on nothing that protect() found.
  [[nodiscard]] std::optional<figure_id> bounded_away(std::int64_t k) const;

  /// For each figure the values that are left to it by what is shown, by passing bounds along the
  /// relations until nothing changes. Never too narrow; for two rows or columns with their margins
  /// just the values there are.
  [[nodiscard]] std::vector<value_range> bounds() const;

 private:
  friend class shift_search;
  friend class protection;
  struct relation {
    std::vector<figure_term> terms;
    value_range range;
  };
  struct use {
    std::uint32_t relation;
    int sign;
  };
  static constexpr std::uint32_t no_relation = ~std::uint32_t{0};

  [[nodiscard]] bool is_derived(figure_id which) const {
    return sum_of_[which.value] != no_relation;
  }
  /// Only figures that are or may be hidden; the sum of the others is taken off the range.
  std::uint32_t insert(const std::vector<figure_term>& terms, value_range range);
  [[nodiscard]] std::vector<figure_id> to_protect() const;
  [[nodiscard]] std::vector<value_range> bounds_where(const std::vector<bool>& hidden) const;

  std::vector<published_figure> figures_;
  std::vector<bool> hidden_;
  std::vector<bool> sensitive_;
  std::vector<std::uint32_t> sum_of_;               // the relation of what is derived
  std::vector<std::vector<figure_term>> terms_of_;  // the same, with what is shown for good
  std::vector<relation> relations_;
  std::vector<std::vector<use>> uses_;
};

}  // namespace heard
