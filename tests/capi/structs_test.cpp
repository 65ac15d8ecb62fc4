// The rule on structs, tried on one that is filled, one that is read, and one that is handed on.
// misuse_test tries every struct with a size of 0.
#include "small.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

namespace {

// A struct with room behind it, as a newer caller has it.
template <class T>
struct longer {
  T known;
  unsigned char tail[24];
};

std::string message_of(heard_error* raw) {
  const cli::owned<heard_error, heard_error_free> error(raw);
  return heard_error_message(error.get());
}

TEST_CASE("a struct of an older caller is filled as far as it goes") {
  const small::world w;
  heard_theme theme;
  std::memset(&theme, 0xAB, sizeof theme);
  theme.struct_size = offsetof(heard_theme, description);
  REQUIRE(heard_codebook_theme(w.codebook.get(), 1, &theme, nullptr) == HEARD_OK);
  CHECK(theme.struct_size == offsetof(heard_theme, description));
  CHECK(cli::to_string(theme.id) == "evening-hours");
  CHECK(cli::to_string(theme.name) == "Evening opening");
  // What it does not know of is not touched.
  unsigned char untouched[sizeof theme - offsetof(heard_theme, description)];
  std::memset(untouched, 0xAB, sizeof untouched);
  const auto* raw = reinterpret_cast<const unsigned char*>(&theme);
  CHECK(std::memcmp(raw + offsetof(heard_theme, description), untouched, sizeof untouched) == 0);
}

TEST_CASE("a struct of a newer caller is filled, and what this library lacks is zero") {
  const small::world w;
  longer<heard_theme> theme;
  std::memset(&theme, 0xAB, sizeof theme);
  theme.known.struct_size = sizeof theme;
  REQUIRE(heard_codebook_theme(w.codebook.get(), 1, &theme.known, nullptr) == HEARD_OK);
  CHECK(theme.known.struct_size == sizeof theme);
  CHECK(theme.known.parent == 0);
  for (const unsigned char byte : theme.tail) CHECK(byte == 0);
}

TEST_CASE("options of an older caller leave the rest at its default") {
  const small::world w;
  heard_quote_options options = HEARD_QUOTE_OPTIONS_INIT;
  options.struct_size = offsetof(heard_quote_options, limit);
  options.limit = 1;  // beyond what it says that it knows
  heard_quotes* raw = nullptr;
  REQUIRE(heard_quotes_select(w.codings.get(), 0, &options, &raw, nullptr) == HEARD_OK);
  const cli::quotes all(raw);
  CHECK(heard_quotes_count(all.get()) == 3);  // r1, r2 and r3 speak of hours; the default is 3
}

TEST_CASE("options of a newer caller: a zero tail is accepted, a set one refused by name") {
  const small::world w;
  longer<heard_kwic_options> options{HEARD_KWIC_OPTIONS_INIT, {}};
  options.known.struct_size = sizeof options;
  heard_kwic* raw = nullptr;
  heard_error* error = nullptr;
  REQUIRE(heard_kwic_run(w.consultation.get(), "open*", nullptr, &options.known, nullptr, &raw,
                         &error) == HEARD_OK);
  heard_kwic_free(raw);
  for (const std::size_t at : {std::size_t{0}, sizeof options.tail - 1}) {
    options.tail[at] = 1;
    CHECK(heard_kwic_run(w.consultation.get(), "open*", nullptr, &options.known, nullptr, &raw,
                         &error) == HEARD_BAD_ARGUMENT);
    options.tail[at] = 0;
    CHECK(raw == nullptr);
    CHECK(message_of(error) == "heard_kwic_options sets a field that this library does not know");
  }
}

TEST_CASE("a size too small to be one is refused by name") {
  const small::world w;
  for (const std::size_t size : {std::size_t{0}, sizeof(std::size_t) - 1}) {
    heard_ledger ledger{};
    ledger.struct_size = size;
    heard_error* error = nullptr;
    CHECK(heard_consultation_ledger(w.consultation.get(), &ledger, &error) == HEARD_BAD_ARGUMENT);
    CHECK(message_of(error) == "struct_size of heard_ledger is not set");
  }
}

TEST_CASE("a struct is left zeroed but for its size where a call fails") {
  const small::world w;
  heard_coding coding;
  std::memset(&coding, 0xAB, sizeof coding);
  coding.struct_size = sizeof coding;
  CHECK(heard_codings_at(w.codings.get(), 1000, &coding, nullptr) == HEARD_BAD_ARGUMENT);
  heard_coding zero{};
  zero.struct_size = sizeof zero;
  CHECK(std::memcmp(&coding, &zero, sizeof zero) == 0);
}

}  // namespace

TEST_CASE("counts by a value are those of the structs, and sum to their totals") {
  const small::world w;
  const auto of = w.consultation.get();
  const auto ledger = cli::fill<heard_ledger>(
      [&](auto out, auto err) { return heard_consultation_ledger(of, out, err); });
  const auto sum = [&](heard_set set) {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < heard_words_count(set); ++i) {
      total += heard_consultation_by(of, set, static_cast<int32_t>(i));
    }
    return total;
  };
  CHECK(ledger.received > 0);
  for (int32_t i = 0; i < 13; ++i) {
    CHECK(heard_consultation_by(of, HEARD_DISPOSITIONS, i) == ledger.by_disposition[i]);
  }
  for (int32_t i = 0; i < 4; ++i) {
    CHECK(heard_consultation_by(of, HEARD_CAPACITIES, i) == ledger.by_capacity[i]);
  }
  CHECK(sum(HEARD_DISPOSITIONS) == ledger.received);
  for (const int set : {HEARD_LATENESS, HEARD_CAPACITIES, HEARD_PUBLICATIONS}) {
    CHECK(sum(set) == ledger.included);
  }
  // Of sets that nothing is counted by no value is there, whether the set has words or not.
  for (const heard_set none : {heard_set(HEARD_UNITS), -1, 99}) {
    for (int32_t i = 0; i < 13; ++i) CHECK(heard_consultation_by(of, none, i) == 0);
  }
  for (const int32_t odd : {-1, 13, INT32_MAX}) {
    CHECK(heard_consultation_by(of, HEARD_DISPOSITIONS, odd) == 0);
    CHECK(heard_consultation_in_state(of, 0, odd) == 0);
  }
  for (std::size_t q = 0; q < heard_consultation_count(of, HEARD_QUESTION); ++q) {
    const auto states = cli::fill<heard_states>(
        [&](auto out, auto err) { return heard_consultation_states(of, q, out, err); });
    for (int32_t i = 0; i < 10; ++i) {
      CHECK(heard_consultation_in_state(of, q, i) == states.by_state[i]);
    }
  }
  CHECK(heard_consultation_in_state(of, 1000, 0) == 0);
  // r1, r2 and r3 wrote something, r4 "n/a"; all but r3 said who they are.
  CHECK(heard_consultation_in_state(of, 0, HEARD_STATE_TEXT) == 3);
  CHECK(heard_consultation_in_state(of, 0, HEARD_STATE_NO_COMMENT) == 1);
  CHECK(heard_consultation_in_state(of, 1, HEARD_STATE_OPTIONS) == 3);
  CHECK(heard_consultation_in_state(of, 1, HEARD_STATE_BLANK) == 1);
  CHECK(heard_consultation_by(of, HEARD_CAPACITIES, HEARD_CAPACITY_SELF) == 3);
}
