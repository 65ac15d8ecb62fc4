/// @file
/// The lists for those who work on the consultation, from parts of which none is kept.
#pragma once

#include "report/account.hpp"

#include <heard/identity/review.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace heard::reporting {

/// For each question the responses with words there in which no theme counts, in order.
using uncovered_answers = std::vector<std::vector<response_id>>;

/// Rows of one list, in the order of what they are about, whatever the order they come in.
class kept_rows {
 public:
  /// @param most  rows that are kept: those that come first
  explicit kept_rows(std::size_t most) : most_(most) {}

  /// @param group  comes before the id in the order; within both rows stay as they come
  void add(std::uint32_t group, std::string id, std::vector<work_list::entry> row);
  /// Hands out the rows, and says how many there were where not all are kept.
  void take(work_list& into);

 private:
  struct keyed {
    std::uint32_t group = 0;
    std::string id;
    std::uint64_t turn = 0;
    std::vector<work_list::entry> row;
  };
  void keep_first(std::size_t rows);

  std::size_t most_;
  std::uint64_t all_ = 0;
  std::vector<keyed> rows_;
};

/// What is unsettled, uncovered or odd.
class list_keeper {
 public:
  explicit list_keeper(std::size_t most_rows);

  void add(const codings& part, const uncovered_answers& uncovered);
  /// @param last  one of the parts; what is about the whole is taken from it
  [[nodiscard]] std::vector<work_list> finish(const codings& last, std::span<const rule_use> rules,
                                              const std::vector<identity::body_summary>& bodies);

 private:
  enum list : std::uint8_t {
    unreadable,
    pending,
    unread,
    stale,
    not_included,
    repeats,
    without_rules,
    uncovered_words,
    disagreements,
    others,
    lists
  };
  friend class part_lister;
  std::vector<kept_rows> rows_;  // By list.
};

}  // namespace heard::reporting
