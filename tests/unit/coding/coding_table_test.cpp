// The packed columns of codings, against plain vectors.
#include <heard/coding/coding_table.hpp>

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace heard;

namespace {

using pieces = std::vector<evidence>;

pieces read(const evidence_column& from, std::size_t row) {
  const auto list = from[coding_id(row)];
  pieces out(list.begin(), list.end());
  REQUIRE(out.size() == list.size());
  for (std::size_t i = 0; i < out.size(); ++i) REQUIRE(list[i] == out[i]);
  return out;
}

void check_equal(const evidence_column& made, const std::vector<pieces>& twin) {
  REQUIRE(made.size() == twin.size());
  std::size_t all = 0;
  for (std::size_t row = 0; row < twin.size(); ++row) {
    CAPTURE(row);
    CHECK(read(made, row) == twin[row]);
    all += twin[row].size();
  }
  CHECK(made.pieces() == all);
}

}  // namespace

TEST_CASE("numbers come back, however wide the column became") {
  std::mt19937 draw(4);
  for (const std::uint32_t most : {0u, 1u, 255u, 256u, 65535u, 65536u, 0xFFFFFFFFu}) {
    CAPTURE(most);
    narrow_numbers made;
    made.reserve(100);
    std::vector<std::uint32_t> twin;
    for (int i = 0; i < 300; ++i) {
      // The greatest comes late, so that there is something to widen.
      const std::uint32_t value = i == 250 ? most : draw() % (most / 2 + 1);
      made.push_back(value);
      twin.push_back(value);
    }
    made.set(7, most);
    twin[7] = most;
    narrow_numbers more;
    more.push_back(3);
    more.append(made, 5, 290);
    REQUIRE(made.size() == 300);
    REQUIRE(more.size() == 286);
    CHECK(more[0] == 3);
    for (std::size_t i = 0; i < 300; ++i) CHECK(made[i] == twin[i]);
    for (std::size_t i = 5; i < 290; ++i) CHECK(more[i - 4] == twin[i]);
  }
}

TEST_CASE("runs come back, from any row to any row") {
  std::mt19937 draw(5);
  runs_column<coding_id, answer_id> made;
  std::vector<answer_id> twin;
  for (std::uint32_t answer = 0; twin.size() < 1000; ++answer) {
    for (unsigned n = draw() % 5 == 0 ? draw() % 200 : draw() % 3; n > 0; --n) {
      made.push_back(answer_id(answer));
      twin.push_back(answer_id(answer));
    }
  }
  REQUIRE(made.size() == twin.size());
  for (std::size_t i = 0; i < twin.size(); ++i) CHECK(made[coding_id(i)] == twin[i]);
  for (int i = 0; i < 50; ++i) {
    const std::size_t first = draw() % twin.size();
    const std::size_t last = first + draw() % (twin.size() - first + 1);
    runs_column<coding_id, answer_id> part;
    part.append(made, coding_id(std::size_t{0}), coding_id(first));
    part.append(made, coding_id(first), coding_id(last));
    REQUIRE(part.size() == last);
    for (std::size_t row = 0; row < last; ++row) CHECK(part[coding_id(row)] == twin[row]);
  }
}

TEST_CASE("evidence comes back, at the bounds of what is packed and beyond") {
  evidence_column made;
  std::vector<pieces> twin;
  const std::uint32_t firsts[] = {0, 1, (1u << 22) - 1, 1u << 22, 0xFFFF0000u};
  const std::uint32_t sizes[] = {0, 1, 4094, 4095, 4096, 60000};
  const std::uint16_t rules[] = {0, 1, 16382, 16383, 16384, 0xFFFE, no_rule};
  for (const std::uint32_t first : firsts) {
    for (const std::uint32_t size : sizes) {
      pieces row;
      for (const std::uint16_t rule : rules) row.push_back({{first, first + size}, rule});
      made.push_back(row);
      twin.push_back(row);
      made.push_back({});
      twin.emplace_back();
    }
  }
  check_equal(made, twin);
}

TEST_CASE("rows of any length come back, copied in parts too") {
  std::mt19937 draw(6);
  for (const unsigned longest : {2u, 40u, 3000u, 70000u}) {
    CAPTURE(longest);
    for (const bool unusual : {false, true}) {
      evidence_column made;
      std::vector<pieces> twin;
      for (int i = 0; i < 100; ++i) {
        pieces row(i == 40 ? longest : 1 + draw() % 3);
        for (evidence& each : row) {
          const std::uint32_t first = draw() % 100000;
          const std::uint32_t size = unusual && draw() % 10 == 0 ? 5000 : draw() % 50;
          each = {{first, first + size}, static_cast<std::uint16_t>(draw() % 500)};
        }
        made.push_back(row);
        twin.push_back(std::move(row));
      }
      check_equal(made, twin);
      evidence_column copied;
      std::size_t first = 0;
      while (first < twin.size()) {
        const std::size_t last = std::min(twin.size(), first + draw() % 60);
        copied.append(made, coding_id(first), coding_id(last));
        first = last;
      }
      check_equal(copied, twin);
    }
  }
}
