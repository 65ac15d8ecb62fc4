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

std::vector<std::string> messages(const diagnostics& remarks) {
  std::vector<std::string> out;
  for (const diagnostic& remark : remarks.all()) out.push_back(to_string(remark));
  return out;
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

TEST_CASE("senders are told apart by what is known of them") {
  small s;
  s.builder.add_response(s.response("a", "x@example.org"));
  s.builder.add_response(s.response("b", "y@example.org"));
  s.builder.add_response(s.response("c", "x@example.org"));
  s.builder.add_response(s.response("d"));
  s.builder.add_response(s.response("e"));
  for (const char* id : {"f", "g"}) {
    new_response body = s.response(id);
    body.capacity = capacity::organisation;
    body.organisations = {
        {id[0] == 'f' ? "Library Trust" : " Library Trust ", organisation_role::author}};
    s.builder.add_response(body);
  }
  new_response both = s.response("h");
  both.capacity = capacity::both;
  both.organisations = {{"Library Trust", organisation_role::author}};
  s.builder.add_response(both);
  const auto made = s.finish();
  REQUIRE(made);
  std::vector<std::uint32_t> senders;
  for (const response_id r : made->each_response()) {
    senders.push_back(made->responses().respondent[r].value);
  }
  CHECK(senders == std::vector<std::uint32_t>{0, 1, 0, 2, 3, 4, 4, 5});
  CHECK(made->respondents() == 6);
}

TEST_CASE("a repeat needs one known sender and equal answers") {
  for (const repeat_policy policy : {repeat_policy::keep_all_flagged, repeat_policy::keep_first}) {
    small s;
    s.builder.settings().repeats = policy;
    struct {
      const char* id;
      const char* sender;
      const char* words;
      int day;  // 0: unknown.
      bool repeat;
    } const rows[] = {
        {"a", "x", "same", 3, true},   {"b", "x", "same", 2, false}, {"c", "x", "same", 0, true},
        {"d", "x", "other", 1, false}, {"e", "y", "same", 1, false}, {"f", "", "same", 1, false},
        {"g", "", "same", 1, false},   {"h", "z", "", 1, false},     {"i", "z", "", 2, false},
    };
    for (const auto& row : rows) {
      new_response response = s.response(row.id, row.sender);
      if (row.day != 0) {
        response.received = {2026, 4, static_cast<std::uint8_t>(row.day), 0, 0, 0, false};
      }
      const auto r = *s.builder.add_response(response);
      if (*row.words != 0) s.say(r, s.why, row.words);
    }
    const auto made = s.finish();
    REQUIRE(made);
    for (const auto& row : rows) {
      CAPTURE(row.id);
      const response_id r = find(*made, row.id);
      CHECK((made->responses().repeats[r] == 1) == row.repeat);
      const bool duplicate = made->responses().disposition[r] == disposition::duplicate;
      CHECK(duplicate == (row.repeat && policy == repeat_policy::keep_first));
    }
  }
}

TEST_CASE("options and the words beside them tell answers apart") {
  small s;
  const auto a = *s.builder.add_response(s.response("a", "x"));
  s.tick(a, {s.parent});
  const auto b = *s.builder.add_response(s.response("b", "x"));
  s.tick(b, {s.student});
  const auto c = *s.builder.add_response(s.response("c", "x"));
  s.tick(c, {s.parent});
  const auto made = s.finish();
  CHECK(made->responses().repeats[response_id(0u)] == 0);
  CHECK(made->responses().repeats[response_id(1u)] == 0);
  CHECK(made->responses().repeats[response_id(2u)] == 1);
}

TEST_CASE("late is after the day of closing, and is let in or left out by decision") {
  struct {
    lateness policy;
    const char* except;
    lateness expected;
  } const rows[] = {
      {lateness::let_in, "", lateness::let_in},
      {lateness::let_in, "late", lateness::left_out},
      {lateness::left_out, "", lateness::left_out},
      {lateness::left_out, "late", lateness::let_in},
  };
  for (const auto& row : rows) {
    small s;
    new_response response = s.response("last-minute");
    response.received = {2026, 4, 27, 23, 59, 59, true};
    s.builder.add_response(response);
    response.id = "late";
    response.received = {2026, 4, 28, 0, 0, 0, true};
    s.say(*s.builder.add_response(response), s.why, "words");
    s.builder.add_response(s.response("undated"));
    std::vector<std::string> except;
    if (*row.except != 0) except.push_back(row.except);
    s.builder.decide_late(row.policy, except);
    const auto made = s.finish();
    CHECK(made->responses().late[find(*made, "last-minute")] == lateness::on_time);
    CHECK(made->responses().late[find(*made, "undated")] == lateness::on_time);
    CHECK(made->responses().late[find(*made, "late")] == row.expected);
    CHECK(made->included(find(*made, "late")) == (row.expected == lateness::let_in));
  }
}

TEST_CASE("a response that says nothing is blank, unless somebody decided") {
  small s;
  s.builder.add_response(s.response("nothing"));
  s.builder.decide(*s.builder.add_response(s.response("decided")), disposition::included, "kept");
  s.tick(*s.builder.add_response(s.response("ticked")), {s.parent});
  new_response letter = s.response("letter");
  letter.channel = s.inbox;
  s.builder.add_unread(*s.builder.add_response(letter), s.general, {});
  new_response test = s.response("test");
  test.disposition = disposition::test;
  s.builder.add_response(test);
  const auto made = s.finish();
  const auto of = [&](const char* id) { return made->responses().disposition[find(*made, id)]; };
  CHECK(of("nothing") == disposition::blank);
  CHECK(of("decided") == disposition::included);
  CHECK(of("ticked") == disposition::included);
  CHECK(of("letter") == disposition::included);
  CHECK(of("test") == disposition::test);
}

TEST_CASE("names are one body where people say so, and otherwise where they are equal") {
  small s;
  const auto add = [&](const char* id, std::vector<new_organisation> bodies) {
    new_response response = s.response(id);
    response.organisations = std::move(bodies);
    s.builder.add_response(response);
  };
  using enum organisation_role;
  add("a", {{"Zebra", author}, {"The Trust", signatory}});
  add("b", {{" The Trust\xC2\xA0", author}});
  add("c", {{"the trust", author}});
  add("d", {{"Trust, The", author}, {"Trust, The", author}, {"  ", author}});
  s.builder.merge_organisation("Trust, The", "The Trust", "", {});
  s.builder.merge_organisation("The Trust", "Library Trust", "charity", {});
  const auto made = s.finish();
  REQUIRE(made);
  const auto& bodies = made->organisations();
  REQUIRE(bodies.size() == 3);
  CHECK(bodies[0].name == "Library Trust");
  CHECK(bodies[0].type == "charity");
  CHECK(bodies[0].spellings == std::vector<std::string>{"The Trust", "Trust, The"});
  CHECK(bodies[1].name == "Zebra");
  CHECK(bodies[2].name == "the trust");
  const auto links = made->responses().organisations[find(*made, "a")];
  REQUIRE(links.size() == 2);
  CHECK(links[0].organisation == organisation_id(0u));
  CHECK(links[0].role == signatory);
  CHECK(links[1].organisation == organisation_id(1u));
  const auto d = made->responses().organisations[find(*made, "d")];
  REQUIRE(d.size() == 1);
  CHECK(bodies[0].spellings[d[0].spelling] == "Trust, The");
}

TEST_CASE("merges that contradict one another are faults") {
  struct {
    std::vector<std::vector<std::string>> merges;
    std::vector<std::string> expected;
  } const rows[] = {
      {{{"A", "B", ""}, {"A", "C", ""}},
       {"data/form.csv:3: error: row 2 gives this name another body"}},
      {{{"A", "B", ""}, {"B", "A", ""}},
       {"data/form.csv:2: error: this name is merged into itself by way of others",
        "data/form.csv:3: error: this name is merged into itself by way of others"}},
      {{{"A", "B", "charity"}, {"B", "B", "council"}},
       {"data/form.csv:3: error: row 2 gives this body another type"}},
      {{{"A", "B", ""}, {"Nobody", "B", ""}},
       {"data/form.csv:3: warning: no response names this organisation"}},
  };
  for (const auto& row : rows) {
    small s;
    new_response response = s.response("a");
    response.organisations = {{"A", organisation_role::author}};
    s.builder.add_response(response);
    std::uint32_t line = 2;
    for (const auto& merge : row.merges) {
      s.builder.merge_organisation(merge[0], merge[1], merge[2], {s.sheet, line++, 0, 0, 0});
    }
    diagnostics remarks;
    const auto made = s.builder.finish(remarks);
    CHECK(messages(remarks) == row.expected);
    CHECK((made == nullptr) == remarks.has_errors());
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

TEST_CASE("codings, reviews and quotes follow their answers, coders and themes into order") {
  small s;
  const auto b = *s.builder.add_response(s.response("b"));
  const auto on_b = s.say(b, s.why, "of b");
  const auto a = *s.builder.add_response(s.response("a"));
  const auto on_a = s.say(a, s.why, "of a");
  const coder_id zoe = s.builder.add_coder({"zoe", coder_kind::human, "", "", ""});
  const coder_id ann = s.builder.add_coder({"ann", coder_kind::human, "", "", ""});
  CHECK(s.builder.add_coder({"zoe", coder_kind::human, "", "", ""}) == zoe);
  using stance_of = heard::stance;
  s.builder.add_coding({on_b, zoe, "water", stance_of::none, true, 0, 0, {s.sheet, 9, 0, 0, 0}});
  s.builder.add_coding({on_b, zoe, "water", stance_of::none, true, 0, 0, {s.sheet, 4, 0, 0, 0}});
  s.builder.add_coding({on_a, ann, "water", stance_of::against, false, 1, 3, {}});
  s.builder.add_coding({on_a, ann, "air", stance_of::in_favour, true, 0, 0, {}});
  s.builder.add_review(on_b, zoe);
  s.builder.add_review(on_b, zoe);
  quote_decision quote;
  quote.last = 2;
  s.builder.add_quote_decision(on_b, quote);
  const auto made = s.finish();
  REQUIRE(made);
  CHECK(made->coded_themes() == std::vector<std::string>{"air", "water"});
  REQUIRE(made->coders().size() == 2);
  CHECK(made->coders()[0].name == "ann");
  REQUIRE(made->codings().size() == 3);
  CHECK(made->codings()[0].theme == 0);
  CHECK(made->codings()[0].coder == coder_id(0u));
  CHECK(made->codings()[0].stance == stance_of::in_favour);
  CHECK(made->codings()[1].theme == 1);
  CHECK(made->codings()[1].first == 1);
  CHECK(made->codings()[2].answer == answer_id(1u));
  CHECK(made->codings()[2].coder == coder_id(1u));
  CHECK(made->codings()[2].place.row == 4);
  REQUIRE(made->reviews().size() == 1);
  CHECK(made->reviews()[0] == review{answer_id(1u), coder_id(1u)});
  CHECK(made->quote_decisions()[0].answer == answer_id(1u));
  CHECK(made->text_of(made->quote_decisions()[0].answer) == "of b");
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
