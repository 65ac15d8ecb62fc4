// What a report says of campaigns. All figures were worked out by hand: eight sent a letter that
// speaks of the evening, two of them with words of their own, one of these of the dark; six others
// want a bus in the evening, and six want desks, of which no theme speaks.
#include "support/small_consultation.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace heard;

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
  CHECK(holds(line(publish, "With own words", "| letter"), "|8|[c]|notknown|eachresponse|"));
  CHECK(holds(line(internal, "With own words", "| letter"), "|8|2|notknown|eachresponse|"));

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
  CHECK(holds(line(all["publish/report.md"], own, "| hours"), "|8|[c]|"));
  CHECK(holds(line(all["internal/report.md"], own, "| hours"), "|8|6|"));
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
