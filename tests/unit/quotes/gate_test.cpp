#include "support/small_consultation.hpp"

#include <heard/quotes/gate.hpp>
#include <heard/quotes/runs.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <vector>

using namespace heard;

namespace {

using text::span;

//                             0         1         2         3         4         5
//                             0123456789012345678901234567890123456789012345678901234567890
constexpr const char* words = "My son Tom Obi rang 020 7946 0018 late. The evening suits Tom.";

test::small_consultation one(publication rule = publication::anonymous) {
  test::small_consultation out;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""}, {"q2", question_kind::open, "c1", ""}};
  out.themes = {{"hours", {"evening"}}, {"late", {"late"}}};
  out.responses = {{"r1", "form", {{"q1", words}, {"q2", "Late is fine, says tom."}}}};
  out.responses[0].publication = rule;
  return out;
}

// The verdict on bytes of r1's answer to q1: why not, then "+" if cleared, then what is unsettled.
std::string says(const test::small_consultation& rows, std::vector<span> pieces,
                 std::size_t answer = 0) {
  const auto of = rows.build();
  const print_gate gate(*of);
  const verdict out = gate.may_print(answer_id(answer), pieces);
  const char* const why[ways_held] = {"yes", "rule", "banned", "personal"};
  return why[static_cast<std::size_t>(out.why)] + std::string(out.cleared ? "+" : "") +
         (out.unsettled.empty() ? "" : ": " + list_of(out.unsettled));
}

std::vector<std::string> faults(const test::small_consultation& rows) {
  std::vector<std::string> out;
  const diagnostics remarks = check_print_decisions(*rows.build());
  for (const diagnostic& each : remarks.all()) out.push_back(each.message);
  return out;
}

}  // namespace

TEST_SUITE("the gate") {
  TEST_CASE("what holds no candidate may be printed, what holds one may not") {
    test::small_consultation rows = one();
    CHECK(says(rows, {{34, 38}}) == "yes");  // "late"
    CHECK(says(rows, {{40, 57}}) == "yes");  // "The evening suits"
    CHECK(says(rows, {{0, 39}}) ==
          "personal: a name (bytes 7 to 14), a telephone number (bytes 20 to 33)");
    CHECK(says(rows, {{13, 21}}) ==  // a letter and a digit of them
          "personal: a name (bytes 7 to 14), a telephone number (bytes 20 to 33)");
    CHECK(says(rows, {{14, 20}}) == "yes");  // between them
    CHECK(says(rows, {{34, 38}, {58, 62}}) == "personal: a name (bytes 58 to 61)");
    // Named in one answer, found in the other, in small letters too.
    CHECK(says(rows, {{0, 23}}, 1) == "personal: a name (bytes 19 to 22)");
  }

  TEST_CASE("rules come first, then bans, then what is in the words") {
    using enum publication;
    for (const publication rule : {counted_only, unknown}) {
      CHECK(says(one(rule), {{34, 38}}) == "rule");
      CHECK(says(one(rule), {{58, 61}}) == "rule: a name (bytes 58 to 61)");
    }
    CHECK(says(one(named), {{34, 38}}) == "yes");
    test::small_consultation rows = one();
    rows.quotes = {{"r1", "q1", "late", quote_action::ban}};
    CHECK(says(rows, {{37, 39}}) == "banned");
    CHECK(says(rows, {{38, 39}}) == "yes");
  }

  TEST_CASE("a clear settles what lies in it, a pin nothing, a redaction what it covers whole") {
    test::small_consultation rows = one();
    rows.quotes = {{"r1", "q1", "evening suits Tom.", quote_action::clear}};
    CHECK(says(rows, {{44, 62}}) == "yes+: a name (bytes 58 to 61)");
    CHECK(says(rows, {{52, 61}}) == "yes+: a name (bytes 58 to 61)");
    CHECK(says(rows, {{40, 62}}) == "personal: a name (bytes 58 to 61)");  // more than was cleared
    rows.quotes[0].action = quote_action::pin;
    CHECK(says(rows, {{44, 62}}) == "personal: a name (bytes 58 to 61)");

    rows.quotes.clear();
    rows.redactions = {{"r1", "q1", "Tom Obi", "[name]"}};
    CHECK(says(rows, {{0, 19}}) == "yes");
    CHECK(says(rows, {{58, 62}}) == "personal: a name (bytes 58 to 61)");  // the other mention
    rows.redactions = {{"r1", "q1", "Tom", "[name]"}, {"r1", "q1", " Obi", ""}};
    CHECK(says(rows, {{0, 19}}) == "yes");  // neighbours
    rows.redactions = {{"r1", "q1", "Tom", "[name]"}, {"r1", "q1", "Obi", "[name]"}};
    CHECK(says(rows, {{0, 19}}) == "personal: a name (bytes 7 to 14)");  // the space is between
  }

  TEST_CASE("quotes that are printed, and how many are held") {
    test::small_consultation rows = one();
    rows.responses.push_back({"r2", "form", {{"q1", "An evening is best."}}});
    const auto chosen = [&](bool published) {
      const auto from = rows.code();
      std::vector<std::string> out;
      for (const quote& each :
           select_quotes(*from, {test::theme_of(*from, "hours"), {}, 5, 0, published})) {
        out.push_back(quote_text(*from->of(), each) + (each.may_be_published ? "!" : ""));
      }
      std::sort(out.begin(), out.end());
      return out;
    };
    using lines = std::vector<std::string>;
    CHECK(chosen(true) == lines{"An evening is best.!"});
    CHECK(chosen(false) == lines{"An evening is best.!", "The evening suits Tom."});
    rows.redactions = {{"r1", "q1", "suits Tom", "suits [name]"}};
    CHECK(chosen(true) == lines{"An evening is best.!", "The evening suits [name].!"});
  }

  TEST_CASE("a translation that nobody read says no more than the words may") {
    test::small_consultation rows = one();
    rows.responses = {{"r1", "form", {{"q1", "Yn y nos."}}}};
    rows.responses[0].language = "cy";
    rows.codings = {{"r1", "q1", "ann", "hours", ""}};
    const auto beside = [&](const char* translated) {
      rows.translations = {{"r1", "q1", translated}};
      const auto from = rows.code();
      const auto made = select_quotes(*from, {test::theme_of(*from, "hours"), {}, 1, 0, true});
      REQUIRE(made.size() == 1);
      return translation_beside(*from->of(), made[0]).has_value();
    };
    CHECK(beside("At night."));
    CHECK_FALSE(beside("At night. Ring 020 7946 0018."));
    rows.quotes = {{"r1", "q1", "Yn y nos.", quote_action::clear}};
    CHECK(beside("At night. Ring 020 7946 0018."));
  }

  TEST_CASE("a pin that may not be printed is an error that says why, without the words") {
    using lines = std::vector<std::string>;
    test::small_consultation rows = one();
    rows.quotes = {{"r1", "q1", "late", quote_action::pin}};
    CHECK(faults(rows).empty());
    rows.quotes = {{"r1", "q1", "My son Tom", quote_action::pin}};
    CHECK(faults(rows) == lines{"a quote is pinned that may not be printed: it holds a name "
                                "(bytes 7 to 14), neither redacted nor cleared"});
    rows.quotes.push_back({"r1", "q1", "My son Tom", quote_action::clear});
    CHECK(faults(rows).empty());
    rows.quotes = {{"r1", "q1", "late", quote_action::pin},
                   {"r1", "q1", "late. The", quote_action::ban}};
    CHECK(faults(rows) == lines{"a quote is pinned that may not be printed: another row bans some "
                                "of its words"});
    rows = one(publication::counted_only);
    rows.quotes = {{"r1", "q1", "late", quote_action::pin}};
    CHECK(faults(rows) == lines{"a quote is pinned that may not be printed: its sender did not "
                                "let it be quoted"});
    // What is not in the report at all is no error.
    rows.responses[0].disposition = disposition::withdrawn;
    CHECK(faults(rows).empty());
  }

  TEST_CASE("a redaction of what is shown nowhere is remarked on") {
    test::small_consultation rows = one();
    rows.redactions = {{"r1", "q1", "Tom Obi", "[name]"}};
    CHECK(faults(rows).empty());
    rows.responses[0].disposition = disposition::withdrawn;
    CHECK(faults(rows) == std::vector<std::string>{"this row redacts words of a response that is "
                                                   "not included"});
    CHECK_FALSE(check_print_decisions(*rows.build()).has_errors());
  }

  TEST_CASE("words of the consultation, and those declared to be no names") {
    const auto found = [](const char* answer, std::vector<std::string> not_names,
                          const char* title = "") {
      test::small_consultation rows = one();
      rows.settings.not_names = std::move(not_names);
      rows.settings.title = title;
      rows.responses[0].answers = {{"q1", answer}};
      const auto of = rows.build();
      const personal_findings findings(*of);
      std::string out;
      for (const personal_finding& each : findings.all()) {
        out += std::string(each.found.bytes.of(answer)) + "|";
      }
      return out;
    };
    const char* const county = "It rains in Xaverton here.";
    CHECK(found(county, {}) == "Xaverton|");
    CHECK(found(county, {"xaverton"}) == "");
    CHECK(found(county, {"Greater Xaverton Area"}) == "");
    CHECK(found(county, {"Xav"}) == "Xaverton|");  // whole words
    CHECK(found(county, {}, "Benches in Xaverton") == "");
    // A title, a kinship, a given name still say that somebody is named.
    CHECK(found("We met Mrs Xaverton there.", {"Xaverton"}) == "Xaverton|");
    CHECK(found("I saw Tom Xaverton there.", {"Xaverton"}) == "Tom Xaverton|");
    // A question may name somebody: what the lists have is a name still.
    CHECK(found("It was Tom who did it.", {}, "What do you say to Tom?") == "Tom|");
    CHECK(found("It was Tom who did it.", {"Tom"}) == "");
  }

  TEST_CASE("one gate for several threads") {
    test::small_consultation rows = one();
    for (int i = 2; i < 200; ++i) {
      rows.responses.push_back({"r" + std::to_string(i), "form", {{"q1", words}}});
    }
    const auto of = rows.build();
    const print_gate gate(*of);
    std::array<std::size_t, 4> held{};
    std::vector<std::thread> threads;
    for (std::size_t& into : held) {
      threads.emplace_back([&gate, &of, &into] {
        const span all{0, 20};
        for (const answer_id answer : of->each_answer()) {
          into += gate.may_print(answer, {&all, 1}).unsettled.size();
        }
      });
    }
    for (std::thread& each : threads) each.join();
    // A name in each first answer; in the second answer of r1 it begins at byte 19.
    for (const std::size_t each : held) CHECK(each == 200);
  }

  TEST_CASE("what a redaction leaves of a number is a number") {
    test::small_consultation rows = one();
    rows.redactions = {{"r1", "q1", "020 7946 001"}};
    CHECK(says(rows, {{15, 38}}) == "personal: a telephone number (bytes 20 to 33)");
    rows.redactions = {{"r1", "q1", "20 7946 0018"}};
    CHECK(says(rows, {{15, 38}}) == "personal: a telephone number (bytes 20 to 33)");
    rows.redactions = {{"r1", "q1", "020 7946"}, {"r1", "q1", " 0018"}};
    CHECK(says(rows, {{15, 38}}) == "yes");
  }

  TEST_CASE("five of what keeps words from print are listed, the rest counted") {
    const personal_finding name{
        answer_id(0u), {identity::personal_kind::name, identity::grounds::listed, {1, 2}}, false};
    std::vector<personal_finding> all(5, name);
    const std::string one = "a name (bytes 1 to 2)";
    const std::string five = one + ", " + one + ", " + one + ", " + one + ", " + one;
    CHECK(list_of(all) == five);
    all.push_back(name);
    CHECK(list_of(all) == five + " and 1 more");
    CHECK(list_of({}).empty());
  }
}
