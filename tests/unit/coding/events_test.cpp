// run_codings() on the notes of engagement events: what is looked for in which, and what it leaves
// alone.
#include "books.hpp"
#include "unit/model/small.hpp"

#include <heard/coding/codings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

void hold(small& s, const char* id, const char* notes) {
  engagement_event event;
  event.id = event.title = id;
  event.attendance = 12;
  s.builder.add_event(event, notes);
}

/// One line a coding: event, theme, evidence, the rule of each.
std::vector<std::string> lines(const codings& from) {
  std::vector<std::string> out;
  for (const event_coding& row : from.events()) {
    const engagement_event& event = from.of()->events()[row.event.value];
    std::string line = event.id + ' ' + (*from.by())[row.theme].id;
    for (const evidence& e : row.spans) {
      line += " [" + std::string(e.bytes.of(from.of()->text(event.notes))) + ']' +
              std::to_string(e.rule);
    }
    out.push_back(line);
  }
  return out;
}

std::vector<bool> read(const codings& from) {
  std::vector<bool> out;
  for (std::size_t i = 0; i < from.of()->events().size(); ++i) {
    out.push_back(from.notes_read(event_id(i)));
  }
  return out;
}

}  // namespace

TEST_CASE("themes without questions are looked for in the notes, by event, then theme") {
  small s;
  hold(s, "market", "Late trams. A bus, a tram; the bus stop.");
  hold(s, "silent", "");
  hold(s, "annual", "Nobody spoke of it.");
  hold(s, "school", "The bus.");
  const auto book = made_book({{"tram", {"tram*"}},
                               {"travel", {}},
                               {"bus", {"bus", "\"a bus\""}, {"\"bus stop\""}, "travel"},
                               {"why-bus", {"bus"}, {}, "", {"why"}},
                               {"any", {"@travel AND late"}}});
  const auto of = s.finish();
  for (const unsigned threads : {1U, 4U}) {
    const auto made = run_codings(of, book, {threads, {}});
    CHECK(joined(lines(*made)) == joined({
                                      "market tram [trams]0 [tram]0",
                                      "market bus [A bus]1 [bus]0",
                                      "market any [Late]0 [A bus]0 [bus]0",
                                      "school bus [bus]0",
                                  }));
    CHECK(read(*made) == std::vector<bool>{true, false, true, true});
  }
}

TEST_CASE("notes in a language without rules are not read") {
  const struct {
    const char* of;
    const char* by;
    bool read;
  } cases[] = {{"en", "en", true},
               {"en-GB", "en", true},
               {"EN", "en-US", true},
               {"cy", "en", false},
               {"en", "cy", false}};
  for (const auto& c : cases) {
    CAPTURE(c.of);
    CAPTURE(c.by);
    small s;
    s.builder.settings().language = c.of;
    hold(s, "fair", "bus");
    const auto book = made_book({{"t", {"bus"}}});
    book->language = c.by;
    const auto made = run_codings(s.finish(), book, {1, {}});
    CHECK(read(*made) == std::vector<bool>{c.read});
    CHECK(made->events().size() == (c.read ? 1 : 0));
  }
}

TEST_CASE("nothing else knows of the codings of events") {
  const auto code = [](bool with_event) {
    small s;
    s.say(*s.builder.add_response(s.response("r1")), s.why, "the bus");
    if (with_event) hold(s, "fair", "bus tram");
    return run_codings(s.finish(), made_book({{"bus", {"bus"}}, {"tram", {"tram"}}}), {1, {}});
  };
  const auto with = code(true);
  const auto without = code(false);
  CHECK(with->events().size() == 2);
  CHECK(without->events().empty());
  CHECK(with->table().size() == 1);
  CHECK(with->table().spans.pieces() == 1);
  CHECK(with->coders().size() == without->coders().size());
  REQUIRE(with->rules().size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(with->rules()[i].answers == without->rules()[i].answers);
    CHECK(with->rules()[i].looked_at == 1);
    CHECK(with->rules()[i].alone == without->rules()[i].alone);
  }
}

TEST_CASE("the callback stops a run that has nothing but notes") {
  small s;
  for (int i = 0; i < 50; ++i) hold(s, "fair", "bus");
  const auto of = s.finish();
  CHECK_THROWS((void)run_codings(of, made_book({{"t", {"bus"}}}),
                                 {1, [](const progress&) { return false; }}));
  progress last;
  (void)run_codings(of, made_book({{"t", {"bus"}}}), {1, [&](const progress& now) {
                                                        last = now;
                                                        return true;
                                                      }});
  CHECK(last.done == 50);
  CHECK(last.total == 50);
}
