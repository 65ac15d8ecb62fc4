#include "tables/finish.hpp"
#include "tables/plan.hpp"
#include "tables/tally.hpp"

#include <heard/tables/table.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace heard {

namespace {

// Fixed, so that the cut never depends on the machine; large, so that merging the cells is no cost.
constexpr std::size_t responses_in_chunk = 4096;

counting::tally count(const counting::plan& plan, const run_options& options) {
  const std::size_t rows = plan.of().responses().size();
  counting::tally whole(plan);
  std::vector<std::optional<counting::tally>> parts(rows / responses_in_chunk + 1);
  for_each_chunk(
      rows, responses_in_chunk, options,
      [&](const chunk& part) { parts[part.index].emplace(plan).add(plan, part.first, part.last); },
      [&](const chunk& part) {
        whole.merge(std::move(*parts[part.index]));
        parts[part.index].reset();
      });
  whole.finish();
  return whole;
}

}  // namespace

class table_maker {
 public:
  static std::shared_ptr<const table> make(counting::plan plan, const run_options& options) {
    auto out = std::make_shared<table>();
    out->spec_ = plan.spec;
    out->from_ = plan.from;
    out->cells_ = counting::finish_cells(plan, count(plan, options));
    out->notes_ = counting::notes_of(plan, out->cells_);
    counting::resolved_axis& rows = plan.themes_across ? plan.within : plan.counted;
    counting::resolved_axis& columns = plan.themes_across ? plan.counted : plan.within;
    out->rows_overlap_ = counting::may_overlap(plan, rows);
    out->columns_overlap_ = counting::may_overlap(plan, columns);
    out->rows_ = std::move(rows.heads);
    out->columns_ = std::move(columns.heads);
    return out;
  }
};

std::shared_ptr<const table> make_table(std::shared_ptr<const codings> from, const table_spec& spec,
                                        const run_options& options) {
  return table_maker::make(counting::plan(std::move(from), spec), options);
}

}  // namespace heard
