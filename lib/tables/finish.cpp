#include "tables/finish.hpp"

namespace heard::counting {

std::vector<heard::cell> finish_cells(const plan& of, const tally& counted) {
  const std::vector<bool> looked_for = of.looked_for();
  std::vector<heard::cell> out(of.cells());
  for (place head = 0; head < of.counted.size(); ++head) {
    for (place group = 0; group < of.within.size(); ++group) {
      const std::size_t slot = of.slot(head, group);
      const std::size_t at = of.themes_across ? group * of.counted.size() + head : slot;
      const figure& found = counted.cell(slot);
      out[at] = {found.count, counted.base(of.base_by_cell ? slot : group), found.by_rule_only,
                 found.count > 0 || looked_for[slot]};
    }
  }
  return out;
}

bool may_overlap(const plan& of, const resolved_axis& axis) {
  if (axis.size() < (axis.has_all ? 3u : 2u)) return false;
  const unit counted = of.spec.unit;
  // A sender or a body may have sent several responses, each of them under another heading.
  // So may those whose letter counts as one.
  const bool sends_several =
      counted == unit::respondents || counted == unit::organisations || of.any_as_one;
  switch (axis.what.kind) {
    case axis_kind::all:
      return false;
    case axis_kind::theme:
      return true;
    case axis_kind::question:
    case axis_kind::chapter:
      return !of.per_answer();
    case axis_kind::channel:
    case axis_kind::capacity:
      return sends_several;
    case axis_kind::option:
      return sends_several || of.of().asked()[axis.what.question].kind == question_kind::multiple;
  }
  return false;
}

}  // namespace heard::counting
