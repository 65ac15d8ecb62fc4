#include <heard/base/error.hpp>
#include <heard/model/questionnaire.hpp>

#include <doctest/doctest.h>

using namespace heard;

TEST_CASE("ids lead to rows, options to those of their question") {
  questionnaire asked;
  const channel_id form = asked.add(channel{"form", "", ""});
  const chapter_id c1 = asked.add(chapter{"c1", "When we open", "", ""});
  question q1;
  q1.id = "q1";
  q1.text = "When?";
  q1.chapter = c1;
  question you;
  you.id = "you";
  you.kind = question_kind::multiple;
  you.text = "Who are you?";
  you.label = "Who";
  const question_id first = asked.add(q1);
  const question_id second = asked.add(you);
  option yes;
  yes.id = "yes";
  const option_id a = asked.add_option(first, yes);
  const option_id b = asked.add_option(second, yes);

  CHECK(asked[form].title == "form");
  CHECK(asked[first].label == "When?");
  CHECK(asked[second].label == "Who");
  CHECK(asked.find_question("you") == second);
  CHECK(asked.find_question("me") == std::nullopt);
  CHECK(asked.find_option(first, "yes") == a);
  CHECK(asked.find_option(second, "yes") == b);
  CHECK(asked.find_option(second, "no") == std::nullopt);
  CHECK(asked[b].question == second);
  CHECK_THROWS_AS(asked.add(q1), error);
  CHECK_THROWS_AS(asked.add_option(first, yes), error);
  CHECK_THROWS_AS(asked.add(channel{"form", "", ""}), error);
}
