#include "coding/distance.hpp"

#include "strings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::matching;
using namespace heard::testing;

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
