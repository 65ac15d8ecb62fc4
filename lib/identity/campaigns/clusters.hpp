/// @file
/// Texts gathered around reference letters, by their distance to the letter and never by a chain.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/related.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

struct clusters {
  std::vector<text_row> letters;       ///< The reference letter of each cluster.
  std::vector<std::uint32_t> of_text;  ///< Cluster by text; no_text: none.
  /// Responses that share runs with more letters than they were compared with (search_limits).
  std::uint64_t cut = 0;
};

/// Five stages of `run`.
/// @param declared  letters that lead a cluster whatever their size, in the order of importance
/// @param least     fewest responses of a cluster that nobody declared
[[nodiscard]] clusters find_clusters(const documents& of, const left_out_runs& left_out,
                                     std::span<const text_row> declared, std::uint32_t least,
                                     const relation_limits& limits, stages& run);

}  // namespace heard::letters
