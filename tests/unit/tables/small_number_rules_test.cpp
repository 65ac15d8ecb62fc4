// The rules of small numbers one by one, on tables small enough to be worked out by hand.
#include <heard/tables/small_numbers.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace heard;

namespace {

using told = std::vector<bool>;

std::vector<bool> groups_of(const std::vector<std::uint64_t>& bases, bool overlap) {
  return groups_told(bases, overlap, 5);
}

struct row {
  unsigned depth = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> cells;  // count, base
};

// Which cells of one table of themes are hidden at k = 5: 'x' hidden, '.' told; rows parted by '/'.
std::string hidden_in(const std::vector<row>& rows, bool overlap = false,
                      std::uint64_t quotes = 0) {
  std::vector<heading> heads, columns;
  std::vector<cell> cells;
  for (const row& each : rows) {
    heads.push_back({std::to_string(heads.size()), "", "", each.depth});
    for (const auto& [count, base] : each.cells) cells.push_back({count, base, 0, true});
  }
  for (std::size_t i = 0; i < rows[0].cells.size(); ++i) {
    columns.push_back({i == 0 ? "all" : std::to_string(i), "", "", 0});
  }
  counted_table counted{heads, columns, cells};
  counted.rows_are_themes = true;
  counted.columns_overlap = overlap;
  counted.told = quotes;
  small_number_guard guard({5, 1});
  const std::size_t at = guard.add(counted);
  guard.protect();
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) out += '/';
    for (std::size_t j = 0; j < columns.size(); ++j) out += guard.hidden(at, i, j) ? 'x' : '.';
  }
  return out;
}

}  // namespace

TEST_CASE("a group is told of where it is nobody or k, and so is what is left of all") {
  CHECK(groups_of({}, false) == told{});
  CHECK(groups_of({3}, false) == told{true});  // All there is, whatever its size.
  // 4 are too few; 16 of 20 leave 4; 5, 15, all and nobody tell of no few.
  CHECK(groups_of({20, 5, 4, 15, 16, 20, 0}, true) ==
        told{true, true, false, true, false, true, true});
}

TEST_CASE("groups that do not overlap leave nobody or k of all, together") {
  CHECK(groups_of({10, 5, 5}, false) == told{true, true, true});
  CHECK(groups_of({20, 10, 5, 5}, false) == told{true, true, true, true});
  // 4 would be what the two groups of 8 leave: one of them goes with it, and 12 are left.
  CHECK(groups_of({20, 8, 8, 4}, false) == told{true, false, true, false});
  // In no group: 4, then 5.
  CHECK(groups_of({20, 9, 7}, false) == told{true, true, false});
  CHECK(groups_of({20, 8, 7}, false) == told{true, true, true});
  CHECK(groups_of({20, 9, 7}, true) == told{true, true, true});
}

TEST_CASE("the nearest multiple, halves up, and never nobody for somebody") {
  const std::vector<std::pair<std::uint64_t, std::uint64_t>> by_hand = {
      {0, 0}, {1, 5}, {2, 5}, {4, 5}, {7, 5}, {8, 10}, {12, 10}, {13, 15}, {1000002, 1000000}};
  for (const auto& [count, is] : by_hand) {
    CAPTURE(count);
    CHECK(rounded(count, 5) == is);
  }
  CHECK(rounded(3, 10) == 10);
  CHECK(rounded(5, 10) == 10);
  CHECK(rounded(7, 2) == 8);
  CHECK(rounded(7, 1) == 7);
  CHECK(rounded(7, 0) == 7);
}

TEST_CASE("the presets, as their names say") {
  CHECK(rule_of(small_numbers::none).k == 0);
  CHECK(rule_of(small_numbers::k5).k == 5);
  CHECK(rule_of(small_numbers::k5).round == 1);
  CHECK(rule_of(small_numbers::k10_round5).k == 10);
  CHECK(rule_of(small_numbers::k10_round5).round == 5);
}

TEST_CASE("a masked cell has no number, and a count by rule none that is more than the count") {
  std::vector<cell> cells = {{12, 21, 12, true},
                             {12, 22, 3, true},
                             {11, 23, 8, true},
                             {3, 24, 2, true, true},
                             {0, 2, 0, true}};
  mask(cells, {10, 5});
  const auto is = [&](std::size_t i, std::uint64_t count, std::uint64_t base, std::uint64_t rule) {
    CAPTURE(i);
    CHECK(cells[i].count == count);
    CHECK(cells[i].base == base);
    CHECK(cells[i].by_rule_only == rule);
  };
  is(0, 10, 20, 10);
  is(1, 10, 20, 5);
  is(2, 10, 25, 10);
  is(3, 0, 25, 0);
  is(4, 0, 5, 0);
}

TEST_CASE("one to four are hidden, and one to four that are left of the base") {
  for (const auto& [count, is] : std::vector<std::pair<std::uint64_t, std::string>>{
           {0, "."}, {1, "x"}, {4, "x"}, {5, "."}, {95, "."}, {96, "x"}, {99, "x"}, {100, "."}}) {
    CAPTURE(count);
    CHECK(hidden_in({{0, {{count, 100}}}}) == is);
  }
}

TEST_CASE("that all of a group say it is hidden, and with it what would tell it") {
  // 40 of all are the 10 of one group and 30 of the other.
  CHECK(hidden_in({{0, {{40, 100}, {10, 10}, {30, 90}}}}) == ".xx");
  CHECK(hidden_in({{0, {{35, 100}, {5, 10}, {30, 90}}}}) == "...");
}

TEST_CASE("what hides a number beside it is the cheapest that leaves five values") {
  // 4 of one group and nobody of another are four together: nought to four each. To hide the 6
  // of the third would cost more.
  CHECK(hidden_in({{0, {{10, 50}, {0, 20}, {4, 10}, {6, 20}}}}) == ".xx.");
}

TEST_CASE("who is left of all beside an overlapping group is hidden with the group") {
  // 38 of 80 in the group, 2 of the 20 that are not in it.
  CHECK(hidden_in({{0, {{40, 100}, {38, 80}}}}, true) == ".x");
  CHECK(hidden_in({{0, {{43, 100}, {38, 80}}}}, true) == "..");
}

TEST_CASE("a theme is within its parent, and as many as are quoted have it") {
  // 2 to 5 where two quotes are shown of it: the parent's 5 has to go too.
  CHECK(hidden_in({{0, {{5, 100}}}, {1, {{4, 100}}}, {1, {{5, 100}}}}, false, 2) == "x/x/.");
  // 1 to 5 where one is.
  CHECK(hidden_in({{0, {{5, 100}}}, {1, {{4, 100}}}, {1, {{5, 100}}}}, false, 1) == "./x/.");
}
