#include "nearest.hpp"

#include <algorithm>

namespace cli {

namespace {

// Optimal string alignment distance on bytes.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> now(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min(
          {last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? std::size_t(0) : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before = std::move(last);
    last = std::move(now);
  }
  return last[b.size()];
}

}  // namespace

std::string did_you_mean(const std::string& name, const std::vector<std::string>& known) {
  // A name that long is no slip of the fingers, and the distance takes the product of the lengths.
  if (name.size() > 200) return {};
  const std::string* best = nullptr;
  std::size_t least = 0;
  for (const std::string& each : known) {
    const std::size_t d = distance(name, each);
    if (3 * d > std::max(name.size(), each.size()) && d > 1) continue;
    if (best == nullptr || d < least) {
      best = &each;
      least = d;
    }
  }
  return best == nullptr ? std::string() : ", did you mean \"" + *best + "\"?";
}

}  // namespace cli
