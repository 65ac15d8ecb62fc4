#include <heard/base/nearest.hpp>
#include <heard/identity/similarity.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::identity;

namespace {

// Jaro by its definition: characters in common within the window, taken from the left, then half of
// those that stand at another place.
double obvious_jaro(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return 1;
  const int window = std::max<int>(0, static_cast<int>(std::max(a.size(), b.size())) / 2 - 1);
  std::string left;
  std::string rest = b;
  std::vector<std::size_t> used;
  for (int i = 0; i < static_cast<int>(a.size()); ++i) {
    for (int j = 0; j < static_cast<int>(b.size()); ++j) {
      if (std::abs(i - j) > window) continue;
      if (std::count(used.begin(), used.end(), static_cast<std::size_t>(j)) > 0) continue;
      if (a[static_cast<std::size_t>(i)] != b[static_cast<std::size_t>(j)]) continue;
      used.push_back(static_cast<std::size_t>(j));
      left += a[static_cast<std::size_t>(i)];
      break;
    }
  }
  if (left.empty()) return 0;
  std::sort(used.begin(), used.end());
  int misplaced = 0;
  for (std::size_t i = 0; i < used.size(); ++i) misplaced += left[i] != b[used[i]];
  const double m = static_cast<double>(left.size());
  const double t = misplaced / 2;
  return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) + (m - t) / m) / 3;
}

}  // namespace

TEST_CASE("Jaro and Jaro-Winkler give the published values") {
  struct {
    const char* a;
    const char* b;
    double jaro;
    double winkler;
  } const rows[] = {
      {"MARTHA", "MARHTA", 0.944444, 0.961111},
      {"DIXON", "DICKSONX", 0.766667, 0.813333},
      {"DWAYNE", "DUANE", 0.822222, 0.840000},
      {"JELLYFISH", "SMELLYFISH", 0.896296, 0.896296},
      {"", "", 1, 1},
      {"", "a", 0, 0},
      {"abc", "xyz", 0, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.a);
    CHECK(jaro(row.a, row.b) == doctest::Approx(row.jaro).epsilon(0.000002));
    CHECK(jaro_winkler(row.a, row.b) == doctest::Approx(row.winkler).epsilon(0.000002));
  }
  CHECK(jaro_winkler("SHACKLEFORD", "SHACKELFORD") == doctest::Approx(0.9818181).epsilon(0.000002));
}

TEST_CASE("Jaro-Winkler is what the definition says, on random strings") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> letter('a', 'e');
  std::uniform_int_distribution<int> length(0, 14);
  for (int round = 0; round < 20000; ++round) {
    std::string a(static_cast<std::size_t>(length(random)), ' ');
    std::string b(static_cast<std::size_t>(length(random)), ' ');
    for (char& c : a) c = static_cast<char>(letter(random));
    for (char& c : b) c = static_cast<char>(letter(random));
    CAPTURE(a);
    CAPTURE(b);
    const double expected = obvious_jaro(a, b);
    REQUIRE(jaro(a, b) == doctest::Approx(expected));
    std::size_t shared = 0;
    while (shared < 4 && shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
    REQUIRE(jaro_winkler(a, b) ==
            doctest::Approx(expected + static_cast<double>(shared) * 0.1 * (1 - expected)));
  }
}

TEST_CASE("edit distances are those of nltk's tests, swaps of neighbours counted once") {
  CHECK(edit_distance("rain", "shine") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("abc", "ca") == 3);
  CHECK(edit_distance("lnaguaeg", "language") == 2);
}

TEST_CASE("fingerprints are OpenRefine's") {
  struct {
    const char* text;
    const char* key;
  } const rows[] = {
      {"the multi multi word test", "multi test the word"},
      {" d c b a ", "a b c d"},
      {"\tABC \t DEF ", "abc def"},
      {"bbb\taaa", "aaa bbb"},
      {" \u00E9cole \u00C9Cole ecoLe ", "ecole"},
      {"\u00E6\u00F8", "aeoe"},
      {"\u00A9\u00DF", "css"},
      {"\u00D0\u00DE", "dth"},
      {"\uFB00\uFB01\uFB02\uFB03\uFB05\uFB06", "fffiflffistst"},
      {"\u013F\u0140", "ll"},
      {"\u0149", "n"},
      {"", ""},
  };
  for (const auto& row : rows) CHECK(fingerprint(row.text) == row.key);
  CHECK(ngram_fingerprint("abcdefg") == "abbccddeeffg");
  CHECK(ngram_fingerprint("Paris") == "arispari");  // the example of OpenRefine's manual
  CHECK(ngram_fingerprint("Catch 22") == ngram_fingerprint("Catch22"));
  CHECK(ngram_fingerprint("", 2).empty());
}
