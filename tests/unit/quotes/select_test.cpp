#include "support/small_consultation.hpp"

#include <heard/base/hash.hpp>
#include <heard/quotes/select.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace heard;

namespace {

using lines = std::vector<std::string>;

test::small_consultation empty() {
  test::small_consultation out;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""},
               {"q2", question_kind::open, "c1", ""},
               {"you", question_kind::single, "", "a b"}};
  out.attribution = "you";
  out.settings.attribution_k = 1;
  out.option_attributions = {{"a", "apple"}, {"b", "berry"}};
  out.themes = {{"hours", {"evening"}}, {"late", {"late"}, "hours"}, {"other", {}}};
  return out;
}

// "r1: words (Respondent)*+" for each: + cleared, * pinned, ! may be published.
lines shown(const test::small_consultation& rows, quote_request request = {},
            const char* theme = "hours") {
  const auto from = rows.code();
  request.theme = test::theme_of(*from, theme);
  lines out;
  for (const quote& each : select_quotes(*from, request)) {
    const consultation& of = *from->of();
    CHECK(of.answers().response[each.answer] ==
          of.answers().response[from->table().answer[each.coding]]);
    CHECK_FALSE(each.evidence.empty());
    std::string line(of.id_of(of.answers().response[each.answer]));
    line += ": " + quote_text(of, each) + " (" + each.by.text + ")";
    if (each.pinned) line += '*';
    if (each.cleared) line += '+';
    if (each.may_be_published) line += '!';
    out.push_back(line);
  }
  return out;
}

lines sorted(lines of) {
  std::sort(of.begin(), of.end());
  return of;
}

}  // namespace

TEST_SUITE("quotes") {
  TEST_CASE("a theme and its children, each response once") {
    test::small_consultation rows = empty();
    rows.responses = {{"r1", "form", {{"q1", "No. An evening! Yes."}, {"q2", "Late, late."}}},
                      {"r2", "form", {{"q2", "Very late."}, {"you", "a"}}},
                      {"r3", "form", {{"q1", "Nothing."}}},
                      {"r4", "form", {{"q1", "Evening."}}}};
    rows.responses[3].disposition = disposition::withdrawn;
    CHECK(sorted(shown(rows)) ==
          lines{"r1: An evening! (Respondent)!", "r2: Very late. (Respondent - apple)!"});
    CHECK(sorted(shown(rows, {}, "late")) ==
          lines{"r1: Late, late. (Respondent)!", "r2: Very late. (Respondent - apple)!"});
    CHECK(shown(rows, {}, "other").empty());
    quote_request request;
    request.question = test::question_of(*rows.code(), "q1");
    CHECK(shown(rows, request) == lines{"r1: An evening! (Respondent)!"});
    request = {};
    request.limit = 1;
    CHECK(shown(rows, request).size() == 1);
    request.limit = 0;
    CHECK(shown(rows, request).empty());
  }

  TEST_CASE("what a person pinned, cleared or banned") {
    test::small_consultation rows = empty();
    const auto add = [&](const char* id, publication rule = publication::anonymous) {
      rows.responses.push_back({id, "form", {{"q1", "We need an evening here. Or late. Thanks."}}});
      rows.responses.back().publication = rule;
    };
    add("banned");
    add("both");
    add("cleared");
    add("counted", publication::counted_only);
    add("elsewhere");
    add("named", publication::named);
    add("other");
    add("pinned");
    add("unknown", publication::unknown);
    rows.quotes = {{"banned", "q1", "an evening", quote_action::ban},
                   {"banned", "q1", "late", quote_action::ban},
                   {"both", "q1", "need an evening here", quote_action::clear},
                   {"both", "q1", "Or late.", quote_action::pin},
                   {"cleared", "q1", "an evening here. Or", quote_action::clear},
                   {"counted", "q1", "Or late.", quote_action::clear},
                   {"elsewhere", "q1", "Thanks.", quote_action::pin},
                   {"named", "q1", "Or late.", quote_action::clear},
                   {"pinned", "q1", "an evening", quote_action::pin},
                   {"unknown", "q1", "Or late.", quote_action::pin}};
    quote_request all;
    all.limit = 100;
    const lines found = shown(rows, all);
    CHECK(sorted({found.begin(), found.begin() + 3}) ==
          lines{"both: Or late. (Respondent)*+!", "pinned: [...] an evening [...] (Respondent)*+!",
                "unknown: Or late. (Respondent)*+"});
    CHECK(sorted({found.begin() + 3, found.begin() + 6}) ==
          lines{"cleared: [...] an evening here. Or [...] (Respondent)+!",
                "counted: Or late. (Respondent)+", "named: Or late. (Respondent)+!"});
    CHECK(sorted({found.begin() + 6, found.end()}) ==
          lines{"elsewhere: We need an evening here. (Respondent)!",
                "other: We need an evening here. (Respondent)!"});
    all.published_only = true;
    CHECK(shown(rows, all).size() == 6);  // all but those of "counted" and "unknown"
    for (const std::string& each : shown(rows, all)) CHECK(each.back() == '!');

    // Banned words leave a quote of the same response that does not hold them.
    rows.quotes = {{"banned", "q1", "an evening", quote_action::ban}};
    all.published_only = false;
    const lines without = shown(rows, all);
    CHECK(std::count(without.begin(), without.end(), "banned: Or late. (Respondent)!") == 1);
    // A ban is stronger than a pin of the same words.
    rows.quotes.push_back({"banned", "q1", "need an evening here", quote_action::pin});
    CHECK(shown(rows, all) == without);
  }

  TEST_CASE("people's codings, in any language") {
    test::small_consultation rows = empty();
    rows.rule_languages = {"en"};
    rows.responses = {{"r1", "form", {{"q1", "Bore. Prynhawn gyda'r nos. Wedyn."}}},
                      {"r2", "form", {{"q1", "One thing. Another. A third."}}},
                      {"r3", "form", {{"q1", "Gyda'r evening."}}}};
    rows.responses[0].language = rows.responses[2].language = "cy";
    rows.codings = {{"r1", "q1", "ann", "hours", "gyda'r nos"}, {"r2", "q1", "ann", "late", ""}};
    CHECK(sorted(shown(rows)) ==
          lines{"r1: Prynhawn gyda'r nos. (Respondent)!", "r2: One thing. Another. (Respondent)!"});
  }

  TEST_CASE("drawn by XXH3 of seed and id, whatever the order of rows") {
    test::small_consultation rows = empty();
    for (int i = 0; i < 40; ++i) {
      rows.responses.push_back({"r" + std::to_string(i), "form", {{"q1", "Evening."}}});
    }
    quote_request request;
    request.limit = 40;
    std::set<lines> draws;
    for (const std::uint64_t seed : {0, 1, 42}) {
      request.seed = seed;
      std::vector<std::pair<hash128, std::string>> ids;
      for (const auto& row : rows.responses) ids.emplace_back(hash_bytes(row.id, seed), row.id);
      std::sort(ids.begin(), ids.end());
      lines expected;
      for (const auto& [hash, id] : ids) expected.push_back(id + ": Evening. (Respondent)!");
      CHECK(shown(rows, request) == expected);
      std::reverse(rows.responses.begin(), rows.responses.end());
      CHECK(shown(rows, request) == expected);
      draws.insert(expected);
    }
    CHECK(draws.size() == 3);
  }

  TEST_CASE("drawn are the least hashes, eight for each quote and 24 at least") {
    test::small_consultation rows = empty();
    std::vector<std::pair<hash128, std::string>> ids;
    for (int i = 0; i < 300; ++i) {
      const std::string id = "r" + std::to_string(i);
      rows.responses.push_back({id, "form", {{"q1", "Evening."}, {"you", "a"}}});
      ids.emplace_back(hash_bytes(id), id);
    }
    std::sort(ids.begin(), ids.end());
    const auto at = [&](const std::string& id) -> test::small_consultation::response_row& {
      return rows.responses[std::stoul(id.substr(1))];
    };
    // Berries stand just outside of what three quotes draw, and of what four do.
    for (const std::size_t rank : {24, 32}) at(ids[rank].second).answers[1].second = "b";
    const auto berries = [&](std::uint32_t limit, bool published = false) {
      lines out;
      quote_request request;
      request.limit = limit;
      request.published_only = published;
      for (const std::string& each : shown(rows, request)) {
        if (each.find("berry") != each.npos) out.push_back(each.substr(0, each.find(':')));
      }
      return out;
    };
    CHECK(berries(2).empty());
    CHECK(berries(3).empty());
    CHECK(berries(4) == lines{ids[24].second});
    CHECK(berries(300).size() == 2);
    // Those without words left to quote are passed over, and the next is drawn.
    rows.quotes = {{ids[0].second, "q1", "Evening.", quote_action::ban}};
    CHECK(berries(3) == lines{ids[24].second});
    // So are those that may not be quoted, where only others are wanted.
    rows.quotes.clear();
    at(ids[5].second).publication = publication::counted_only;
    CHECK(berries(3).empty());
    CHECK(berries(3, true) == lines{ids[24].second});
  }

  TEST_CASE("respondents not yet quoted first, spread over attributions") {
    test::small_consultation rows = empty();
    for (int i = 0; i < 30; ++i) {
      // Most are apples, one in ten is a berry; and one berry wrote six times.
      const bool berry = i % 10 == 0 || i >= 25;
      rows.responses.push_back({"r" + std::to_string(i),
                                "form",
                                {{"q1", "Evening."}, {"you", berry ? "b" : "a"}},
                                i >= 24 ? "often" : ""});
    }
    rows.responses[24].answers[1].second = "b";
    quote_request request;
    request.limit = 30;
    for (request.seed = 0; request.seed < 20; ++request.seed) {
      const lines found = shown(rows, request);
      REQUIRE(found.size() == 30);
      const auto berries = [&](std::size_t n) {
        return std::count_if(
            found.begin(), found.begin() + static_cast<std::ptrdiff_t>(n),
            [](const std::string& each) { return each.find("berry") != std::string::npos; });
      };
      // Four berries (r0, r10, r20, "often") stand among the first eight, and no more before all
      // 25 respondents were quoted.
      CHECK(berries(2) == 1);
      CHECK(berries(4) == 2);
      CHECK(berries(8) == 4);
      CHECK(berries(25) == 4);
    }
  }

  TEST_CASE("a quote that is no slice of its answer is never printed") {
    test::small_consultation rows = empty();
    rows.responses = {{"r1", "form", {{"q1", "\u00C9vening evening."}}}};
    const auto from = rows.code();
    quote_request request;
    request.theme = test::theme_of(*from, "hours");
    const quote good = select_quotes(*from, request).at(0);
    CHECK(quote_text(*from->of(), good) == "\u00C9vening evening.");
    const auto bad = [&](std::vector<text::span> pieces) {
      quote other = good;
      other.pieces = std::move(pieces);
      CHECK_THROWS_AS((void)quote_text(*from->of(), other), error);
    };
    bad({});
    bad({{0, 100}});
    bad({{5, 5}});
    bad({{6, 5}});
    bad({{1, 5}});           // half a character
    bad({{9, 16}, {0, 8}});  // out of order
    bad({{0, 8}, {7, 16}});
    request.theme = {};
    CHECK_THROWS_AS((void)select_quotes(*from, request), error);
  }

  TEST_CASE("of two clearings of one answer the first is shown") {
    test::small_consultation rows = empty();
    rows.responses = {{"r1", "form", {{"q1", "Evening one. Evening two. Evening three."}}}};
    rows.quotes = {{"r1", "q1", "Evening two."}, {"r1", "q1", "Evening one."}};
    CHECK(shown(rows) == lines{"r1: Evening one. (Respondent)+!"});
  }

  TEST_CASE("a pin alone clears nothing") {
    test::small_consultation rows = empty();
    const std::string words = "In the evening ring 07700 900123.";
    rows.responses = {{"r1", "form", {{"q1", words}}}};
    rows.quotes = {{"r1", "q1", words, quote_action::pin}};
    CHECK(shown(rows) == lines{"r1: " + words + " (Respondent)*"});
    rows.quotes.push_back({"r1", "q1", words});
    CHECK(shown(rows) == lines{"r1: " + words + " (Respondent)*+!"});
  }

  TEST_CASE("what a rule found and a person did not is no quote") {
    test::small_consultation rows = empty();
    rows.responses = {{"r1", "form", {{"q1", "Evening."}}}, {"r2", "form", {{"q1", "Evening."}}}};
    rows.codings = {{"r1", "q1", "Ann", "other"}};
    CHECK(shown(rows) == lines{"r2: Evening. (Respondent)!"});
    CHECK(shown(rows, {}, "other") == lines{"r1: Evening. (Respondent)!"});
  }

  TEST_CASE("who may not be quoted takes nobody's turn") {
    test::small_consultation rows = empty();
    rows.responses = {{"b", "form", {{"q1", "Evening b."}}, "S"},
                      {"c", "form", {{"q1", "Evening c."}}, "T"}};
    quote_request request;
    request.published_only = true;
    request.limit = 1;
    std::size_t first = 0;
    for (request.seed = 0; request.seed < 40; ++request.seed) {
      const lines without = shown(rows, request);
      first += without == lines{"b: Evening b. (Respondent)!"} ? 1 : 0;
      // Another response of the same sender, who asked to be counted only.
      test::small_consultation with = rows;
      with.responses.push_back({"a", "form", {{"q1", "Evening a."}}, "S"});
      with.responses.back().publication = publication::counted_only;
      CHECK(shown(with, request) == without);
    }
    CHECK(first > 10);
    CHECK(first < 30);
  }
}
