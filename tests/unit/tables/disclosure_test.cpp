#include <heard/base/error.hpp>
#include <heard/tables/disclosure.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace heard;

namespace {

using grid = std::vector<std::vector<std::int64_t>>;

// A table with its margins, of which every cell may be hidden.
struct margins {
  disclosure all;
  std::vector<std::vector<figure_id>> at;

  explicit margins(const grid& cells) {
    for (const auto& row : cells) {
      at.emplace_back();
      for (const std::int64_t value : row) {
        at.back().push_back(all.add({value, {0, unbounded}, true, value}));
      }
    }
    for (std::size_t row = 0; row < cells.size(); ++row) sum(cells, row, true);
    for (std::size_t column = 0; column < cells[0].size(); ++column) sum(cells, column, false);
  }

  void sum(const grid& cells, std::size_t which, bool row) {
    std::vector<figure_term> terms;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < (row ? cells[0].size() : cells.size()); ++i) {
      const std::size_t r = row ? which : i;
      const std::size_t c = row ? i : which;
      terms.push_back({at[r][c], 1});
      total += cells[r][c];
    }
    all.relate(terms, {total, total});
  }

  [[nodiscard]] std::string hidden() const {
    std::string out;
    for (std::size_t row = 0; row < at.size(); ++row) {
      for (std::size_t column = 0; column < at[row].size(); ++column) {
        if (!all.hidden(at[row][column])) continue;
        out += (out.empty() ? "" : " ") + std::to_string(row) + ',' + std::to_string(column);
      }
    }
    return out;
  }
};

// Every table of whole numbers with the same shown cells and margins, written out: for each hidden
// cell the values it takes.
class every_table {
 public:
  every_table(const grid& cells, const std::set<std::pair<std::size_t, std::size_t>>& hidden)
      : cells_(cells), hidden_(hidden.begin(), hidden.end()), seen_(hidden_.size()) {
    for (std::size_t row = 0; row < cells.size(); ++row) {
      for (std::size_t column = 0; column < cells[0].size(); ++column) {
        rows_[row] += hidden.contains({row, column}) ? cells[row][column] : 0;
        columns_[column] += hidden.contains({row, column}) ? cells[row][column] : 0;
      }
    }
    fill(0);
  }
  [[nodiscard]] value_range range(std::size_t cell) const {
    return {*seen_[cell].begin(), *seen_[cell].rbegin()};
  }
  [[nodiscard]] const auto& hidden() const { return hidden_; }

 private:
  void fill(std::size_t next) {
    if (next == hidden_.size()) {
      const auto used = [](const auto& left) {
        return std::all_of(left.begin(), left.end(), [](auto each) { return each.second == 0; });
      };
      if (!used(rows_) || !used(columns_)) return;
      for (std::size_t i = 0; i < hidden_.size(); ++i) seen_[i].insert(made_[i]);
      return;
    }
    const auto [row, column] = hidden_[next];
    for (std::int64_t value = 0; value <= std::min(rows_[row], columns_[column]); ++value) {
      rows_[row] -= value;
      columns_[column] -= value;
      made_[next] = value;
      fill(next + 1);
      rows_[row] += value;
      columns_[column] += value;
    }
  }

  const grid& cells_;
  std::vector<std::pair<std::size_t, std::size_t>> hidden_;
  std::vector<std::set<std::int64_t>> seen_;
  std::map<std::size_t, std::int64_t> rows_, columns_, made_;
};

}  // namespace

TEST_SUITE("disclosure") {
  // Method, A1.5: the least-sum rectangle, 38 against 42, 50 and 51.
  const grid published = {{20, 3, 15}, {12, 18, 9}, {7, 11, 25}};

  TEST_CASE("one hidden cell is its margin less the rest") {
    margins table(published);
    table.all.hide(table.at[0][1]);
    CHECK(table.all.bounds()[table.at[0][1].value] == value_range{3, 3});
    CHECK(table.all.given_away(5) == table.at[0][1]);
    SUBCASE("a second in its row alone helps nothing") {
      table.all.hide(table.at[0][0]);
      CHECK(table.all.bounds()[table.at[0][1].value] == value_range{3, 3});
      CHECK(table.all.given_away(5).has_value());
    }
    SUBCASE("the least-sum rectangle protects it") {
      table.all.protect(5);
      CHECK(table.hidden() == "0,0 0,1 2,0 2,1");
      const auto bounds = table.all.bounds();
      CHECK(bounds[table.at[0][0].value] == value_range{9, 23});
      CHECK(bounds[table.at[0][1].value] == value_range{0, 14});
      CHECK(bounds[table.at[2][0].value] == value_range{4, 18});
      CHECK(bounds[table.at[2][1].value] == value_range{0, 14});
      CHECK_FALSE(table.all.given_away(5));
    }
  }

  TEST_CASE("random tables: no hidden cell is left fewer values than asked for") {
    std::mt19937 random(20260311);
    unsigned hidden_cells = 0;
    for (unsigned round = 0; round < 400; ++round) {
      const std::size_t rows = 2 + random() % 2;
      const std::size_t columns = rows == 2 ? 2 + random() % 2 : 2;
      grid cells(rows, std::vector<std::int64_t>(columns));
      for (auto& row : cells) {
        for (auto& cell : row) cell = random() % 3 == 0 ? random() % 5 : random() % 9;
      }
      const std::int64_t k = 2 + random() % 4;
      margins table(cells);
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
          if (cells[row][column] > 0 && cells[row][column] < k)
            table.all.hide(table.at[row][column]);
        }
      }
      table.all.protect(k);
      std::set<std::pair<std::size_t, std::size_t>> hidden, every;
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
          every.insert({row, column});
          if (table.all.hidden(table.at[row][column])) hidden.insert({row, column});
        }
      }
      const std::vector<value_range> bounds = table.all.bounds();
      const every_table exact(cells, hidden);
      // A table too small to be protected is hidden as far as that helps, and no more is asked.
      std::optional<every_table> widest;
      for (std::size_t i = 0; i < exact.hidden().size(); ++i) {
        const auto [row, column] = exact.hidden()[i];
        const value_range is = exact.range(i);
        const value_range told = bounds[table.at[row][column].value];
        CAPTURE(round);
        CAPTURE(k);
        CAPTURE(row);
        CAPTURE(column);
        CHECK(told.least <= is.least);
        CHECK(told.most >= is.most);
        ++hidden_cells;
        if (is.size() >= k) continue;
        if (!widest) widest.emplace(cells, every);
        const auto at =
            std::find(widest->hidden().begin(), widest->hidden().end(), std::pair(row, column));
        const auto place = static_cast<std::size_t>(at - widest->hidden().begin());
        CHECK(is.size() >= widest->range(place).size());
      }
    }
    CHECK(hidden_cells > 1000);
  }

  TEST_CASE("bounds of one table with its margins are exact") {
    std::mt19937 random(7);
    std::size_t compared = 0;
    for (unsigned round = 0; round < 200; ++round) {
      grid cells(2, std::vector<std::int64_t>(3));
      for (auto& row : cells) {
        for (auto& cell : row) cell = random() % 7;
      }
      margins table(cells);
      std::set<std::pair<std::size_t, std::size_t>> hidden;
      for (std::size_t row = 0; row < 2; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
          if (random() % 2 == 0) continue;
          hidden.insert({row, column});
          table.all.hide(table.at[row][column]);
        }
      }
      if (hidden.empty()) continue;
      const std::vector<value_range> bounds = table.all.bounds();
      const every_table exact(cells, hidden);
      for (std::size_t i = 0; i < exact.hidden().size(); ++i) {
        const auto [row, column] = exact.hidden()[i];
        CAPTURE(round);
        CAPTURE(row);
        CAPTURE(column);
        CHECK(bounds[table.at[row][column].value] == exact.range(i));
        ++compared;
      }
    }
    CHECK(compared > 300);
  }

  TEST_CASE("what does not hang together is refused") {
    disclosure all;
    CHECK_THROWS_AS(all.add({9, {0, 8}}), error);
    const figure_id four = all.add({4, {0, 8}});
    CHECK_THROWS_AS(all.relate({{four, 1}}, {5, 8}), error);
  }

  TEST_CASE("a part of a shown whole, and what is left when the parts are told") {
    disclosure all;
    const figure_id whole = all.add({10, {0, 100}, true, 10});
    const figure_id part = all.add({9, {0, 97}, true, 9});
    // Never shown, but 10 - 9 tells it.
    const figure_id rest = all.derive({{whole, 1}, {part, -1}}, {0, 3}, true);
    CHECK(all.given_away(4) == rest);
    all.protect(4);
    CHECK(all.hidden(part));
    CHECK_FALSE(all.hidden(whole));
    CHECK(all.bounds()[rest.value] == value_range{0, 3});
    CHECK(all.bounds()[part.value] == value_range{7, 10});
  }

  TEST_CASE("where no way is found all that hangs together is hidden, and no more") {
    disclosure all;
    const figure_id twice = all.add({4, {0, 100}, true, 4});
    const figure_id once = all.add({2, {0, 50}, true, 2});
    const figure_id other = all.add({7, {0, 50}, true, 7});
    // Bounds do not see that it is even, so that it cannot move by 3.
    all.relate({{twice, 1}, {once, -1}, {once, -1}}, {0, 0});
    all.relate({{other, 1}}, {0, 50});
    all.hide(twice);
    CHECK(all.given_away(4) == twice);
    all.protect(4);
    CHECK(all.hidden(once));
    CHECK_FALSE(all.hidden(other));
    CHECK_FALSE(all.given_away(4));
  }

  TEST_CASE("what is fixed leaves what it leaves") {
    disclosure all;
    // One choice of three was made by each of two, and both counts of zero stay.
    const figure_id both = all.add({2, {0, 2}});
    all.relate({{both, 1}}, {2, 2});
    all.hide(both);
    all.protect(5);
    CHECK_FALSE(all.given_away(5));
    CHECK(all.bounds()[both.value] == value_range{2, 2});
  }
}
