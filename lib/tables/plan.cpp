#include "tables/plan.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

namespace heard::counting {

namespace {

[[noreturn]] void refuse(std::string message) {
  throw error(status::bad_argument, std::move(message));
}

bool open(const question& of) {
  return of.kind == question_kind::open;
}

// Two axes of one kind have no cells but their diagonal; questions and chapters are of one kind.
void check_axes(const table_spec& spec, const consultation& of) {
  const auto kind = [](const axis& a) {
    return a.kind == axis_kind::chapter ? axis_kind::question : a.kind;
  };
  for (const axis* each : {&spec.rows, &spec.columns}) {
    if (each->kind != axis_kind::option) continue;
    if (each->question.value >= of.asked().questions().size() || open(of.asked()[each->question])) {
      refuse("an axis of options needs a closed question");
    }
  }
  if (kind(spec.rows) == kind(spec.columns) && spec.rows.kind != axis_kind::all &&
      (spec.rows.kind != axis_kind::option || spec.rows.question == spec.columns.question)) {
    refuse("rows and columns cannot be of the same kind");
  }
  if (spec.unit == unit::mentions && spec.rows.kind != axis_kind::theme &&
      spec.columns.kind != axis_kind::theme) {
    refuse("mentions are counted by theme, so one axis must be \"theme\"");
  }
}

void check_filters(const table_spec& spec, const codings& from) {
  const questionnaire& asked = from.of()->asked();
  if (spec.question && spec.question->value >= asked.questions().size()) {
    refuse("the table's question is not one of the consultation");
  }
  const bool themes = spec.rows.kind == axis_kind::theme || spec.columns.kind == axis_kind::theme;
  if (spec.question && themes && !open(asked[*spec.question])) {
    refuse("question \"" + asked[*spec.question].id +
           "\" is closed and has no themes; its options are counted where it is an axis");
  }
  if (spec.chapter && spec.chapter->value >= asked.chapters().size()) {
    refuse("the table's chapter is not one of the consultation");
  }
  if (spec.question && spec.chapter && asked[*spec.question].chapter != *spec.chapter) {
    refuse("question \"" + asked[*spec.question].id + "\" is not in chapter \"" +
           asked[*spec.chapter].id + "\"");
  }
  if (spec.coder.valid() && spec.coder.value >= from.coders().size()) {
    refuse("the table's coder is not one of the consultation");
  }
}

std::vector<question_id> scope_of(const table_spec& spec, const consultation& of) {
  if (spec.question) return {*spec.question};
  const bool themes = spec.rows.kind == axis_kind::theme || spec.columns.kind == axis_kind::theme;
  const bool places =
      spec.columns.kind == axis_kind::question || spec.columns.kind == axis_kind::chapter;
  if (spec.rows.kind == axis_kind::option && !themes && !places && !spec.chapter) {
    return {spec.rows.question};
  }
  std::vector<question_id> out;
  for (const question_id id : of.each_question()) {
    const question& candidate = of.asked()[id];
    if (open(candidate) && (!spec.chapter || candidate.chapter == *spec.chapter)) out.push_back(id);
  }
  return out;
}

// A theme follows its parent, whatever the order they were written in.
void add_themes(const codebook& book, theme_id theme, std::vector<place> parents,
                resolved_axis& out) {
  const heard::theme& about = book[theme];
  parents.push_back(static_cast<place>(out.heads.size()));
  out.heads.push_back({about.id, about.name, {}, static_cast<unsigned>(parents.size() - 1)});
  out.heads_of[theme.value] = parents;
  for (const theme_id child : about.children) add_themes(book, child, parents, out);
}

void add_questions(const plan& of, resolved_axis& out) {
  out.heads_of.resize(of.of().asked().questions().size());
  for (const question_id id : of.scope) {
    const question& about = of.of().asked()[id];
    if (!open(about)) continue;
    out.heads_of[id.value] = {static_cast<place>(out.heads.size())};
    out.heads.push_back({about.id, label_of(about), about.note, 0});
  }
}

void add_chapters(const plan& of, resolved_axis& out) {
  const questionnaire& asked = of.of().asked();
  out.heads_of.resize(asked.questions().size());
  const auto add = [&](chapter_id chapter, heading head) {
    bool any = false;
    for (const question_id id : of.scope) {
      if (!open(asked[id]) || asked[id].chapter != chapter) continue;
      out.heads_of[id.value] = {static_cast<place>(out.heads.size())};
      any = true;
    }
    if (any) out.heads.push_back(std::move(head));
  };
  for (std::size_t i = 0; i < asked.chapters().size(); ++i) {
    const chapter& about = asked.chapters()[i];
    add(chapter_id(i), {about.id, about.title, about.note, 0});
  }
  const auto general = asked.find_question("general");
  add({}, {"general", general ? label_of(asked[*general]) : "General", {}, 0});
}

void add_capacities(resolved_axis& out) {
  struct row {
    capacity value;
    const char* label;
  };
  constexpr std::array<row, 4> rows = {{{capacity::self, "On their own behalf"},
                                        {capacity::organisation, "On behalf of an organisation"},
                                        {capacity::both, "Both"},
                                        {capacity::unknown, "Not known"}}};
  out.heads_of.resize(rows.size());
  for (const row& each : rows) {
    out.heads_of[static_cast<std::size_t>(each.value)] = {static_cast<place>(out.heads.size())};
    out.heads.push_back({std::string(word(each.value)), each.label, {}, 0});
  }
}

resolved_axis resolve(const plan& of, axis what, bool with_all) {
  const questionnaire& asked = of.of().asked();
  resolved_axis out;
  out.what = what;
  out.has_all = with_all;
  if (with_all || what.kind == axis_kind::all) out.heads.push_back({"all", "All", {}, 0});
  switch (what.kind) {
    case axis_kind::all:
      break;
    case axis_kind::theme: {
      const codebook& book = *of.from->by();
      out.heads_of.resize(book.themes.size());
      for (std::size_t i = 0; i < book.themes.size(); ++i) {
        if (!book.themes[i].parent.valid()) add_themes(book, theme_id(i), {}, out);
      }
      break;
    }
    case axis_kind::question:
      add_questions(of, out);
      break;
    case axis_kind::chapter:
      add_chapters(of, out);
      break;
    case axis_kind::channel:
      out.heads_of.resize(asked.channels().size());
      for (std::size_t i = 0; i < asked.channels().size(); ++i) {
        const channel& about = asked.channels()[i];
        out.heads_of[i] = {static_cast<place>(out.heads.size())};
        out.heads.push_back({about.id, about.title, about.note, 0});
      }
      break;
    case axis_kind::capacity:
      add_capacities(out);
      break;
    case axis_kind::option:
      out.heads_of.resize(asked.options().size());
      for (const option_id id : asked[what.question].options) {
        const option& about = asked[id];
        out.heads_of[id.value] = {static_cast<place>(out.heads.size())};
        out.heads.push_back({about.id, about.label, about.note, 0});
      }
      break;
  }
  return out;
}

bool looked_for_at(const heard::theme& theme, question_id question, const questionnaire& asked) {
  if (theme.questions.empty()) return open(asked[question]);
  return std::any_of(theme.questions.begin(), theme.questions.end(),
                     [&](const std::string& id) { return asked.find_question(id) == question; });
}

}  // namespace

const std::string& label_of(const question& of) {
  if (!of.label.empty()) return of.label;
  return of.text.empty() ? of.id : of.text;
}

part plan::part_of(response_id response) const {
  if (spec.view == campaign_view::all) return part::each;
  const campaign_id in = campaign_of(response);
  if (!in.valid()) return part::each;
  if (spec.view == campaign_view::as_one) return part::as_one;
  if (spec.view == campaign_view::excluded) return part::none;
  switch ((*from->campaigns())[in].policy) {
    case campaign_policy::count_each:
      return part::each;
    case campaign_policy::count_one:
      return part::as_one;
    case campaign_policy::exclude:
      return part::none;
  }
  return part::each;
}

plan::plan(std::shared_ptr<const codings> codings, const table_spec& asked, bool whole)
    : from(std::move(codings)), spec(asked) {
  check_axes(spec, of());
  check_filters(spec, *from);
  scope = scope_of(spec, of());
  in_scope.resize(of().asked().questions().size());
  for (const question_id id : scope) in_scope[id.value] = true;

  themes_across = spec.columns.kind == axis_kind::theme;
  const bool with_all = spec.all_column && spec.columns.kind != axis_kind::all;
  const bool all_row = whole && themes_across && spec.rows.kind != axis_kind::all;
  resolved_axis rows = resolve(*this, spec.rows, all_row);
  resolved_axis columns = resolve(*this, spec.columns, with_all);
  for (const resolved_axis* each : {&rows, &columns}) {
    if (each->by_question() && each->size() == (each->has_all ? 1u : 0u)) {
      refuse("the table has no open question for an axis of questions or chapters");
    }
  }
  counted = std::move(themes_across ? columns : rows);
  within = std::move(themes_across ? rows : columns);
  if (within.by_question()) {
    within_at = within.heads_of;
    for (const question_id id : scope) {
      if (within.has_all) within_at[id.value].insert(within_at[id.value].begin(), 0);
    }
  }
  if (from->campaigns() && !from->campaigns()->all().empty()) {
    const auto& all = from->campaigns()->all();
    any_as_one = spec.view == campaign_view::as_one ||
                 (spec.view == campaign_view::as_decided &&
                  std::any_of(all.begin(), all.end(), [](const campaign& each) {
                    return each.policy == campaign_policy::count_one;
                  }));
  }
  if (any_as_one && spec.unit == unit::mentions) {
    refuse("mentions are passages, and a campaign that counts as one has no passages of its own");
  }
  base_by_cell = spec.base == base::asked && counted.by_question();
}

std::vector<bool> plan::looked_for() const {
  if (!counted.by_theme()) return std::vector<bool>(cells(), true);
  std::vector<bool> out(cells(), false);
  const place first = counted.has_all ? 1 : 0;
  for (place group = 0; group < first * within.size(); ++group) out[slot(0, group)] = true;
  std::vector<place> every(within.size());
  std::iota(every.begin(), every.end(), place{0});
  const codebook& book = *from->by();
  for (std::size_t theme = 0; theme < book.themes.size(); ++theme) {
    for (const question_id id : scope) {
      if (!looked_for_at(book.themes[theme], id, of().asked())) continue;
      for (const place group : within.by_question() ? within_at[id.value] : every) {
        for (const place head : counted.heads_of[theme]) out[slot(head, group)] = true;
      }
    }
  }
  return out;
}

}  // namespace heard::counting
