// Ids for rows that have none: from what stands in them, so that neither the order of rows nor
// another export of the same data changes them.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/intake/sheet.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

// XXH3-128 of the cells of a row that are not empty, each after the name of its column, in the
// order of these names: a column that is moved, or added without a word in it, changes nothing.
class row_hasher {
 public:
  explicit row_hasher(const std::vector<std::string>& columns);
  [[nodiscard]] hash128 operator()(const sheet_row& row);

 private:
  std::vector<std::pair<std::string, std::size_t>> columns_;  // By name.
  std::string bytes_;
};

class response_ids {
 public:
  // The prefix and the hash; from the second row with that hash on also `-2`, `-3` and so on.
  [[nodiscard]] std::string next(std::string_view prefix, hash128 hash);

 private:
  struct low_half {
    std::size_t operator()(const hash128& hash) const { return hash.low; }
  };
  boost::unordered_flat_map<hash128, std::uint32_t, low_half> seen_;
};

}  // namespace heard
