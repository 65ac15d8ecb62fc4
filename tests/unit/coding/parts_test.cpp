// The parts that words are matched with, each against a slower way to the same answer.
#include "coding/distance.hpp"
#include "coding/glob.hpp"
#include "coding/hits.hpp"
#include "coding/literal_finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::matching;

namespace {

/// Every string over `letters` up to a length, the empty one too.
std::vector<std::string> strings(const std::string& letters, std::size_t longest) {
  std::vector<std::string> all = {""};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].size() == longest) continue;
    for (const char c : letters) all.push_back(all[i] + c);
  }
  return all;
}

std::u32string wide(const std::string& text) {
  std::u32string out;
  for (const char c : text) {
    out += c == '*' ? any_run : c == '?' ? any_one : static_cast<char32_t>(c);
  }
  return out;
}

}  // namespace

TEST_CASE("wildcards agree with std::regex on every short pattern and text") {
  for (const std::string& pattern : strings("ab*?", 4)) {
    std::string source;
    for (const char c : pattern) source += c == '*' ? ".*" : c == '?' ? "." : std::string(1, c);
    const std::regex twin(source);
    for (const std::string& text : strings("ab", 5)) {
      if (glob_matches(wide(pattern), wide(text)) != std::regex_match(text, twin)) {
        FAIL_CHECK(pattern << " " << text);
      }
    }
  }
  CHECK(longest_literal(wide("ab*cde?fg")) == U"cde");
  CHECK(longest_literal(wide("*ab?cd*")) == U"ab");
}

TEST_CASE("within_distance agrees with a search through all edits") {
  // Published distances: Damerau-Levenshtein examples under the alignment restriction.
  CHECK_FALSE(within_distance(U"ca", U"abc", 2));
  CHECK_FALSE(within_distance(U"xca", U"xabc", 2));
  CHECK(within_distance(U"kitten", U"kiten", 1));
  CHECK(within_distance(U"accommodation", U"accomodaton", 2));

  // The twin: the whole matrix.
  const auto slow = [](const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t j = 1; j <= b.size(); ++j) {
        d[i][j] =
            std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.size()][b.size()];
  };
  const std::vector<std::string> words = strings("abc", 5);
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      for (const unsigned most : {0U, 1U, 2U}) {
        const bool expected = !a.empty() && !b.empty() && a[0] == b[0] && slow(a, b) <= most;
        if (within_distance(wide(a), wide(b), most) != expected) FAIL_CHECK(a << " " << b);
      }
    }
  }
}

TEST_CASE("the literal finder finds what std::string::find finds") {
  literal_finder finder;
  std::map<std::uint32_t, std::string> literals;
  for (const std::string& s : strings("ab", 3)) {
    if (s.size() > 1 || s == "b") literals[finder.add(s)] = s;
  }
  CHECK(finder.add("bab") == finder.add("bab"));
  CHECK(finder.size() == literals.size());
  finder.finish();
  for (const std::string& text : strings("abc", 6)) {
    std::set<std::string> found;
    finder.find(text, [&](std::uint32_t i) { found.insert(literals.at(i)); });
    std::set<std::string> expected;
    for (const auto& [i, literal] : literals) {
      if (text.find(literal) != text.npos) expected.insert(literal);
    }
    if (found != expected) FAIL_CHECK(text);
  }
}

TEST_CASE("a cover holds what lies inside one of its hits, not inside two together") {
  const cover c({{2, 5}, {4, 8}, {10, 10}});
  struct {
    hit inside;
    bool held;
  } const rows[] = {{{2, 5}, true},  {{4, 8}, true},    {{3, 4}, true},   {{3, 6}, false},
                    {{1, 2}, false}, {{10, 10}, true},  {{9, 10}, false}, {{5, 8}, true},
                    {{8, 9}, false}, {{11, 11}, false}, {{0, 0}, false}};
  for (const auto& r : rows) {
    CAPTURE(r.inside.first);
    CAPTURE(r.inside.last);
    CHECK(c.holds(r.inside) == r.held);
  }
  CHECK_FALSE(cover({}).holds({0, 0}));
}
