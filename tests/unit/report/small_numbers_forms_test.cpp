// Every form of a report against its CSV files: what one hides, none shows.
#include "unit/report/random_answers.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/report/report.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace heard;
using nlohmann::json;
using test::grid;

namespace {

struct published {
  std::map<std::string, grid> tables;  // by name
  std::string page;
  json report;
};

published publish(const test::small_consultation& rows) {
  published out;
  const std::shared_ptr<const consultation> of = rows.build();
  for (const report_file& file :
       render_report(run_codings(of, rows.book(), {1, {}}, find_campaigns(of)), {})) {
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const bool csv = name.ends_with(".csv") && !name.starts_with("list-");
    if (file.path.starts_with("publish/tables/") && csv) {
      out.tables[name.substr(0, name.size() - 4)] = test::parse(file.bytes);
    }
    if (file.path == "publish/report.html") out.page = file.bytes;
    if (file.path == "publish/report.json") out.report = json::parse(file.bytes);
  }
  return out;
}

template <class Visit>
void each_object(const json& in, Visit visit) {
  if (in.is_object()) visit(in);
  for (const json& each : in) {
    if (each.is_structured()) each_object(each, visit);
  }
}

struct seen {
  unsigned told = 0, hidden = 0;
};

void check_cell(const json& cell, const test::told& of, seen& count) {
  CHECK(cell["base"] == of.base);
  if (of.count) {
    ++count.told;
    CHECK(cell["count"] == *of.count);
    CHECK_FALSE(cell.contains("suppressed"));
    return;
  }
  ++count.hidden;
  CHECK(cell["suppressed"] == true);
  for (const auto& [key, value] : cell.items()) {
    CAPTURE(key);
    CHECK((value.is_null() || key == "suppressed" || key == "base"));
  }
}

// Whatever is between two marks, in order.
std::vector<std::string> between(std::string_view text, std::string_view first,
                                 std::string_view last) {
  std::vector<std::string> out;
  for (std::size_t at = 0; (at = text.find(first, at)) != text.npos;) {
    at += first.size();
    const std::size_t end = text.find(last, at);
    REQUIRE(end != text.npos);
    out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string without_tags(const std::string& text) {
  std::string out;
  bool tag = false;
  for (const char c : text) {
    tag = c == '<' || (tag && c != '>');
    if (!tag && c != '>') out += c;
  }
  return out;
}

bool has_digit(const std::string& text) {
  for (const char c : text) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) return true;
  }
  return false;
}

// A table as the page and the charts have it: by label.
struct labelled {
  const grid* cells = nullptr;
  std::map<std::string, std::string> ids = {{"All", "all"}};

  [[nodiscard]] const test::told& at(const std::string& row, const std::string& column) const {
    CAPTURE(row);
    CAPTURE(column);
    REQUIRE(ids.contains(row));
    REQUIRE(ids.contains(column));
    return cells->at({ids.at(row), ids.at(column)});
  }
};

void check_page_table(const std::string& html, const labelled& of, seen& count) {
  const std::vector<std::string> parts = between(html, "<tr", "</tr>");
  REQUIRE_FALSE(parts.empty());
  std::vector<std::string> columns;
  for (const std::string& head : between(parts[0], "<th", "</th>")) {
    columns.push_back(without_tags('<' + head));
  }
  const bool groups = columns.size() > 1 && columns[1] == "All";
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string row = without_tags('<' + between(parts[i], "<th", "</th>").at(0));
    if (row == "Base") continue;
    const std::vector<std::string> cells = between(parts[i], "<td", "</td>");
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const test::told& told = of.at(row, !groups || cell == 0 ? "All" : columns[cell + 1]);
      CAPTURE(row);
      const std::string text = without_tags('<' + cells[cell]);
      if (told.count) {
        ++count.told;
        if (cell == 0) CHECK(text.starts_with(std::to_string(*told.count)));
        continue;
      }
      ++count.hidden;
      CHECK(text.starts_with("[c]"));
      // Beside the base, where the cell says it.
      const std::string base = " of " + std::to_string(told.base);
      CHECK_FALSE(
          has_digit(text.ends_with(base) ? text.substr(0, text.size() - base.size()) : text));
    }
  }
}

}  // namespace

TEST_CASE("the ranks of campaigns can be worked out from the numbers that are told") {
  const std::string letter =
      "The pond in the square is the only quiet place within two miles of the shop, and those who "
      "live around it look after it every week. Please keep it open on Sundays and talk to the "
      "people who use it before anything is changed.";
  unsigned hidden = 0, told = 0, own = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    test::small_consultation rows = test::answers(seed, true);
    for (unsigned i = 0; i < 9; ++i) {
      const std::string more = i < 1 + seed % 4 ? " We met at the bus stop there as children." : "";
      rows.responses.push_back(
          {"l" + std::to_string(i), "letter", {{"q1", letter + more}, {"q2", ""}, {"you", "a"}}});
    }
    const published all = publish(rows);
    const grid& themes = all.tables.at("themes-by-campaigns");
    std::map<std::string, std::string> ids;
    for (const json& row : all.report["themes"]["rows"]) ids[row["label"]] = row["id"];
    for (const std::string& table : between(all.page, "<table", "</table>")) {
      const std::string caption = between(table, "<caption>", "</caption>").at(0);
      const std::vector<std::string> parts = between(table, "<tr", "</tr>");
      if (caption == "Campaigns") {
        REQUIRE(parts.size() == 2);
        const std::string with = without_tags('<' + between(parts[1], "<td", "</td>").back());
        // Of nine, from 1 to 4 have words of their own.
        CHECK(with == "[c]");
        ++own;
      }
      if (caption != "Themes with campaigns counted in three ways") continue;
      for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string row = without_tags('<' + between(parts[i], "<th", "</th>").at(0));
        if (!ids.contains(row)) continue;
        CAPTURE(row);
        const std::vector<std::string> cells = between(parts[i], "<td", "</td>");
        REQUIRE(cells.size() == 6);
        std::size_t at = 0;
        for (const std::string view : {"all", "campaigns_as_one", "campaigns_excluded"}) {
          const test::told& here = themes.at({ids.at(row), view});
          const std::string count = without_tags('<' + cells[at++]);
          const std::string rank = without_tags('<' + cells[at++]);
          if (!here.count) {
            ++hidden;
            CHECK(count.starts_with("[c] of "));
            CHECK(rank == "[c]");
            continue;
          }
          ++told;
          CHECK(count.starts_with(std::to_string(*here.count) + " of "));
          // What anybody can work out from the numbers told, and nothing more.
          std::uint64_t place = 1;
          for (const auto& [cell, other] : themes) {
            place += cell.second == view && other.count && *other.count > *here.count ? 1 : 0;
          }
          CHECK(rank == (*here.count == 0 ? "-" : std::to_string(place)));
        }
      }
    }
  }
  CHECK(own == 8);
  CHECK(hidden > 0);
  CHECK(told > 10);
}

TEST_CASE("what one form hides no other shows") {
  seen in_json, in_page, in_charts;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const published all = publish(test::answers(seed, seed % 2 == 0));
    std::map<std::string, labelled> by_title;
    each_object(all.report, [&](const json& of) {
      if (of.contains("rows") && of.contains("columns") && of.contains("name")) {
        const grid& csv = all.tables.at(of["name"]);
        labelled& shown = by_title[of["title"]];
        shown.cells = &csv;
        for (const char* heads : {"rows", "columns"}) {
          for (const json& head : of[heads]) shown.ids[head["label"]] = head["id"];
        }
        for (const json& row : of["rows"]) {
          for (std::size_t i = 0; i < of["columns"].size(); ++i) {
            check_cell(row["cells"][i], csv.at({row["id"], of["columns"][i]["id"]}), in_json);
          }
        }
      }
      if (!of.contains("themes") || !of.contains("id") || !of.contains("kind")) return;
      const grid& csv = all.tables.at(of["id"].get<std::string>() + "-themes");
      for (const json& theme : of["themes"]) {
        const test::told& told = csv.at({theme["id"], "all"});
        check_cell(theme["figure"], told, in_json);
        if (told.count) continue;
        CHECK_FALSE(theme.contains("stances"));
        // As a point among those that are rare, whichever it is.
        CHECK(theme["other_point"] == true);
      }
    });
    for (const std::string& table : between(all.page, "<table", "</table>")) {
      const std::vector<std::string> caption = between(table, "<caption>", "</caption>");
      REQUIRE(caption.size() == 1);
      CAPTURE(caption[0]);
      if (const auto at = by_title.find(caption[0]); at != by_title.end()) {
        check_page_table(table, at->second, in_page);
      }
    }
    for (const std::string& chart : between(all.page, "<svg", "</svg>")) {
      const labelled& of = by_title.at(between(chart, "<title>", "</title>").at(0));
      for (const std::string& text : between(chart, "<text class=\"name\"", "</text>")) {
        const std::string row = without_tags('<' + text);
        CAPTURE(row);
        CHECK(of.at(row, "All").count.has_value());
        ++in_charts.told;
      }
      in_charts.hidden += chart.find("[c]") != chart.npos ? 1 : 0;
    }
  }
  CHECK(in_json.told > 300);
  CHECK(in_json.hidden > 300);
  CHECK(in_page.told > 100);
  CHECK(in_page.hidden > 100);
  CHECK(in_charts.told > 50);
  CHECK(in_charts.hidden == 0);
}
