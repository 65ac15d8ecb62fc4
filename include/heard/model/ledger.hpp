/// @file
/// The arithmetic that must close: every item, response and answer in exactly one state.
#pragma once

#include <heard/model/consultation.hpp>

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace heard {

inline constexpr std::size_t disposition_count = 13;
inline constexpr std::size_t answer_state_count = 10;

struct ledger {
  // items - not_a_response + split - merged = received
  std::uint64_t items = 0;
  std::uint64_t not_a_response = 0;
  std::uint64_t split = 0;         ///< Responses beyond the first of items that hold several.
  std::uint64_t merged_items = 0;  ///< Entries whose words belong to another response.
  std::uint64_t received = 0;

  /// By disposition in the order of the enumeration; they sum to `received`.
  std::array<std::uint64_t, disposition_count> by_disposition{};
  /// By channel in declared order; they sum to `received`.
  std::vector<std::uint64_t> by_channel;
  /// By capacity in the order of the enumeration, of the included.
  std::array<std::uint64_t, 4> by_capacity{};

  std::uint64_t late_let_in = 0;
  std::uint64_t late_left_out = 0;  ///< Of those whose disposition is `included`.
  std::uint64_t included = 0;       ///< disposition included - late_left_out
  std::uint64_t repeats = 0;        ///< Included responses flagged as a repeat by the same sender.

  /// For each question, included responses by answer state; each row sums to `included`.
  std::vector<std::array<std::uint64_t, answer_state_count>> by_state;

  // Three figures for bodies, since they differ. All of included responses whose capacity is
  // `organisation` or `both`.
  std::uint64_t responses_of_bodies = 0;
  std::uint64_t body_entries = 0;  ///< Distinct names as typed: the annex before merges.
  std::uint64_t bodies = 0;        ///< Distinct bodies.

  std::uint64_t stale = 0;
  std::uint64_t unread_answers = 0;  ///< Of included responses: letters that nobody has typed.
};

/// Counts, then proves each of the sums above.
/// @throw error(status::internal) naming the sum that does not close
[[nodiscard]] ledger make_ledger(const consultation& of);

/// The same of a consultation that comes in parts, none of which is kept. Parts have one
/// questionnaire and one set of organisations, and no item or response is in two.
class running_ledger {
 public:
  /// @throw error(status::internal) naming the sum of the part that does not close
  void add(const consultation& part);
  [[nodiscard]] ledger total() const;

 private:
  void count_bodies(const consultation& part);

  ledger sum_;
  // Names, since bodies are in several parts.
  std::set<std::string, std::less<>> bodies_;
  std::set<std::string, std::less<>> entries_;  // One that holds two bodies is one entry.
};

}  // namespace heard
