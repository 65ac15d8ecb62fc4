/// @file
/// Puts the codings by a changed codebook together from earlier ones and what was found anew.
#pragma once

#include "coding/changed_themes.hpp"
#include "coding/fresh_codings.hpp"

#include <heard/coding/codings.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace heard {

/// Copies what has not changed in stretches, as a table may have millions of rows.
class recoded {
 public:
  /// @param dropped  rows of the earlier codings that rules no longer find, in order
  recoded(const codings& before, std::shared_ptr<const codebook> by,
          const matching::changed_themes& themes, const matching::fresh_codings& fresh,
          const std::vector<coding_id>& dropped);

  /// @pre called once
  [[nodiscard]] std::shared_ptr<const codings> make();

 private:
  void copy_before(std::size_t row);
  void copy(std::size_t first, std::size_t last);
  void add(const matching::unit_result::row& row);
  [[nodiscard]] std::size_t place_of(const matching::unit_result::row& row) const;
  void make_table();
  void make_index();
  void make_rules();
  void make_events();

  const codings& before_;
  const matching::changed_themes& themes_;
  const matching::fresh_codings& fresh_;
  const std::vector<coding_id>& dropped_;
  bool rows_stay_;    // No theme has another row than before.
  bool rules_count_;  // Codings by rules may count at all.
  std::shared_ptr<codings> made_;
  std::size_t next_ = 0;          // Row of `before_`.
  std::size_t next_dropped_ = 0;  // Of `dropped_`.
  std::size_t next_dated_ = 0;
  std::size_t next_inherited_ = 0;
};

}  // namespace heard
