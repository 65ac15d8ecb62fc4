#include "report/collect.hpp"

#include "report/choose_quotes.hpp"
#include "report/phrases.hpp"
#include "report/show_tables.hpp"

#include <heard/base/error.hpp>
#include <heard/base/hash.hpp>
#include <heard/tables/small_numbers.hpp>
#include <heard/text/fold.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace heard::reporting {

namespace {

class collector {
 public:
  collector(const counts& all, account& out, meter& steps)
      : all_(all),
        out_(out),
        steps_(steps),
        of_(*all.from->of()),
        rule_(rule_of(out.reader == audience::publish ? of_.settings().small_numbers
                                                      : small_numbers::none)) {}

  std::shared_ptr<const published_numbers> run() {
    out_.sums = all_.sums;
    tables_ = show_tables(all_, out_.reader);
    collect_questions();
    out_.all_themes = std::move(tables_.all_themes);
    out_.by_campaigns = std::move(tables_.by_campaigns);
    out_.campaigns = std::move(tables_.campaigns);
    out_.campaigns.responses = rounded(out_.campaigns.responses, rule_.round);
    out_.by_publication = all_.by_publication;
    out_.names_people = all_.names_people;
    collect_bodies();
    out_.answers_by_kind = all_.answers_by_kind;
    out_.answers_with_words = all_.answers_with_words;
    out_.answers_reviewed = all_.answers_reviewed;
    collect_events();
    collect_files();
    if (out_.internal()) {
      out_.lists = all_.lists;
      out_.lists.push_back(held_quotes());
    }
    return tables_.numbers;
  }

 private:
  void collect_questions() {
    const questionnaire& asked = of_.asked();
    for (std::size_t i = 0; i < asked.chapters().size(); ++i) {
      out_.chapters.emplace_back().id = chapter_id(i);
    }
    for (const question_id id : of_.each_question()) {
      const question& about = asked[id];
      question_account made = collect_question(id);
      if (about.about_you) {
        out_.about_you.push_back(std::move(made));
      } else if (about.place == question_place::general || !about.chapter.valid()) {
        if (made.answered > 0) out_.general = std::move(made);
      } else if (about.place == question_place::chapter) {
        if (made.answered > 0) out_.chapters[about.chapter.value].place = std::move(made);
      } else {
        chapter_account& chapter = out_.chapters[about.chapter.value];
        const bool missed = about.aspect == question_aspect::missed;
        (missed ? chapter.missed : chapter.asked).push_back(std::move(made));
      }
    }
  }

  question_account collect_question(question_id id) {
    const question& about = of_.asked()[id];
    const question_counts& counted = all_.questions[id.value];
    question_account out;
    out.id = id;
    out.states = all_.sums.by_state[id.value];
    for (std::size_t i = 0; i < out.states.size(); ++i) {
      if (answered(static_cast<answer_state>(i))) out.answered += out.states[i];
    }
    out.with_words = counted.with_words;
    out.uncovered = uncovered(counted);
    if (counted.figures) {
      out.figures = std::move(tables_.questions[id.value].figures);
      if (about.kind == question_kind::open) {
        collect_themes(out);
      } else {
        note_assigned(counted, out.figures);
      }
    }
    steps_.step();
    return out;
  }

  // Those with a theme are what is left of their base, so few of either are hidden.
  [[nodiscard]] cell uncovered(const question_counts& counted) const {
    cell out;
    out.count = counted.uncovered;
    out.base = counted.with_words;
    const std::uint64_t covered = out.base - out.count;
    const auto few = [&](std::uint64_t of) { return of > 0 && of < rule_.k; };
    out.hidden = few(out.count) || few(covered);
    out.count = out.hidden ? 0 : rounded(out.count, rule_.round);
    return out;
  }

  static void note_assigned(const question_counts& counted, shown_table& to) {
    if (counted.assigned == 0) return;
    to.notes.push_back("Set by those who analysed the responses, not by the respondents: " +
                       number(counted.assigned));
  }

  void collect_themes(question_account& out) {
    out.by_group = std::move(tables_.questions[out.id.value].by_group);
    for (std::size_t row = 0; row < out.figures.rows.size(); ++row) {
      const cell& figure = out.figures.at(row, 0);
      if (figure.count == 0 && !figure.hidden) continue;
      const theme_id theme = *all_.from->by()->find(out.figures.rows[row].id);
      theme_account made;
      made.theme = theme;
      made.depth = out.figures.rows[row].depth;
      made.figure = figure;
      // Which of the hidden ones are rare is not told.
      made.other_point = figure.hidden || figure.count == 1 ||
                         100 * figure.count < other_points_below * figure.base;
      made.union_of_children =
          row + 1 < out.figures.rows.size() && out.figures.rows[row + 1].depth > made.depth &&
          (out.figures.at(row + 1, 0).count > 0 || out.figures.at(row + 1, 0).hidden);
      if (const auto own = all_.stances.find({out.id, theme}); own != all_.stances.end()) {
        if (tells_stances(own->second, figure)) made.stances = own->second;
        for (std::uint64_t& each : made.stances.count) each = rounded(each, rule_.round);
      }
      out.themes.push_back(std::move(made));
    }
    choose_quotes(all_, out_.reader, out);
    for (std::size_t i = 0; i < out.held.size(); ++i) out_.held[i] += out.held[i];
    out_.held_quotes.insert(out_.held_quotes.end(), out.held_quotes.begin(), out.held_quotes.end());
  }

  work_list held_quotes() const {
    work_list out{
        "list-held-quotes",
        "Quotes that may not be published",
        "Words that show a theme, and what keeps them from print: redact or clear what may "
        "tell who somebody is, or leave it.",
        {"Question", "Response", "First byte", "Last byte", "Why"},
        {}};
    for (const held_quote& each : out_.held_quotes) {
      out.rows.push_back({{of_.asked()[each.question].id},
                          {each.response},
                          {std::to_string(each.first)},
                          {std::to_string(each.last)},
                          {each.why}});
    }
    return out;
  }

  // Those who took each side are few where any of them are: then none is told.
  [[nodiscard]] bool tells_stances(const stance_tally& of, const cell& figure) const {
    return !figure.hidden && !of.tells_of_few(rule_.k);
  }

  // A body is named where one of its responses, made in its name, allows it.
  void collect_bodies() {
    std::uint64_t all = 0;
    for (const identity::body_summary& sent : all_.bodies) {
      if (sent.responses == 0) continue;
      ++all;
      if (!sent.may_be_named) ++out_.unnamed_bodies;
      if (!sent.may_be_named && !out_.internal()) continue;
      const organisation& body = of_.organisations()[sent.body.value];
      out_.bodies.push_back({body.name, body.type, sent.may_be_named,
                             out_.internal() ? body.spellings : std::vector<std::string>()});
    }
    if (all != out_.sums.bodies) {
      throw error(status::internal, "the sum does not close: bodies named and not named");
    }
    prove_quoted();
    sort_bodies(of_.settings().annex);
  }

  // Whoever is quoted by name is in the annex by name.
  void prove_quoted() const {
    const auto prove = [&](const question_account& at) {
      for (const theme_account& theme : at.themes) {
        for (const shown_quote& quote : theme.quotes) {
          if (!quote.names_body) continue;
          if (std::all_of(quote.bodies.begin(), quote.bodies.end(), [&](organisation_id body) {
                return all_.bodies[body.value].may_be_named;
              })) {
            continue;
          }
          throw error(status::internal, "an organisation that is quoted is not in the annex");
        }
      }
    };
    for (const chapter_account& chapter : out_.chapters) {
      std::for_each(chapter.asked.begin(), chapter.asked.end(), prove);
      std::for_each(chapter.missed.begin(), chapter.missed.end(), prove);
      if (chapter.place) prove(*chapter.place);
    }
    if (out_.general) prove(*out_.general);
  }

  void sort_bodies(annex_order order) {
    const auto key = [&](const body_account& of) {
      std::string name = text::fold(of.name);
      if (order == annex_order::without_article) {
        for (const std::string_view article : {"the ", "an ", "a "}) {
          if (!name.starts_with(article)) continue;
          name.erase(0, article.size());
          break;
        }
      }
      const bool by_type = order == annex_order::type;
      return std::tuple(by_type && of.type.empty(), by_type ? text::fold(of.type) : std::string(),
                        std::move(name), of.name);
    };
    std::sort(out_.bodies.begin(), out_.bodies.end(),
              [&](const body_account& a, const body_account& b) { return key(a) < key(b); });
  }

  // The notes themselves are a list in `internal/`: they may say who said it.
  void collect_events() {
    for (std::size_t row = 0; row < of_.events().size(); ++row) {
      out_.events.push_back({event_id(row), all_.from->notes_read(event_id(row)), {}});
    }
    for (const event_coding& each : all_.from->events()) {
      out_.events[each.event.value].themes.push_back(each.theme);
    }
  }

  // The list is for the team: by the hash of one file, whoever holds a letter could tell that it
  // was received. The public has one hash over all of them.
  void collect_files() {
    std::vector<input_file> files = of_.files();
    if (out_.internal()) {
      std::sort(files.begin(), files.end(), [](const input_file& a, const input_file& b) {
        return a.path != b.path ? a.path < b.path : a.hash < b.hash;
      });
      for (const input_file& file : files) {
        out_.files.push_back({file.path, to_hex(file.hash), file.encoding, file.size, file.rows});
      }
    }
    std::sort(files.begin(), files.end(),
              [](const input_file& a, const input_file& b) { return a.hash < b.hash; });
    std::string hashes;
    for (const input_file& file : files) hashes += to_hex(file.hash);
    out_.inputs_hash = to_hex(hash_bytes(hashes));
  }

  const counts& all_;
  account& out_;
  meter& steps_;
  const consultation& of_;
  const small_number_rule rule_;
  shown_tables tables_;
};

}  // namespace

collected collect(const counts& all, audience reader, bool final, meter& steps) {
  collected out;
  out.said.reader = reader;
  out.said.final = final;
  out.said.from = all.from;
  out.numbers = collector(all, out.said, steps).run();
  return out;
}

}  // namespace heard::reporting
