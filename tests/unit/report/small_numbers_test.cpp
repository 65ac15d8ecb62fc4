#include "unit/report/random_answers.hpp"

#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace heard;
using test::answers;
using test::cut;
using test::grid;
using test::parse;
using test::told;

namespace {

// Everything publish/ says of one theme at one question, as equations, and what they leave.
struct attack {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> range;
  struct sum {
    std::vector<std::string> parts;
    std::string whole;
  };
  std::vector<sum> sums;
  std::vector<std::pair<std::string, std::string>> within;

  void know(const std::string& name, const told& of) {
    auto [at, fresh] = range.try_emplace(name, 0, of.base);
    if (!of.count) return;
    at->second = {std::max(at->second.first, *of.count), std::min(at->second.second, *of.count)};
  }

  void solve() {
    for (bool changed = true; changed;) {
      changed = false;
      const auto tighten = [&](const std::string& name, std::int64_t least, std::int64_t most) {
        auto& is = range.at(name);
        if (least > is.first) is.first = least, changed = true;
        if (most < is.second) is.second = most, changed = true;
      };
      for (const sum& each : sums) {
        std::int64_t least = 0, most = 0;
        for (const std::string& part : each.parts) {
          least += range.at(part).first;
          most += range.at(part).second;
        }
        tighten(each.whole, least, most);
        for (const std::string& part : each.parts) {
          const auto is = range.at(part);
          tighten(part, range.at(each.whole).first - (most - is.second),
                  range.at(each.whole).second - (least - is.first));
        }
      }
      for (const auto& [part, whole] : within) {
        tighten(part, 0, range.at(whole).second);
        tighten(whole, range.at(part).first, unbounded_here);
      }
    }
  }

 private:
  static constexpr std::int64_t unbounded_here = 1'000'000;
};

}  // namespace

TEST_CASE("nobody finds out a small number from all of publish/") {
  constexpr std::int64_t k = 5;
  unsigned hidden = 0, shown = 0;
  for (unsigned seed = 1; seed <= 24; ++seed) {
    const bool several = seed % 2 == 0;
    const test::small_consultation rows = answers(seed, several);
    std::map<std::string, grid> publish, internal;
    std::string words;
    for (const report_file& file :
         render_report(run_codings(rows.build(), rows.book(), {1, {}}), {})) {
      const bool csv = file.path.ends_with(".csv") && file.path.find("list-") == std::string::npos;
      const std::string name = file.path.substr(file.path.rfind('/') + 1);
      if (csv && file.path.starts_with("publish/tables/")) publish[name] = parse(file.bytes);
      if (csv && file.path.starts_with("internal/tables/")) internal[name] = parse(file.bytes);
      if (file.path == "publish/report.md") words = file.bytes;
    }
    attack all;
    std::map<std::string, std::int64_t> truth;
    const std::vector<std::string> themes = {"place", "pond", "wood", "shop", "bus"};
    for (const std::string question : {"q1", "q2"}) {
      for (const std::string& theme : themes) {
        const std::string whole = question + theme;
        const auto told_of = [&](const std::string& table, const std::string& column,
                                 const std::string& name) {
          const auto at = publish[table].find({theme, column});
          if (at == publish[table].end()) return false;
          all.know(name, at->second);
          truth[name] = *internal[table].at({theme, column}).count;
          (at->second.count ? shown : hidden) += 1;
          return true;
        };
        if (!told_of(question + "-themes.csv", "all", whole)) continue;
        const std::int64_t base = publish[question + "-themes.csv"].at({theme, "all"}).base;
        for (const auto& [table, groups, overlap] :
             {std::tuple(question + "-by-you.csv", std::vector<std::string>{"a", "b", "c", "d"},
                         several),
              {question + "-by-channel.csv", {"form", "letter"}, false}}) {
          if (!told_of(table, "all", whole)) continue;
          std::vector<std::string> parts;
          std::int64_t rest = base;
          for (const std::string& group : groups) {
            const std::string name = table + group + theme;
            if (!told_of(table, group, name)) continue;
            const std::int64_t part = publish[table].at({theme, group}).base;
            // Each group of people, and what is left of the whole, is none or k.
            CHECK(part >= k);
            rest -= part;
            if (overlap) {
              CHECK((base == part || base - part >= k));
              all.know(name + "-not", {std::nullopt, base - part});
              truth[name + "-not"] = truth[whole] - truth[name];
              all.sums.push_back({{name, name + "-not"}, whole});
            }
            parts.push_back(name);
          }
          if (overlap || parts.empty()) continue;
          CHECK((rest == 0 || rest >= k));
          const std::string name = table + theme + "-rest";
          all.know(name, {std::nullopt, rest});
          truth[name] = truth[whole];
          for (const std::string& part : parts) truth[name] -= truth[part];
          parts.push_back(name);
          all.sums.push_back({parts, whole});
        }
        for (const std::string column : {"all", "c1"}) {
          const std::string name = "themes" + column + theme;
          if (!told_of("themes-by-chapter.csv", column, name)) continue;
          all.within.push_back({whole, name});
        }
        if (theme == "pond" || theme == "wood") all.within.push_back({whole, question + "place"});
      }
    }
    all.solve();
    for (const auto& [name, is] : all.range) {
      CAPTURE(seed);
      CAPTURE(name);
      const std::int64_t count = truth.at(name);
      CHECK(is.first <= count);
      CHECK(is.second >= count);
      // Small, told by nothing: values enough are left, or as many as the base has.
      if (count > 0 && count < k) CHECK(is.second - is.first + 1 >= k);
    }
    // Nor does the account say one that the tables hide.
    for (const auto& [at, of] : publish["q1-themes.csv"]) {
      if (of.count) continue;
      const std::int64_t count = *internal["q1-themes.csv"].at(at).count;
      for (const std::string& line : cut(words, "\n")) {
        if (line.find(at.first) == std::string::npos) continue;
        CAPTURE(line);
        CHECK(line.find(std::to_string(count) + " of ") == std::string::npos);
      }
    }
  }
  CHECK(hidden > 100);
  CHECK(shown > 100);
}

TEST_CASE("with the preset none every number is there") {
  test::small_consultation rows = answers(1, true);
  rows.settings.small_numbers = small_numbers::none;
  for (const report_file& file :
       render_report(run_codings(rows.build(), rows.book(), {1, {}}), {})) {
    CAPTURE(file.path);
    CHECK(file.bytes.find("[c]") == std::string::npos);
    CHECK(file.bytes.find("suppressed") == std::string::npos);
  }
}

TEST_CASE("rounded counts are multiples, and so are their bases") {
  test::small_consultation rows = answers(3, false);
  rows.settings.small_numbers = small_numbers::k10_round5;
  std::size_t counts = 0;
  for (const report_file& file :
       render_report(run_codings(rows.build(), rows.book(), {1, {}}), {})) {
    if (!file.path.starts_with("publish/tables/")) continue;
    CAPTURE(file.path);
    for (const auto& [at, of] : parse(file.bytes)) {
      CHECK(of.base % 5 == 0);
      if (of.count) CHECK(*of.count % 5 == 0);
      if (of.count) CHECK((*of.count == 0 || *of.count >= 10));
      counts += of.count ? 1 : 0;
    }
  }
  CHECK(counts > 0);
}
