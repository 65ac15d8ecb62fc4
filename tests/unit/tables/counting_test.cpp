#include "library_hours.hpp"

#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace heard;
using test::library_hours;

namespace {

// "hours: 6/8 3/3 ..." for each row; "n/a" where the theme is not looked for. Counts that rest on
// unreviewed rules alone follow a tilde.
std::vector<std::string> shown(const table& of) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    std::string line = of.rows()[row].id + ":";
    for (std::size_t column = 0; column < of.columns().size(); ++column) {
      const cell& each = of.cell(row, column);
      line += ' ';
      if (!each.applies) {
        line += "n/a";
        continue;
      }
      line += std::to_string(each.count) + "/" + std::to_string(each.base);
      if (each.by_rule_only > 0) line += "~" + std::to_string(each.by_rule_only);
    }
    out.push_back(line);
  }
  return out;
}

std::vector<std::string> ids(const std::vector<heading>& of) {
  std::vector<std::string> out;
  for (const heading& each : of) out.push_back(each.id);
  return out;
}

using lines = std::vector<std::string>;

struct fixture {
  std::shared_ptr<const codings> from = library_hours().code();
  table_spec spec;

  axis named(std::string_view word) const { return parse_axis(word, *from->of()); }
  std::shared_ptr<const table> made() const { return make_table(from, spec, {1, {}}); }
};

}  // namespace

TEST_SUITE("counting") {
  TEST_CASE_FIXTURE(fixture, "themes: a parent is a union, a person overrides the rules") {
    // Answered: all but r7 (left out) and r10 (unread). r4's q1 counts as alice coded it, and r8's
    // as she left it.
    CHECK(shown(*made()) ==
          lines{"hours: 6/8~5", "evening: 3/8~3", "sunday: 3/8~2", "parking: 3/8~3"});
    CHECK(made()->rows()[0].depth == 0);
    CHECK(made()->rows()[1].depth == 1);
  }

  TEST_CASE_FIXTURE(fixture, "bases") {
    const auto all = [&](base of) {
      spec.rows = {axis_kind::all, {}};
      spec.base = of;
      return shown(*made()).front();
    };
    CHECK(all(base::received) == "all: 9/10");
    CHECK(all(base::included) == "all: 9/9");
    CHECK(all(base::asked) == "all: 9/9");
    CHECK(all(base::answered) == "all: 8/8");
    CHECK(all(base::substantive) == "all: 7/7");  // r9 only refers
    CHECK(all(base::reviewed) == "all: 2/2");     // r4, r8
  }

  // By hand: r1's blank and r3's "no comment" are coded by a person, r2's words by rule.
  TEST_CASE(
      "a coded blank counts where blanks are in the base, a coded no comment where answered") {
    test::small_consultation rows;
    rows.chapters = {"c1"};
    rows.asked = {{"q1", question_kind::open, "c1", ""}, {"q2", question_kind::open, "c1", ""}};
    rows.responses = {{"r1", "form", {{"q1", ""}, {"q2", "Something."}}},
                      {"r2", "form", {{"q1", "The word."}}},
                      {"r3", "form", {{"q1", test::no_comment}}}};
    rows.codings = {{"r1", "q1", "ann", "t", ""}, {"r3", "q1", "ann", "t", ""}};
    rows.themes = {{"t", {"word"}, "", {"q1"}}};
    const auto from = rows.code();
    const auto one = [&](unit counted, base of) {
      table_spec spec;
      spec.unit = counted;
      spec.base = of;
      return shown(*make_table(from, spec, {1, {}})).front();
    };
    CHECK(one(unit::responses, base::received) == "t: 3/3~1");
    CHECK(one(unit::responses, base::included) == "t: 3/3~1");
    CHECK(one(unit::responses, base::asked) == "t: 3/3~1");
    CHECK(one(unit::responses, base::answered) == "t: 2/3~1");
    CHECK(one(unit::responses, base::substantive) == "t: 1/2~1");
    CHECK(one(unit::responses, base::reviewed) == "t: 1/1");
    CHECK(one(unit::answers, base::included) == "t: 2/3~1");
    CHECK(one(unit::answers, base::reviewed) == "t: 1/1");
    CHECK(one(unit::mentions, base::answered) == "t: 2/3~1");
  }

  TEST_CASE_FIXTURE(fixture, "by category: each column its own base, All not a sum") {
    spec.columns = named("you");
    CHECK(ids(made()->columns()) == lines{"all", "parent", "student", "carer"});
    CHECK(shown(*made()) == lines{"hours: 6/8~5 2/3~2 2/3~2 0/0", "evening: 3/8~3 1/3~1 2/3~2 0/0",
                                  "sunday: 3/8~2 1/3~1 0/3 0/0", "parking: 3/8~3 1/3~1 3/3~3 0/0"});
    CHECK(made()->columns_overlap());
  }

  TEST_CASE_FIXTURE(fixture, "by question: bases of the question, themes that are not looked for") {
    spec.columns = named("question");
    CHECK(ids(made()->columns()) == lines{"all", "q1", "q2", "c1", "c2", "general"});
    CHECK(shown(*made()) == lines{"hours: 6/8~5 4/7~3 1/3~1 0/0 0/0 1/1~1",
                                  "evening: 3/8~3 1/7~1 1/3~1 0/0 0/0 1/1~1",
                                  "sunday: 3/8~2 3/7~2 0/3 0/0 0/0 0/1",
                                  "parking: 3/8~3 n/a 3/3~3 n/a n/a n/a"});
    spec.base = base::asked;
    CHECK(shown(*made())[3] == "parking: 3/9~3 n/a 3/6~3 n/a n/a n/a");
    spec.base = base::reviewed;
    CHECK(shown(*made())[0] == "hours: 1/2 1/2 0/0 0/0 0/0 0/0");
  }

  TEST_CASE_FIXTURE(fixture, "by chapter: a response counts once in a chapter") {
    spec.columns = named("chapter");
    CHECK(ids(made()->columns()) == lines{"all", "c1", "c2", "general"});
    CHECK(shown(*made())[0] == "hours: 6/8~5 4/7~3 1/3~1 1/1~1");
    spec.chapter = made()->from()->of()->asked().find_chapter("c1");
    CHECK(ids(made()->columns()) == lines{"all", "c1"});
    CHECK(shown(*made())[0] == "hours: 4/7~3 4/7~3");
    spec.columns = named("all");
    CHECK(shown(*made())[0] == "hours: 4/7~3");
    spec.chapter.reset();
    spec.question = test::question_of(*from, "q2");
    CHECK(shown(*made()) ==
          lines{"hours: 1/3~1", "evening: 1/3~1", "sunday: 0/3", "parking: 3/3~3"});
  }

  TEST_CASE_FIXTURE(fixture, "respondents and organisations are distinct") {
    spec.unit = unit::respondents;  // r1 and r2 are one
    CHECK(shown(*made()) ==
          lines{"hours: 5/7~4", "evening: 3/7~3", "sunday: 3/7~2", "parking: 3/7~3"});
    spec.unit = unit::organisations;  // r5: Alpha, Beta; r6: Alpha; r8 speaks for itself
    CHECK(shown(*made()) ==
          lines{"hours: 2/2~2", "evening: 1/2~1", "sunday: 2/2~2", "parking: 0/2"});
    spec.columns = named("capacity");
    CHECK(ids(made()->columns()) == lines{"all", "self", "organisation", "both", "unknown"});
    CHECK(shown(*made())[0] == "hours: 2/2~2 0/0 2/2~2 1/1~1 0/0");
    CHECK(made()->columns_overlap());
  }

  TEST_CASE_FIXTURE(fixture, "answers and mentions") {
    spec.unit = unit::answers;  // r1 2, r2 1, r3 2, r4 1, r5 1, r6 1, r8 2, r9 1
    CHECK(shown(*made()) ==
          lines{"hours: 6/11~5", "evening: 3/11~3", "sunday: 3/11~2", "parking: 3/11~3"});
    spec.unit = unit::mentions;  // hours: r1 2, r2 2, r3 1, r4 1, r5 2, r6 1; parking: r3 twice
    CHECK(shown(*made()) ==
          lines{"hours: 9/11~8", "evening: 3/11~3", "sunday: 4/11~3", "parking: 4/11~4"});
    spec.rows = named("channel");
    spec.columns = named("theme");
    CHECK(shown(*made())[0] == "form: 10/9~9 6/9~5 2/9~2 3/9~2 4/9~4");
  }

  TEST_CASE_FIXTURE(fixture, "one coder, whatever the precedence") {
    const auto coder = [&](std::string_view name) {
      for (std::size_t i = 0; i < from->coders().size(); ++i) {
        if (from->coders()[i].name == name) return coder_id(i);
      }
      return coder_id{};
    };
    spec.coder = from->rule_coder();  // evening at r4 and Sunday at r8 too: answers that were read
    CHECK(shown(*made()) ==
          lines{"hours: 7/8~5", "evening: 4/8~3", "sunday: 3/8~2", "parking: 3/8~3"});
    spec.coder = coder("alice");
    CHECK(shown(*made()) == lines{"hours: 1/8", "evening: 0/8", "sunday: 1/8", "parking: 0/8"});
    CHECK(made()->notes()[1] == "Only the codings of \"alice\"");
  }

  TEST_CASE_FIXTURE(fixture, "closed questions: their own base") {
    spec.rows = named("you");
    CHECK(shown(*made()) == lines{"parent: 3/5", "student: 3/5", "carer: 0/5"});
    CHECK(made()->rows_overlap());
    spec.columns = named("agree");
    CHECK(shown(*made()) ==
          lines{"parent: 3/5 1/1 1/2", "student: 3/5 0/1 2/2", "carer: 0/5 0/1 0/2"});
    CHECK_FALSE(made()->columns_overlap());
  }

  TEST_CASE_FIXTURE(fixture, "questions as rows: a rate of those asked that question") {
    spec.rows = named("question");
    spec.base = base::asked;
    CHECK(shown(*made()) == lines{"q1: 7/9", "q2: 3/6", "c1: 0/0", "c2: 0/0", "general: 1/1"});
    spec.base = base::answered;
    CHECK(shown(*made()) == lines{"q1: 7/8", "q2: 3/8", "c1: 0/8", "c2: 0/8", "general: 1/8"});
    spec.columns = named("channel");
    CHECK(shown(*made())[0] == "q1: 7/8 6/6 1/2");
  }

  TEST_CASE_FIXTURE(fixture, "themes across: rows keep their bases") {
    spec.rows = named("you");
    spec.columns = named("theme");
    CHECK(ids(made()->columns()) == lines{"all", "hours", "evening", "sunday", "parking"});
    CHECK(shown(*made()) == lines{"parent: 3/3 2/3~2 1/3~1 1/3~1 1/3~1",
                                  "student: 3/3 2/3~2 2/3~2 0/3 3/3~3",
                                  "carer: 0/0 0/0 0/0 0/0 0/0"});
  }

  TEST_CASE_FIXTURE(fixture, "a cell leads back to what it counts") {
    const auto words = [&](std::size_t row, std::size_t column) {
      lines out;
      for (const cell_source& source : explain_cell(*made(), row, column)) {
        std::string line(from->of()->id_of(source.response));
        if (source.answer.valid()) {
          line += " " + from->of()->asked()[from->of()->answers().question[source.answer]].id;
        }
        if (source.coding.valid()) {
          line += " " + (*from->by())[from->table().theme[source.coding]].id;
        }
        out.push_back(line);
      }
      return out;
    };
    CHECK(words(2, 0) == lines{"r2 q1 sunday", "r4 q1 sunday", "r5 q1 sunday"});
    CHECK(words(0, 0) == lines{"r1 q1 hours", "r1 q1 evening", "r2 q1 sunday", "r3 q2 evening",
                               "r4 q1 sunday", "r5 q1 hours", "r5 q1 sunday",
                               "r6 general evening"});
    spec.unit = unit::organisations;
    CHECK(words(2, 0) == lines{"r5 q1 sunday"});
    spec.unit = unit::responses;
    spec.rows = named("you");
    CHECK(words(0, 0) == lines{"r1", "r2", "r9"});
    CHECK_THROWS_AS((void)explain_cell(*made(), 3, 0), error);
  }

  TEST_CASE_FIXTURE(fixture, "what cannot be counted is refused") {
    const auto bad = [&](axis rows, axis columns) {
      spec.rows = rows;
      spec.columns = columns;
      CHECK_THROWS_AS((void)made(), error);
    };
    bad(named("theme"), named("theme"));
    bad(named("question"), named("chapter"));
    bad(named("you"), named("you"));
    bad({axis_kind::option, test::question_of(*from, "q1")}, named("all"));
    bad({axis_kind::option, {}}, named("all"));
    spec.unit = unit::mentions;
    bad(named("channel"), named("all"));
    spec = {};
    spec.question = test::question_of(*from, "agree");
    bad(named("question"), named("all"));
    spec.question = test::question_of(*from, "q1");
    spec.chapter = from->of()->asked().find_chapter("c2");
    bad(named("theme"), named("all"));
  }
}
