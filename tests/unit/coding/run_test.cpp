// run_codings(): which answers rules are tried on, how codings merge, which of them count.
#include "coding/run.hpp"

#include "books.hpp"
#include "unit/model/small.hpp"

#include <heard/base/error.hpp>
#include <heard/coding/codings.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

std::shared_ptr<const codings> code(const std::shared_ptr<const consultation>& of,
                                    const std::shared_ptr<const codebook>& book) {
  return run_codings(of, book, {1, {}});
}

/// One line a coding: response, question, theme, coder, side, whether it counts, evidence.
std::vector<std::string> lines(const codings& from) {
  std::vector<std::string> out;
  const consultation& of = *from.of();
  for (const coding_id row : from.each()) {
    const answer_id answer = from.table().answer[row];
    std::string line(of.id_of(of.answers().response[answer]));
    line += ' ' + of.asked()[of.answers().question[answer]].id;
    line += ' ' + (*from.by())[from.table().theme[row]].id;
    line += ' ' + from.coders()[from.table().coder[row].value].name;
    line += ' ' + std::string(word(from.table().stance[row]));
    line += from.table().counts[row] ? " counts" : " -";
    for (const evidence& e : from.table().spans[row]) {
      line += " [" + std::string(e.bytes.of(of.text_of(answer))) + ']';
      if (e.rule != no_rule) line += std::to_string(e.rule);
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("rules are tried on included answers in the codebook's language that hold words") {
  small s;
  const auto add = [&](const char* id, auto change) {
    new_response r = s.response(id);
    change(r);
    return *s.builder.add_response(r);
  };
  const auto as_is = [](new_response&) {};
  s.say(add("a-plain", as_is), s.why, "the bus");
  s.say(add("b-british", [](new_response& r) { r.language = "en-GB"; }), s.why, "the bus");
  s.say(add("c-welsh", [](new_response& r) { r.language = "cy"; }), s.why, "y bus");
  s.say(add("d-late", [](new_response& r) { r.received = {2026, 6, 1, 0, 0, 0, false}; }), s.why,
        "bus");
  s.say(add("e-spam", [](new_response& r) { r.disposition = disposition::test; }), s.why, "bus");
  const response_handle empty = add("f-refers", as_is);
  new_answer refers;
  refers.question = s.why;
  refers.state = answer_state::refers;
  refers.text = "see my bus";
  s.builder.add_answer(empty, refers);
  const response_handle closed = add("g-closed", as_is);
  new_answer other;
  other.question = s.you;
  other.state = answer_state::options;
  other.options = {s.parent};
  other.text = "bus";
  s.builder.add_answer(closed, other);
  const response_handle places = add("h-places", as_is);
  s.say(places, s.how, "bus");
  s.say(places, s.general, "bus");
  s.builder.decide_late(lateness::left_out, {});

  const auto made = code(s.finish(), made_book({{"everywhere", {"bus"}},
                                                {"asked", {"b?s"}, {}, "", {"why", "general"}},
                                                {"people", {}}}));
  CHECK(joined(lines(*made)) == joined({
                                    "a-plain why everywhere rule none counts [bus]0",
                                    "a-plain why asked rule none counts [bus]0",
                                    "b-british why everywhere rule none counts [bus]0",
                                    "b-british why asked rule none counts [bus]0",
                                    "h-places how everywhere rule none counts [bus]0",
                                    "h-places general everywhere rule none counts [bus]0",
                                    "h-places general asked rule none counts [bus]0",
                                }));
  REQUIRE(made->rules().size() == 2);
  CHECK(made->rules()[0].looked_at == 4);
  CHECK(made->rules()[0].answers == 4);
  CHECK(made->rules()[0].alone == 4);
  CHECK(made->rules()[1].looked_at == 3);
}

TEST_CASE("evidence is sorted by place, and a theme says how each of its rules did") {
  small s;
  for (const char* text : {"a b c", "b c", "c", "b"}) {
    s.say(*s.builder.add_response(s.response(text)), s.why, text);
  }
  const auto made = code(s.finish(), made_book({{"t", {"a", "b", "\"b c\"", "c", "x"}}}));
  CHECK(joined(lines(*made)) == joined({
                                    "a b c why t rule none counts [a]0 [b]1 [b c]2 [c]3",
                                    "b why t rule none counts [b]1",
                                    "b c why t rule none counts [b]1 [b c]2 [c]3",
                                    "c why t rule none counts [c]3",
                                }));
  std::vector<std::uint64_t> answers;
  std::vector<std::uint64_t> alone;
  for (const rule_use& use : made->rules()) {
    answers.push_back(use.answers);
    alone.push_back(use.alone);
    CHECK(use.looked_at == 4);
  }
  CHECK(answers == std::vector<std::uint64_t>{1, 3, 2, 3, 0});
  CHECK(alone == std::vector<std::uint64_t>{0, 1, 0, 1, 0});
}

TEST_CASE("for and against are looked for in the sentences that hold the evidence") {
  small s;
  const auto say = [&](const char* id, const char* text) {
    s.say(*s.builder.add_response(s.response(id)), s.why, text);
  };
  say("a", "Yes to the bus. No cars.");
  say("b", "No bus! Yes, I mean it.");
  say("c", "Yes bus. No bus.");
  say("d", "The bus. Yes! No!");
  say("e", "We like the bus. Yes. No.");
  const auto made = code(
      s.finish(),
      made_book({{"t", {"bus", "like NEAR/9 yes"}, {}, "", {}, {"yes"}, {"no"}}, {"u", {"bus"}}}));
  std::vector<stance> sides;
  for (const coding_id row : made->each()) sides.push_back(made->table().stance[row]);
  using enum stance;
  CHECK(sides == std::vector<stance>{in_favour, none, against, none, mixed, none, none, none,
                                     in_favour, none});
}

TEST_CASE("codings by people and models merge, and the first kind of the precedence counts") {
  const coder ann{"ann", coder_kind::human, {}, {}, {}};
  const coder gpt{"model", coder_kind::model, "m", "1", {}};
  const coder referee{"adjudicated", coder_kind::adjudicated, {}, {}, {}};
  const auto build = [&](std::vector<coder_kind> precedence) {
    small s;
    s.builder.settings().precedence = std::move(precedence);
    const auto row = [&](answer_handle answer, const coder& who, const char* theme, stance side,
                         std::uint32_t first = 0, std::uint32_t last = 0) {
      s.builder.add_coding(
          {answer, s.builder.add_coder(who), theme, side, last == 0, first, last, {}});
    };
    using enum stance;
    const auto r1 = s.say(*s.builder.add_response(s.response("r1")), s.why, "bus and tram");
    row(r1, ann, "tram", in_favour, 8, 12);
    row(r1, ann, "tram", against, 0, 3);
    row(r1, ann, "tram", none, 0, 3);
    row(r1, gpt, "bus", none);
    const auto r2 = s.say(*s.builder.add_response(s.response("r2")), s.why, "bus");
    s.builder.add_review(r2, s.builder.add_coder(ann));
    const auto r3 = s.say(*s.builder.add_response(s.response("r3")), s.why, "bus");
    row(r3, gpt, "tram", neither);
    row(r3, referee, "bus", none);
    const auto r4 = s.say(*s.builder.add_response(s.response("r4")), s.why, "bus");
    (void)r4;
    new_response spam = s.response("r5");
    spam.disposition = disposition::test;
    row(s.say(*s.builder.add_response(spam), s.why, "bus"), ann, "bus", none);
    return code(s.finish(), made_book({{"bus", {"bus"}}, {"tram", {}}}));
  };
  using enum coder_kind;
  const auto usual = build({adjudicated, human, model, coder_kind::rule});
  CHECK(joined(lines(*usual)) == joined({
                                     "r1 why bus model none - [bus and tram]",
                                     "r1 why bus rule none - [bus]0",
                                     "r1 why tram ann mixed counts [bus] [tram]",
                                     "r2 why bus rule none - [bus]0",
                                     "r3 why bus adjudicated none counts [bus]",
                                     "r3 why bus rule none - [bus]0",
                                     "r3 why tram model neither - [bus]",
                                     "r4 why bus rule none counts [bus]0",
                                     "r5 why bus ann none - [bus]",
                                 }));
  std::vector<coder_kind> counted;
  std::vector<bool> reviewed;
  for (const answer_id a : usual->of()->each_answer()) {
    counted.push_back(usual->counted_kind(a));
    reviewed.push_back(usual->reviewed(a));
  }
  CHECK(counted == std::vector<coder_kind>{human, human, adjudicated, coder_kind::rule, human});
  CHECK(reviewed == std::vector<bool>{true, true, true, false, true});
  CHECK(usual->of_answer(answer_id(2u)) == std::pair(coding_id(4u), coding_id(7u)));
  CHECK(usual->of_answer(answer_id(4u)) == std::pair(coding_id(8u), coding_id(9u)));
  CHECK(usual->coders().back().name == "rule");

  const auto counting = [&](std::vector<coder_kind> precedence) {
    std::string out;
    const auto made = build(std::move(precedence));
    for (const coding_id row : made->each()) out += made->table().counts[row] ? '1' : '0';
    return out;
  };
  CHECK(counting({model, human}) == "100000100");
  CHECK(counting({coder_kind::rule, human}) == "010101010");
  CHECK(counting({}) == "000000000");
}

TEST_CASE("what the codebook does not know ends the run") {
  small s;
  const auto a = s.say(*s.builder.add_response(s.response("r1")), s.why, "bus");
  s.builder.add_coding({a,
                        s.builder.add_coder({"ann", coder_kind::human, {}, {}, {}}),
                        "train",
                        stance::none,
                        true,
                        0,
                        0,
                        {s.sheet, 7, 3, 0, 0}});
  const auto of = s.finish();
  const auto message = [&](const std::shared_ptr<const codebook>& book) -> std::string {
    try {
      (void)code(of, book);
    } catch (const error& e) {
      CHECK(e.code() == status::bad_codebook);
      return e.what();
    }
    return "coded";
  };
  CHECK(message(made_book({{"bus", {"bus"}}})) ==
        "theme \"train\" was coded and is not in the codebook");
  CHECK(message(made_book({{"train", {}}, {"bus", {"bus"}, {}, "", {"q9"}}})) ==
        "there is no question \"q9\"");
  CHECK(message(made_book({{"train", {}}})) == "coded");
}

TEST_CASE("threads and the cut of the work never show") {
  small s;
  const char* const words[] = {"bus", "late", "tram", "child",    "care",
                               "The", "no",   "open", "opening. "};
  std::uint64_t state = 1;
  const auto next = [&](std::size_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % n;
  };
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t w = next(30); w > 0; --w) text += std::string(words[next(9)]) + ' ';
    const auto handle = *s.builder.add_response(s.response("r" + std::to_string(i)));
    const auto answer =
        s.say(handle, next(2) == 0 ? s.why : s.how, text + "x" + std::to_string(next(500)));
    if (next(10) == 0) {
      s.builder.add_coding({answer,
                            s.builder.add_coder({"ann", coder_kind::human, {}, {}, {}}),
                            "t1",
                            stance::none,
                            true,
                            0,
                            0,
                            {}});
    }
  }
  const auto of = s.finish();
  const auto book = made_book({{"t0", {"bus NEAR/3 late", "x1*"}, {"\"no bus\""}},
                               {"t1", {"child AND care", "\"the *\""}, {}, "t0", {"why"}},
                               {"t2", {"@t0 AND NOT tram"}, {}, "", {}, {"open"}, {"no"}}});
  const auto bytes = [&](unsigned threads, work_cut cut) {
    const auto made = coding_run(of, book).run({threads, {}}, cut);
    std::string out;
    for (const std::string& line : lines(*made)) out += line + '\n';
    for (const rule_use& use : made->rules()) {
      out += std::to_string(use.answers) + ' ' + std::to_string(use.alone) + ' ' +
             std::to_string(use.looked_at) + '\n';
    }
    return out;
  };
  const std::string expected = bytes(1, {1, 1});
  CHECK(expected.size() > 100'000);
  for (const unsigned threads : {1U, 2U, 5U}) {
    for (const work_cut cut :
         {work_cut{}, work_cut{7, 100'000}, work_cut{5000, 333}, work_cut{5000, 1 << 30}}) {
      CHECK(bytes(threads, cut) == expected);
    }
  }
}

TEST_CASE("the callback stops a run") {
  small s;
  for (int i = 0; i < 200; ++i) {
    s.say(*s.builder.add_response(s.response(std::to_string(i))), s.why, "bus");
  }
  const auto of = s.finish();
  for (const unsigned threads : {1U, 3U}) {
    try {
      (void)run_codings(of, made_book({{"t", {"bus"}}}),
                        {threads, [](const progress&) { return false; }});
      FAIL("not stopped");
    } catch (const error& e) {
      CHECK(e.code() == status::cancelled);
    }
  }
}
