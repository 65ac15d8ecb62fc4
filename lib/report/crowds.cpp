#include "report/crowds.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace heard::reporting {

namespace {

using rows = std::vector<std::size_t>;

class divider {
 public:
  divider(const std::vector<profile>& of, std::size_t k) : of_(of), k_(k), shown_(of.size(), 0) {}

  std::vector<std::size_t> divide() {
    rows all(of_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (people(all) >= k_) divide(all, 0);
    return std::move(shown_);
  }

 private:
  [[nodiscard]] std::size_t people(const rows& group) const {
    std::set<respondent_id> out;
    for (const std::size_t row : group) out.insert(of_[row].respondent);
    return out.size();
  }

  // @pre k respondents or more share the first `depth` attributes of the group
  void divide(const rows& group, std::size_t depth) {
    for (const std::size_t row : group) shown_[row] = depth;
    if (group.empty() || depth == of_[group[0]].attributes.size()) return;
    std::map<std::string, rows> by_value;
    for (const std::size_t row : group) by_value[of_[row].attributes[depth]].push_back(row);

    // One of several responses of a sender may be in another part.
    std::vector<std::pair<std::size_t, const rows*>> parts;
    for (const auto& [value, part] : by_value) parts.emplace_back(people(part), &part);
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    rows hidden;
    std::size_t next = 0;
    while (next < parts.size() &&
           (parts[next].first < k_ || (!hidden.empty() && people(hidden) < k_))) {
      hidden.insert(hidden.end(), parts[next].second->begin(), parts[next].second->end());
      ++next;
    }
    for (; next < parts.size(); ++next) divide(*parts[next].second, depth + 1);
  }

  const std::vector<profile>& of_;
  std::size_t k_;
  std::vector<std::size_t> shown_;
};

}  // namespace

std::vector<std::size_t> shown_attributes(const std::vector<profile>& of, std::size_t k) {
  return divider(of, k).divide();
}

}  // namespace heard::reporting
