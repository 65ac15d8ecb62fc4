#include <heard/tables/small_numbers.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace heard;

namespace {

// Invented answers, counted in the tables of a report: each question's themes, by groups that
// overlap and by groups that do not, and all themes by question.
class invented_report {
 public:
  struct size {
    unsigned parents, children;  // of each parent
    unsigned questions, groups, people;
  };

  invented_report(const size& of, unsigned seed) : of_(of), random_(seed) {
    columns_.push_back({"all", "All", "", 0});
    for (unsigned i = 0; i < of.groups; ++i) columns_.push_back({std::to_string(i), "", "", 0});
    for (unsigned i = 0; i < of.parents; ++i) {
      rows_.push_back({std::to_string(i), "", "", 0});
      for (unsigned j = 0; j < of.children; ++j) rows_.push_back({"", "", "", 1});
    }
    for (unsigned i = 0; i < of.people; ++i) {
      groups_.emplace_back(of.groups);
      // From a group that half belong to down to one of few.
      for (unsigned j = 0; j < of.groups; ++j) groups_.back()[j] = random_() % (2 + j) == 0;
      channel_.push_back(random_() % 4 == 0 ? 1 : random_() % 20 == 0 ? 2 : 0);
    }
    for (unsigned i = 0; i < of.questions; ++i) ask();
  }

  // All tables of all questions, told together.
  // Whether a second look finds it safe.
  bool protect(small_number_rule rule) {
    small_number_guard guard(rule);
    for (question& each : asked_) {
      const std::size_t whole = add(guard, each.all, false);
      for (table* by : {&each.by_group, &each.by_channel}) {
        const std::size_t at = add(guard, *by, by == &each.by_group);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
          guard.figures().relate({{guard.at(whole, row, 0), 1}, {guard.at(at, row, 0), -1}},
                                 {0, 0});
        }
      }
    }
    guard.protect();
    const std::vector<value_range> left = guard.figures().bounds();
    for (std::size_t i = 0; i < added_.size(); ++i) {
      table& of = *added_[i];
      for (std::size_t cell = 0; cell < of.cells.size(); ++cell) {
        const std::size_t row = cell / of.columns.size();
        const std::size_t column = cell % of.columns.size();
        of.cells[cell].hidden = guard.hidden(i, row, column);
        of.left.push_back(left[guard.at(i, row, column).value]);
      }
    }
    return !guard.figures().given_away(static_cast<std::int64_t>(rule.k));
  }

  template <class Visit>
  void each_cell(Visit visit) const {
    for (const table* of : added_) {
      for (std::size_t i = 0; i < of->cells.size(); ++i) {
        visit(of->cells[i], of->left[i], i % of->columns.size() > 0);
      }
    }
  }

 private:
  struct table {
    std::vector<heading> columns;
    std::vector<cell> cells;
    std::vector<value_range> left;
  };
  struct question {
    table all, by_group, by_channel;
  };

  void ask() {
    question made;
    const std::vector<heading> channels = {
        {"all", "All", "", 0}, {"0", "", "", 0}, {"1", "", "", 0}, {"2", "", "", 0}};
    for (const auto& [of, columns] : {std::pair(&made.all, std::vector<heading>{columns_[0]}),
                                      {&made.by_group, columns_},
                                      {&made.by_channel, channels}}) {
      of->columns = columns;
      of->cells.resize(rows_.size() * columns.size());
    }
    for (unsigned person = 0; person < of_.people; ++person) {
      if (random_() % 3 == 0) continue;
      const auto count = [&](std::size_t row, bool found) {
        const auto in = [&](table& of, std::size_t column) {
          cell& each = of.cells[row * of.columns.size() + column];
          each.base += 1;
          each.count += found ? 1 : 0;
        };
        in(made.all, 0);
        in(made.by_group, 0);
        in(made.by_channel, 0);
        in(made.by_channel, 1 + channel_[person]);
        for (std::size_t i = 0; i < of_.groups; ++i) {
          if (groups_[person][i]) in(made.by_group, 1 + i);
        }
      };
      for (std::size_t parent = 0; parent < rows_.size(); parent += 1 + of_.children) {
        bool any = false;
        for (std::size_t i = 1; i <= of_.children; ++i) {
          // From common to rare.
          const bool found = random_() % (2 + (parent + i) * 2) == 0;
          any = any || found;
          count(parent + i, found);
        }
        count(parent, any || random_() % 30 == 0);
      }
    }
    for (table* of : {&made.by_group, &made.by_channel}) {
      drop_small_groups(*of, of == &made.by_group);
    }
    asked_.push_back(std::move(made));
  }

  void drop_small_groups(table& of, bool overlap) const {
    std::vector<std::uint64_t> bases;
    for (std::size_t i = 0; i < of.columns.size(); ++i) bases.push_back(of.cells[i].base);
    const std::vector<bool> told = groups_told(bases, overlap, 5);
    table kept;
    for (std::size_t i = 0; i < of.cells.size(); ++i) {
      if (told[i % of.columns.size()]) kept.cells.push_back(of.cells[i]);
    }
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      if (told[i]) kept.columns.push_back(of.columns[i]);
    }
    of = std::move(kept);
  }

  std::size_t add(small_number_guard& guard, table& of, bool overlap) {
    counted_table counted{rows_, of.columns, of.cells};
    counted.rows_are_themes = true;
    counted.columns_overlap = overlap;
    counted.told = 2;
    added_.push_back(&of);
    return guard.add(counted);
  }

  const size of_;
  std::mt19937 random_;
  std::vector<heading> rows_, columns_;
  std::vector<std::vector<bool>> groups_;
  std::vector<std::size_t> channel_;
  std::vector<question> asked_;
  std::vector<table*> added_;
};

struct told {
  std::size_t small = 0;        // numbers that the rule hides
  std::size_t hidden = 0;       // and those hidden with them
  std::size_t wholes_told = 0;  // of the numbers of all respondents that need not be hidden,
  std::size_t wholes = 0;       // out of so many
};

told check(const invented_report& of, std::uint64_t k) {
  told out;
  std::size_t open = 0, told_apart = 0;
  of.each_cell([&](const cell& each, const value_range& left, bool group) {
    const bool small = each.count > 0 && each.count < k;
    if (small && !each.hidden) ++open;
    // Passing bounds along finds what a reader finds by sums and differences.
    if (small && left.size() < static_cast<std::int64_t>(k)) ++told_apart;
    out.small += small ? 1 : 0;
    out.hidden += each.hidden ? 1 : 0;
    if (group || each.count < k || each.base - each.count < k) return;
    ++out.wholes;
    out.wholes_told += each.hidden ? 0 : 1;
  });
  CHECK(open == 0);
  CHECK(told_apart == 0);
  return out;
}

}  // namespace

TEST_CASE("reports of many themes, questions and groups") {
  for (const auto& [name, size] :
       {std::pair("60 themes, 20 questions, 12 groups", invented_report::size{10, 5, 20, 12, 400}),
        {"500 themes, 4 questions, 12 groups", invented_report::size{50, 9, 4, 12, 1500}},
        {"few respondents", invented_report::size{8, 4, 12, 12, 40}}}) {
    CAPTURE(std::string(name));
    invented_report all(size, 7);
    const auto start = std::chrono::steady_clock::now();
    CHECK(all.protect({5, 1}));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const told seen = check(all, 5);
    MESSAGE(std::string(name) << ": " << seen.small << " small numbers, " << seen.hidden
                              << " hidden, " << seen.wholes_told << " of " << seen.wholes
                              << " numbers of all respondents told, in " << took.count() << " s");
    CHECK(seen.small > 100);
    // It is still an account of what was said.
    CHECK(seen.wholes_told * 10 >= seen.wholes * 8);
    CHECK(seen.hidden <= seen.small * 2);
  }
}

TEST_CASE("random reports of few") {
  std::size_t small = 0, hidden = 0, shown = 0;
  for (unsigned seed = 1; seed <= 600; ++seed) {
    CAPTURE(seed);
    invented_report all({1 + seed % 3, seed % 4, 1 + seed % 3, seed % 5, 8 + seed}, seed);
    const std::uint64_t k = 2 + seed % 9;
    CHECK(all.protect({k, 1}));
    all.each_cell([&](const cell& each, const value_range&, bool) {
      const bool is_small = each.count > 0 && each.count < k;
      CHECK((each.hidden || !is_small));
      small += is_small ? 1 : 0;
      hidden += each.hidden ? 1 : 0;
      shown += each.hidden ? 0 : 1;
    });
  }
  CHECK(small > 1000);
  CHECK(hidden > small);
  CHECK(shown > 1000);
}
