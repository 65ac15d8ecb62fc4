#include "shared_data.hpp"
#include "unit/identity/letters.hpp"

#include <heard/base/error.hpp>
#include <heard/identity/similar_pairs.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace heard;
using namespace heard::testing;

namespace {

// What an afternoon's Python would be: every pair, sets of joined words.
std::set<std::string> shingles(const std::string& text, std::size_t length) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_') {
      words.back() += lower;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::set<std::string> out;
  if (words.empty()) return out;
  const std::size_t size = std::min(length, words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    std::string joined;
    for (std::size_t k = i; k < i + size; ++k) joined += words[k] + " ";
    out.insert(joined);
  }
  return out;
}

// The last column of a CSV file with a header, quoted where need be.
std::vector<std::string> last_cells(const std::string& csv) {
  std::vector<std::string> out;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted) {
      cell += c;
    } else if (c == ',') {
      cell.clear();
    } else if (c == '\n') {
      out.push_back(std::exchange(cell, {}));
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (!cell.empty()) out.push_back(cell);
  out.erase(out.begin());
  return out;
}

}  // namespace

TEST_CASE("every similar pair is found, as comparing all of them shows") {
  letter_maker make(7);
  std::vector<std::string> texts = {"",        "One", "one!",         "one two",
                                    "Two one", "...", "one two three"};
  for (int letter = 0; letter < 6; ++letter) {
    const words original = make.text(20 + make.below(60));
    for (std::size_t how = 0; how < edit_names.size(); ++how) {
      const auto kind = static_cast<edit>(how);
      if (kind == edit::key_block && original.size() <= 40) continue;
      texts.push_back(letter_maker::joined(make.edited(original, kind)));
    }
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const unsigned length : {1u, 2u, 3u, 5u}) {
    std::vector<std::set<std::string>> sets;
    for (const std::string& text : texts) sets.push_back(shingles(text, length));
    for (const std::uint32_t percent : {1u, 30u, 50u, 80u, 100u}) {
      std::vector<std::pair<std::size_t, std::size_t>> expected;
      for (std::size_t a = 0; a < sets.size(); ++a) {
        for (std::size_t b = a + 1; b < sets.size(); ++b) {
          std::size_t shared = 0;
          for (const std::string& each : sets[a]) shared += sets[b].count(each);
          const std::size_t either = sets[a].size() + sets[b].size() - shared;
          if (shared > 0 && 100 * shared >= percent * either) expected.emplace_back(a, b);
        }
      }
      CAPTURE(length);
      CAPTURE(percent);
      const auto found = similar_pairs(views, {length, percent}, {2, {}});
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(std::pair<std::size_t, std::size_t>(found[i].a, found[i].b) == expected[i]);
      }
    }
  }
  CHECK_THROWS_AS((void)similar_pairs(views, {0, 50}), error);
  CHECK_THROWS_AS((void)similar_pairs(views, {5, 0}), error);
  CHECK_THROWS_AS((void)similar_pairs(views, {5, 101}), error);
}

TEST_CASE("near duplicates among public comments, counted elsewhere by brute force") {
  const auto csv = test::shared_data("snap-comments/comments.csv");
  if (!csv) return;
  const std::vector<std::string> texts = last_cells(*csv);
  REQUIRE(texts.size() == 1530);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  CHECK(similar_pairs(views, {5, 50}).size() == 19'737);
  CHECK(similar_pairs(views, {5, 80}).size() == 12'777);
}
