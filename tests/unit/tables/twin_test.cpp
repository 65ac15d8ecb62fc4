// The slow twin: every cell by itself, from the definitions in docs/counting.md, with sets.
#include "random_consultation.hpp"

#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

using namespace heard;

namespace {

// response; respondent; body; answer; or answer and bytes
using unit_key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

class twin {
 public:
  twin(const codings& from, const table_spec& spec)
      : from_(from), of_(*from.of()), asked_(of_.asked()), spec_(spec) {
    themes_across_ = spec.columns.kind == axis_kind::theme;
    for (const question_id q : of_.each_question()) {
      if (in_table(q)) scope_.push_back(q);
    }
  }

  cell operator()(const std::string& row, const std::string& column) const {
    const axis& part = themes_across_ ? spec_.rows : spec_.columns;
    const axis& counted = themes_across_ ? spec_.columns : spec_.rows;
    const std::string& part_id = themes_across_ ? row : column;
    const std::string& counted_id = themes_across_ ? column : row;
    std::set<unit_key> base_units;
    std::map<unit_key, bool> units;  // whether anything but an unreviewed rule says so
    bool looked_for = counted.kind != axis_kind::theme || counted_id == "all";
    for (const question_id q : scope_) {
      if (at_heading(part, part_id, q) && looks_for(counted_id, q)) looked_for = true;
    }
    for (const response_id r : of_.each_response()) {
      if (!of_.included(r) && spec_.base != base::received) continue;
      if (!has(part, part_id, r)) continue;
      std::vector<question_id> here;
      for (const question_id q : scope_) {
        if (!at_heading(part, part_id, q)) continue;
        if (spec_.base == base::asked && !at_heading(counted, counted_id, q)) continue;
        here.push_back(q);
      }
      if (per_answer()) {
        for (const question_id q : here) {
          for (const answer_id a : answers_at(r, q)) {
            if (passes(a)) base_units.insert({a.value, 0, 0});
          }
        }
      } else if (in_base(r, here)) {
        for (const unit_key& key : keys(r)) base_units.insert(key);
      }
      if (!of_.included(r)) continue;
      if (per_answer()) {
        for (const question_id q : here) {
          for (const answer_id a : answers_at(r, q)) {
            if (passes(a)) count(r, {a}, counted, counted_id, {{a.value, 0, 0}}, units);
          }
        }
      } else if (in_base(r, here)) {
        std::vector<answer_id> passing;
        for (const question_id q : here) {
          for (const answer_id a : answers_at(r, q)) {
            if (passes(a)) passing.push_back(a);
          }
        }
        count(r, passing, counted, counted_id, keys(r), units);
      }
    }
    cell out;
    out.base = base_units.size();
    out.count = units.size();
    for (const auto& [key, firm] : units) out.by_rule_only += firm ? 0 : 1;
    out.applies = looked_for || out.count > 0;
    return out;
  }

 private:
  bool per_answer() const { return spec_.unit == unit::answers || spec_.unit == unit::mentions; }

  bool in_table(question_id q) const {
    const bool open = asked_[q].kind == question_kind::open;
    if (spec_.question) return q == *spec_.question;
    if (spec_.chapter) return open && asked_[q].chapter == *spec_.chapter;
    const bool of_closed =
        spec_.rows.kind == axis_kind::option && spec_.columns.kind != axis_kind::theme &&
        spec_.columns.kind != axis_kind::question && spec_.columns.kind != axis_kind::chapter;
    return of_closed ? q == spec_.rows.question : open;
  }

  // Whether words at q are words at a heading; true for headings of other kinds.
  bool at_heading(const axis& a, const std::string& id, question_id q) const {
    if (id == "all") return true;
    if (a.kind == axis_kind::question) return asked_[q].id == id;
    if (a.kind != axis_kind::chapter) return true;
    if (id == "general") return !asked_[q].chapter.valid();
    return asked_[q].chapter.valid() && asked_[asked_[q].chapter].id == id;
  }

  // Whether a response as a whole has a heading; true for those of questions and themes.
  bool has(const axis& a, const std::string& id, response_id r) const {
    if (id == "all") return true;
    if (a.kind == axis_kind::channel) return asked_[of_.responses().channel[r]].id == id;
    if (a.kind == axis_kind::capacity) return word(of_.responses().capacity[r]) == id;
    if (a.kind != axis_kind::option) return true;
    for (const answer_id answer : answers_at(r, a.question)) {
      for (const option_id option : of_.answers().options[answer]) {
        if (asked_[option].id == id) return true;
      }
    }
    return false;
  }

  std::vector<answer_id> answers_at(response_id r, question_id q) const {
    std::vector<answer_id> out;
    for (const answer_id a : of_.each_answer()) {
      if (of_.answers().response[a] == r && of_.answers().question[a] == q) out.push_back(a);
    }
    return out;
  }

  bool passes(answer_state state) const {
    if (spec_.base == base::asked) return state != answer_state::not_asked;
    if (spec_.base == base::answered) return answered(state);
    if (spec_.base == base::substantive) return substantive(state);
    return true;
  }

  bool passes(answer_id a) const {
    const answer_state own = of_.answers().state[a];
    if (spec_.base == base::reviewed && !from_.reviewed(a)) return false;
    return passes(own) && passes(of_.state(of_.answers().response[a], of_.answers().question[a]));
  }

  bool in_base(response_id r, const std::vector<question_id>& here) const {
    if (spec_.base == base::received || spec_.base == base::included) return true;
    for (const question_id q : here) {
      if (spec_.base == base::reviewed) {
        for (const answer_id a : answers_at(r, q)) {
          if (from_.reviewed(a)) return true;
        }
      } else if (passes(of_.state(r, q))) {
        return true;
      }
    }
    return false;
  }

  std::vector<unit_key> keys(response_id r) const {
    if (spec_.unit == unit::responses) return {{r.value, 0, 0}};
    if (spec_.unit == unit::respondents) return {{of_.responses().respondent[r].value, 0, 0}};
    std::vector<unit_key> out;
    const capacity is = of_.responses().capacity[r];
    if (is != capacity::organisation && is != capacity::both) return out;
    for (const organisation_link& link : of_.responses().organisations[r]) {
      out.push_back({link.organisation.value, 0, 0});
    }
    return out;
  }

  bool looks_for(const std::string& theme_id_word, question_id q) const {
    for (const theme_id t : below(theme_id_word)) {
      const theme& about = (*from_.by())[t];
      if (about.questions.empty() && asked_[q].kind == question_kind::open) return true;
      for (const std::string& id : about.questions) {
        if (asked_[q].id == id) return true;
      }
    }
    return false;
  }

  // A theme and all below it.
  std::set<theme_id> below(const std::string& id) const {
    std::set<theme_id> out;
    for (std::size_t i = 0; i < from_.by()->themes.size(); ++i) {
      for (theme_id up(i); up.valid(); up = (*from_.by())[up].parent) {
        if ((*from_.by())[up].id == id) out.insert(theme_id(i));
      }
    }
    return out;
  }

  void count(response_id r, const std::vector<answer_id>& passing, const axis& counted,
             const std::string& id, const std::vector<unit_key>& as,
             std::map<unit_key, bool>& units) const {
    const bool any_theme = counted.kind == axis_kind::theme && id == "all";
    if (counted.kind == axis_kind::theme && !(any_theme && spec_.unit != unit::mentions)) {
      const std::set<theme_id> themes = below(id);
      for (const coding_id c : from_.each()) {
        const answer_id a = from_.table().answer[c];
        if (std::find(passing.begin(), passing.end(), a) == passing.end()) continue;
        if (!any_theme && !themes.contains(from_.table().theme[c])) continue;
        if (spec_.coder.valid() ? from_.table().coder[c] != spec_.coder
                                : !from_.table().counts[c]) {
          continue;
        }
        const bool firm = from_.coders()[from_.table().coder[c].value].kind != coder_kind::rule ||
                          from_.reviewed(a);
        if (spec_.unit == unit::mentions) {
          for (const evidence& e : from_.table().spans[c]) {
            add({a.value, e.bytes.first, e.bytes.last}, firm, units);
          }
        } else {
          for (const unit_key& key : as) add(key, firm, units);
        }
      }
      return;
    }
    bool is = has(counted, id, r);
    if (counted.kind == axis_kind::question || counted.kind == axis_kind::chapter) {
      is = false;
      for (const answer_id a : passing) {
        const question_id q = of_.answers().question[a];
        if (at_heading(counted, id, q) && answered(of_.answers().state[a]) &&
            answered(of_.state(r, q))) {
          is = true;
        }
      }
    }
    if (!is) return;
    for (const unit_key& key : as) add(key, true, units);
  }

  static void add(const unit_key& key, bool firm, std::map<unit_key, bool>& units) {
    bool& is = units.emplace(key, false).first->second;
    is = is || firm;
  }

  const codings& from_;
  const consultation& of_;
  const questionnaire& asked_;
  table_spec spec_;
  bool themes_across_ = false;
  std::vector<question_id> scope_;
};

// Every pair of axes that can be crossed, every unit and base, with and without filters.
std::vector<table_spec> every_spec(const consultation& of) {
  const auto named = [&](std::string_view word) { return parse_axis(word, of); };
  const axis axes[] = {named("all"),     named("theme"),    named("question"), named("chapter"),
                       named("channel"), named("capacity"), named("you"),      named("rate")};
  std::vector<table_spec> out;
  const auto by_question = [](const axis& a) {
    return a.kind == axis_kind::question || a.kind == axis_kind::chapter;
  };
  for (const axis& rows : axes) {
    for (const axis& columns : axes) {
      if (rows == columns && rows.kind != axis_kind::all) continue;
      if (by_question(rows) && by_question(columns)) continue;
      for (std::size_t counted = 0; counted < 5; ++counted) {
        const bool themes = rows.kind == axis_kind::theme || columns.kind == axis_kind::theme;
        if (counted == 4 && !themes) continue;
        for (std::size_t base_of = 0; base_of < 6; ++base_of) {
          for (int filter = 0; filter < 3; ++filter) {
            table_spec spec;
            spec.rows = rows;
            spec.columns = columns;
            spec.unit = static_cast<unit>(counted);
            spec.base = static_cast<base>(base_of);
            spec.all_column = out.size() % 7 != 0;
            if (filter == 1) spec.question = of.asked().find_question("q2");
            if (filter == 2) spec.chapter = of.asked().find_chapter("c1");
            if (out.size() % 5 == 0) spec.coder = coder_id(std::size_t{0});
            out.push_back(spec);
          }
        }
      }
    }
  }
  return out;
}

}  // namespace

TEST_SUITE("the slow twin") {
  TEST_CASE("agrees on every cell of 300 consultations") {
    constexpr std::size_t consultations = 300;
    constexpr std::size_t share =
        131;  // a prime: each consultation takes another part of the specs
    std::size_t cells = 0, counted = 0, by_rule = 0, not_looked_for = 0;
    for (std::size_t seed = 0; seed < consultations; ++seed) {
      const auto from = test::consultation_generator(seed)().code();
      const auto specs = every_spec(*from->of());
      for (std::size_t i = seed % share; i < specs.size(); i += share) {
        const auto made = make_table(from, specs[i], {1, {}});
        const twin slow(*from, specs[i]);
        for (std::size_t row = 0; row < made->rows().size(); ++row) {
          for (std::size_t column = 0; column < made->columns().size(); ++column) {
            const cell& fast = made->cell(row, column);
            const cell right = slow(made->rows()[row].id, made->columns()[column].id);
            const bool same = fast.count == right.count && fast.base == right.base &&
                              fast.by_rule_only == right.by_rule_only &&
                              fast.applies == right.applies;
            if (!same) {
              CAPTURE(seed);
              CAPTURE(i);
              CAPTURE(made->notes().front());
              CAPTURE(made->rows()[row].id);
              CAPTURE(made->columns()[column].id);
              CHECK(fast.count == right.count);
              CHECK(fast.base == right.base);
              CHECK(fast.by_rule_only == right.by_rule_only);
              CHECK(fast.applies == right.applies);
              REQUIRE(same);
            }
            ++cells;
            counted += fast.count > 0 ? 1 : 0;
            by_rule += fast.by_rule_only > 0 ? 1 : 0;
            not_looked_for += fast.applies ? 0 : 1;
          }
        }
      }
    }
    // The generator must not have gone dull.
    CHECK(cells > 40000);
    CHECK(counted > cells / 5);
    CHECK(by_rule > cells / 50);
    CHECK(not_looked_for > cells / 200);
  }

  TEST_CASE("what a cell leads back to is what it counts") {
    std::size_t sources = 0;
    for (std::size_t seed = 0; seed < 40; ++seed) {
      const auto from = test::consultation_generator(seed)().code();
      const auto specs = every_spec(*from->of());
      for (std::size_t i = seed; i < specs.size(); i += 199) {
        const auto made = make_table(from, specs[i], {1, {}});
        for (std::size_t row = 0; row < made->rows().size(); ++row) {
          for (std::size_t column = 0; column < made->columns().size(); ++column) {
            std::set<unit_key> units;
            for (const cell_source& source : explain_cell(*made, row, column)) {
              CHECK(from->of()->included(source.response));
              ++sources;
              switch (specs[i].unit) {
                case unit::responses:
                  units.insert({source.response.value, 0, 0});
                  break;
                case unit::respondents:
                  units.insert({from->of()->responses().respondent[source.response].value, 0, 0});
                  break;
                case unit::organisations:
                  for (const auto& link : from->of()->responses().organisations[source.response]) {
                    units.insert({link.organisation.value, 0, 0});
                  }
                  break;
                case unit::answers:
                  units.insert({source.answer.value, 0, 0});
                  break;
                case unit::mentions:
                  for (const evidence& e : from->table().spans[source.coding]) {
                    units.insert({source.answer.value, e.bytes.first, e.bytes.last});
                  }
                  break;
              }
            }
            CHECK(units.size() == made->cell(row, column).count);
          }
        }
      }
    }
    CHECK(sources > 1000);
  }
}
