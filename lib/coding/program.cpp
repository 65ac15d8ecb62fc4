#include "coding/program.hpp"

#include <algorithm>

namespace heard::matching {

links::links(std::size_t size, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  first_.assign(size + 1, 0);
  to_.reserve(pairs.size());
  for (const auto& [from, to] : pairs) {
    ++first_[from + 1];
    to_.push_back(to);
  }
  for (std::size_t i = 0; i < size; ++i) first_[i + 1] += first_[i];
}

}  // namespace heard::matching
