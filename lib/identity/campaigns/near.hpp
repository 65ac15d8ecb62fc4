/// @file
/// Which texts are so near that one could be the other's letter.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/related.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// A text that another is near to.
struct neighbour {
  text_row text = no_text;
  bool alike = false;  ///< relation::alike; else relation::holds.
};

/// For each text those near to it, in one vector. What bands propose, and exact comparison
/// confirms.
class neighbours {
 public:
  /// Three stages of `run`.
  neighbours(const documents& of, const left_out_runs& left_out, const relation_limits& limits,
             stages& run);

  [[nodiscard]] std::span<const neighbour> operator[](text_row text) const {
    return std::span(all_).subspan(first_[text], first_[text + 1] - first_[text]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<neighbour> all_;
};

}  // namespace heard::letters
