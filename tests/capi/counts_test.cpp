// Figures of a letter's senders, one of whom took hers back, counted by hand from small.hpp.
#include "small.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

const small::decision_files withdrawn = {
    {"dispositions.csv",
     "response,disposition,reason,who,when,why\np4,withdrawn,,ab,2026-05-01,asked\n"}};

}  // namespace

TEST_CASE("states are of included responses, answers of each") {
  const small::world w;
  const auto made = small::letters(w.manifest.get(), withdrawn);
  const auto of = made.get();
  // Seven answered; p4 is no longer included.
  CHECK(heard_consultation_count(of, HEARD_RESPONSE) == 7);
  CHECK(heard_consultation_in_state(of, 0, HEARD_STATE_TEXT) == 6);
  const auto states = cli::fill<heard_states>(
      [&](auto out, auto err) { return heard_consultation_states(of, 0, out, err); });
  CHECK(states.by_state[HEARD_STATE_TEXT] == 6);
  const auto answers = [&](size_t response) {
    return cli::fill<heard_response>([&](auto out, auto err) {
             return heard_consultation_response(of, response, out, err);
           })
        .answers;
  };
  CHECK(answers(0) == 2);  // words and a choice
  CHECK(answers(1) == 1);  // words
  const auto event = cli::fill<heard_event>(
      [&](auto out, auto err) { return heard_consultation_event(of, 0, out, err); });
  CHECK(event.attendance == 12);
  CHECK(cli::to_string(event.place) == "Reading room");
}

TEST_CASE("the seed chooses the quotes") {
  const small::world w;
  std::set<std::string> first;
  for (uint64_t seed = 0; seed < 20; ++seed) {
    heard_quote_options options = HEARD_QUOTE_OPTIONS_INIT;
    options.seed = seed;
    options.limit = 1;
    const auto all = cli::make<cli::quotes>([&](auto out, auto err) {
      return heard_quotes_select(w.codings.get(), 0, &options, out, err);
    });
    REQUIRE(heard_quotes_count(all.get()) == 1);
    first.insert(cli::to_string(cli::fill<heard_quote>([&](auto out, auto err) {
                                  return heard_quotes_at(all.get(), 0, out, err);
                                }).text));
  }
  CHECK(first.size() == 3);  // r1, r2 and r3 speak of hours
}

TEST_CASE("a word of a table that is out of its set is refused by name") {
  const small::world w;
  const auto message = [&](auto change) {
    heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
    change(spec);
    heard_table* table = nullptr;
    heard_error* raw = nullptr;
    CHECK(heard_table_new(w.codings.get(), &spec, nullptr, &table, &raw) == HEARD_BAD_ARGUMENT);
    CHECK(table == nullptr);
    const cli::owned<heard_error, heard_error_free> error(raw);
    return std::string(heard_error_message(error.get()));
  };
  for (const int32_t beyond : {-1, 99}) {
    CHECK(message([&](auto& spec) { spec.view = beyond; }) == "\"view\" is unknown");
    CHECK(message([&](auto& spec) { spec.unit = beyond; }) == "\"unit\" is unknown");
    CHECK(message([&](auto& spec) { spec.base = beyond; }) == "\"base\" is unknown");
    CHECK(message([&](auto& spec) { spec.small_numbers = beyond; }) ==
          "\"small_numbers\" is unknown");
    CHECK(message([&](auto& spec) { spec.rows.kind = beyond; }) == "an axis has an unknown kind");
  }
}
