#include "tables/finish.hpp"

#include <algorithm>
#include <string_view>

namespace heard::counting {

namespace {

std::string quoted(const std::string& words) {
  return "\"" + words + "\"";
}

// "the question", with the verb that a base asks for: answered it, was asked it.
std::string scope_words(const plan& of, bool of_the_all_column) {
  const questionnaire& asked = of.of().asked();
  const resolved_axis& places = of.base_by_cell ? of.counted : of.within;
  if (places.by_question() && !of_the_all_column) {
    return places.what.kind == axis_kind::question ? "the question"
                                                   : "at least one question of the chapter";
  }
  if (of.scope.size() == 1) return "the question " + quoted(label_of(asked[of.scope.front()]));
  if (of.spec.chapter) {
    return "at least one question of the chapter " + quoted(asked[*of.spec.chapter].title);
  }
  return "at least one open question";
}

// The same for answers: "answers to ...".
std::string answers_to(const plan& of, bool of_the_all_column) {
  const std::string scope = scope_words(of, of_the_all_column);
  const std::string_view one = "at least one ";
  if (scope.rfind(one, 0) != 0) return "answers to " + scope;
  std::string rest = scope.substr(one.size());
  const std::size_t at = rest.find("question");
  return "answers to " + rest.insert(at + std::string_view("question").size(), "s");
}

std::string base_of_answers(const plan& of) {
  const std::string answers = answers_to(of, false);
  switch (of.spec.base) {
    case base::received:
      return answers + " in all responses received";
    case base::included:
    case base::asked:
      return answers + " in included responses";
    case base::answered:
      return answers;
    case base::substantive:
      return answers + " that say more than \"no comment\" or \"see above\"";
    case base::reviewed:
      return answers + " that a person read";
  }
  return answers;
}

std::string base_of_wholes(const plan& of) {
  const unit counted = of.spec.unit;
  const std::string units(word(counted));
  if (of.spec.base == base::received) {
    return counted == unit::responses ? "all responses received"
                                      : units + " behind all responses received";
  }
  if (of.spec.base == base::included) {
    return counted == unit::responses ? "included responses" : units + " behind included responses";
  }
  const std::string who = units + (counted == unit::respondents ? " who " : " that ");
  const std::string scope = scope_words(of, false);
  switch (of.spec.base) {
    case base::asked:
      return who + "were asked " + scope;
    case base::substantive:
      return who + "answered " + scope + " with more than \"no comment\" or \"see above\"";
    case base::reviewed:
      return who + "answered " + scope + ", where a person read the answer";
    default:
      return who + "answered " + scope;
  }
}

// Whose part of the base a column has.
std::string part_words(const plan& of) {
  const std::string each = of.themes_across ? "in each row" : "in each column";
  switch (of.within.what.kind) {
    case axis_kind::channel:
      return "; " + each + " those that came through its channel";
    case axis_kind::capacity:
      return "; " + each + " those made in its capacity";
    case axis_kind::option:
      return "; " + each + " those with its choice at " +
             quoted(label_of(of.of().asked()[of.within.what.question]));
    case axis_kind::question:
    case axis_kind::chapter: {
      const bool by_scope =
          of.per_answer() || (of.spec.base != base::received && of.spec.base != base::included);
      if (!of.within.has_all || of.themes_across || !by_scope) return {};
      const std::string scope = of.per_answer() ? answers_to(of, true) : scope_words(of, true);
      return "; in the column All, " + scope;
    }
    default:
      return {};
  }
}

std::string base_note(const plan& of) {
  if (of.spec.unit == unit::mentions) {
    return "Counted: mentions, each passage of an answer that shows the theme once; they have no "
           "share. Base: " +
           base_of_answers(of) + part_words(of);
  }
  return "Base: " + (of.per_answer() ? base_of_answers(of) : base_of_wholes(of)) + part_words(of);
}

std::string overlap_note(const plan& of, const resolved_axis& axis, bool rows) {
  const std::string_view which = rows ? "rows" : "columns";
  std::string_view one;
  switch (of.spec.unit) {
    case unit::responses:
      one = "A response";
      break;
    case unit::respondents:
      one = "A respondent";
      break;
    case unit::organisations:
      one = "An organisation";
      break;
    case unit::answers:
      one = "An answer";
      break;
    case unit::mentions:
      one = "A mention";
      break;
  }
  const bool multiple = axis.what.kind == axis_kind::option &&
                        of.of().asked()[axis.what.question].kind == question_kind::multiple;
  std::string why;
  if (axis.by_theme()) {
    why = std::string(one) + " may belong to several themes";
    if (std::any_of(axis.heads.begin(), axis.heads.end(),
                    [](const heading& each) { return each.depth > 0; })) {
      why += ", and a parent theme holds what its children hold, each once";
    }
  } else if (axis.by_question()) {
    why = std::string(one) + " may speak to several " +
          (axis.what.kind == axis_kind::question ? "questions" : "chapters");
  } else if (multiple) {
    why =
        "Several choices could be made at " + quoted(label_of(of.of().asked()[axis.what.question]));
  } else {
    why = std::string(one) + " may stand behind several responses";
  }
  return why + ", so " + std::string(which) + " overlap and must not be added up";
}

void add_heading_notes(const plan& of, const resolved_axis& axis, std::vector<std::string>& out) {
  if (axis.what.kind == axis_kind::option) {
    const question& about = of.of().asked()[axis.what.question];
    if (!about.note.empty()) out.push_back(label_of(about) + ": " + about.note);
  }
  for (const heading& each : axis.heads) {
    if (!each.note.empty()) out.push_back(each.label + ": " + each.note);
  }
}

// Asked for as if it were a question, the place of a chapter is often taken for the chapter.
void add_place_note(const plan& of, const std::vector<heard::cell>& cells,
                    std::vector<std::string>& out) {
  if (!of.spec.question) return;
  const question& about = of.of().asked()[*of.spec.question];
  if (about.place == question_place::declared ||
      std::any_of(cells.begin(), cells.end(), [](const heard::cell& c) { return c.base > 0; })) {
    return;
  }
  if (about.place == question_place::general) {
    out.emplace_back("Nothing was said that belongs to no chapter");
  } else {
    out.push_back(
        "Nothing was said to the chapter " + quoted(about.id) +
        " as a whole; its questions are counted where the table is limited to the chapter "
        "and to no question");
  }
}

// What a view does to the units; nothing is said where it does nothing.
void add_campaign_note(const plan& of, std::vector<std::string>& out) {
  if (!of.from->campaigns()) return;
  std::uint64_t as_one = 0;
  std::uint64_t left_out = 0;
  std::uint64_t units = 0;
  for (const campaign& each : of.from->campaigns()->all()) {
    const part is = of.part_of(each.reference);
    as_one += is == part::as_one ? each.members.size() : 0;
    units += is == part::as_one ? 1 : 0;
    left_out += is == part::none ? each.members.size() : 0;
  }
  if (as_one > 0) {
    out.push_back(std::to_string(as_one) + " responses of campaigns count as " +
                  std::to_string(units) +
                  ", one for each campaign, which says whatever any of its members says");
  }
  if (left_out > 0) {
    out.push_back(std::to_string(left_out) + " responses of campaigns are not counted here");
  }
}

}  // namespace

std::vector<std::string> notes_of(const plan& of, const std::vector<heard::cell>& cells) {
  std::vector<std::string> out = {base_note(of)};
  if (of.spec.coder.valid()) {
    out.push_back("Only the codings of " + quoted(of.from->coders()[of.spec.coder.value].name));
  }
  add_campaign_note(of, out);
  const resolved_axis& rows = of.themes_across ? of.within : of.counted;
  const resolved_axis& columns = of.themes_across ? of.counted : of.within;
  if (may_overlap(of, rows)) out.push_back(overlap_note(of, rows, true));
  if (may_overlap(of, columns)) out.push_back(overlap_note(of, columns, false));
  add_heading_notes(of, rows, out);
  add_heading_notes(of, columns, out);
  if (std::any_of(cells.begin(), cells.end(),
                  [](const heard::cell& each) { return each.by_rule_only > 0; })) {
    out.push_back(
        "Some counts rest on rules in answers that no person reviewed: such a count means \"found "
        "by "
        "rule in at least so many\"");
  }
  if (std::any_of(cells.begin(), cells.end(),
                  [](const heard::cell& each) { return !each.applies; })) {
    out.push_back(
        "\"n/a\": the theme is not looked for at that question, and nobody found it there");
  }
  add_place_note(of, cells, out);
  return out;
}

}  // namespace heard::counting
