// What parts of a consultation know of one another, where it is made in parts.
#pragma once

#include "intake/cell_faults.hpp"

#include <heard/base/hash.hpp>
#include <heard/intake/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace heard {

// A row that waits for the last part, with its cells.
struct deferred_row {
  std::size_t source = 0;
  std::string id;
  sheet_row row;  // Its views are of `values`.
  std::vector<std::string> values;
};

// What is counted over all rows of a source and remarked on once.
struct source_sums {
  cell_faults faults;
  std::uint64_t rows = 0;
  std::size_t twice = 0;
  std::size_t disagreements = 0;
};

// Of remarks that stop after so many of a kind.
struct unsettled_sums {
  std::size_t unreadable = 0;
  std::size_t pending = 0;
  std::size_t unread = 0;
};

struct part_context {
  bool last = false;  // What no part had is at fault only then.

  // Responses that must be told from all others, or with them: hashes of their ids. They are in the
  // last part.
  std::unordered_set<std::uint64_t> together;
  std::vector<deferred_row> deferred;

  std::unordered_set<std::string> decided;    // Named by decisions, and in some part.
  std::set<std::string, std::less<>> purged;  // Taken in by some part.
  std::unordered_set<std::string> late;       // Named by the manifest, and in some part.
  unsettled_sums unsettled;

  [[nodiscard]] static std::uint64_t key(std::string_view id) { return hash_bytes(id).low; }
  [[nodiscard]] bool defers(std::string_view id) const {
    return !last && !together.empty() && together.contains(key(id));
  }

  void defer(std::size_t source, std::string_view id, const sheet_row& row) {
    deferred_row& kept = deferred.emplace_back();
    kept.source = source;
    kept.id = id;
    kept.row = row;
    for (const sheet_cell& each : row.cells) kept.values.emplace_back(each.value);
    for (std::size_t i = 0; i < kept.values.size(); ++i) kept.row.cells[i].value = {};
  }

  // Whether a decision's response is none of this part's business. @param here  this part has it
  [[nodiscard]] bool elsewhere(std::string_view id, bool here) {
    if (here) {
      decided.insert(std::string(id));
      return false;
    }
    return !last || decided.contains(std::string(id));
  }
};

}  // namespace heard
