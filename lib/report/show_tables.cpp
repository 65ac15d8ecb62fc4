#include "report/show_tables.hpp"

#include "report/phrases.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace heard::reporting {

namespace {

// A file name from an id of the data: an id may hold anything where no manifest was read.
class file_names {
 public:
  std::string operator()(const std::string& id, const std::string& what) {
    std::string name;
    for (const char c : id + '-' + what) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      name += plain ? c : '-';
    }
    std::string out = name.substr(0, 120);
    for (unsigned i = 2; !taken_.insert(out).second; ++i) {
      out = name.substr(0, 120) + '-' + std::to_string(i);
    }
    return out;
  }

 private:
  std::set<std::string> taken_;
};

bool open(const question& of) {
  return of.kind == question_kind::open;
}

// A place for words is no question that could be answered.
void say_base_of_place(const questionnaire& asked, const question& about, shown_table& of) {
  if (about.place == question_place::declared) return;
  const std::string base =
      "Base: responses with words on " + (about.place == question_place::chapter
                                              ? '"' + asked[about.chapter].title + '"'
                                              : "the consultation as a whole");
  const std::string as_question =
      "Base: responses that answered the question \"" + label_of(about) + '"';
  for (std::string& note : of.notes) {
    if (note.starts_with(as_question)) note.replace(0, as_question.size(), base);
  }
}

class shower {
 public:
  shower(const counts& all, audience reader)
      : all_(all),
        of_(*all.from->of()),
        reader_(reader),
        rule_(rule_of(reader == audience::publish ? of_.settings().small_numbers
                                                  : small_numbers::none)) {}

  shown_tables run() {
    out_.questions.resize(all_.questions.size());
    for (const question_id id : of_.each_question()) show_question(id);
    if (all_.all_themes != nullptr) {
      out_.all_themes =
          show(*all_.all_themes, names_("themes", "by-chapter"), "Themes by chapter", "Theme");
      drop_rows_that_do_not_apply(out_.all_themes);
    }
    // Who is hidden among the respondents is so in every table by groups.
    if (rule_.k > 0) protect_respondents();
    for (const question_id id : of_.each_question()) leave_out_groups(id);
    if (rule_.k > 0) protect_findings();
    for (const question_id id : of_.each_question()) order_rows(id);
    return std::move(out_);
  }

 private:
  void show_question(question_id id) {
    const question& about = of_.asked()[id];
    const question_counts& counted = all_.questions[id.value];
    if (!counted.figures) return;
    auto& made = out_.questions[id.value];
    made.figures = show(*counted.figures, names_(about.id, open(about) ? "themes" : "options"),
                        label_of(about), open(about) ? "Theme" : "Choice");
    if (!open(about)) return;
    say_base_of_place(of_.asked(), about, made.figures);
    drop_rows_that_do_not_apply(made.figures);
    for (std::size_t i = 0; i < counted.by.size(); ++i) {
      const grouping& group = all_.groupings[i];
      shown_table by = show(*counted.by[i], names_(about.id, "by-" + group.id),
                            label_of(about) + " \u2013 by " + group.label, "Theme");
      say_base_of_place(of_.asked(), about, by);
      take_rows_of(made.figures, by);
      made.by_group.push_back(std::move(by));
    }
  }

  void leave_out_groups(question_id id) {
    const std::uint64_t k = std::max<std::uint64_t>(of_.settings().attribution_k, rule_.k);
    auto& made = out_.questions[id.value];
    for (std::size_t i = 0; i < made.by_group.size(); ++i) {
      const axis& by = all_.groupings[i].by;
      const bool options = by.kind == axis_kind::option;
      leave_out_small_groups(made.by_group[i], reader_, k,
                             options ? hidden_options(by.question) : std::set<std::string>());
    }
  }

  [[nodiscard]] std::set<std::string> hidden_options(question_id id) const {
    std::set<std::string> out;
    const shown_table& of = out_.questions[id.value].figures;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      if (of.at(row, 0).hidden) out.insert(of.rows[row].id);
    }
    return out;
  }

  void order_rows(question_id id) {
    auto& made = out_.questions[id.value];
    if (made.figures.name.empty() || !open(of_.asked()[id])) return;
    made.figures.take_rows(themes_by_count(made.figures));
    for (shown_table& by : made.by_group) take_rows_of(made.figures, by);
  }

  // How many chose each answer: the choices of a question that takes one add up to those asked less
  // the blanks, which the account prints.
  void protect_respondents() {
    for (const question_id id : of_.each_question()) {
      shown_table& figures = out_.questions[id.value].figures;
      if (figures.name.empty() || open(of_.asked()[id])) continue;
      small_number_guard guard(rule_);
      const std::size_t at = guard.add(as_counted(figures, columns_are::groups, false));
      guard.protect();
      hide(guard, at, figures);
    }
  }

  [[nodiscard]] static counted_table as_counted(const shown_table& of, columns_are across,
                                                bool themes) {
    counted_table out{of.rows, of.columns, of.cells};
    out.across = across;
    out.rows_are_themes = themes;
    out.rows_overlap = of.rows_overlap;
    out.columns_overlap = of.columns_overlap;
    return out;
  }

  // The places of a table's rows in another, by id.
  [[nodiscard]] static std::optional<std::size_t> row_of(const shown_table& in,
                                                         const std::string& id) {
    for (std::size_t row = 0; row < in.rows.size(); ++row) {
      if (in.rows[row].id == id) return row;
    }
    return std::nullopt;
  }

  void protect_findings() {
    small_number_guard guard(rule_);
    struct added {
      shown_table* table;
      std::size_t at;
    };
    std::vector<added> tables;
    std::vector<std::optional<std::size_t>> figures(out_.questions.size());
    const auto add = [&](shown_table& of, columns_are across) {
      counted_table counted = as_counted(of, across, true);
      counted.told = of_.settings().quotes;
      const std::size_t at = guard.add(counted);
      tables.push_back({&of, at});
      return at;
    };
    for (const question_id id : of_.each_question()) {
      auto& made = out_.questions[id.value];
      if (made.figures.name.empty() || !open(of_.asked()[id])) continue;
      figures[id.value] = add(made.figures, columns_are::groups);
      relate_words(guard, *figures[id.value], id);
      for (shown_table& by : made.by_group) {
        const std::size_t at = add(by, columns_are::groups);
        for (std::size_t row = 0; row < by.rows.size(); ++row) {
          // One number in two tables.
          guard.figures().relate(
              {{guard.at(*figures[id.value], row, 0), 1}, {guard.at(at, row, 0), -1}}, {0, 0});
        }
      }
    }
    if (!out_.all_themes.name.empty()) {
      relate_chapters(guard, add(out_.all_themes, columns_are::places), figures);
    }
    guard.protect();
    for (const added& each : tables) hide(guard, each.at, *each.table);
  }

  // Responses without a theme are counted too: the others have at least one.
  void relate_words(small_number_guard& guard, std::size_t table, question_id id) const {
    const shown_table& of = out_.questions[id.value].figures;
    const question_counts& counted = all_.questions[id.value];
    const auto uncovered = static_cast<std::int64_t>(counted.uncovered.size());
    const auto covered = static_cast<std::int64_t>(counted.with_words) - uncovered;
    std::vector<figure_term> top;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      const auto base = static_cast<std::int64_t>(of.at(row, 0).base);
      guard.figures().relate({{guard.at(table, row, 0), 1}}, {0, base - uncovered});
      if (of.rows[row].depth == 0) top.push_back({guard.at(table, row, 0), 1});
    }
    if (!top.empty()) guard.figures().relate(top, {covered, unbounded});
  }

  // A chapter's theme is the union of its questions'.
  void relate_chapters(small_number_guard& guard, std::size_t at,
                       const std::vector<std::optional<std::size_t>>& figures) const {
    const shown_table& all = out_.all_themes;
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
      for (std::size_t column = 0; column < all.columns.size(); ++column) {
        const figure_id whole = guard.at(at, row, column);
        std::vector<figure_term> parts = {{whole, -1}};
        std::int64_t more = -guard.figures()[whole].value;
        for (const question_id id : of_.each_question()) {
          if (!figures[id.value]) continue;
          const chapter_id chapter = of_.asked()[id].chapter;
          const std::string& name = all.columns[column].id;
          const std::string of = chapter.valid() ? of_.asked()[chapter].id : "general";
          if (column > 0 && name != of) continue;
          const auto here = row_of(out_.questions[id.value].figures, all.rows[row].id);
          if (!here) continue;
          const figure_id part = guard.at(*figures[id.value], *here, 0);
          guard.figures().relate({{whole, 1}, {part, -1}}, {0, unbounded});
          parts.push_back({part, 1});
          more += guard.figures()[part].value;
        }
        // A theme that was found in what its response left blank counts in the chapter alone.
        if (more >= 0) guard.figures().relate(parts, {0, unbounded});
      }
    }
  }

  void hide(const small_number_guard& guard, std::size_t at, shown_table& into) const {
    bool any = false;
    for (std::size_t i = 0; i < into.cells.size(); ++i) {
      cell& each = into.cells[i];
      each.hidden = guard.hidden(at, i / into.columns.size(), i % into.columns.size());
      any = any || each.hidden;
    }
    mask(into.cells, rule_);
    if (any) into.notes.push_back(hidden_note());
    if (rule_.round > 1) into.notes.push_back(rounded_note(rule_.round));
  }

  const counts& all_;
  const consultation& of_;
  const audience reader_;
  const small_number_rule rule_;
  file_names names_;
  shown_tables out_;
};

}  // namespace

shown_tables show_tables(const counts& all, audience reader) {
  return shower(all, reader).run();
}

}  // namespace heard::reporting
