#include "report/crowds.hpp"
#include "support/small_consultation.hpp"

#include <heard/report/disclose.hpp>

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

using namespace heard;
using heard::test::small_consultation;

namespace {

std::map<std::string, std::string> disclosed(const consultation& of, disclosure_options how = {}) {
  std::map<std::string, std::string> out;
  for (report_file& each : render_disclosure(of, how)) out[each.path] = std::move(each.bytes);
  return out;
}

// Lines without their ends.
std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    out.push_back(line);
  }
  return out;
}

using strings = std::vector<std::string>;

small_consultation park() {
  small_consultation of;
  of.chapters = {"c1"};
  of.asked = {{"you", question_kind::multiple, "", "walker keeper"},
              {"why", question_kind::open, "c1"},
              {"gate", question_kind::single, "c1", "north south"}};
  of.settings.attribution_k = 2;
  return of;
}

}  // namespace

TEST_CASE("what is disclosed, what is withheld, and why") {
  small_consultation of = park();
  of.responses = {
      {"a", "form", {{"you", "walker"}, {"why", "=More shade"}, {"gate", "north"}}},
      {"b", "form", {{"you", "walker"}, {"why", "Ring 07700 900123 for Tom"}, {"gate", "south"}}},
      {"c", "form", {{"you", "keeper"}, {"why", "My neighbour Zo leaves litter"}}},
      {"d",
       "form",
       {{"why", "Hidden words"}},
       "",
       capacity::self,
       {},
       disposition::included,
       publication::counted_only},
      {"e",
       "form",
       {{"why", "Hidden words"}},
       "",
       capacity::self,
       {},
       disposition::included,
       publication::unknown},
      {"f", "form", {{"why", "Hidden words"}}, "", capacity::self, {}, disposition::withdrawn},
      {"g",
       "letter",
       {{"why", "Trees by the pond"}},
       "",
       capacity::organisation,
       {"Pond Trust"},
       disposition::included,
       publication::named},
  };
  of.redactions = {{"c", "why", "Zo", "[name]"}};
  of.quotes = {{"c", "why", "litter", quote_action::ban}};
  auto out = disclosed(*of.build());
  // Rows in the order of what they show. c is the one keeper: of three people two are walkers, and
  // one alone beside them would stand out, so nobody's category is shown.
  CHECK(lines(out["publish/responses.csv"]) ==
        strings{"number,organisation,channel,capacity,you,why,gate,c1,general",
                "1,,form,unknown,[withheld],'=More shade,Option north,,",
                "2,,form,unknown,[withheld],My neighbour [name] leaves [withheld],,,",
                "3,,form,unknown,[withheld],[withheld],Option south,,",
                "4,Pond Trust,letter,organisation,,Trees by the pond,,,"});
  CHECK(lines(out["publish/withheld.csv"]) ==
        strings{"number,question,reason,count", "1,you,small_group,1", "2,why,redacted,1",
                "2,why,banned,1", "2,you,small_group,1", "3,why,personal_data,2",
                "3,you,small_group,1", "5,,counted_only,1", "6,,publication_unknown,1",
                "7,,withdrawn,1"});
  CHECK(lines(out["internal/ids.csv"]) ==
        strings{"number,response", "1,a", "2,c", "3,b", "4,g", "5,d", "6,e", "7,f"});
  CHECK(lines(out["publish/questions.csv"])[2] == "why,Chapter c1,open,Question why?");
  const auto rows = lines(out["publish/responses.jsonl"]);
  REQUIRE(rows.size() == 4);
  CHECK(rows[1] ==
        R"({"number":2,"organisation":null,"channel":"form","capacity":"unknown","answers":{)"
        R"("you":{"text":"[withheld]"},"why":{"text":"My neighbour [name] leaves [withheld]"}},)"
        R"("withheld":[{"question":"why","reason":"redacted","count":1},)"
        R"({"question":"why","reason":"banned","count":1},)"
        R"({"question":"you","reason":"small_group","count":1}]})");
  for (const auto& [path, bytes] : out) {
    CAPTURE(path);
    for (const char* words : {"Hidden", "07700", "Tom", "Zo", "litter"}) {
      CHECK(bytes.find(words) == std::string::npos);
    }
  }
}

TEST_CASE("a clearing settles what lies within it, and ids are given to who asks") {
  small_consultation of = park();
  of.responses = {{"b", "form", {{"why", "Ring 07700 900123"}}},
                  {"a", "form", {{"why", "Ring 07700 900124"}}}};
  of.quotes = {{"b", "why", "Ring 07700 900123"}};
  auto out = disclosed(*of.build(), {1, true});
  CHECK(lines(out["publish/responses.csv"]) ==
        strings{"response,organisation,channel,capacity,you,why,gate,c1,general",
                "a,,form,unknown,,[withheld],,,", "b,,form,unknown,,Ring 07700 900123,,,"});
  CHECK(out.count("internal/ids.csv") == 0);
}

TEST_CASE("only a clearing of all of it settles what was found, no pin and no ban") {
  small_consultation of = park();
  of.responses = {{"a", "form", {{"why", "Ring 07700 900123"}}},
                  {"b", "form", {{"why", "Ring 07700 900124"}}},
                  {"c", "form", {{"why", "Ring 07700 900125"}}}};
  of.quotes = {{"a", "why", "Ring 07700 900123", quote_action::pin},
               {"b", "why", "Ring 07700", quote_action::clear},
               {"c", "why", "Ring 07700 900125", quote_action::ban}};
  auto out = disclosed(*of.build(), {1, true});
  CHECK(lines(out["publish/responses.csv"]) ==
        strings{"response,organisation,channel,capacity,you,why,gate,c1,general",
                "a,,form,unknown,,[withheld],,,", "b,,form,unknown,,[withheld],,,",
                "c,,form,unknown,,[withheld],,,"});
  CHECK(lines(out["publish/withheld.csv"]) ==
        strings{"response,question,reason,count", "a,why,personal_data,1", "b,why,personal_data,1",
                "c,why,personal_data,1"});
}

TEST_CASE("a ban and a redaction that overlap leave nothing of either") {
  const std::string words = "My neighbour Zo Smith leaves litter";
  small_consultation of = park();
  of.responses = {{"a", "form", {{"why", words}}},
                  {"b", "form", {{"why", words}}},
                  {"c", "form", {{"why", words}}}};
  for (const char* id : {"a", "b", "c"}) of.redactions.push_back({id, "why", "Zo Smith", "[name]"});
  of.quotes = {{"a", "why", "neighbour Zo", quote_action::ban},
               {"b", "why", "Smith leaves", quote_action::ban},
               {"c", "why", "neighbour Zo Smith leaves", quote_action::ban}};
  auto out = disclosed(*of.build(), {1, true});
  CHECK(lines(out["publish/responses.csv"]) ==
        strings{"response,organisation,channel,capacity,you,why,gate,c1,general",
                "a,,form,unknown,,My [withheld] leaves litter,,,",
                "b,,form,unknown,,My neighbour [withheld] litter,,,",
                "c,,form,unknown,,My [withheld] litter,,,"});
}

TEST_CASE("words beside a choice: never about oneself, nor what tells of somebody") {
  small_consultation of = park();
  of.responses = {{"a", "form", {{"you", "walker: with a dog"}, {"gate", "north: by the mill"}}},
                  {"b", "form", {{"you", "walker"}, {"gate", "south: ring 07700 900123"}}}};
  auto out = disclosed(*of.build(), {1, true});
  CHECK(lines(out["publish/responses.csv"]) ==
        strings{"response,organisation,channel,capacity,you,why,gate,c1,general",
                "a,,form,unknown,Option walker: [withheld],,Option north: by the mill,,",
                "b,,form,unknown,Option walker,,Option south: [withheld],,"});
  CHECK(lines(out["publish/withheld.csv"]) == strings{"response,question,reason,count",
                                                      "a,you,other_about_you,1",
                                                      "b,gate,personal_data,1"});
  // Where a group is too small, that there were words is not told either.
  out = disclosed(*of.build(), {3, true});
  CHECK(lines(out["publish/withheld.csv"]) ==
        strings{"response,question,reason,count", "a,channel,small_group,1",
                "a,capacity,small_group,1", "a,you,small_group,1", "b,gate,personal_data,1",
                "b,channel,small_group,1", "b,capacity,small_group,1", "b,you,small_group,1"});
}

TEST_CASE("what is kept whole is in the order of why, and late is a reason") {
  small_consultation of = park();
  of.settings.closes = *parse_timestamp("2026-03-01", "%F");
  of.late = lateness::left_out;
  of.responses = {
      {"a", "form", {{"why", "x"}}, "", capacity::self, {}, disposition::withdrawn},
      {"b",
       "form",
       {{"why", "y"}},
       "",
       capacity::self,
       {},
       disposition::included,
       publication::counted_only},
      {"c",
       "form",
       {{"why", "z"}},
       "",
       capacity::self,
       {},
       disposition::included,
       publication::anonymous,
       "",
       "",
       "2026-03-02"},
  };
  auto out = disclosed(*of.build());
  CHECK(lines(out["publish/withheld.csv"]) == strings{"number,question,reason,count",
                                                      "1,,counted_only,1", "2,,late,1",
                                                      "3,,withdrawn,1"});
  CHECK(lines(out["internal/ids.csv"]) == strings{"number,response", "1,b", "2,c", "3,a"});
}

TEST_CASE("k is the manifest's unless another is given") {
  small_consultation of = park();
  of.responses = {{"a", "form", {{"you", "walker"}, {"why", "x"}}},
                  {"b", "form", {{"you", "walker"}, {"why", "y"}}}};
  const auto made = of.build();
  CHECK(lines(disclosed(*made)["publish/responses.csv"])[1] ==
        "1,,form,unknown,Option walker,x,,,");
  CHECK(lines(disclosed(*made, {3, false})["publish/responses.csv"])[1] ==
        "1,,[withheld],[withheld],[withheld],x,,,");
}

TEST_CASE("one who writes often is no crowd") {
  small_consultation of = park();
  of.responses = {{"a", "form", {{"why", "x"}}, "one"}, {"b", "form", {{"why", "y"}}, "one"}};
  CHECK(lines(disclosed(*of.build())["publish/responses.csv"])[1] ==
        "1,,[withheld],[withheld],[withheld],x,,,");
}

TEST_CASE("which attributes k share, by hand") {
  using reporting::profile;
  const auto shown = [](const std::vector<strings>& rows, std::size_t k) {
    std::vector<profile> of;
    for (const strings& each : rows) of.push_back({respondent_id(of.size()), each});
    return reporting::shown_attributes(of, k);
  };
  using sizes = std::vector<std::size_t>;
  CHECK(shown({}, 5) == sizes{});
  CHECK(shown({{"a"}}, 2) == sizes{0});
  CHECK(shown({{"a"}, {"a"}, {"b"}, {"b"}}, 2) == sizes{1, 1, 1, 1});
  // b stands alone; what hides with it is the smaller of the other two.
  CHECK(shown({{"a"}, {"a"}, {"a"}, {"b"}, {"c"}, {"c"}}, 2) == sizes{1, 1, 1, 0, 0, 0});
  // b and c are a crowd of two already.
  CHECK(shown({{"a"}, {"a"}, {"b"}, {"c"}}, 2) == sizes{1, 1, 0, 0});
  CHECK(shown({{"a", "x"}, {"a", "y"}, {"b", "x"}, {"b", "x"}}, 2) == sizes{1, 1, 2, 2});
}

TEST_CASE("whatever is shown of anybody, k share it and how much it is") {
  std::mt19937 random(7);
  std::size_t told = 0, withheld = 0;
  for (int round = 0; round < 300; ++round) {
    const std::size_t k = 1 + random() % 6;
    const std::size_t width = random() % 4;
    std::vector<reporting::profile> of(random() % 40);
    for (reporting::profile& each : of) {
      each.respondent = respondent_id(std::size_t{random() % 30});
      for (std::size_t i = 0; i < width; ++i) {
        each.attributes.push_back(std::string(1, static_cast<char>('a' + random() % (2 + i))));
      }
    }
    const auto shown = reporting::shown_attributes(of, k);
    REQUIRE(shown.size() == of.size());
    std::map<strings, std::set<respondent_id>> crowds;
    for (std::size_t i = 0; i < of.size(); ++i) {
      REQUIRE(shown[i] <= width);
      told += shown[i];
      withheld += width - shown[i];
      const auto& all = of[i].attributes;
      crowds[{all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown[i])}].insert(
          of[i].respondent);
    }
    for (const auto& [what, people] : crowds) {
      CAPTURE(k);
      CAPTURE(round);
      if (!what.empty()) CHECK(people.size() >= k);
    }
  }
  CHECK(told > 1000);
  CHECK(withheld > 1000);
}
