#include "coding/run.hpp"

#include <heard/coding/codings.hpp>

#include <algorithm>

namespace heard {

namespace {

/// The value of a row, T() where it has none. @param in  sorted by row
template <class T>
T value_of(coding_id row, const std::vector<std::pair<coding_id, T>>& in) {
  const auto found =
      std::lower_bound(in.begin(), in.end(), row,
                       [](const auto& each, coding_id wanted) { return each.first < wanted; });
  return found == in.end() || found->first != row ? T() : found->second;
}

}  // namespace

std::pair<coding_id, coding_id> codings::of_answer(answer_id answer) const {
  return {coding_id(std::size_t{first_of_answer_[answer.value]}),
          coding_id(std::size_t{first_of_answer_[answer.value + 1]})};
}

// A sort by counting.
std::span<const coding_id> codings::of_theme(theme_id theme) const {
  std::call_once(by_theme_asked_, [this] {
    std::vector<std::uint32_t> next(by_->themes.size() + 1, 0);
    for (const coding_id row : each()) ++next[table_.theme[row].value + 1];
    for (std::size_t row = 1; row < next.size(); ++row) next[row] += next[row - 1];
    const std::vector<std::uint32_t> first = next;
    std::vector<coding_id> rows(table_.size());
    for (const coding_id row : each()) rows[next[table_.theme[row].value]++] = row;
    list_column<theme_id, coding_id> made;
    made.reserve(by_->themes.size(), rows.size());
    for (std::size_t row = 0; row + 1 < first.size(); ++row) {
      made.push_back(
          std::span<const coding_id>(rows).subspan(first[row], first[row + 1] - first[row]));
    }
    by_theme_ = std::move(made);
  });
  return by_theme_[theme];
}

timestamp codings::when(coding_id coding) const {
  return value_of(coding, dated_);
}

answer_id codings::inherited_from(coding_id coding) const {
  return value_of(coding, inherited_);
}

std::shared_ptr<const codings> run_codings(std::shared_ptr<const consultation> of,
                                           std::shared_ptr<const heard::codebook> by,
                                           const run_options& options,
                                           std::shared_ptr<const campaigns> campaigns,
                                           const kept_words* words) {
  return coding_run(std::move(of), std::move(by), std::move(campaigns))
      .run(options, work_cut{}, words);
}

}  // namespace heard
