// Faults of cells, counted: one remark for a column and a rule, however many cells break it, and
// never with their words.
#pragma once

#include "intake/draft.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace heard {

class cell_faults {
 public:
  struct rule {
    std::string one;      // "holds something that is no declared option"
    std::string several;  // The same of several cells: "hold something ..."
    severity level = severity::error;
    std::string kind = {};  // Of what a final run must settle, which then decides the level.
  };

  void add(const rule& broken, std::string_view column, const source_place& place,
           std::string_view cell);
  void report(draft& to) const;

 private:
  struct tally {
    rule broken;
    source_place first;
    std::size_t cells = 0;
    std::unordered_set<std::uint64_t> values;  // Hashes.
  };
  std::map<std::pair<std::string, std::string>, tally, std::less<>> tallies_;
};

}  // namespace heard
