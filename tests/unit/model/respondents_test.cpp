#include "unit/model/small.hpp"

#include <heard/model/ledger.hpp>

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

TEST_CASE("who signs with a body is not its author") {
  using enum organisation_role;
  const std::vector<std::vector<new_organisation>> rows = {
      {{"Library Trust", author}},                             // 0
      {{"Library Trust", author}, {"Friends", signatory}},     // 0
      {{"Library Trust", author}, {"Friends", author}},        // 1: two authors
      {{"Library Trust", signatory}, {"Friends", signatory}},  // 2: no author
      {{"Friends", author}, {"Library Trust", signatory}},     // 3
      {{"Friends", author}},                                   // 3
  };
  small s;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    new_response body = s.response(std::string(1, static_cast<char>('a' + i)));
    body.capacity = capacity::organisation;
    body.organisations = rows[i];
    s.builder.add_response(body);
  }
  const auto made = s.finish();
  REQUIRE(made);
  std::vector<std::uint32_t> senders;
  for (const response_id r : made->each_response()) {
    senders.push_back(made->responses().respondent[r].value);
  }
  CHECK(senders == std::vector<std::uint32_t>{0, 0, 1, 2, 3, 3});
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

TEST_CASE("of a sender's responses the last counts, or takes over what the others said") {
  for (const repeat_policy policy : {repeat_policy::keep_last, repeat_policy::merge}) {
    small s;
    s.builder.settings().repeats = policy;
    const auto send = [&](const char* id, const char* sender, int received) {
      new_response response = s.response(id, sender);
      if (received > 0) {
        response.received = {2026, 4, static_cast<std::uint8_t>(received), 0, 0, 0, false};
      }
      return *s.builder.add_response(response);
    };
    const auto a = send("a", "x", 3);  // the last of x
    s.say(a, s.why, "because");
    const auto b = send("b", "x", 2);
    s.say(b, s.why, "because");
    const auto c = send("c", "x", 0);  // of unknown date, so the first
    s.say(c, s.why, "for another reason");
    s.tick(c, {s.parent});
    const auto d = send("d", "x", 1);
    s.say(d, s.how, "like this");
    s.tick(d, {s.student});
    const auto e = send("e", "y", 1);
    s.say(e, s.why, "because");
    const auto f = send("f", "x", 5);  // decided, so left alone
    s.say(f, s.why, "because");
    s.builder.decide(f, disposition::included, "two people of one household");
    const auto made = s.finish();
    REQUIRE(made);
    const bool merged = policy == repeat_policy::merge;
    const auto is = [&](const char* id) { return made->responses().disposition[find(*made, id)]; };
    if (merged) {
      CHECK(is("a") == disposition::included);
      CHECK(is("b") == disposition::merged);
      CHECK(is("c") == disposition::merged);
      CHECK(is("d") == disposition::merged);
    } else {
      // The decided one is the last of x.
      CHECK(is("a") == disposition::duplicate);
      CHECK(is("b") == disposition::duplicate);
      CHECK(is("c") == disposition::superseded);
      CHECK(is("d") == disposition::superseded);
    }
    CHECK(is("e") == disposition::included);
    CHECK(is("f") == disposition::included);
    const auto [first, last] = made->answers_of(find(*made, "a"));
    std::vector<std::string> said;
    std::size_t chosen = 0;
    for (answer_id answer = first; answer < last; ++answer.value) {
      if (made->answers().question[answer] == s.you) {
        ++chosen;
        CHECK(made->answers().options[answer].front() == s.student);
      } else {
        said.emplace_back(made->text_of(answer));
      }
    }
    std::sort(said.begin(), said.end());
    CHECK(said == (merged ? std::vector<std::string>{"because", "for another reason", "like this"}
                          : std::vector<std::string>{"because"}));
    CHECK(chosen == (merged ? 1 : 0));
    CHECK(make_ledger(*made).received == 6);
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

TEST_CASE("words beside an option tell answers apart, and unread words keep a response out") {
  for (const bool unread : {false, true}) {
    small s;
    const auto send = [&](const char* id, std::string_view other) {
      const auto added = *s.builder.add_response(s.response(id, "x"));
      new_answer answer;
      answer.question = s.you;
      answer.state = answer_state::options;
      answer.options = {s.parent};
      answer.other = other;
      answer.place = {s.sheet, 2, 9, 0, 0};
      s.builder.add_answer(added, answer);
      return added;
    };
    send("a", "a keeper");
    send("b", "a reader");
    const auto last = send("c", "a keeper");
    // What they say may be anything, so nobody can say that it was said before.
    if (unread) s.builder.add_unread(last, s.why, {});
    const auto made = s.finish();
    REQUIRE(made);
    const auto& repeats = made->responses().repeats;
    CHECK(repeats[find(*made, "a")] == 0);
    CHECK(repeats[find(*made, "b")] == 0);
    CHECK(repeats[find(*made, "c")] == (unread ? 0 : 1));
  }
}

TEST_CASE("a decided response stays, though its sender wrote again") {
  small s;
  s.builder.settings().repeats = repeat_policy::keep_last;
  for (const int day : {1, 2, 3}) {
    new_response response = s.response(std::to_string(day), "x");
    response.received = {2026, 4, static_cast<std::uint8_t>(day), 0, 0, 0, false};
    const auto added = *s.builder.add_response(response);
    s.say(added, s.why, day == 3 ? "last" : "first");
    if (day == 1) s.builder.decide(added, disposition::included, "another of the household");
  }
  const auto made = s.finish();
  REQUIRE(made);
  const auto& is = made->responses().disposition;
  CHECK(is[find(*made, "1")] == disposition::included);
  CHECK(is[find(*made, "2")] == disposition::superseded);
  CHECK(is[find(*made, "3")] == disposition::included);
}
