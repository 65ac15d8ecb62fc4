#include "library_hours.hpp"

#include <heard/base/error.hpp>
#include <heard/tables/spec.hpp>

#include <doctest/doctest.h>

using namespace heard;

namespace {

template <class Call>
std::string message_of(Call call) {
  try {
    (void)call();
  } catch (const error& e) {
    CHECK(e.code() == status::not_found);
    return e.what();
  }
  return "no error";
}

}  // namespace

TEST_SUITE("table spec") {
  TEST_CASE("every word is read back") {
    for (const std::string_view each : words_of<unit>()) CHECK(word(parse_unit(each)) == each);
    for (const std::string_view each : words_of<base>()) CHECK(word(parse_base(each)) == each);
    CHECK(words_of<unit>().size() == 5);
    CHECK(words_of<base>().size() == 6);
    CHECK(parse_unit("mentions") == unit::mentions);
    CHECK(parse_base("reviewed") == base::reviewed);
    CHECK(message_of([] { return parse_unit("response"); }) ==
          "unknown unit \"response\", did you mean \"responses\"?");
    CHECK(message_of([] { return parse_base("awnsered"); }) ==
          "unknown base \"awnsered\", did you mean \"answered\"?");
    CHECK(message_of([] { return parse_base("xyz"); }) == "unknown base \"xyz\"");
  }

  TEST_CASE("axes by word and by question") {
    test::small_consultation rows = test::library_hours();
    const auto of = rows.build();
    const auto at = [&](std::string_view id) { return *of->asked().find_question(id); };
    CHECK(parse_axis("all", *of).kind == axis_kind::all);
    CHECK(parse_axis("theme", *of).kind == axis_kind::theme);
    CHECK(parse_axis("question", *of).kind == axis_kind::question);
    CHECK(parse_axis("chapter", *of).kind == axis_kind::chapter);
    CHECK(parse_axis("channel", *of).kind == axis_kind::channel);
    CHECK(parse_axis("capacity", *of).kind == axis_kind::capacity);
    CHECK(parse_axis("agree", *of) == axis{axis_kind::option, at("agree")});
    // No question names respondents: the first closed one about them.
    CHECK(parse_axis("category", *of) == axis{axis_kind::option, at("you")});
    rows.attribution = "agree";
    CHECK(parse_axis("category", *rows.build()) == axis{axis_kind::option, at("agree")});

    CHECK(message_of([&] { return parse_axis("chanel", *of); }) ==
          "unknown axis \"chanel\", did you mean \"channel\"?");
    CHECK(message_of([&] { return parse_axis("agreed", *of); }) ==
          "unknown axis \"agreed\", did you mean \"agree\"?");
    CHECK(message_of([&] { return parse_axis("q1", *of); }) ==
          "question \"q1\" is open; an axis takes closed ones, or \"question\"");
  }

  TEST_CASE("no category") {
    test::small_consultation rows;
    rows.chapters = {"c1"};
    rows.asked = {{"q1", question_kind::open, "c1", ""}};
    const auto of = rows.build();
    CHECK(message_of([&] { return parse_axis("category", *of); }) ==
          "there is no \"category\": no closed question is about_you");
  }
}
