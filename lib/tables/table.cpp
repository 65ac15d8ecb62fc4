#include "tables/finish.hpp"
#include "tables/plan.hpp"
#include "tables/tally.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/small_numbers.hpp>
#include <heard/tables/table.hpp>

#include <array>
#include <optional>
#include <span>
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
  return whole;
}

}  // namespace

class table_maker {
 public:
  static std::shared_ptr<const table> make(counting::plan plan, const run_options& options) {
    counting::tally counted = count(plan, options);
    counted.finish();
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
  // What several views of one table show is told together.
  static std::vector<std::shared_ptr<const table>> protect(
      const std::vector<std::shared_ptr<const table>>& views, const table_spec& asked) {
    std::vector<std::shared_ptr<table>> out;
    for (const auto& each : views) out.push_back(std::make_shared<table>(*each));
    const axis& rows = views[0]->spec_.rows;
    const bool across = views[0]->spec_.columns.kind == axis_kind::theme;
    const small_number_rule rule = rule_of(asked.small_numbers);
    const axis& groups = across ? rows : views[0]->spec_.columns;
    const bool places = groups.kind == axis_kind::question || groups.kind == axis_kind::chapter;
    if (across) {
      for (const auto& each : out) transpose(*each);
    }
    if (!places) leave_out_groups(out, rule.k);
    // Beside themes "All" is how many there are in the group, which its base tells.
    const std::size_t first = across && asked.unit != unit::mentions ? 1 : 0;
    small_number_guard guard(rule);
    for (const auto& each : out) {
      counted_table counted{std::span(each->rows_).subspan(first), each->columns_,
                            std::span(each->cells_).subspan(first * each->columns_.size())};
      counted.across = places ? columns_are::places : columns_are::groups;
      counted.rows_are_themes = across || rows.kind == axis_kind::theme;
      counted.rows_overlap = each->rows_overlap_;
      counted.columns_overlap = each->columns_overlap_;
      counted.has_base = asked.unit != unit::mentions;
      guard.add(counted);
    }
    relate_views(out, guard, first);
    guard.protect();
    for (std::size_t view = 0; view < out.size(); ++view)
      finish(*out[view], guard, view, rule, first);
    for (const auto& each : out) {
      const bool all_of_groups = across ? rows.kind != axis_kind::all : !asked.all_column;
      if (all_of_groups && each->columns_[0].id == "all") leave_out_all(*each);
      if (across) transpose(*each);
      if (across && !asked.all_column) leave_out_all(*each);
      const campaign_view view = each->spec_.view;
      each->spec_ = asked;
      each->spec_.view = view;
    }
    return {out.begin(), out.end()};
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

  static void leave_out_all(table& of) {
    if (of.columns_.size() < 2) return;
    std::vector<bool> kept(of.columns_.size(), true);
    kept[0] = false;
    keep_columns(of, kept);
  }

  static void leave_out_groups(const std::vector<std::shared_ptr<table>>& views, std::uint64_t k) {
    const table& first = *views[0];
    if (first.rows_.empty() || first.columns_.size() < 2 || first.columns_[0].id != "all") return;
    std::vector<std::vector<std::uint64_t>> bases;
    bool overlap = false;
    for (const auto& each : views) {
      overlap = overlap || each->columns_overlap_;
      auto& of = bases.emplace_back();
      for (std::size_t i = 0; i < each->columns_.size(); ++i) of.push_back(each->cell(0, i).base);
    }
    const std::vector<bool> told = groups_told_in_views(bases, overlap, k);
    std::string gone;
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (!told[i]) gone += (gone.empty() ? "" : "; ") + first.columns_[i].label;
    }
    for (const auto& each : views) {
      keep_columns(*each, told);
      if (gone.empty()) continue;
      each->notes_.push_back("Left out, since fewer than " + std::to_string(k) +
                             " could be told from it: " + gone);
    }
  }

  static void relate_views(const std::vector<std::shared_ptr<table>>& views,
                           small_number_guard& guard, std::size_t first) {
    using enum small_number_guard::between_views;
    const unit counted = views[0]->spec_.unit;
    // A sender counts once, so a campaign as one may be more than its senders without it.
    const bool senders = counted == unit::respondents || counted == unit::organisations;
    const auto relate = [&](campaign_view more, campaign_view fewer) {
      std::optional<std::size_t> a, b;
      for (std::size_t i = 0; i < views.size(); ++i) {
        if (views[i]->spec_.view == more) a = i;
        if (views[i]->spec_.view == fewer) b = i;
      }
      if (!a || !b) return;
      const std::size_t columns = views[*a]->columns_.size();
      const bool all = more == campaign_view::all && fewer == campaign_view::excluded;
      const auto how = senders ? distinct : all ? members : part;
      for (std::size_t i = 0; i + first * columns < views[*a]->cells_.size(); ++i) {
        guard.relate_views({*a, i / columns, i % columns}, {*b, i / columns, i % columns}, how);
      }
    };
    relate(campaign_view::all, campaign_view::excluded);
    relate(campaign_view::as_one, campaign_view::excluded);
    relate(campaign_view::as_decided, campaign_view::excluded);
    if (senders) return;
    relate(campaign_view::all, campaign_view::as_one);
    relate(campaign_view::all, campaign_view::as_decided);
  }

  static void finish(table& of, const small_number_guard& guard, std::size_t at,
                     small_number_rule rule, std::size_t first) {
    bool any = false;
    const std::size_t columns = of.columns_.size();
    for (std::size_t i = first * columns; i < of.cells_.size(); ++i) {
      of.cells_[i].hidden = guard.hidden(at, i / columns - first, i % columns);
      any = any || of.cells_[i].hidden;
    }
    mask(of.cells_, rule);
    if (any) of.notes_.push_back(hidden_note());
    if (rule.round > 1) of.notes_.push_back(rounded_note(rule.round));
  }
};

namespace {

// Of plans that differ in their view alone, in one walk. @pre the first view is `all`
std::vector<std::shared_ptr<const table>> count_views(const std::shared_ptr<const codings>& from,
                                                      const table_spec& spec,
                                                      std::span<const campaign_view> views,
                                                      const run_options& options,
                                                      bool whole_of_groups = false) {
  std::vector<counting::plan> plans;
  for (const campaign_view view : views) {
    table_spec of_view = spec;
    of_view.view = view;
    plans.emplace_back(from, of_view, whole_of_groups);
  }
  const auto fresh = [&] {
    std::vector<counting::tally> out;
    for (const counting::plan& each : plans) out.emplace_back(each);
    return out;
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
        for (std::size_t i = 0; i < plans.size(); ++i) {
          whole[i].merge(std::move(parts[c.index][i]));
        }
        parts[c.index].clear();
      });
  std::vector<std::shared_ptr<const table>> out;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    whole[i].finish();
    out.push_back(table_maker::make(std::move(plans[i]), whole[i]));
  }
  return out;
}

constexpr std::array<campaign_view, 4> every_view = {
    campaign_view::all, campaign_view::as_one, campaign_view::excluded, campaign_view::as_decided};

// All views of one table, so that what one of them shows another cannot give away.
std::vector<std::shared_ptr<const table>> protected_views(
    const std::shared_ptr<const codings>& from, const table_spec& spec,
    const run_options& options) {
  table_spec whole = spec;
  whole.all_column = true;
  whole.small_numbers = small_numbers::none;
  const auto& found = from->campaigns();
  if (spec.unit == unit::mentions || !found || found->all().empty()) {
    return table_maker::protect({table_maker::make(counting::plan(from, whole, true), options)},
                                spec);
  }
  return table_maker::protect(count_views(from, whole, every_view, options, true), spec);
}

}  // namespace

std::array<std::shared_ptr<const table>, 3> make_views(std::shared_ptr<const codings> from,
                                                       const table_spec& spec,
                                                       const run_options& options) {
  if (spec.small_numbers == small_numbers::none) {
    const auto out = count_views(from, spec, std::span(every_view).first(3), options);
    return {out[0], out[1], out[2]};
  }
  const auto out = protected_views(from, spec, options);
  // Without campaigns all views are one.
  return {out[0], out[out.size() == 1 ? 0 : 1], out[out.size() == 1 ? 0 : 2]};
}

std::shared_ptr<const table> make_table(std::shared_ptr<const codings> from, const table_spec& spec,
                                        const run_options& options) {
  if (spec.small_numbers == small_numbers::none) {
    return table_maker::make(counting::plan(std::move(from), spec), options);
  }
  for (const auto& each : protected_views(from, spec, options)) {
    if (each->spec().view == spec.view) return each;
  }
  throw error(status::internal, "a view of a table is missing");
}

struct running_table::state {
  table_spec spec;
  std::optional<counting::tally> whole;
};

running_table::running_table(const table_spec& spec)
    : state_(std::make_unique<state>(state{spec, std::nullopt})) {}
running_table::~running_table() = default;
running_table::running_table(running_table&&) noexcept = default;
running_table& running_table::operator=(running_table&&) noexcept = default;

void running_table::add(std::shared_ptr<const codings> part, const run_options& options) {
  const counting::plan plan(std::move(part), state_->spec);
  counting::tally counted = count(plan, options);
  if (!state_->whole) {
    state_->whole.emplace(std::move(counted));
    return;
  }
  if (plan.keeps_ids()) {
    throw error(status::bad_argument,
                "units that may be in several parts cannot be counted by part");
  }
  state_->whole->merge(std::move(counted));
}

std::shared_ptr<const table> running_table::finish(std::shared_ptr<const codings> last) {
  counting::plan plan(std::move(last), state_->spec);
  counting::tally counted = state_->whole ? std::move(*state_->whole) : counting::tally(plan);
  state_->whole.reset();
  counted.finish();
  return table_maker::make(std::move(plan), counted);
}

}  // namespace heard
