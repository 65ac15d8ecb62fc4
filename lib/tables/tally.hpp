/// @file
/// Counts of a part of the responses. Tallies of parts merge into that of the whole.
#pragma once

#include "tables/plan.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heard::counting {

/// Units in one cell.
struct figure {
  std::uint64_t count = 0;
  std::uint64_t by_rule_only = 0;
};

/// Distinct respondents or organisations, and campaigns that count as one, do not add, since they
/// may stand on either side of a cut: they are kept by id until all parts are merged. Responses,
/// answers and mentions lie on one side and are counted at once.
class tally {
 public:
  explicit tally(const plan& of);

  /// Counts the responses [first, last).
  void add(const plan& of, std::size_t first, std::size_t last);
  /// The same for several tallies at once, of plans that differ in their view alone.
  /// @param visited  a plan of the view `all`
  static void add(const plan& visited, std::span<const plan> of, std::span<tally> into,
                  std::size_t first, std::size_t last);
  void merge(tally&& next);
  /// Settles the distinct ids. Nothing may be added afterwards.
  void finish();

  [[nodiscard]] const figure& cell(std::size_t slot) const { return cells_[slot]; }
  [[nodiscard]] std::uint64_t base(std::size_t slot) const { return bases_[slot]; }

 private:
  friend class tally_sink;
  std::vector<figure> cells_;
  std::vector<std::uint64_t> bases_;
  // By slot, an id for each response; by_rule_ids_ where unreviewed rules alone say so.
  using id_lists = std::vector<std::vector<std::uint32_t>>;
  id_lists firm_ids_;
  id_lists by_rule_ids_;
  id_lists base_ids_;
  std::size_t id_limit_ = 0;  // above every id
};

/// What a response or an answer of it counts as where units are told apart by id: itself, its
/// sender, or the bodies it speaks for; or the campaign that stands for any of these.
void unit_ids(const plan& of, response_id response, answer_id answer,
              std::vector<std::uint32_t>& out);

}  // namespace heard::counting
