/// @file
/// Random consultations of few, and what a reader of publish/ has of their tables.
#pragma once

#include "support/small_consultation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace heard::test {

// What a reader has of a cell: its number, or that it is hidden.
struct told {
  std::optional<std::int64_t> count;
  std::int64_t base = 0;
};
using grid = std::map<std::pair<std::string, std::string>, told>;  // by row and column

inline std::vector<std::string> cut(const std::string& text, const std::string& at) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(at, from), text.size());
    out.push_back(text.substr(from, to - from));
    from = to + at.size();
  }
  return out;
}

// No cell of these tables needs quotes.
inline grid parse(const std::string& csv) {
  grid out;
  const std::vector<std::string> lines = cut(csv, "\r\n");
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = cut(lines[i], ",");
    REQUIRE(cells.size() >= 7);
    told each;
    if (cells[5] != "[c]") each.count = std::stoll(cells[5]);
    each.base = std::stoll(cells[6]);
    out[{cells[0], cells[2]}] = each;
  }
  return out;
}

// Random answers: a group of four (or none) each, and themes by letter.
inline small_consultation answers(unsigned seed, bool several) {
  std::mt19937 random(seed);
  small_consultation out;
  out.settings.small_numbers = small_numbers::k5;
  out.settings.title = "Benches";
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""},
               {"q2", question_kind::open, "c1", ""},
               {"you", several ? question_kind::multiple : question_kind::single, "", "a b c d"}};
  out.themes = {{"place", {}, "", {}, ""},
                {"pond", {"pond"}, "place", {}, ""},
                {"wood", {"wood"}, "place", {}, ""},
                {"shop", {"shop"}, "", {}, ""},
                {"bus", {"bus"}, "", {}, ""}};
  out.rule_languages = {"en"};
  const unsigned size = 20 + random() % 60;
  for (unsigned i = 0; i < size; ++i) {
    const auto words = [&] {
      std::string said = random() % 6 == 0 ? "" : "Yes.";
      if (said.empty()) return said;
      for (const auto& [word, one_in] :
           {std::pair("pond", 3u), {"wood", 9u}, {"shop", 2u}, {"bus", 12u}}) {
        if (random() % one_in == 0) said += std::string(" A ") + word + ".";
      }
      return said;
    };
    std::string groups;
    for (const auto& [group, one_in] : {std::pair("a", 2u), {"b", 3u}, {"c", 5u}, {"d", 12u}}) {
      if (random() % one_in != 0) continue;
      groups += (groups.empty() ? "" : " ") + std::string(group);
      if (!several) break;
    }
    out.responses.push_back({"r" + std::to_string(1000 + i),
                             random() % 4 == 0 ? "letter" : "form",
                             {{"q1", words()}, {"q2", words()}, {"you", groups}}});
  }
  return out;
}

}  // namespace heard::test
