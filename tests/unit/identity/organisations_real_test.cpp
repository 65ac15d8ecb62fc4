// Published names: the annex of a consultation with the mentions in its text, and a bench of name
// pairs. Both are outside the repository.
#include "shared_data.hpp"

#include <heard/identity/organisations.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace heard;
using namespace heard::identity;

namespace {

using table = std::vector<std::map<std::string, std::string>>;

// Comma-separated values with quotes, by the book.
table read_csv(const std::string& bytes) {
  std::vector<std::vector<std::string>> cells(1, {""});
  bool quoted = false;
  for (std::size_t i = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    std::string& cell = cells.back().back();
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') {
      cell += bytes[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      cells.back().emplace_back();
    } else if (!quoted && c == '\n') {
      cells.push_back({""});
    } else if (quoted || c != '\r') {
      cell += c;
    }
  }
  if (cells.back().size() == 1) cells.pop_back();
  table out;
  for (std::size_t row = 1; row < cells.size(); ++row) {
    auto& made = out.emplace_back();
    for (std::size_t i = 0; i < std::min(cells[0].size(), cells[row].size()); ++i) {
      made[cells[0][i]] = cells[row][i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the annex and the mentions of a published consultation") {
  const auto annex_bytes = test::shared_data("case-for-change/organisations.csv");
  const auto mention_bytes = test::shared_data("case-for-change/org_mentions.csv");
  if (!annex_bytes || !mention_bytes) return;
  const table annex = read_csv(*annex_bytes);
  const table mentions = read_csv(*mention_bytes);
  REQUIRE(annex.size() == 107);
  REQUIRE(mentions.size() == 63);

  std::map<std::string, std::string> body_of;  // Each name as printed, its body by the gold.
  std::vector<std::string> annex_names;
  for (const auto& row : annex) {
    annex_names.push_back(row.at("name_raw"));
    body_of[row.at("name_raw")] = row.at("canonical_id");
  }
  const name_index of_annex(annex_names);

  SUBCASE("the annex is one body short of its rows, and no more is merged") {
    const auto groups = of_annex.certain();
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].size() == 2);
  }
  SUBCASE("a mention that is in the annex is among the first three") {
    int there = 0;
    for (const auto& row : mentions) {
      if (row.at("how") == "absent") continue;
      ++there;
      const auto found = of_annex.nearest(row.at("name_printed"), 3);
      const bool among = std::any_of(found.begin(), found.end(), [&](const resemblance& like) {
        return body_of.at(of_annex.at(like.name).original) == row.at("canonical_id");
      });
      CAPTURE(row.at("mention_id"));
      CHECK(among);
      for (const resemblance& like : found) {
        if (!like.certain) continue;
        CHECK(body_of.at(of_annex.at(like.name).original) == row.at("canonical_id"));
      }
    }
    CHECK(there == 57);
  }
  SUBCASE("all names together: what is merged is right, and nine in ten are proposed") {
    for (const auto& row : mentions) {
      if (row.at("how") != "absent") {
        body_of.emplace(row.at("name_printed"), row.at("canonical_id"));
      }
    }
    std::vector<std::string> names;
    for (const auto& [name, body] : body_of) names.push_back(name);
    const name_index index(names);
    std::set<std::pair<std::string, std::string>> found;
    int wrong = 0;
    int merges = 0;
    for (const auto& group : index.certain()) {
      for (const std::uint32_t a : group) {
        for (const std::uint32_t b : group) {
          if (a >= b) continue;
          ++merges;
          wrong += body_of.at(index.at(a).original) != body_of.at(index.at(b).original);
          found.emplace(index.at(a).original, index.at(b).original);
        }
      }
    }
    CHECK(wrong == 0);
    const auto pairs = index.proposals();
    int right = 0;
    for (const name_pair& pair : pairs) {
      const std::string& a = index.at(pair.a).original;
      const std::string& b = index.at(pair.b).original;
      right += body_of.at(a) == body_of.at(b);
      found.emplace(a, b);
    }
    int wanted = 0;
    int met = 0;
    for (const auto& [a, body] : body_of) {
      for (const auto& [b, other] : body_of) {
        if (a >= b || body != other) continue;
        ++wanted;
        if (found.contains({a, b})) {
          ++met;
        } else {
          MESSAGE("neither merged nor proposed: " << a << " | " << b);
        }
      }
    }
    MESSAGE(merges << " merged, " << wrong << " of them wrong; " << pairs.size() << " proposed, "
                   << right << " of them right; " << met << " of " << wanted << " pairs found");
    CHECK(merges >= 5);
    CHECK(wanted >= 14);
    CHECK(10 * met >= 9 * wanted);
  }
}

TEST_CASE("name pairs of a bench: precision and recall by score") {
  const auto bytes = test::shared_data("names/name_bench_cases.csv");
  if (!bytes) return;
  struct judged {
    std::uint32_t score;
    bool certain;
    bool match;
  };
  std::vector<judged> pairs;
  for (const auto& row : read_csv(*bytes)) {
    const std::string& schema = row.at("schema");
    if (schema != "Company" && schema != "Organization" && schema != "LegalEntity") continue;
    const resemblance like = compare(row.at("name1"), row.at("name2"));
    pairs.push_back({like.score, like.certain, row.at("is_match") == "true"});
  }
  REQUIRE(pairs.size() > 200);
  const auto all = std::count_if(pairs.begin(), pairs.end(), [](auto& p) { return p.match; });
  std::string lines;
  const auto line = [&](const char* name, const auto& taken) {
    std::int64_t right = 0;
    std::int64_t found = 0;
    for (const judged& pair : pairs) {
      if (!taken(pair)) continue;
      ++found;
      right += pair.match;
    }
    char text[128];
    std::snprintf(
        text, sizeof text, "\n| %s | %d | %.2f | %.2f |", name, static_cast<int>(found),
        static_cast<double>(right) / static_cast<double>(std::max<std::int64_t>(1, found)),
        static_cast<double>(right) / static_cast<double>(all));
    lines += text;
    return std::pair(right, found);
  };
  const auto sure = line("merged", [](const judged& p) { return p.certain; });
  for (const std::uint32_t from : {900u, 800u, 700u, 600u, 500u, 400u, 300u}) {
    line(std::to_string(from).c_str(), [&](const judged& p) { return p.score >= from; });
  }
  MESSAGE("of " << pairs.size() << " pairs " << all
                << " match\n| from | pairs | precision | recall |\n"
                << "| --- | ---: | ---: | ---: |" << lines);
  CHECK(sure.second > 5);
  CHECK(sure.first == sure.second);
}
