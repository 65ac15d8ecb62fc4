#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/tables/share.hpp>

#include <algorithm>
#include <utility>

namespace heard::reporting {

namespace {

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

void stances(const account& from, const theme_account& of, document& out) {
  const std::string& proposition = from.by()[of.theme].stance_of;
  if (proposition.empty() || !of.stances.any()) return;
  sum parts(number(of.stances.total()) + " that raised it");
  const auto count = [&](stance which) {
    return of.stances.count[static_cast<std::size_t>(which)];
  };
  parts.plus(count(stance::in_favour), "for")
      .plus(count(stance::against), "against")
      .plus(count(stance::mixed), "for and against")
      .plus(count(stance::neither), "neither")
      .plus(count(stance::none), "without a stance");
  // Where all agree the sum would say one number twice.
  std::string text = parts.text();
  if (parts.terms() == 1) text.erase(0, text.find(" = ") + 3);
  out.say("On \u201c" + proposition + "\u201d: " + text + ".", manner::note);
}

std::string status_of(const shown_quote& of) {
  std::string out = "Response " + of.response + ": ";
  if (of.may_be_published && of.cleared) return out + (of.pinned ? "pinned, cleared" : "cleared");
  if (of.may_be_published) return out + "not read by a person, and nothing found that identifies";
  if (of.cleared) return out + "cleared, but its sender did not let it be quoted";
  if (!of.holds.empty()) return out + "held, for " + of.holds;
  return out + "its sender did not let it be quoted";
}

void quotes(const account& from, const theme_account& of, document& out) {
  for (const shown_quote& each : of.quotes) {
    quote_block made;
    for (const quote_part& part : each.parts) {
      if (part.is == quote_part::kind::cut) {
        made.words.push_back({part.text, run_kind::cut});
        continue;
      }
      const bool mark = part.is == quote_part::kind::evidence && from.internal();
      const run_kind kind = mark ? run_kind::evidence : run_kind::words;
      if (!made.words.empty() && made.words.back().kind == kind) {
        made.words.back().text += part.text;
      } else {
        made.words.push_back({part.text, kind, each.language});
      }
    }
    made.by = each.by;
    if (!each.translation.empty()) {
      made.translation.push_back({each.translation, run_kind::words, each.translation_language});
      made.translated =
          (each.translation_is_longer ? "The whole answer, translated by " : "Translated by ") +
          each.translator;
    }
    if (from.internal()) made.status = status_of(each);
    out.add(std::move(made));
  }
}

// Whether there is more to say of a theme than its figure, which the table has.
bool has_section(const account& from, const theme_account& of) {
  return !of.other_point &&
         (!of.quotes.empty() || (!from.by()[of.theme].stance_of.empty() && of.stances.any()));
}

void theme_section(const account& from, const theme_account& of, unsigned level, document& out) {
  out.heading(level, "", from.by()[of.theme].name);
  out.say(capital(finding(of.figure)) + ".", manner::figure);
  stances(from, of, out);
  quotes(from, of, out);
}

// What the points have in common: a base of up to 40 has single responses only.
std::string raised_in(const std::vector<const theme_account*>& points) {
  static_assert(100 / other_points_below == 20);
  const auto single = [](const theme_account* each) { return each->figure.count == 1; };
  if (std::all_of(points.begin(), points.end(), single)) return "one response";
  const std::string rare = "fewer than one in twenty of those that answered";
  if (std::none_of(points.begin(), points.end(), single)) return rare;
  return "one response, or in " + rare;
}

// Themes that were raised, in the order of the codebook: what is hidden of one is not told by its
// place either.
void hidden_points(const account& from, const std::vector<const theme_account*>& points,
                   unsigned level, document& out) {
  if (points.empty()) return;
  out.heading(level, "", "Points whose numbers are not shown");
  out.say(
      "Each was raised. In how many responses is not shown, so that no small number can be found "
      "out:");
  list_block list;
  for (const theme_account* each : points) {
    list.items.push_back({{from.by()[each->theme].name, run_kind::strong}});
  }
  out.add(std::move(list));
  for (const theme_account* each : points) {
    if (each->quotes.empty()) continue;
    out.say("On \u201c" + from.by()[each->theme].name + "\u201d:", manner::note);
    quotes(from, *each, out);
  }
}

void other_points(const account& from, const question_account& of, unsigned level, document& out) {
  std::vector<const theme_account*> points;
  std::vector<const theme_account*> hidden;
  for (const theme_account& each : of.themes) {
    if (each.figure.hidden) {
      hidden.push_back(&each);
    } else if (each.other_point && !each.union_of_children) {
      points.push_back(&each);
    }
  }
  hidden_points(from, hidden, level, out);
  if (points.empty()) return;
  std::stable_sort(points.begin(), points.end(), [](const auto* a, const auto* b) {
    return std::pair(b->figure.count, a->theme) < std::pair(a->figure.count, b->theme);
  });
  const bool by_rule = std::all_of(points.begin(), points.end(), [](const theme_account* each) {
    return each->figure.by_rule_only == each->figure.count;
  });
  out.heading(level, "", "Other points");
  out.say("Each raised in " + raised_in(points) +
          (by_rule ? "; all were found by rule, so these are least numbers:" : ":"));
  list_block list;
  for (const theme_account* each : points) {
    const cell& figure = each->figure;
    list.items.push_back(
        {{from.by()[each->theme].name, run_kind::strong},
         {": " + (by_rule ? of_base(figure.count, figure.base) : finding(figure))}});
  }
  out.add(std::move(list));
  for (const theme_account* each : points) {
    if (each->quotes.empty()) continue;
    out.say("On \u201c" + from.by()[each->theme].name + "\u201d:", manner::note);
    quotes(from, *each, out);
  }
}

void not_found(const question_account& of, document& out) {
  std::vector<std::string> names;
  for (std::size_t row = 0; row < of.figures.rows.size(); ++row) {
    if (of.figures.at(row, 0).count == 0 && !of.figures.at(row, 0).hidden)
      names.push_back(of.figures.rows[row].label);
  }
  if (names.empty()) return;
  // Longer lists are in the table's file.
  constexpr std::size_t most_names = 8;
  if (names.size() > most_names) {
    out.say(counted(names.size(), "theme", "themes") +
                " of the codebook were looked for here and not found: see tables/" +
                of.figures.name + ".csv.",
            manner::note);
  } else {
    out.say("Looked for here and not found: " + join(names, "; ") + ".", manner::note);
  }
}

// Rows of the table for the themes that are no other points.
std::vector<std::size_t> main_rows(const question_account& of) {
  // Themes are the rows with a count, in their order.
  std::vector<std::size_t> out;
  auto theme = of.themes.begin();
  for (std::size_t row = 0; row < of.figures.rows.size(); ++row) {
    if (of.figures.at(row, 0).count == 0 && !of.figures.at(row, 0).hidden) continue;
    if (!theme->other_point) out.push_back(row);
    ++theme;
  }
  return out;
}

void open_question(const account& from, const question_account& of, unsigned level, document& out) {
  if (of.themes.empty()) {
    out.say("No theme of the codebook was found here.");
    return;
  }
  if (of.uncovered.count > 0) {
    out.say("In " + number(of.uncovered.count) + " of the " +
            counted(of.with_words, "response", "responses") + " with words here (" +
            share(of.uncovered.count, of.with_words) + ") no theme of the codebook was found.");
  }
  const std::vector<std::size_t> rows = main_rows(of);
  const bool asked = from.of().asked()[of.id].place == question_place::declared;
  if (!rows.empty()) {
    out.add(figure_of(of.figures, rows,
                      asked ? "those that answered the question" : "those with words here"));
  }
  for (const theme_account& each : of.themes) {
    if (has_section(from, each)) theme_section(from, each, level + 1, out);
  }
  other_points(from, of, level + 1, out);
  not_found(of, out);

  std::vector<std::string> files;
  for (const shown_table& each : of.by_group) files.push_back("tables/" + each.name + ".csv");
  if (rows.empty() || files.empty()) return;
  const shown_table& groups = of.by_group.front();
  const std::vector<std::string> left_out = notes_on_groups_left_out(groups);
  const bool all_left_out = groups.columns.size() < 2;
  if (all_left_out && left_out.empty()) return;
  out.heading(level + 1, "", "Differences between groups");
  if (files.size() > 1) {
    files.erase(files.begin());
    out.say("By other groups: " + join(files, ", ") + ".", manner::note);
  }
  if (!all_left_out) {
    out.add(groups_table(groups, rows));
    return;
  }
  for (const std::string& note : left_out) out.say(note + ".", manner::note);
}

std::string of_the_counted(const account& from, std::uint64_t count) {
  return number(count) + " of the " +
         counted(from.sums.included, "counted response", "counted responses");
}

}  // namespace

void say_states(const account& from, const question_account& of, document& out) {
  sum states(number(from.sums.included) + " counted");
  for (std::size_t i = of.states.size(); i-- > 0;) {
    states.plus(of.states[i], phrase(static_cast<answer_state>(i)));
  }
  // Where nobody answered, one term still says why.
  if (states.terms() > 1 || of.answered == 0) out.say(states.text(), manner::sum);
}

void question_section(const account& from, const question_account& of, unsigned level,
                      document& out) {
  const question& about = from.of().asked()[of.id];
  std::string title = label_of(about);
  if (about.place == question_place::chapter) title = "Words on the chapter as a whole";
  if (about.place == question_place::general) title = "Words on the consultation as a whole";
  out.heading(
      level,
      about.place == question_place::chapter ? "chapter-" + about.id + "-as-a-whole" : about.id,
      title);
  if (about.place == question_place::declared && about.text != title) {
    out.say(about.text, manner::lead);
  }
  if (!about.note.empty()) out.say(about.note, manner::note);
  if (about.place == question_place::declared) {
    out.say(of_the_counted(from, of.answered) + " answered (" +
            share(of.answered, from.sums.included) + ").");
  } else {
    out.say("Words that belong here and to no question: " + of_the_counted(from, of.answered) +
            " (" + share(of.answered, from.sums.included) + ").");
  }
  say_states(from, of, out);
  if (of.answered > 0) {
    if (about.kind == question_kind::open) {
      open_question(from, of, level, out);
    } else {
      out.add(figure_of(of.figures, all_rows(of.figures), "those that answered the question"));
    }
  }
  reply(from, about.reply, out);
}

void chapters(const account& from, document& out) {
  for (const chapter_account& each : from.chapters) {
    const chapter& about = from.of().asked()[each.id];
    const std::string number = "Chapter " + std::to_string(each.id.value + 1) + ": ";
    out.heading(2, "chapter-" + about.id,
                (about.title.rfind("Chapter", 0) == 0 ? "" : number) + about.title);
    if (!about.note.empty()) out.say(about.note, manner::note);
    for (const question_account& question : each.asked) question_section(from, question, 3, out);
    if (each.place) question_section(from, *each.place, 3, out);
    reply(from, about.reply, out);
  }
  if (from.general) {
    out.heading(2, "general", "Words that belong to no chapter");
    question_section(from, *from.general, 3, out);
  }
}

}  // namespace heard::reporting
