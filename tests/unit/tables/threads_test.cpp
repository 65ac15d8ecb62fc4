#include "random_consultation.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/render.hpp>
#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;

TEST_SUITE("threads") {
  TEST_CASE("any number of threads makes the same table") {
    // More responses than a chunk holds, with senders and bodies on both sides of every cut.
    test::small_consultation rows;
    rows.chapters = {"c1"};
    rows.asked = {{"q1", question_kind::open, "c1", ""},
                  {"you", question_kind::multiple, "", "a b"}};
    rows.themes = {{"t", {"alpha"}}, {"u", {"beta"}, "t"}};
    for (std::size_t i = 0; i < 10000; ++i) {
      rows.responses.push_back(
          {"r" + std::to_string(i),
           i % 3 == 0 ? "letter" : "form",
           {{"q1", i % 2 == 0 ? "alpha" : "beta alpha"}, {"you", i % 5 == 0 ? "a" : "a b"}},
           "s" + std::to_string(i % 4000),
           capacity::organisation,
           {"Body " + std::to_string(i % 700)}});
    }
    const auto from = rows.code();
    for (const unit counted :
         {unit::responses, unit::respondents, unit::organisations, unit::answers, unit::mentions}) {
      table_spec spec;
      spec.columns = parse_axis("you", *from->of());
      spec.unit = counted;
      const std::string one = render(*make_table(from, spec, {1, {}}), table_format::json);
      for (const unsigned threads : {2u, 3u, 8u}) {
        CHECK(render(*make_table(from, spec, {threads, {}}), table_format::json) == one);
      }
    }
    table_spec spec;
    spec.unit = unit::respondents;
    CHECK(make_table(from, spec, {2, {}})->cell(0, 0).count == 4000);
    CHECK(make_table(from, spec, {2, {}})->cell(1, 0).count == 2000);  // odd senders only
    spec.unit = unit::organisations;
    CHECK(make_table(from, spec, {2, {}})->cell(0, 0).base == 700);
    spec.unit = unit::responses;
    CHECK(make_table(from, spec, {2, {}})->cell(1, 0).count == 5000);
  }

  TEST_CASE("a caller can stop it") {
    const auto from = test::consultation_generator(1)().code();
    CHECK_THROWS_AS((void)make_table(from, {}, {1, [](const progress&) { return false; }}), error);
  }
}
