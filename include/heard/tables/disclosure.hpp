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

/// A whole number that is published, could be worked out from published ones, or is hidden.
struct published_figure {
  std::int64_t value = 0;
  value_range range;  ///< What anybody knows beforehand: from 0 to its base.
  /// Shown, unless hide() is called. A figure that is not shown stands for what may be worked out,
  /// such as all less the groups shown.
  bool shown = true;
  bool may_be_hidden = true;
  /// Must not be worked out, though it is nowhere shown. What is hidden must not be anyway.
  bool sensitive = false;
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
  /// The signed sum of the terms lies in `range`, as everybody knows.
  /// @throw error(status::internal) if it does not
  void relate(std::vector<figure_term> terms, value_range range);
  /// Hides a figure that is shown.
  void hide(figure_id which);

  [[nodiscard]] std::size_t size() const { return figures_.size(); }
  [[nodiscard]] const published_figure& operator[](figure_id which) const {
    return figures_[which.value];
  }
  [[nodiscard]] bool hidden(figure_id which) const { return hidden_[which.value]; }

  /// Hides more, at the least cost found for each figure in turn, until every hidden or sensitive
  /// figure may have at least `k` values; or, where the whole numbers that cannot be hidden leave
  /// it fewer, as many as these leave. The same for the same figures in the same order.
  /// @throw error(status::internal) that names no number, where one cannot be protected
  void protect(std::int64_t k);

  /// The first figure for which that does not hold.
  [[nodiscard]] std::optional<figure_id> given_away(std::int64_t k) const;

  /// For each figure the values that are left to it by what is shown, by passing bounds along the
  /// relations until nothing changes. Never too narrow; for two rows or columns with their margins
  /// just the values there are.
  [[nodiscard]] std::vector<value_range> bounds() const;

 private:
  friend class shift_search;
  struct relation {
    std::vector<figure_term> terms;
    value_range range;
  };
  [[nodiscard]] std::vector<figure_id> to_protect() const;

  std::vector<published_figure> figures_;
  std::vector<bool> hidden_;  // and what is derived
  std::vector<relation> relations_;
  std::vector<std::vector<std::uint32_t>> relations_of_;
};

}  // namespace heard
