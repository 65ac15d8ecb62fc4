#include "coding/hits.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace heard;
using namespace heard::matching;

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

TEST_CASE("AND keeps what stands in the scopes of both sides") {
  // Three sentences of two tokens each.
  std::vector<text::token> tokens;
  for (std::uint32_t i = 0; i < 6; ++i)
    tokens.push_back({{i, i + 1}, i / 2, text::token_kind::word});
  const auto joined = [&](bool by_sentence) {
    hit_list left = {{0, 0}, {2, 2}, {3, 3}};
    hit_list right = {{2, 3}, {5, 5}};
    both(left, right, scope(tokens, by_sentence));
    return left;
  };
  CHECK(joined(false) == hit_list{{0, 0}, {2, 2}, {2, 3}, {3, 3}, {5, 5}});
  CHECK(joined(true) == hit_list{{2, 2}, {2, 3}, {3, 3}});
}

TEST_CASE("a left hit is paired with the nearest right hit and with no other") {
  const std::vector<text::token> tokens(20);
  const scope anywhere(tokens, false);
  struct {
    hit_list left, right;
    unsigned distance;
    bool in_order;
    hit_list expected;
  } const rows[] = {
      {{{5, 5}}, {{3, 3}, {7, 7}}, 1, false, {{3, 5}}},
      {{{5, 5}}, {{3, 3}, {7, 7}}, 1, true, {{5, 7}}},
      {{{5, 5}}, {{1, 1}, {7, 7}}, 9, false, {{5, 7}}},
      {{{5, 6}}, {{6, 7}, {9, 9}}, 2, false, {{5, 9}}},
      {{{5, 5}}, {{1, 4}, {3, 4}, {4, 4}}, 0, false, {{1, 5}}},
      {{{5, 5}}, {{6, 6}, {6, 8}}, 0, false, {{5, 6}}},
      {{{5, 5}}, {{0, 1}, {0, 3}, {2, 2}}, 1, false, {{0, 5}}},
      {{{5, 5}}, {{5, 5}}, 9, false, {}},
      {{}, {{5, 5}}, 9, false, {}},
  };
  for (const auto& r : rows) {
    hit_list out;
    pair_nearest(r.left, r.right, r.distance, r.in_order, anywhere, out);
    CHECK(out == r.expected);
  }
}
