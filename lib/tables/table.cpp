#include "tables/finish.hpp"
#include "tables/plan.hpp"
#include "tables/tally.hpp"

#include <heard/tables/small_numbers.hpp>
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
    const counting::tally counted = count(plan, options);
    return make(std::move(plan), counted);
  }

  static std::shared_ptr<const table> make(counting::plan plan, const counting::tally& counted) {
    auto out = std::make_shared<table>();
    out->spec_ = plan.spec;
    out->from_ = plan.from;
    out->cells_ = counting::finish_cells(plan, counted);
    out->notes_ = counting::notes_of(plan, out->cells_);
    counting::resolved_axis& rows = plan.themes_across ? plan.within : plan.counted;
    counting::resolved_axis& columns = plan.themes_across ? plan.counted : plan.within;
    out->rows_overlap_ = counting::may_overlap(plan, rows);
    out->columns_overlap_ = counting::may_overlap(plan, columns);
    out->rows_ = std::move(rows.heads);
    out->columns_ = std::move(columns.heads);
    return out;
  }

  // Groups are columns, but where the columns are themes; the whole is always counted with them.
  static std::shared_ptr<const table> protect(const table& whole, const table_spec& asked) {
    auto out = std::make_shared<table>(whole);
    const bool across = whole.spec_.columns.kind == axis_kind::theme;
    const small_number_rule rule = rule_of(asked.small_numbers);
    if (across) transpose(*out);
    const axis& groups = across ? whole.spec_.rows : whole.spec_.columns;
    const bool places = groups.kind == axis_kind::question || groups.kind == axis_kind::chapter;
    if (!places) leave_out_groups(*out, rule.k);
    small_number_guard guard(rule);
    counted_table counted{out->rows_, out->columns_, out->cells_};
    counted.across = places ? columns_are::places : columns_are::groups;
    counted.rows_are_themes = across || whole.spec_.rows.kind == axis_kind::theme;
    counted.rows_overlap = out->rows_overlap_;
    counted.columns_overlap = out->columns_overlap_;
    counted.has_base = whole.spec_.unit != unit::mentions;
    const std::size_t at = guard.add(counted);
    guard.protect();
    bool any = false;
    for (std::size_t i = 0; i < out->cells_.size(); ++i) {
      const std::size_t columns = out->columns_.size();
      out->cells_[i].hidden = guard.hidden(at, i / columns, i % columns);
      any = any || out->cells_[i].hidden;
    }
    mask(out->cells_, rule);
    if (any) out->notes_.push_back(hidden_note());
    if (rule.round > 1) out->notes_.push_back(rounded_note(rule.round));
    if (!asked.all_column && out->columns_[0].id == "all" && out->columns_.size() > 1) {
      std::vector<bool> kept(out->columns_.size(), true);
      kept[0] = false;
      keep_columns(*out, kept);
    }
    if (across) transpose(*out);
    out->spec_ = asked;
    return out;
  }

 private:
  static void transpose(table& of) {
    std::vector<heard::cell> turned;
    for (std::size_t column = 0; column < of.columns_.size(); ++column) {
      for (std::size_t row = 0; row < of.rows_.size(); ++row)
        turned.push_back(of.cell(row, column));
    }
    of.cells_ = std::move(turned);
    std::swap(of.rows_, of.columns_);
    std::swap(of.rows_overlap_, of.columns_overlap_);
  }

  static void keep_columns(table& of, const std::vector<bool>& kept) {
    std::vector<heading> heads;
    std::vector<heard::cell> cells;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]) heads.push_back(of.columns_[i]);
    }
    for (std::size_t i = 0; i < of.cells_.size(); ++i) {
      if (kept[i % kept.size()]) cells.push_back(of.cells_[i]);
    }
    of.columns_ = std::move(heads);
    of.cells_ = std::move(cells);
  }

  static void leave_out_groups(table& of, std::uint64_t k) {
    if (of.rows_.empty() || of.columns_.size() < 2 || of.columns_[0].id != "all") return;
    std::vector<std::uint64_t> bases;
    for (std::size_t i = 0; i < of.columns_.size(); ++i) bases.push_back(of.cell(0, i).base);
    const std::vector<bool> told = groups_told(bases, of.columns_overlap_, k);
    std::string gone;
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (!told[i]) gone += (gone.empty() ? "" : "; ") + of.columns_[i].label;
    }
    keep_columns(of, told);
    if (gone.empty()) return;
    of.notes_.push_back("Left out, since fewer than " + std::to_string(k) +
                        " could be told from it: " + gone);
  }
};

std::array<std::shared_ptr<const table>, 3> make_views(std::shared_ptr<const codings> from,
                                                       const table_spec& spec,
                                                       const run_options& options) {
  std::vector<counting::plan> plans;
  for (const campaign_view view :
       {campaign_view::all, campaign_view::as_one, campaign_view::excluded}) {
    table_spec of_view = spec;
    of_view.view = view;
    plans.emplace_back(from, of_view);
  }
  const auto fresh = [&] {
    return std::vector<counting::tally>{counting::tally(plans[0]), counting::tally(plans[1]),
                                        counting::tally(plans[2])};
  };
  const std::size_t rows = from->of()->responses().size();
  std::vector<counting::tally> whole = fresh();
  std::vector<std::vector<counting::tally>> parts(rows / responses_in_chunk + 1);
  for_each_chunk(
      rows, responses_in_chunk, options,
      [&](const chunk& c) {
        parts[c.index] = fresh();
        counting::tally::add(plans[0], plans, parts[c.index], c.first, c.last);
      },
      [&](const chunk& c) {
        for (std::size_t i = 0; i < 3; ++i) whole[i].merge(std::move(parts[c.index][i]));
        parts[c.index].clear();
      });
  std::array<std::shared_ptr<const table>, 3> out;
  for (std::size_t i = 0; i < 3; ++i) {
    whole[i].finish();
    out[i] = table_maker::make(std::move(plans[i]), whole[i]);
  }
  return out;
}

std::shared_ptr<const table> make_table(std::shared_ptr<const codings> from, const table_spec& spec,
                                        const run_options& options) {
  if (spec.small_numbers == small_numbers::none) {
    return table_maker::make(counting::plan(std::move(from), spec), options);
  }
  table_spec whole = spec;
  whole.all_column = true;
  whole.small_numbers = small_numbers::none;
  return table_maker::protect(*table_maker::make(counting::plan(std::move(from), whole), options),
                              spec);
}

}  // namespace heard
