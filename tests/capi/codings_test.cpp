// What was found at events is handed out apart from the codings of answers.
#include "small.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

TEST_CASE("an event's codings and their evidence") {
  const small::world w;
  REQUIRE(heard_codings_event_count(w.codings.get()) == 1);
  const auto coding = cli::fill<heard_event_coding>(
      [&](auto out, auto err) { return heard_codings_event_at(w.codings.get(), 0, out, err); });
  CHECK(coding.event == 0);
  CHECK(coding.theme == 2);  // weekend-hours
  REQUIRE(coding.evidence == 1);
  const auto span = cli::fill<heard_evidence>([&](auto out, auto err) {
    return heard_codings_event_evidence(w.codings.get(), 0, 0, out, err);
  });
  CHECK(span.rule == 0);
  CHECK(small::evening_notes.substr(span.first, span.last - span.first) == "Sundays");
}

TEST_CASE("past the end is refused by name") {
  const small::world w;
  heard_event_coding coding{};
  coding.struct_size = sizeof coding;
  heard_evidence span{};
  span.struct_size = sizeof span;
  const auto message = [](heard_status status, heard_error* raw) -> std::string {
    const cli::owned<heard_error, heard_error_free> error(raw);
    CHECK(status == HEARD_BAD_ARGUMENT);
    return heard_error_message(error.get());
  };
  heard_error* raw = nullptr;
  heard_status status = heard_codings_event_at(w.codings.get(), 1, &coding, &raw);
  CHECK(message(status, raw) == "\"index\" is 1 of 1");
  status = heard_codings_event_evidence(w.codings.get(), 1, 0, &span, &raw);
  CHECK(message(status, raw) == "\"index\" is 1 of 1");
  status = heard_codings_event_evidence(w.codings.get(), 0, 1, &span, &raw);
  CHECK(message(status, raw) == "\"which\" is 1 of 1");
}

}  // namespace
