#include "tables/tally.hpp"
#include "tables/walk.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/table.hpp>

#include <algorithm>
#include <tuple>

namespace heard {

namespace {

// Collects what a walk finds for one slot.
class source_sink {
 public:
  source_sink(const counting::plan& of, std::size_t slot) : plan_(of), slot_(slot) {}

  void begin(response_id response, answer_id) {
    response_ = response;
    if (plan_.spec.unit != unit::organisations) return;
    counting::unit_ids(plan_, response, answer_id{}, bodies_);
    speaks_for_nobody_ = bodies_.empty();
  }
  void base(std::size_t) {}
  void cell(std::size_t slot, answer_id answer, coding_id coding, bool) {
    if (slot == slot_ && !speaks_for_nobody_) found.push_back({response_, answer, coding});
  }
  void close() {}

  std::vector<cell_source> found;

 private:
  const counting::plan& plan_;
  std::size_t slot_;
  response_id response_;
  bool speaks_for_nobody_ = false;
  std::vector<std::uint32_t> bodies_;
};

}  // namespace

std::vector<cell_source> explain_cell(const table& from, std::size_t row, std::size_t column) {
  if (row >= from.rows().size() || column >= from.columns().size()) {
    throw error(status::bad_argument, "the table has no such cell");
  }
  if (from.spec().small_numbers != small_numbers::none) {
    throw error(status::bad_argument,
                "what is behind a cell is not told where small numbers are hidden");
  }
  const counting::plan plan(from.from(), from.spec());
  const auto head = static_cast<counting::place>(plan.themes_across ? column : row);
  const auto group = static_cast<counting::place>(plan.themes_across ? row : column);
  source_sink sink(plan, plan.slot(head, group));
  counting::walk<source_sink> visit(plan, sink);
  for (const response_id response : plan.of().each_response()) visit(response);

  const auto key = [](const cell_source& s) { return std::tie(s.response, s.answer, s.coding); };
  std::sort(sink.found.begin(), sink.found.end(),
            [&](const cell_source& a, const cell_source& b) { return key(a) < key(b); });
  sink.found.erase(
      std::unique(sink.found.begin(), sink.found.end(),
                  [&](const cell_source& a, const cell_source& b) { return key(a) == key(b); }),
      sink.found.end());
  return std::move(sink.found);
}

}  // namespace heard
