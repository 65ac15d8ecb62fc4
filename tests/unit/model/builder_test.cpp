#include "unit/model/small.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace heard;
using heard::testing::small;

namespace {

response_id find(const consultation& of, std::string_view id) {
  const auto found = of.find_response(id);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("responses are sorted by the bytes of their ids, and an id is taken once") {
  small s;
  for (const char* id : {"b", "B", "a10", "a9", "\xC3\xA9"}) {
    CHECK(s.builder.add_response(s.response(id)));
  }
  CHECK_FALSE(s.builder.add_response(s.response("a9")));
  const auto made = s.finish();
  REQUIRE(made);
  std::vector<std::string> ids;
  for (const response_id r : made->each_response()) ids.emplace_back(made->id_of(r));
  CHECK(ids == std::vector<std::string>{"B", "a10", "a9", "b", "\xC3\xA9"});
  CHECK(made->find_response("a9") == response_id(2u));
  CHECK(made->find_response("a") == std::nullopt);
  CHECK(made->find_response("zz") == std::nullopt);
}

TEST_CASE("chapters and `general` are places after the declared questions") {
  small s;
  const auto made = s.finish();
  std::vector<std::string> ids;
  for (const question& q : made->asked().questions()) ids.push_back(q.id);
  CHECK(ids == std::vector<std::string>{"why", "how", "you", "c1", "general"});
  CHECK(made->asked()[s.chapter_place].place == question_place::chapter);
  CHECK(made->asked()[s.chapter_place].text == "First");
  CHECK(made->asked()[s.general].place == question_place::general);
  CHECK_FALSE(made->asked()[s.general].chapter.valid());
}

TEST_CASE("every response has one state at every question, the last of what it did there") {
  small s;
  const auto form = *s.builder.add_response(s.response("form"));
  s.say(form, s.why, "words");
  new_answer aside;
  aside.question = s.why;
  aside.state = answer_state::refers;
  aside.text = "see above";
  s.builder.add_answer(form, aside);

  new_response letter = s.response("letter");
  letter.channel = s.inbox;
  const auto inbox = *s.builder.add_response(letter);
  s.builder.add_unread(inbox, s.general, {});

  const auto moved = *s.builder.add_response(s.response("moved"));
  s.builder.move_answer(s.say(moved, s.why, "for the other"), s.how);

  new_response early = s.response("early");
  early.disposition = disposition::incomplete;
  early.ended_early = true;
  s.say(*s.builder.add_response(early), s.why, "words");
  const auto made = s.finish();
  REQUIRE(made);

  using enum answer_state;
  struct {
    const char* id;
    answer_state why, how, you, chapter, general;
  } const rows[] = {
      {"form", text, blank, blank, not_asked, not_asked},
      {"letter", not_asked, not_asked, not_asked, not_asked, unread},
      {"moved", moved_away, text, blank, not_asked, not_asked},
      {"early", text, not_reached, not_reached, not_asked, not_asked},
  };
  for (const auto& row : rows) {
    const response_id r = find(*made, row.id);
    CAPTURE(row.id);
    CHECK(made->state(r, s.why) == row.why);
    CHECK(made->state(r, s.how) == row.how);
    CHECK(made->state(r, s.you) == row.you);
    CHECK(made->state(r, s.chapter_place) == row.chapter);
    CHECK(made->state(r, s.general) == row.general);
  }
  const auto [first, last] = made->answers_of(find(*made, "moved"));
  REQUIRE(last.value - first.value == 1);
  CHECK(made->answers().origin[first] == answer_origin::moved);
  CHECK(made->answers().question[first] == s.how);
  REQUIRE(made->unread().size() == 1);
  CHECK(made->unread()[0].response == find(*made, "letter"));
}

TEST_CASE("answers are sorted by response, question and words, passages of a letter by place") {
  const auto build = [](bool backwards) {
    small s;
    const file_id letter = s.builder.add_file({"data/letter.txt", {}, 0, 0, "utf-8"});
    std::vector<std::string> ids = {"r1", "r2"};
    if (backwards) std::reverse(ids.begin(), ids.end());
    for (const std::string& id : ids) {
      const auto r = *s.builder.add_response(s.response(id));
      std::vector<std::string> words = {"beta", "alpha", "gamma"};
      if (backwards) std::reverse(words.begin(), words.end());
      std::uint32_t row = 2;
      for (const std::string& word : words) s.say(r, s.how, word, row++);
      s.tick(r, {s.student, s.parent, s.student});
      s.say(r, s.why, "zeta");
      for (const std::uint64_t first : {std::uint64_t{50}, std::uint64_t{10}}) {
        new_answer passage;
        passage.question = s.why;
        passage.text = first == 10 ? "second" : "a later one";
        passage.place = {letter, 0, 0, first, first + 5};
        s.builder.add_answer(r, passage);
      }
    }
    return s.finish();
  };
  for (const bool backwards : {false, true}) {
    const auto made = build(backwards);
    REQUIRE(made);
    std::vector<std::string> words;
    for (const answer_id a : made->each_answer()) words.emplace_back(made->text_of(a));
    const std::vector<std::string> each = {"zeta",  "second", "a later one", "alpha", "beta",
                                           "gamma", ""};
    std::vector<std::string> expected = each;
    expected.insert(expected.end(), each.begin(), each.end());
    CHECK(words == expected);
    CHECK(made->answers_of(response_id(1u)) == std::pair(answer_id(7u), answer_id(14u)));
    const auto options = made->answers().options[answer_id(6u)];
    REQUIRE(options.size() == 2);
    CHECK(options[0] < options[1]);
  }
}

TEST_CASE("words in a language without rules are text that nobody has coded") {
  small s;
  s.builder.set_rule_languages({"en"});
  struct {
    const char* language;
    answer_state expected;
  } const rows[] = {
      {"", answer_state::text},         {"en", answer_state::text},
      {"en-GB", answer_state::text},    {"cy", answer_state::not_coded},
      {"enm", answer_state::not_coded},
  };
  std::uint32_t n = 0;
  for (const auto& row : rows) {
    new_response response = s.response("r" + std::to_string(n++));
    response.language = row.language;
    s.say(*s.builder.add_response(response), s.why, "words");
  }
  const auto made = s.finish();
  for (std::uint32_t i = 0; i < n; ++i) {
    CHECK(made->state(response_id(i), s.why) == rows[i].expected);
  }
  CHECK(made->languages() == std::vector<std::string>{"cy", "en", "en-GB", "enm"});
  CHECK(made->languages()[made->answers().language[answer_id(4u)]] == "enm");
}

TEST_CASE("answers can be asked for while building") {
  small s;
  const auto a = *s.builder.add_response(s.response("a"));
  const auto b = *s.builder.add_response(s.response("b"));
  s.say(a, s.why, "one");
  s.say(b, s.why, "two");
  s.say(a, s.how, "three");
  s.say(a, s.why, "four");
  const auto words = s.builder.answers_at(a, s.why);
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "one");
  CHECK(words[1].text == "four");
  CHECK(s.builder.answers_at(b, s.how).empty());
  CHECK(s.builder.find_response("b") == b);
  CHECK(s.builder.id_of(b) == "b");
}
