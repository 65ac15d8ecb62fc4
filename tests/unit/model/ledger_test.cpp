#include "unit/model/small.hpp"

#include <heard/model/ledger.hpp>

#include <doctest/doctest.h>

#include <numeric>

using namespace heard;
using heard::testing::small;

TEST_CASE("items, splits and merges add up to the responses received") {
  small s;
  s.builder.add_response(s.response("plain"));
  for (const char* id : {"card-2", "card-1", "card-3"}) {  // Forty postcards in one envelope.
    new_response card = s.response(id);
    card.item = "envelope";
    card.received = {2026, 4, static_cast<std::uint8_t>(id[5] - '0'), 0, 0, 0, false};
    card.note = std::string("note of ") + id;
    s.builder.add_response(card);
  }
  new_item advert;
  advert.id = "advert";
  advert.channel = s.inbox;
  s.builder.add_item(advert);
  new_item annex;
  annex.id = "annex";
  annex.channel = s.inbox;
  annex.merged_into = "plain";
  s.builder.add_item(annex);
  new_item fourth;
  fourth.id = "envelope";
  fourth.part = "card-4";
  fourth.channel = s.form;
  fourth.merged_into = "card-1";
  s.builder.add_item(fourth);
  const auto made = s.finish();
  REQUIRE(made);

  const ledger sums = make_ledger(*made);
  CHECK(sums.items == 4);  // plain, envelope, advert, annex
  CHECK(sums.not_a_response == 1);
  CHECK(sums.split == 3);  // Four cards in one envelope.
  CHECK(sums.merged_items == 2);
  CHECK(sums.received == 4);
  const item_id envelope = made->responses().item[*made->find_response("card-3")];
  CHECK(made->text(made->items().id[envelope]) == "envelope");
  CHECK(made->items().responses[envelope] == 3);
  CHECK(made->items().merged[envelope] == 1);
  CHECK(made->items().received[envelope] == timestamp{2026, 4, 1, 0, 0, 0, false});
  CHECK(made->text(made->items().note[envelope]) == "note of card-1");
}

TEST_CASE("a merge into nothing is a fault at its row") {
  small s;
  new_item annex;
  annex.id = "E-9";
  annex.merged_into = "E-2";
  annex.place = {s.sheet, 7, 0, 0, 0};
  s.builder.add_item(annex);
  diagnostics remarks;
  CHECK(s.builder.finish(remarks) == nullptr);
  REQUIRE(remarks.all().size() == 1);
  CHECK(to_string(remarks.all()[0]) ==
        "data/form.csv:7: error: this item is merged into a response that is not there");
}

TEST_CASE("every figure of a small consultation, counted by hand") {
  small s;
  const auto add = [&](const char* id, capacity speaks, std::vector<new_organisation> bodies = {},
                       timestamp received = {}) {
    new_response response = s.response(id);
    response.capacity = speaks;
    response.organisations = std::move(bodies);
    response.received = received;
    return *s.builder.add_response(response);
  };
  using enum organisation_role;
  const timestamp late{2026, 5, 1, 0, 0, 0, false};
  s.say(add("a", capacity::self, {{"My employer", author}}), s.why, "words");
  s.say(add("b", capacity::organisation, {{"Trust", author}}), s.why, "words");
  s.say(add("c", capacity::both, {{"The Trust", author}, {"Friends", signatory}}), s.how, "words");
  s.say(add("d", capacity::organisation), s.how, "words");
  s.say(add("e", capacity::self, {}, late), s.why, "words");
  s.say(add("f", capacity::self, {}, late), s.why, "words");
  add("g", capacity::unknown);  // Says nothing: blank.
  s.builder.decide(add("h", capacity::organisation, {{"Gone", author}}), disposition::withdrawn,
                   "asked to");
  new_response letter = s.response("i");
  letter.channel = s.inbox;
  s.builder.add_unread(*s.builder.add_response(letter), s.general, {});
  s.builder.merge_organisation("The Trust", "Trust", "", {});
  s.builder.decide_late(lateness::let_in, {"f"});
  s.builder.add_stale({"decisions/quotes.csv", 2, "a", "why", "the words have changed"});
  const auto made = s.finish();
  REQUIRE(made);

  const ledger sums = make_ledger(*made);
  CHECK(sums.received == 9);
  CHECK(sums.by_disposition[static_cast<std::size_t>(disposition::included)] == 7);
  CHECK(sums.by_disposition[static_cast<std::size_t>(disposition::blank)] == 1);
  CHECK(sums.by_disposition[static_cast<std::size_t>(disposition::withdrawn)] == 1);
  CHECK(sums.by_channel == std::vector<std::uint64_t>{8, 1});
  CHECK(sums.late_let_in == 1);
  CHECK(sums.late_left_out == 1);
  CHECK(sums.included == 6);
  CHECK(sums.by_capacity == std::array<std::uint64_t, 4>{1, 2, 2, 1});
  CHECK(sums.responses_of_bodies == 3);
  CHECK(sums.body_entries == 3);  // Trust, The Trust, Friends
  CHECK(sums.bodies == 2);
  CHECK(sums.stale == 1);
  CHECK(sums.unread_answers == 1);
  const auto& why = sums.by_state[s.why.value];
  CHECK(why[static_cast<std::size_t>(answer_state::text)] == 3);
  CHECK(why[static_cast<std::size_t>(answer_state::blank)] == 2);
  CHECK(why[static_cast<std::size_t>(answer_state::not_asked)] == 1);
  for (const auto& states : sums.by_state) {
    CHECK(std::accumulate(states.begin(), states.end(), std::uint64_t{0}) == 6);
  }
}

TEST_CASE("late and unread are counted of included responses alone") {
  for (const lateness policy : {lateness::let_in, lateness::left_out}) {
    small s;
    for (const char* id : {"in", "gone"}) {
      new_response letter = s.response(id);
      letter.channel = s.inbox;
      letter.received = {2026, 5, 1, 0, 0, 0, false};
      const auto added = *s.builder.add_response(letter);
      s.builder.add_unread(added, s.general, {});
      if (id[0] == 'g') s.builder.decide(added, disposition::withdrawn, "asked to");
    }
    s.builder.decide_late(policy, {});
    const auto made = s.finish();
    REQUIRE(made);
    const ledger sums = make_ledger(*made);
    const bool in = policy == lateness::let_in;
    CHECK(sums.received == 2);
    CHECK(sums.included == (in ? 1 : 0));
    CHECK(sums.late_let_in == (in ? 1 : 0));
    CHECK(sums.late_left_out == (in ? 0 : 1));
    CHECK(sums.unread_answers == (in ? 1 : 0));
  }
}
