#include "unit/intake/manifest_samples.hpp"

#include <heard/intake/manifest.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

using namespace heard;

// What is changed is what people change: a byte, a stretch, a line.
TEST_CASE("no edit of a manifest crashes it, and what is wrong is said") {
  std::mt19937 random(20260427);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  constexpr std::string_view pieces[] = {"[",
                                         "]",
                                         "{",
                                         "}",
                                         "=",
                                         "\"",
                                         "'",
                                         "\"\"\"",
                                         ".",
                                         ",",
                                         "\n",
                                         "1",
                                         "true",
                                         "#",
                                         "\\",
                                         "\xC3",
                                         "\xE2\x80\xA8",
                                         "[[question]]",
                                         "[source.answers]\n",
                                         "id = \"c1\"\n",
                                         "-",
                                         "2026-03-02",
                                         "all",
                                         std::string_view("\0", 1)};
  unsigned refused = 0;
  for (int round = 0; round < 6000; ++round) {
    std::string text = round % 2 == 0 ? test::everything : test::library_hours;
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, below(30));
          break;
        case 2:
          text.insert(at, pieces[below(std::size(pieces))]);
          break;
        default:
          text.insert(at, text.substr(below(text.size()), below(200)));
          break;
      }
    }
    diagnostics remarks;
    const auto m = parse_manifest(text, "m", remarks);
    REQUIRE((m == nullptr) == remarks.has_errors());
    refused += m == nullptr ? 1 : 0;
    for (const diagnostic& d : remarks.all()) {
      REQUIRE(d.message.find('\n') == std::string::npos);
      REQUIRE(d.where.offset <= text.size());
      REQUIRE(d.where.line > 0);
    }
  }
  CHECK(refused > 3000);
  CHECK(refused < 5900);
}
