#include "library_hours.hpp"

#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heard;

namespace {

const std::shared_ptr<const codings>& library() {
  static const auto from = test::library_hours().code();
  return from;
}

std::shared_ptr<const table> make(std::string_view rows, std::string_view columns,
                                  unit counted = unit::responses, base of = base::answered) {
  table_spec spec;
  spec.rows = parse_axis(rows, *library()->of());
  spec.columns = parse_axis(columns, *library()->of());
  spec.unit = counted;
  spec.base = of;
  return make_table(library(), spec, {1, {}});
}

}  // namespace

TEST_SUITE("what stands below a table") {
  TEST_CASE("which axes overlap") {
    struct row {
      const char* axis;
      unit counted;
      bool overlaps;
    };
    const row rows[] = {
        {"all", unit::responses, false},      {"question", unit::responses, true},
        {"question", unit::answers, false},   {"chapter", unit::responses, true},
        {"chapter", unit::answers, false},    {"channel", unit::responses, false},
        {"channel", unit::respondents, true}, {"capacity", unit::organisations, true},
        {"capacity", unit::answers, false},   {"you", unit::responses, true},
        {"you", unit::answers, true},         {"agree", unit::responses, false},
        {"agree", unit::respondents, true},   {"channel", unit::mentions, false},
        {"question", unit::mentions, false},  {"question", unit::organisations, true},
    };
    for (const row& each : rows) {
      CAPTURE(each.axis);
      CAPTURE(word(each.counted));
      CHECK(make("theme", each.axis, each.counted)->columns_overlap() == each.overlaps);
      CHECK(make("theme", each.axis, each.counted)->rows_overlap());
      if (each.counted == unit::mentions) continue;
      CHECK(make(each.axis, "all", each.counted)->rows_overlap() == each.overlaps);
    }
    CHECK_FALSE(make("theme", "all")->columns_overlap());
  }

  TEST_CASE("the base comes first, by name") {
    const auto first = [](const auto& table) { return table->notes().front(); };
    CHECK(first(make("theme", "all")) ==
          "Base: responses that answered at least one open question");
    CHECK(
        first(make("theme", "chapter")) ==
        "Base: responses that answered at least one question of the chapter; in the column All, at "
        "least one open question");
    CHECK(first(make("theme", "question", unit::respondents, base::asked)) ==
          "Base: respondents who were asked the question; in the column All, at least one open "
          "question");
    CHECK(first(make("theme", "channel", unit::organisations, base::substantive)) ==
          "Base: organisations that answered at least one open question with more than \"no "
          "comment\" "
          "or \"see above\"; in each column those that came through its channel");
    CHECK(
        first(make("theme", "you", unit::responses, base::received)) ==
        "Base: all responses received; in each column those with its choice at \"Question you?\"");
    CHECK(first(make("theme", "all", unit::respondents, base::included)) ==
          "Base: respondents behind included responses");
    CHECK(first(make("theme", "question", unit::responses, base::included)) ==
          "Base: included responses");
    CHECK(
        first(make("theme", "capacity", unit::responses, base::reviewed)) ==
        "Base: responses that answered at least one open question, where a person read the answer; "
        "in each column those made in its capacity");
    CHECK(first(make("theme", "question", unit::answers)) ==
          "Base: answers to the question; in the column All, answers to open questions");
    CHECK(first(make("theme", "all", unit::answers, base::received)) ==
          "Base: answers to open questions in all responses received");
    CHECK(
        first(make("theme", "chapter", unit::mentions)) ==
        "Counted: mentions, each passage of an answer that shows the theme once; they have no "
        "share. "
        "Base: answers to questions of the chapter; in the column All, answers to open questions");
    CHECK(first(make("you", "all")) ==
          "Base: responses that answered the question \"Question you?\"");
    CHECK(first(make("question", "all", unit::responses, base::asked)) ==
          "Base: responses that were asked the question");
    CHECK(first(make("channel", "theme")) ==
          "Base: responses that answered at least one open question; in each row those that came "
          "through its channel");
  }

  TEST_CASE("overlap, notes of headings, rules that nobody reviewed") {
    using lines = std::vector<std::string>;
    CHECK(
        make("theme", "you")->notes() ==
        lines{"Base: responses that answered at least one open question; in each column those with "
              "its choice at \"Question you?\"",
              "A response may belong to several themes, and a parent theme holds what its children "
              "hold, each once, so rows overlap and must not be added up",
              "Several choices could be made at \"Question you?\", so columns overlap and must not "
              "be "
              "added up",
              "Option student: this category holds several similar responses",
              "Some counts rest on rules in answers that no person reviewed: such a count means "
              "\"found by rule in at least so many\""});
    test::small_consultation flat = test::library_hours();
    for (auto& theme : flat.themes) theme.parent.clear();
    CHECK(make_table(flat.code(), {}, {1, {}})->notes()[1] ==
          "A response may belong to several themes, so rows overlap and must not be added up");
    CHECK(make("channel", "all")->notes() ==
          lines{"Base: responses that answered at least one open question",
                "Letter: letters ticked no boxes"});
    CHECK(make("channel", "all", unit::respondents)->notes()[1] ==
          "A respondent may stand behind several responses, so rows overlap and must not be added "
          "up");
    const auto by_question = make("theme", "question");
    CHECK(by_question->notes()[2] ==
          "A response may speak to several questions, so columns overlap and must not be added up");
    CHECK(by_question->notes().back() ==
          "\"n/a\": the theme is not looked for at that question, and nobody found it there");
  }
}
