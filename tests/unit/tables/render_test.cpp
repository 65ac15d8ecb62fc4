#include "library_hours.hpp"

#include <heard/tables/render.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace heard;

namespace {

std::shared_ptr<const table> make(const test::small_consultation& rows, std::string_view by,
                                  std::string_view across, unit counted = unit::responses) {
  const auto from = rows.code();
  table_spec spec;
  spec.rows = parse_axis(by, *from->of());
  spec.columns = parse_axis(across, *from->of());
  spec.unit = counted;
  return make_table(from, spec, {1, {}});
}

// A theme and an option that hosts would take for a formula, markup or the end of a cell.
test::small_consultation hostile() {
  test::small_consultation out;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""}};
  out.responses = {{"r1", "form", {{"q1", "word"}}}};
  out.channels[0].title = "=cmd|' /C calc'!A0";
  out.channels[1].title = "1. <b>a|b</b>";
  using namespace std::string_literals;
  out.themes = {{"t", {"word"}, "", {}, "A \"quoted\", \0[x](y)"s}};
  return out;
}

}  // namespace

TEST_SUITE("render") {
  TEST_CASE("CSV: a line for each cell, which can be read alone") {
    const std::string head =
        "row_id,row,column_id,column,unit,count,base,base_is,share,by_rule_only,applies\r\n";
    // By hand: of those who raised hours, a person coded r4 and a rule the rest.
    const std::string hours =
        render(*make(test::library_hours(), "theme", "channel"), table_format::csv);
    CHECK(hours.starts_with(head +
                            "hours,Hours,all,All,responses,6,8,answered,75%,5,yes\r\n"
                            "hours,Hours,form,Form,responses,4,6,answered,67%,3,yes\r\n"
                            "hours,Hours,letter,Letter,responses,2,2,answered,100%,2,yes\r\n"
                            "evening,Evenings,all,All,responses,3,8,answered,38%,3,yes\r\n"));
    CHECK(hours.ends_with("parking,Parking,letter,Letter,responses,0,2,answered,0%,0,yes\r\n"));
    CHECK(std::count(hours.begin(), hours.end(), '\n') == 1 + 4 * 3);
    // No share of a base of 0.
    CHECK(
        render(*make(hostile(), "channel", "theme"), table_format::csv) ==
        head +
            "form,'=cmd|' /C calc'!A0,all,All,responses,1,1,answered,100%,0,yes\r\n"
            "form,'=cmd|' /C calc'!A0,t,\"A \"\"quoted\"\", \uFFFD[x](y)\",responses,1,1,answered,"
            "100%,1,yes\r\n"
            "letter,1. <b>a|b</b>,all,All,responses,0,0,answered,,0,yes\r\n"
            "letter,1. <b>a|b</b>,t,\"A \"\"quoted\"\", "
            "\uFFFD[x](y)\",responses,0,0,answered,,0,yes"
            "\r\n");
    // Where a theme is not looked for there is neither a count nor a share.
    const std::string chapters =
        render(*make(test::library_hours(), "theme", "chapter"), table_format::csv);
    CHECK(chapters.find("\r\nparking,Parking,all,All,responses,3,8,answered,38%,3,yes\r\n") !=
          std::string::npos);
    CHECK(chapters.find(",responses,,7,answered,,,no\r\n") != std::string::npos);
    // Mentions have no share.
    CHECK(render(*make(test::library_hours(), "theme", "all", unit::mentions), table_format::csv)
              .find("hours,Hours,all,All,mentions,9,11,answered,,8,yes\r\n") != std::string::npos);
  }

  TEST_CASE("Markdown: for people, and nothing in it is markup") {
    CHECK(render(*make(hostile(), "theme", "channel"), table_format::markdown) ==
          "| Theme | All | =cmd\\|' /C calc'!A0 | 1. &lt;b&gt;a\\|b&lt;/b&gt; |\n"
          "| --- | ---: | ---: | ---: |\n"
          "| A \"quoted\", \\[U+0000\\]\\[x\\](y) | 1 of 1 (100%) | 1 of 1 (100%) | 0 of 0 (-) |\n"
          "\n"
          "- Base: responses that answered at least one open question; in each column those that "
          "came "
          "through its channel\n"
          "- Some counts rest on rules in answers that no person reviewed: such a count means "
          "\"found "
          "by rule in at least so many\"\n");
    const std::string by_question =
        render(*make(test::library_hours(), "theme", "question"), table_format::markdown);
    CHECK(by_question.find("| &emsp;Evenings | 3 of 8 (38%) | 1 of 7 (14%) |") !=
          std::string::npos);
    CHECK(by_question.find("| Parking | 3 of 8 (38%) | n/a | 3 of 3 (100%) | n/a |") !=
          std::string::npos);
    CHECK(
        render(*make(test::library_hours(), "theme", "all", unit::mentions), table_format::markdown)
            .find("| Hours | 9 in 11 answers |") != std::string::npos);
  }

  TEST_CASE("JSON: every cell with its base, read back by another library") {
    for (const auto& [rows, columns] :
         {std::pair("theme", "question"), std::pair("theme", "channel"), std::pair("you", "all")}) {
      const auto of = make(test::library_hours(), rows, columns);
      const auto json = nlohmann::json::parse(render(*of, table_format::json));
      CHECK(json["unit"] == "responses");
      CHECK(json["base"] == "answered");
      CHECK(json["rows"]["overlap"] == of->rows_overlap());
      CHECK(json["columns"]["headings"].size() == of->columns().size());
      CHECK(json["notes"].get<std::vector<std::string>>() == of->notes());
      for (std::size_t row = 0; row < of->rows().size(); ++row) {
        CHECK(json["rows"]["headings"][row]["label"] == of->rows()[row].label);
        CHECK(json["rows"]["headings"][row]["depth"] == of->rows()[row].depth);
        for (std::size_t column = 0; column < of->columns().size(); ++column) {
          const auto& cell = json["cells"][row][column];
          CHECK(cell["count"] == of->cell(row, column).count);
          CHECK(cell["base"] == of->cell(row, column).base);
          CHECK(cell["by_rule_only"] == of->cell(row, column).by_rule_only);
          CHECK(cell["applies"] == of->cell(row, column).applies);
        }
      }
    }
    const auto odd =
        nlohmann::json::parse(render(*make(hostile(), "theme", "channel"), table_format::json));
    using namespace std::string_literals;
    CHECK(odd["rows"]["headings"][0]["label"] == "A \"quoted\", \0[x](y)"s);
    CHECK(odd["columns"]["headings"][2]["label"] == "1. <b>a|b</b>");
    const auto mentions = nlohmann::json::parse(
        render(*make(test::library_hours(), "theme", "all", unit::mentions), table_format::json));
    CHECK(mentions["cells"][0][0]["share"].is_null());
  }
}
