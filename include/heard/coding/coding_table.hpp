/// @file
/// Codings, row by row, in as few bytes as they need: there are some for every line of the input.
#pragma once

#include <heard/base/ids.hpp>
#include <heard/coding/evidence_column.hpp>
#include <heard/coding/narrow_column.hpp>
#include <heard/coding/runs_column.hpp>
#include <heard/model/column.hpp>
#include <heard/model/kinds.hpp>

#include <cstddef>

namespace heard {

/// One theme on one answer by one coder, a row each, sorted by answer, theme, coder.
struct coding_table {
  runs_column<coding_id, answer_id> answer;
  narrow_column<coding_id, theme_id> theme;
  narrow_column<coding_id, coder_id> coder;  ///< Row of codings::coders().
  narrow_column<coding_id, heard::stance> stance;
  /// By the precedence of the manifest; never where the response is not included.
  column<coding_id, bool> counts;
  evidence_column spans;  ///< Sorted, each once, at least one.

  [[nodiscard]] std::size_t size() const { return counts.size(); }
  /// Makes room for so many rows, with so much evidence in all.
  void reserve(std::size_t rows, std::size_t evidences);
};

}  // namespace heard
