// What a report says of campaigns. All figures were worked out by hand: eight sent a letter that
// speaks of the evening, two of them with words of their own, one of these of the dark; six others
// want a bus in the evening, and six want desks, of which no theme speaks.
#include "support/small_consultation.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

using namespace heard;
using nlohmann::json;

namespace {

const std::string letter =
    "The library should open in the evening and on every Sunday of the year so that people who "
    "work can come";

test::small_consultation eight_and_six(const std::string& words) {
  test::small_consultation out;
  out.settings.small_numbers = small_numbers::k5;
  out.settings.title = "Library hours";
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""}};
  out.themes = {{"evening", {"evening"}, "", {}, ""},
                {"bus", {"bus"}, "", {}, ""},
                {"dark", {"dark"}, "", {}, ""}};
  out.rule_languages = {"en"};
  for (int i = 1; i <= 8; ++i) {
    std::string said = words + ".";
    if (i == 7) said += " My street is dark.";
    if (i == 8) said += " Doors close at nine now.";
    out.responses.push_back({"a" + std::to_string(i), "form", {{"q1", said}}});
  }
  for (int i = 1; i <= 6; ++i) {
    out.responses.push_back(
        {"b" + std::to_string(i), "form", {{"q1", "A bus in the evening would help."}}});
    out.responses.push_back({"c" + std::to_string(i), "form", {{"q1", "More desks."}}});
  }
  return out;
}

std::map<std::string, std::string> files(const test::small_consultation& rows) {
  std::map<std::string, std::string> out;
  const auto of = rows.build();
  const auto codings = run_codings(of, rows.book(), {1, {}}, find_campaigns(of));
  for (report_file& each : render_report(codings, {})) {
    out[each.path] = std::move(each.bytes);
  }
  return out;
}

// The rest of the first line after `start` that begins with `with`, without blanks.
std::string line(const std::string& text, const std::string& start, const std::string& with) {
  const std::size_t from = text.find(start);
  if (from == text.npos) return "nothing starts with " + start;
  const std::size_t at = text.find("\n" + with, from);
  if (at == text.npos) return "no line with " + with;
  std::string out =
      text.substr(at + 1 + with.size(), text.find('\n', at + 1) - at - 1 - with.size());
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  out.erase(std::remove(out.begin(), out.end(), '\\'), out.end());
  return out;
}

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != text.npos;
}

}  // namespace

TEST_CASE("the section on campaigns, with small numbers hidden where the public reads") {
  auto all = files(eight_and_six(letter));
  const std::string& publish = all["publish/report.md"];
  const std::string& internal = all["internal/report.md"];
  for (const std::string* each : {&publish, &internal}) {
    CHECK(holds(*each, "8 responses are made of a letter that several sent: 1 campaign."));
    CHECK(holds(*each, letter));
  }
  CHECK(holds(line(publish, "With own words", "| letter"), "|notknown|eachresponse|8|[c]|"));
  CHECK(holds(line(internal, "With own words", "| letter"), "|notknown|eachresponse|8|2|"));

  // By responses: 14, 6 and 1; with the letter as one: 7, 6 and 1; without it: 6, 6 and none.
  // Of 20 that answered, 13 and 12.
  const std::string ranks = "Themes with campaigns counted in three ways";
  CHECK(line(internal, ranks, "| evening") == "|14of20|1|7of13|1|6of12|1|");
  CHECK(line(internal, ranks, "| bus") == "|6of20|2|6of13|2|6of12|1|");
  CHECK(line(internal, ranks, "| dark") == "|1of20|3|1of13|3|0of12|-|");
  CHECK(line(publish, ranks, "| evening") == "|14of20|1|7of13|1|6of12|1|");
  CHECK(line(publish, ranks, "| bus") == "|6of20|2|6of13|2|6of12|1|");
  CHECK(line(publish, ranks, "| dark") == "|[c]of20|[c]|[c]of13|[c]|0of12|-|");
}

TEST_CASE("what senders added is listed for those who work on it, and for nobody else") {
  auto rows = eight_and_six(letter);
  rows.redactions.push_back({"a8", "q1", "nine", "[time]"});
  auto all = files(rows);
  const std::string& members = all["internal/tables/list-campaign-members.csv"];
  CHECK(std::count(members.begin(), members.end(), '\n') == 3);
  CHECK(holds(members, ",a7,edited,4,0,0,My street is dark\r\n"));
  CHECK(holds(members, ",a8,edited,5,0,0,Doors close at [time] now\r\n"));
  const std::string& letters = all["internal/tables/list-campaigns.csv"];
  CHECK(holds(letters, ",8,a1,q1," + letter + ".\r\n"));
  for (const auto& [path, bytes] : all) {
    if (!path.starts_with("publish/")) continue;
    CAPTURE(path);
    CHECK_FALSE(holds(path, "list-"));
    CHECK_FALSE(holds(bytes, "My street is dark\r\n"));
  }
}

TEST_CASE("a letter is printed for the public only where the words of a quote would be") {
  auto silent = eight_and_six(letter);
  for (auto& each : silent.responses) each.publication = publication::counted_only;
  auto all = files(silent);
  CHECK_FALSE(holds(all["publish/report.md"], letter));
  CHECK(holds(all["publish/report.md"], "1 campaign."));
  CHECK(holds(all["internal/report.md"], letter));

  const std::string personal = letter + " and ring me on 020 7946 0018 when you do";
  auto with_number = eight_and_six(personal);
  all = files(with_number);
  CHECK_FALSE(holds(all["publish/report.md"], "7946"));
  CHECK_FALSE(holds(all["publish/report.md"], letter));
  CHECK(holds(all["internal/report.md"], "7946"));
  with_number.redactions.push_back({"a1", "q1", "020 7946 0018", "[number]"});
  all = files(with_number);
  CHECK(holds(all["publish/report.md"], letter));
  CHECK_FALSE(holds(all["publish/report.md"], "7946"));
}

TEST_CASE("who added nothing is hidden where they are few, and so is a rank that a few have") {
  auto rows = eight_and_six(letter);
  // Six of eight with words of their own leave two; all of them raise a theme, as one they are one.
  for (int i = 3; i <= 6; ++i) rows.responses[i - 1].answers[0].second += " Rain comes in there.";
  for (auto& each : rows.responses) {
    if (each.id == "a3") each.answers[0].second += " And wind.";
  }
  rows.settings.campaigns.push_back({"hours", "", "", "a1", {}, {}});
  rows.themes.push_back({"sunday", {"sunday"}});
  auto all = files(rows);
  const std::string own = "With own words";
  CHECK(holds(line(all["publish/report.md"], own, "| hours"), "|notknown|eachresponse|8|[c]|"));
  CHECK(holds(line(all["internal/report.md"], own, "| hours"), "|notknown|eachresponse|8|6|"));
  const std::string ranks = "Themes with campaigns counted in three ways";
  CHECK(line(all["publish/report.md"], ranks, "| sunday") == "|8of20|2|[c]of13|[c]|0of12|-|");
  CHECK(line(all["internal/report.md"], ranks, "| sunday") == "|8of20|2|1of13|3|0of12|-|");
}

TEST_CASE("a campaign of a few people is not described where the public reads") {
  auto few = eight_and_six(letter);
  few.responses.erase(few.responses.begin() + 2, few.responses.begin() + 6);
  auto all = files(few);
  CHECK(holds(all["publish/report.md"], "1 campaign of fewer than 5 responses not listed here."));
  // One of them may be quoted, as anybody may, but not as the letter of several.
  CHECK_FALSE(holds(all["publish/report.md"], "The letter of"));
  CHECK(holds(all["internal/report.md"], "The letter of"));
  CHECK(holds(all["internal/report.md"], "4 responses are made of a letter"));
}

TEST_CASE("report.json has of campaigns what the page has, each number with its base") {
  auto rows = eight_and_six(letter);
  rows.settings.campaigns.push_back(
      {"hours", "Sunday opening", "Sent on cards.", "a1", campaign_policy::count_each, {}});
  auto all = files(rows);
  const json publish = json::parse(all["publish/report.json"]);
  const json internal = json::parse(all["internal/report.json"]);
  for (const json* each : {&publish, &internal}) {
    const json& told = (*each)["campaigns"];
    CHECK(told["responses"] ==
          json({{"count", 8}, {"base", 20}, {"base_is", "included"}, {"share", "40%"}}));
    CHECK(told["not_listed"] ==
          json({{"count", 0}, {"base", 1}, {"base_is", "campaigns"}, {"share", "0%"}}));
    REQUIRE(told["list"].size() == 1);
    const json& hours = told["list"][0];
    CHECK(hours["id"] == "hours");
    CHECK(hours["title"] == "Sunday opening");
    CHECK(hours["note"] == "Sent on cards.");
    CHECK(hours["policy"] == "count_each");
    CHECK(hours["first"] == "");
    CHECK(hours["responses"] == told["responses"]);
    CHECK(hours["letter"] == json::array({{{"text", letter + "."}}}));
  }
  const std::string base_is = "responses of the campaign";
  CHECK(internal["campaigns"]["list"][0]["own_words"] ==
        json({{"count", 2}, {"base", 8}, {"base_is", base_is}, {"share", "25%"}}));
  CHECK(publish["campaigns"]["list"][0]["own_words"] == json({{"count", nullptr},
                                                              {"base", 8},
                                                              {"base_is", base_is},
                                                              {"share", nullptr},
                                                              {"suppressed", true}}));
  // As in the table of ranks above.
  const auto ranks = [](const json& of, std::size_t row) {
    std::string out = of["themes_by_campaigns"]["rows"][row]["id"];
    for (const json& cell : of["themes_by_campaigns"]["rows"][row]["cells"]) {
      out += " " + cell["rank"].dump();
    }
    return out;
  };
  CHECK(ranks(internal, 0) == "evening 1 1 1");
  CHECK(ranks(internal, 1) == "bus 2 2 1");
  CHECK(ranks(internal, 2) == "dark 3 3 null");
  CHECK(ranks(publish, 1) == "bus 2 2 1");
  CHECK(ranks(publish, 2) == "dark null null null");

  // A letter that may not be printed is printed here neither; nor are campaigns of a few people.
  for (auto& each : rows.responses) each.publication = publication::counted_only;
  all = files(rows);
  CHECK(json::parse(all["publish/report.json"])["campaigns"]["list"][0]["letter"].empty());
  CHECK_FALSE(holds(all["publish/report.json"], letter));
  CHECK(holds(all["internal/report.json"], letter));
  auto few = eight_and_six(letter);
  few.responses.erase(few.responses.begin() + 2, few.responses.begin() + 6);
  all = files(few);
  const json unlisted = json::parse(all["publish/report.json"])["campaigns"];
  CHECK(unlisted["list"].empty());
  CHECK(unlisted["responses"]["count"] == 0);
  CHECK(unlisted["responses"]["base"] == 16);
  CHECK(unlisted["not_listed"]["count"] == 1);
  CHECK(json::parse(all["internal/report.json"])["campaigns"]["responses"]["count"] == 4);
  // Without campaigns there is nothing to say.
  few.responses.erase(few.responses.begin(), few.responses.begin() + 4);
  for (auto& each : few.responses) each.answers[0].second += each.id;
  auto none = files(few);
  CHECK_FALSE(json::parse(none["publish/report.json"]).contains("campaigns"));
}

TEST_CASE("figures of campaigns are rounded as other numbers are") {
  auto rows = eight_and_six(letter);
  for (int i = 0; i < 6; ++i) {
    rows.responses.push_back({"d" + std::to_string(i),
                              "form",
                              {{"q1", letter + ". Bells ring " + std::string(3, char('p' + i))}}});
  }
  rows.settings.small_numbers = small_numbers::k10_round5;
  auto all = files(rows);
  const json told = json::parse(all["publish/report.json"])["campaigns"];
  // 14 of 26, six of the letter alone: eight of them have words of their own.
  CHECK(told["responses"] ==
        json({{"count", 15}, {"base", 25}, {"base_is", "included"}, {"share", "60%"}}));
  CAPTURE(told.dump());
  CHECK(told["list"][0]["own_words"]["count"].is_null());
  CHECK(told["list"][0]["own_words"]["base"] == 15);
  CHECK(holds(line(all["publish/report.md"], "With own words", "| letter"),
              "|notknown|eachresponse|15|[c]|"));
}

// For check_report.py, which reads it with parsers that are not ours.
TEST_CASE("a report with a campaign for others to read") {
  const auto all = files(eight_and_six(letter));
  CHECK(all.size() > 10);
  const char* folder = std::getenv("HEARD_REPORT_OUT");
  if (folder == nullptr) return;
  for (const auto& [name, bytes] : all) {
    const std::filesystem::path path = std::filesystem::path(folder) / "campaign" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }
}
