/// @file
/// What of a codebook has to be looked for again after it was changed.
#pragma once

#include <heard/codebook/codebook.hpp>

#include <vector>

namespace heard::matching {

/// One codebook beside an earlier one: themes by their ids.
struct changed_themes {
  changed_themes(const codebook& before, const codebook& after);

  std::vector<theme_id> was;  ///< By theme: the earlier one of that id; invalid: there was none.
  std::vector<theme_id> is;   ///< By earlier theme; invalid: there is none any more.
  /// By theme: it is new, or what its rules find may differ, or what its stance is. One that reads
  /// just as before, and so does all that it refers to, finds the same.
  std::vector<bool> anew;
  bool same_order = true;  ///< Of the themes that are in both.
};

}  // namespace heard::matching
