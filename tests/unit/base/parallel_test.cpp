#include <heard/base/error.hpp>
#include <heard/base/parallel.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace heard;

TEST_CASE("chunks are merged in order, the same for any number of threads") {
  for (unsigned threads : {1u, 2u, 3u, 8u}) {
    std::vector<std::size_t> results(100, 0);
    std::vector<std::size_t> order;
    std::size_t rows = 0;
    for_each_chunk(
        997, 10, {threads, {}}, [&](const chunk& c) { results[c.index] = c.last - c.first; },
        [&](const chunk& c) {
          order.push_back(c.index);
          rows += results[c.index];
        });
    std::vector<std::size_t> expected(100);
    std::iota(expected.begin(), expected.end(), 0);
    CHECK(order == expected);
    CHECK(rows == 997);
  }
}

TEST_CASE("a run of no rows reports once and ends") {
  int told = 0;
  for_each_chunk(
      0, 10,
      {4,
       [&](const progress& p) {
         ++told;
         return p.total == 0;
       }},
      [](const chunk&) { FAIL("no work"); }, [](const chunk&) { FAIL("no merge"); });
  CHECK(told == 1);
}

TEST_CASE("the callback stops the run, and what a worker throws comes out") {
  for (unsigned threads : {1u, 4u}) {
    CHECK_THROWS_AS(for_each_chunk(
                        1000, 1, {threads, [](const progress&) { return false; }},
                        [](const chunk&) {}, [](const chunk&) {}),
                    error);
    CHECK_THROWS_AS(for_each_chunk(
                        1000, 1, {threads, {}},
                        [](const chunk& c) {
                          if (c.index == 500) throw std::runtime_error("no");
                        },
                        [](const chunk&) {}),
                    std::runtime_error);
    CHECK_THROWS_AS(for_each_chunk(
                        1000, 1, {threads, {}}, [](const chunk&) {},
                        [](const chunk& c) {
                          if (c.index == 3) throw std::runtime_error("no");
                        }),
                    std::runtime_error);
  }
}

TEST_CASE("progress never falls and ends at the total") {
  progress last;
  for_each_chunk(
      10'000, 7,
      {3,
       [&](const progress& p) {
         CHECK(p.done >= last.done);
         CHECK(p.total == 10'000);
         last = p;
         return true;
       }},
      [](const chunk&) {}, [](const chunk&) {});
  CHECK(last.done == 10'000);
}
