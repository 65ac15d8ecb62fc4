#include <heard/base/nearest.hpp>

#include <algorithm>
#include <vector>

namespace heard {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Headers can be whole questions; beyond this a distance is not worth its quadratic cost.
constexpr std::size_t length_limit = 400;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width), above(width), row(width);
  for (std::size_t j = 0; j < width; ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string_view nearest(std::string_view name, std::span<const std::string> known) {
  std::string_view best;
  std::size_t best_distance = 0;
  if (name.size() > length_limit) return best;
  for (const std::string& candidate : known) {
    if (candidate.size() > length_limit) continue;
    const std::size_t longer = std::max(name.size(), candidate.size());
    const std::size_t limit =
        std::max<std::size_t>(std::min<std::size_t>(3, longer / 2), longer / 3);
    const std::size_t distance = edit_distance(name, candidate);
    if (distance > limit) continue;
    if (best.data() == nullptr || distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view near) {
  return near.empty() ? std::string() : ", did you mean \"" + std::string(near) + "\"?";
}

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
  return did_you_mean(nearest(name, known));
}

}  // namespace heard
