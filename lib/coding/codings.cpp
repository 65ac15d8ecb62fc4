#include "coding/run.hpp"

#include <heard/coding/codings.hpp>

#include <algorithm>

namespace heard {

void coding_table::reserve(std::size_t rows, std::size_t evidences) {
  answer.reserve(rows);
  theme.reserve(rows);
  coder.reserve(rows);
  stance.reserve(rows);
  counts.reserve(rows);
  spans.reserve(rows, evidences);
  inherited_from.reserve(rows);
}

std::pair<coding_id, coding_id> codings::of_answer(answer_id answer) const {
  return {coding_id(std::size_t{first_of_answer_[answer.value]}),
          coding_id(std::size_t{first_of_answer_[answer.value + 1]})};
}

timestamp codings::when(coding_id coding) const {
  const auto found =
      std::lower_bound(dated_.begin(), dated_.end(), coding,
                       [](const auto& each, coding_id wanted) { return each.first < wanted; });
  return found == dated_.end() || found->first != coding ? timestamp() : found->second;
}

std::shared_ptr<const codings> run_codings(std::shared_ptr<const consultation> of,
                                           std::shared_ptr<const heard::codebook> by,
                                           const run_options& options,
                                           std::shared_ptr<const campaigns> campaigns) {
  return coding_run(std::move(of), std::move(by), std::move(campaigns)).run(options, work_cut{});
}

}  // namespace heard
