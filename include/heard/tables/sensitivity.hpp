/// @file
/// What becomes of the order of themes when campaigns count otherwise.
#pragma once

#include <heard/tables/render.hpp>
#include <heard/tables/table.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace heard {

/// A theme in the views `all`, `as_one` and `excluded`, in that order.
struct sensitivity_row {
  heading theme;
  std::array<std::uint64_t, 3> count{};
  std::array<std::uint64_t, 3> base{};
  /// 1 and the number of themes with a higher count, so that equal counts share a rank. Only counts
  /// that are told are compared, so that no rank says more than they do. 0: no unit has the theme,
  /// or its number is hidden.
  std::array<std::uint32_t, 3> rank{};
  std::array<bool, 3> hidden{};  ///< Not told; the count is 0 then.
};

/// Gives every row its ranks, from what is told of the others.
void rank(std::vector<sensitivity_row>& rows);

/// Every theme in codebook order. Columns of `spec` are not looked at: all units together. Small
/// numbers are hidden where `spec` says so, in the three views together.
/// @throw error(status::bad_argument) for mentions
[[nodiscard]] std::vector<sensitivity_row> make_sensitivity(std::shared_ptr<const codings> from,
                                                            table_spec spec,
                                                            const run_options& options = {});

/// The rows as text: as render() writes tables.
[[nodiscard]] std::string render(const std::vector<sensitivity_row>& rows, table_format format);

}  // namespace heard
