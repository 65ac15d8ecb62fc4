#include "coding/distance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace heard::matching {

bool within_distance(std::u32string_view a, std::u32string_view b, unsigned most) {
  if (a.empty() || b.empty() || a[0] != b[0]) return false;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return false;

  // Only cells within `most` of the diagonal can hold a distance of at most `most`; a row is kept
  // as the 2 * 2 + 1 cells around it. Cell k of row i is column i + k - band.
  constexpr std::ptrdiff_t band = 2;
  constexpr unsigned far = 100;
  using row = std::array<unsigned, 2 * band + 1>;
  row before{};
  row last{};
  row now{};
  last.fill(far);
  before.fill(far);
  const auto columns = static_cast<std::ptrdiff_t>(b.size());
  for (std::ptrdiff_t k = band; k <= 2 * band; ++k) last[k] = static_cast<unsigned>(k - band);
  for (std::ptrdiff_t i = 1; i <= static_cast<std::ptrdiff_t>(a.size()); ++i) {
    now.fill(far);
    unsigned least = far;
    for (std::ptrdiff_t k = 0; k <= 2 * band; ++k) {
      const std::ptrdiff_t j = i + k - band;
      if (j < 0 || j > columns) continue;
      unsigned cell = k < 2 * band ? last[k + 1] + 1 : far;  // drop a[i - 1]
      if (k > 0) cell = std::min(cell, now[k - 1] + 1);      // add b[j - 1]
      if (j > 0) cell = std::min(cell, last[k] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cell = std::min(cell, before[k] + 1);
      }
      now[k] = cell;
      least = std::min(least, cell);
    }
    if (least > most) return false;
    before = last;
    last = now;
  }
  return last[band + columns - static_cast<std::ptrdiff_t>(a.size())] <= most;
}

}  // namespace heard::matching
