#include "unit/report/benches.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;
using nlohmann::json;

namespace {

// Whole numbers that are no counts: they stand under these keys only.
bool plain_number(const std::string& key) {
  return key == "attendance" || key == "bytes" || key == "rows";
}

void check(const json& of, const std::string& key, int& counts) {
  if (of.is_object()) {
    if (of.contains("count")) {
      ++counts;
      CAPTURE(of.dump());
      REQUIRE(of.contains("base"));
      CHECK(of["base"].is_number_unsigned());
      CHECK(of["count"].is_number_unsigned());
      CHECK(of.contains("share"));
      return;
    }
    for (const auto& [name, value] : of.items()) check(value, name, counts);
  } else if (of.is_array()) {
    for (const json& each : of) check(each, key, counts);
  } else if (of.is_number()) {
    CAPTURE(key);
    CHECK(plain_number(key));
  }
}

}  // namespace

TEST_CASE("every number of report.json stands with its base") {
  for (const char* path : {"publish/report.json", "internal/report.json"}) {
    int counts = 0;
    check(json::parse(bytes_of(render_report(benches::coded(), {}), path)), "", counts);
    CHECK(counts > 100);
  }
}

TEST_CASE("figures of report.json, counted by hand") {
  const json all =
      json::parse(bytes_of(render_report(benches::coded(), {}), "publish/report.json"));
  CHECK(all["figures"]["included"]["count"] == 11);
  CHECK(all["figures"]["included"]["base"] == 16);
  CHECK(all["figures"]["by_disposition"]["unreadable"]["count"] == 1);
  CHECK(all["events"][0]["themes_by_rule"] ==
        json::array(
            {{{"id", "school"}, {"name", "The school"}}, {{"id", "pond"}, {"name", "The pond"}}}));
  const json& where = all["chapters"][0]["questions"][0];
  CHECK(where["id"] == "where");
  CHECK(where["answered"] ==
        json({{"count", 10}, {"base", 11}, {"base_is", "included"}, {"share", "91%"}}));
  CHECK(where["without_a_theme"]["count"] == 1);
  CHECK(where["without_a_theme"]["base"] == 8);
  const json& pond = where["themes"][1];
  CHECK(pond["id"] == "pond");
  CHECK(pond["figure"] ==
        json({{"count", 4}, {"base", 10}, {"share", "40%"}, {"by_rule_only", 3}}));
  CHECK(pond["quotes"][0]["pieces"] == json::array({"A bench by the pond, please."}));
  CHECK(pond["quotes"][0]["by"] == "Walking Club");
  CHECK(where["themes"][3]["other_point"] == true);
  CHECK(all["organisations"]["not_named"]["count"] == 1);
  // By the hash of one file, whoever holds a letter could tell that it was received.
  CHECK_FALSE(all["run"].contains("files"));
  const json team =
      json::parse(bytes_of(render_report(benches::coded(), {}), "internal/report.json"));
  CHECK(team["run"]["files"][0]["path"] == "data/CANARYFILE.csv");
  CHECK(team["run"]["inputs"] == all["run"]["inputs"]);
  CHECK(all["run"]["codebook"].get<std::string>().size() == 32);
  CHECK(all["run"]["unicode"] == "15.0.0");
}
