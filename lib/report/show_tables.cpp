#include "report/show_tables.hpp"

#include "report/phrases.hpp"
#include "report/show_campaigns.hpp"

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
      if (all_.by_campaigns[0] != nullptr) show_views();
    }
    if (const auto& all = all_.from->campaigns()) {
      out_.campaigns = reporting::show_campaigns(*all, all_.sums.included, least_campaign());
    }
    // Who is hidden among the respondents is so in every table by groups.
    if (rule_.k > 0) hide_respondents();
    for (const question_id id : of_.each_question()) leave_out_groups(id);
    if (rule_.k > 0) protect_all();
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

  // The same themes in three views, which are its columns.
  void show_views() {
    shown_table& made = out_.by_campaigns;
    made = show(*all_.by_campaigns[0], names_("themes", "by-campaigns"),
                "Themes with campaigns counted in three ways", "Theme");
    made.columns = {{"all", "Every response", "", 0},
                    {"campaigns_as_one", "Campaigns as one", "", 0},
                    {"campaigns_excluded", "Without campaigns", "", 0}};
    made.cells.clear();
    for (std::size_t row = 0; row < made.rows.size(); ++row) {
      for (const auto& view : all_.by_campaigns) made.cells.push_back(view->cell(row, 0));
    }
    made.columns_overlap = true;
    take_rows_of(out_.all_themes, made);
  }

  // What a few people sent is theirs to be recognised by.
  [[nodiscard]] std::uint64_t least_campaign() const {
    if (reader_ == audience::internal) return 0;
    return std::max<std::uint64_t>(of_.settings().attribution_k, rule_.k);
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

  // Who is hidden among the respondents is not told of in any table by groups, so it has to be
  // known before these are made; protect_all() then looks at all tables together.
  void hide_respondents() {
    for (const question_id id : of_.each_question()) {
      shown_table& figures = out_.questions[id.value].figures;
      if (figures.name.empty() || open(of_.asked()[id])) continue;
      small_number_guard guard(rule_);
      const std::size_t at = guard.add(as_counted(figures, columns_are::groups, false));
      guard.protect();
      for (std::size_t i = 0; i < figures.cells.size(); ++i) {
        figures.cells[i].hidden =
            guard.hidden(at, i / figures.columns.size(), i % figures.columns.size());
      }
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

  // Every table of the folder in one system of figures.
  void protect_all() {
    out_.numbers = std::make_shared<published_numbers>(rule_);
    published_numbers& numbers = *out_.numbers;
    small_number_guard& guard = numbers.guard();
    struct added {
      shown_table* table;
      std::size_t at;
    };
    std::vector<added> tables;
    std::vector<std::optional<std::size_t>> figures(out_.questions.size());
    const auto add = [&](shown_table& of, counted_table counted) {
      const std::size_t at = numbers.add(of, counted);
      tables.push_back({&of, at});
      return at;
    };
    const auto add_themes = [&](shown_table& of, columns_are across) {
      counted_table counted = as_counted(of, across, true);
      counted.told = across == columns_are::views ? 0 : of_.settings().quotes;
      return add(of, counted);
    };
    for (const question_id id : of_.each_question()) {
      shown_table& made = out_.questions[id.value].figures;
      if (made.name.empty() || open(of_.asked()[id])) continue;
      const std::size_t at = add(made, as_counted(made, columns_are::groups, false));
      figures[id.value] = at;
      for (std::size_t row = 0; row < made.rows.size(); ++row) {
        if (made.at(row, 0).hidden) guard.figures().hide(guard.at(at, row, 0));
      }
    }
    for (const question_id id : of_.each_question()) {
      auto& made = out_.questions[id.value];
      if (made.figures.name.empty() || !open(of_.asked()[id])) continue;
      figures[id.value] = add_themes(made.figures, columns_are::groups);
      relate_words(guard, *figures[id.value], id);
      relate_stances(guard, *figures[id.value], id);
      for (std::size_t i = 0; i < made.by_group.size(); ++i) {
        shown_table& by = made.by_group[i];
        const std::size_t at = add_themes(by, columns_are::groups);
        for (std::size_t row = 0; row < by.rows.size(); ++row) {
          // One number in two tables.
          guard.figures().relate(
              {{guard.at(*figures[id.value], row, 0), 1}, {guard.at(at, row, 0), -1}}, {0, 0});
        }
        const axis& groups = all_.groupings[i].by;
        if (groups.kind == axis_kind::option && figures[groups.question.value]) {
          relate_groups(guard, *figures[groups.question.value], groups.question, by);
        }
      }
    }
    if (!out_.all_themes.name.empty()) {
      const std::size_t at = add_themes(out_.all_themes, columns_are::places);
      relate_chapters(guard, at, figures);
      if (!out_.by_campaigns.name.empty()) {
        relate_campaigns(guard, at, add_themes(out_.by_campaigns, columns_are::views));
      }
    }
    if (out_.campaigns.any()) {
      // How many others there are is no figure of a campaign's.
      counted_table sizes = as_counted(out_.campaigns.sizes, columns_are::groups, false);
      sizes.has_base = false;
      add(out_.campaigns.sizes, sizes);
      add(out_.campaigns.own_words,
          as_counted(out_.campaigns.own_words, columns_are::groups, false));
    }
    guard.protect();
    for (const added& each : tables) numbers.hide(each.at, *each.table);
  }

  // Responses without a theme are counted too: the others have at least one.
  void relate_words(small_number_guard& guard, std::size_t table, question_id id) const {
    if (!each_response_counts(*all_.from)) return;
    const shown_table& of = out_.questions[id.value].figures;
    const question_counts& counted = all_.questions[id.value];
    const auto uncovered = static_cast<std::int64_t>(counted.uncovered);
    const auto covered = static_cast<std::int64_t>(counted.with_words) - uncovered;
    std::vector<figure_term> top;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      const auto base = static_cast<std::int64_t>(of.at(row, 0).base);
      guard.figures().relate({{guard.at(table, row, 0), 1}}, {0, base - uncovered});
      if (of.rows[row].depth == 0) top.push_back({guard.at(table, row, 0), 1});
    }
    if (!top.empty()) guard.figures().relate(top, {covered, unbounded});
  }

  // Where stances are told, so is how many raised the theme itself: the others raised a child of
  // it.
  void relate_stances(small_number_guard& guard, std::size_t table, question_id id) const {
    if (!each_response_counts(*all_.from)) return;
    const shown_table& of = out_.questions[id.value].figures;
    const codebook& by = *all_.from->by();
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      const theme_id theme = *by.find(of.rows[row].id);
      const auto own = all_.stances.find({id, theme});
      if (by[theme].stance_of.empty() || own == all_.stances.end() || !own->second.any() ||
          own->second.tells_of_few(rule_.k)) {
        continue;
      }
      const auto itself = static_cast<std::int64_t>(own->second.total());
      const figure_id whole = guard.at(table, row, 0);
      if (itself > guard.figures()[whole].value) continue;
      guard.figures().relate({{whole, 1}}, {itself, unbounded});
      std::vector<figure_term> terms = {{whole, 1}};
      for (std::size_t child = row + 1;
           child < of.rows.size() && of.rows[child].depth > of.rows[row].depth; ++child) {
        if (of.rows[child].depth == of.rows[row].depth + 1) {
          terms.push_back({guard.at(table, child, 0), -1});
        }
      }
      guard.figures().relate(terms, {-unbounded, itself});
    }
  }

  // A group's base is those of the group that answered: no more than the group has, and less by no
  // more than those who did not answer. Of groups that are left out the same holds together.
  void relate_groups(small_number_guard& guard, std::size_t options, question_id asked,
                     const shown_table& by) const {
    if (by.rows.empty() || !each_response_counts(*all_.from)) return;
    const shown_table& groups = out_.questions[asked.value].figures;
    const auto all = static_cast<std::int64_t>(by.at(0, 0).base);
    const std::int64_t silent = static_cast<std::int64_t>(all_.sums.included) - all;
    std::int64_t rest = all;
    std::int64_t in_none = static_cast<std::int64_t>(all_.sums.included);
    std::vector<figure_term> left_out;
    for (std::size_t row = 0; row < groups.rows.size(); ++row) {
      const figure_id group = guard.at(options, row, 0);
      in_none -= guard.figures()[group].value;
      const auto column =
          std::find_if(by.columns.begin(), by.columns.end(),
                       [&](const heading& each) { return each.id == groups.rows[row].id; });
      if (column == by.columns.end()) {
        left_out.push_back({group, 1});
        continue;
      }
      const auto base = static_cast<std::int64_t>(
          by.at(0, static_cast<std::size_t>(column - by.columns.begin())).base);
      rest -= base;
      guard.figures().relate({{group, 1}}, {base, base + silent});
    }
    if (by.columns_overlap || groups.rows_overlap || left_out.empty()) return;
    guard.figures().relate(left_out, {rest - in_none, rest + silent});
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
          if (!figures[id.value] || !open(of_.asked()[id])) continue;
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

  // The account counts campaigns as decided, which is between all of them and none.
  void relate_campaigns(small_number_guard& guard, std::size_t all, std::size_t views) const {
    using enum small_number_guard::between_views;
    for (std::size_t row = 0; row < out_.all_themes.rows.size(); ++row) {
      guard.relate_views({views, row, 0}, {all, row, 0}, part);
      guard.relate_views({all, row, 0}, {views, row, 2}, part);
    }
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
