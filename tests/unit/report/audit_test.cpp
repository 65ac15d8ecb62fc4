// The audit against reports in which one number was let out, in each form and place.
#include "report/audit.hpp"

#include "report/collect.hpp"
#include "report/read_back.hpp"
#include "unit/report/random_answers.hpp"

#include <heard/base/error.hpp>
#include <heard/identity/campaigns.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::reporting;

namespace {

struct written {
  std::shared_ptr<const published_numbers> numbers;
  std::vector<report_file> publish;

  report_file& at(const std::string& path) {
    const auto found = std::find_if(publish.begin(), publish.end(),
                                    [&](const report_file& each) { return each.path == path; });
    REQUIRE(found != publish.end());
    return *found;
  }
};

written write_report(unsigned seed) {
  test::small_consultation rows = test::answers(seed, true);
  const std::string letter =
      "The pond in the square is the only quiet place within two miles of the shop, and those who "
      "live around it look after it every week of the year.";
  for (unsigned i = 0; i < 9; ++i) {
    const std::string own = i < 2 ? " My cat sits there." : "";
    rows.responses.push_back(
        {"l" + std::to_string(i), "letter", {{"q1", letter + own}, {"q2", ""}, {"you", "a"}}});
  }
  const auto of = rows.build();
  const auto from = run_codings(of, rows.book(), {1, {}}, find_campaigns(of));
  written out;
  const run_options one_thread{1, {}};
  meter steps(one_thread, steps_of(*of) + 10);
  out.numbers = collect(count_all(from, steps), audience::publish, false, steps).numbers;
  REQUIRE(out.numbers);
  for (report_file& each : render_report(from, {})) {
    if (each.path.starts_with("publish/")) out.publish.push_back(std::move(each));
  }
  return out;
}

std::string refusal(const written& of) {
  try {
    audit(*of.numbers, of.publish);
  } catch (const error& e) {
    CHECK(e.code() == status::refused);
    return e.what();
  }
  return {};
}

// Puts `now` where the first `was` after `after` stands.
void replace(std::string& in, const std::string& after, const std::string& was,
             const std::string& now) {
  const std::size_t start = in.find(after);
  REQUIRE(start != std::string::npos);
  const std::size_t at = in.find(was, start);
  REQUIRE(at != std::string::npos);
  in.replace(at, was.size(), now);
}

}  // namespace

TEST_CASE("a report as it is written passes") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    CHECK(refusal(write_report(seed)) == "");
  }
}

TEST_CASE("one number let out is found in every form, and the message names file and cell") {
  struct row {
    const char* what;
    const char* path;
    std::function<void(std::string&)> let_out;
    std::vector<const char*> says;
  };
  const std::vector<row> rows = {
      {"a count in CSV",
       "publish/tables/q1-themes.csv",
       [](std::string& in) { replace(in, "bus,", ",[c],", ",3,"); },
       {"publish/tables/q1-themes.csv tells a number that small numbers hide", "row \"bus\"",
        "column \"all\""}},
      {"a share in CSV",
       "publish/tables/q1-themes.csv",
       [](std::string& in) { replace(in, "bus,", ",answered,[c],", ",answered,4%,"); },
       {"tells a number", "row \"bus\""}},
      {"a count in a group",
       "publish/tables/q1-by-you.csv",
       [](std::string& in) { replace(in, "bus,bus,a,", "[c]", "2"); },
       {"table \"q1-by-you\"", "row \"bus\", column \"a\""}},
      {"a count in a view",
       "publish/tables/themes-by-campaigns.csv",
       [](std::string& in) { replace(in, "applies", ",[c],", ",2,"); },
       {"themes-by-campaigns.csv tells", "table \"themes-by-campaigns\", row "}},
      {"a count in JSON",
       "publish/report.json",
       [](std::string& in) { replace(in, "\"id\": \"bus\"", "\"count\": null", "\"count\": 3"); },
       {"publish/report.json tells", "row \"bus\""}},
      {"a share in JSON",
       "publish/report.json",
       [](std::string& in) {
         replace(in, "\"id\": \"bus\"", "\"share\": null", "\"share\": \"4%\"");
       },
       {"publish/report.json tells", "row \"bus\""}},
      {"a row in Markdown",
       "publish/report.md",
       [](std::string& in) { replace(in, "| bus", "\\[c\\] of", "3 of"); },
       {"publish/report.md tells a number"}},
      {"a row in the page",
       "publish/report.html",
       [](std::string& in) { replace(in, ">bus</th>", ">[c] of", ">3 of"); },
       {"publish/report.html tells a number"}},
      {"a point in Markdown",
       "publish/report.md",
       [](std::string& in) { replace(in, "Points whose", "- **bus**", "- **bus**: 3 of 40 (8%)"); },
       {"publish/report.md tells", "row \"bus\""}},
      {"a point in the page",
       "publish/report.html",
       [](std::string& in) {
         replace(in, "Points whose", "<strong>bus</strong>", "<strong>bus</strong>: 3 of 40 (8%)");
       },
       {"publish/report.html tells", "row \"bus\""}},
      {"a finding under its theme",
       "publish/report.md",
       [](std::string& in) {
         replace(in, "Points whose", "- **bus**",
                 "- \n\n#### bus\n\nFound in 3 of 40 responses.\n");
       },
       {"publish/report.md tells", "row \"bus\""}},
      {"a bar of a chart",
       "publish/report.html",
       [](std::string& in) {
         replace(in, "<title>Question q1?</title>", "</desc>",
                 "</desc><text class=\"name\" x=\"0\" y=\"1\">bus</text>"
                 "<text class=\"value\" x=\"0\" y=\"1\">3 (8%)</text>\n");
       },
       {"publish/report.html tells", "row \"bus\""}},
      {"own words to a letter, in JSON",
       "publish/report.json",
       [](std::string& in) { replace(in, "\"own_words\"", "\"count\": null", "\"count\": 2"); },
       {"publish/report.json tells", "table \"campaigns-own-words\""}},
      {"their share",
       "publish/report.json",
       [](std::string& in) {
         replace(in, "\"own_words\"", "\"share\": null", "\"share\": \"22%\"");
       },
       {"publish/report.json tells", "table \"campaigns-own-words\""}},
      {"another size of a campaign",
       "publish/report.json",
       [](std::string& in) { replace(in, "\"policy\"", "\"count\": 9", "\"count\": 8"); },
       {"tells another number than was counted: table \"campaigns\""}},
      {"own words to a letter, in Markdown",
       "publish/report.md",
       [](std::string& in) { replace(in, "With own words", "| \\[c\\]", "| 2"); },
       {"publish/report.md tells", "table \"campaigns-own-words\""}},
      {"own words to a letter, in the page",
       "publish/report.html",
       [](std::string& in) { replace(in, "With own words", ">[c]<", ">2<"); },
       {"publish/report.html tells", "table \"campaigns-own-words\""}},
      {"a number that nobody judged",
       "publish/tables/q1-themes.csv",
       [](std::string& in) { replace(in, "shop,shop,all", ",responses,", ",responses,9"); },
       {"tells another number than was counted", "row \"shop\""}},
      {"a table that nobody judged", "publish/tables/q1-themes.csv", [](std::string&) {}, {}},
  };
  for (const row& each : rows) {
    CAPTURE(std::string(each.what));
    // A seed with few enough of the theme to hide, and many enough of another to show.
    written of = write_report(3);
    REQUIRE(of.at("publish/tables/q1-themes.csv").bytes.find("bus,bus,all,All,responses,[c]") !=
            std::string::npos);
    each.let_out(of.at(each.path).bytes);
    const std::string message = refusal(of);
    CAPTURE(message);
    CHECK(message.empty() == each.says.empty());
    for (const char* part : each.says) CHECK(message.find(part) != std::string::npos);
  }
  written of = write_report(3);
  of.publish.push_back({"publish/tables/by-age.csv", of.publish.back().bytes});
  CHECK(refusal(of).find("publish/tables/by-age.csv: table \"by-age\" is not among those") == 0);
}

TEST_CASE("a system in which a number is given away is not written") {
  // What is left of a row of which all but one cell are shown.
  published_numbers numbers({5, 1});
  shown_table of;
  of.name = "you-options";
  of.rows = {{"a", "A", "", 0}, {"b", "B", "", 0}, {"c", "C", "", 0}};
  of.columns = {{"all", "All", "", 0}};
  of.cells = {{20, 33, 0, true, false}, {10, 33, 0, true, false}, {3, 33, 0, true, false}};
  numbers.add(of, {of.rows, of.columns, of.cells});
  try {
    audit(numbers, {});
    CHECK(false);
  } catch (const error& e) {
    CHECK(std::string(e.what()) ==
          "tables/you-options.csv: what is published gives away row \"c\", column \"all\", which "
          "small numbers hide");
  }
  numbers.guard().protect();
  CHECK_NOTHROW(audit(numbers, {}));
}

TEST_CASE("what is read back is what stands there") {
  CHECK(read_csv("a,\"b,\"\"c\"\"\nd\",e\r\nf\r\n") ==
        std::vector<std::vector<std::string>>{{"a", "b,\"c\"\nd", "e"}, {"f"}});
  CHECK(leading_number("1,204 of 2,000 (60%)") == 1204);
  CHECK(leading_number("[c] of 40") == std::nullopt);
  const json_node root = read_json(R"({"a": [1, null, "x\u003cy\"z"], "b": {"c": true}})");
  REQUIRE(root.find("a") != nullptr);
  CHECK(root.find("a")->members[0].second.text == "1");
  CHECK(root.find("a")->members[1].second.is == json_node::kind::null);
  CHECK(root.find("a")->members[2].second.text == "x<y\"z");
  for (const char* bad : {"", "{", "{\"a\"}", "[1,]", "\"a", "{} x"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(read_json(bad), error);
  }
  const std::string deep(100, '[');
  CHECK_THROWS_AS(read_json(deep), error);
  const auto markdown = read_markdown(
      "## 3 A \\*b\n\n> ## words\n\n**Cap**\n\n| T | N |\n| --- | ---: |\n| &emsp;a\\|b | 3 |\n\n"
      "- **x**: 4\n");
  REQUIRE(markdown.size() == 5);
  CHECK(markdown[0].cells[0] == "A *b");
  CHECK(markdown[1].is == page_part::kind::caption);
  CHECK(without_blanks(markdown[3].cells[0]) == "a|b");
  CHECK(markdown[3].cells[1] == "3");
  CHECK(markdown[4].cells[0] == "x: 4");
  const auto page = read_html(
      "<h4>a &lt;b</h4><blockquote><p>3 of 4</p></blockquote><table><caption>Cap</caption>"
      "<tr><th>a</th><td>3 <span>of</span> 4</td></tr></table>");
  REQUIRE(page.size() == 3);
  CHECK(page[0].cells[0] == "a <b");
  CHECK(page[2].cells == std::vector<std::string>{"a", "3 of 4"});
}
