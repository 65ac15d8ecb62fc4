// What a report tells of few people, on consultations that can be counted by hand.
#include "report/sections.hpp"
#include "support/small_consultation.hpp"
#include "unit/report/benches.hpp"

#include <heard/base/hash.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace heard;
using heard::test::bytes_of;
using heard::test::contains;
using heard::test::small_consultation;

namespace {

// `raised` of twenty raise the theme, of whom `in_favour` are in favour, as a person coded them.
small_consultation for_and_without(int raised, int in_favour) {
  small_consultation of;
  of.settings.small_numbers = small_numbers::k5;
  of.chapters = {"c1"};
  of.asked = {{"why", question_kind::open, "c1"}};
  of.themes = {{"pond", {}, "", {}, "The pond", "a pond"}};
  for (int i = 0; i < 20; ++i) {
    const std::string id = "r" + std::to_string(10 + i);
    of.responses.push_back({id, "form", {{"why", "Words."}}});
    of.reviews.push_back({id, "why", "Ann"});
    if (i >= raised) continue;
    of.codings.push_back({id, "why", "Ann", "pond", "", coder_kind::human,
                          i < in_favour ? stance::in_favour : stance::none});
  }
  return of;
}

std::string report_of(const small_consultation& of, const char* path) {
  return bytes_of(render_report(of.code(), {}), path);
}

}  // namespace

TEST_CASE("the sides of a theme are told where nobody's is that of four") {
  const auto five = for_and_without(10, 5);
  const std::string sum = "10 that raised it = 5 for + 5 without a stance";
  CHECK(contains(report_of(five, "publish/report.md"), sum));
  const auto four = for_and_without(10, 4);
  CHECK_FALSE(contains(report_of(four, "publish/report.md"), "that raised it"));
  CHECK(contains(report_of(four, "internal/report.md"),
                 "10 that raised it = 4 for + 6 without a stance"));
  const auto six = for_and_without(10, 6);
  CHECK_FALSE(contains(report_of(six, "publish/report.md"), "that raised it"));
}

TEST_CASE("who one coder finds for it and another against is for and against") {
  auto of = for_and_without(7, 6);
  of.codings.push_back({"r10", "why", "Bob", "pond", "", coder_kind::human, stance::against});
  of.codings.push_back({"r11", "why", "Bob", "pond", "", coder_kind::human, stance::in_favour});
  of.codings.push_back({"r12", "why", "Bob", "pond", "", coder_kind::human, stance::neither});
  CHECK(contains(report_of(of, "internal/report.md"),
                 "7 that raised it = 5 for + 1 for and against + 1 without a stance"));
}

TEST_CASE("as many quotes of a theme as the manifest says") {
  small_consultation of;
  of.chapters = {"c1"};
  of.asked = {{"why", question_kind::open, "c1"}};
  of.themes = {{"pond", {"pond"}}};
  const std::vector<std::string> words = {"Alder", "Birch", "Cedar", "Damson", "Elm", "Fir"};
  for (const std::string& each : words) {
    of.responses.push_back({each, "form", {{"why", each + " by the pond."}}});
  }
  for (const std::uint32_t quotes : {1u, 2u, 5u}) {
    of.settings.quotes = quotes;
    const std::string text = report_of(of, "publish/report.md");
    std::size_t shown = 0;
    for (const std::string& each : words) shown += contains(text, each + " by the pond") ? 1 : 0;
    CHECK(shown == quotes);
  }
}

TEST_CASE("a pinned quote that may not be printed is no report") {
  small_consultation of;
  of.chapters = {"c1"};
  of.asked = {{"why", question_kind::open, "c1"}};
  of.themes = {{"pond", {"pond"}}};
  of.responses = {{"a", "form", {{"why", "The pond. Ring 07700 900123."}}}};
  of.quotes = {{"a", "why", "The pond. Ring 07700 900123.", quote_action::pin}};
  try {
    (void)render_report(of.code(), {});
    FAIL("made");
  } catch (const error& what) {
    CHECK(what.code() == status::refused);
    CHECK(contains(what.what(), "a quote is pinned that may not be printed"));
  }
  of.quotes.push_back({"a", "why", "The pond. Ring 07700 900123.", quote_action::clear});
  CHECK(contains(report_of(of, "publish/report.md"), "07700 900123"));
}

TEST_CASE("a choice hidden where it is counted is no group where themes are") {
  // 20 chose a, 6 b and 2 c; those of c said nothing. Were the 6 told of in the table of themes by
  // choice, they would be 28 less 20 less the 2 that are hidden.
  small_consultation of;
  of.settings.small_numbers = small_numbers::k5;
  of.settings.attribution_k = 2;
  of.chapters = {"c1"};
  of.asked = {{"you", question_kind::single, "", "a b c"}, {"why", question_kind::open, "c1"}};
  of.themes = {{"pond", {"pond"}}};
  for (int i = 0; i < 28; ++i) {
    const std::string choice = i < 20 ? "a" : i < 26 ? "b" : "c";
    small_consultation::response_row row{"r" + std::to_string(10 + i), "form", {{"you", choice}}};
    if (choice != "c") row.answers.push_back({"why", i % 2 == 0 ? "The pond." : "The wood."});
    of.responses.push_back(std::move(row));
  }
  const std::string chosen = report_of(of, "publish/tables/you-options.csv");
  CHECK(contains(chosen, "\r\na,Option a,all,All,responses,20,28,"));
  CHECK(contains(chosen, "\r\nb,Option b,all,All,responses,[c],28,"));
  CHECK(contains(chosen, "\r\nc,Option c,all,All,responses,[c],28,"));
  const std::string by = report_of(of, "publish/tables/why-by-you.csv");
  CHECK(contains(by, "\r\npond,pond,a,"));
  CHECK_FALSE(contains(by, "\r\npond,pond,b,"));
  CHECK(contains(report_of(of, "internal/tables/why-by-you.csv"), "\r\npond,pond,b,"));
}

TEST_CASE("a chart has twelve bars, and says so") {
  reporting::shown_table of;
  of.columns = {{"all", "All", "", 0}};
  const auto add = [&](std::uint64_t count) {
    of.rows.push_back({std::to_string(count), std::to_string(count), "", 0});
    of.cells.push_back({count, 100, 0, true});
  };
  for (std::uint64_t count = 20; count > 8; --count) add(count);
  const auto bars = [&] { return reporting::figure_of(of, reporting::all_rows(of), "all").chart; };
  CHECK(bars().bars.size() == 12);
  CHECK(bars().note.empty());
  add(30);
  CHECK(bars().bars.size() == 12);
  CHECK(bars().bars.front().label == "20");
  CHECK(bars().bars.back().label == "30");
  CHECK(bars().note == "The chart shows the 12 rows with the highest counts, the table all 13.");
}

TEST_CASE("the hash of all inputs is of what they hold, not of what they are called") {
  small_consultation of;
  of.files = {{"a.csv", hash_bytes("one"), 3, 0, "utf-8"},
              {"b.csv", hash_bytes("two"), 3, 0, "utf-8"}};
  std::string hashes[] = {to_hex(hash_bytes("one")), to_hex(hash_bytes("two"))};
  if (hash_bytes("two") < hash_bytes("one")) std::swap(hashes[0], hashes[1]);
  const std::string all = to_hex(hash_bytes(hashes[0] + hashes[1]));
  CHECK(contains(report_of(of, "publish/report.md"), all));
  std::swap(of.files[0].hash, of.files[1].hash);
  CHECK(contains(report_of(of, "publish/report.md"), all));
}
