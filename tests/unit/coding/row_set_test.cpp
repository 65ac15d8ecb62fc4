#include "coding/row_set.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <vector>

using heard::matching::row_set;

TEST_CASE("rows come out in order, each once, whatever the limit") {
  std::mt19937 random(7);
  std::vector<std::uint32_t> out;
  for (const std::size_t limit : {1u, 63u, 64u, 65u, 4095u, 4096u, 4097u, 300'000u}) {
    CAPTURE(limit);
    row_set rows(limit);
    for (int round = 0; round < 20; ++round) {
      std::set<std::uint32_t> expected;
      for (int i = 0; i < round * round; ++i) {
        const auto row = static_cast<std::uint32_t>(random() % limit);
        rows.add(row);
        expected.insert(row);
      }
      rows.take(out);
      REQUIRE(out == std::vector<std::uint32_t>(expected.begin(), expected.end()));
    }
    // What was taken is gone, and the last row is one.
    rows.add(static_cast<std::uint32_t>(limit - 1));
    rows.take(out);
    CHECK(out == std::vector<std::uint32_t>{static_cast<std::uint32_t>(limit - 1)});
    rows.take(out);
    CHECK(out.empty());
  }
}
