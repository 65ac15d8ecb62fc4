#include "report/shown_table.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace heard;
using namespace heard::reporting;

namespace {

struct theme_row {
  const char* id;
  unsigned depth;
  std::uint64_t count;
};

shown_table themes(const std::vector<theme_row>& rows) {
  shown_table out;
  out.columns = {{"all", "All", "", 0}};
  for (const theme_row& each : rows) {
    out.rows.push_back({each.id, each.id, "", each.depth});
    out.cells.push_back({each.count, 100, 0, true});
  }
  return out;
}

std::string ids(const std::vector<heading>& of) {
  std::string out;
  for (const heading& each : of) out += (out.empty() ? "" : " ") + each.id;
  return out;
}

// One row; a column "all" and one for each base.
shown_table groups(const std::vector<std::uint64_t>& bases, bool overlap) {
  shown_table out;
  out.rows = {{"pond", "Pond", "", 0}};
  out.columns = {{"all", "All", "", 0}};
  // Groups that do not overlap are all there are.
  const std::uint64_t all = std::accumulate(bases.begin(), bases.end(), std::uint64_t{0});
  out.cells = {{9, overlap ? 50 : all, 0, true}};
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const std::string name(1, static_cast<char>('a' + i));
    out.columns.push_back({name, name, "", 0});
    out.cells.push_back({0, bases[i], 0, true});
  }
  out.columns_overlap = overlap;
  return out;
}

}  // namespace

TEST_CASE("themes by count, children after their parent, ties as written") {
  struct row {
    std::vector<theme_row> themes;
    const char* expected;
  };
  const std::vector<row> rows = {
      {{{"a", 0, 1}, {"b", 0, 3}, {"c", 0, 2}}, "b c a"},
      {{{"a", 0, 2}, {"b", 0, 2}, {"c", 0, 2}}, "a b c"},
      {{{"a", 0, 2}, {"a1", 1, 1}, {"a2", 1, 2}, {"b", 0, 5}, {"b1", 1, 5}}, "b b1 a a2 a1"},
      {{{"a", 0, 9}, {"a1", 1, 1}, {"a11", 2, 1}, {"a12", 2, 4}, {"a2", 1, 7}}, "a a2 a1 a12 a11"},
      {{}, ""},
  };
  for (const row& each : rows) {
    shown_table table = themes(each.themes);
    table.take_rows(themes_by_count(table));
    CHECK(ids(table.rows) == each.expected);
  }
}

TEST_CASE("hidden themes stand before those of nobody, in the order written") {
  shown_table of = themes({{"a", 0, 0}, {"b", 0, 0}, {"c", 0, 7}, {"d", 0, 0}, {"e", 0, 0}});
  of.cells[1].hidden = of.cells[4].hidden = true;
  of.take_rows(themes_by_count(of));
  CHECK(ids(of.rows) == "c b e a d");
}

TEST_CASE("small groups are left out for the public") {
  struct row {
    const char* why;
    audience reader;
    std::vector<std::uint64_t> bases;
    bool overlap;
    const char* expected;
  };
  const std::vector<row> rows = {
      {"four is fewer than five", audience::publish, {5, 4, 9}, true, "all a c"},
      {"the team sees all but empty ones", audience::internal, {5, 4, 0}, true, "all a b"},
      {"one hidden part is the rest of the whole, so two go",
       audience::publish,
       {7, 4, 6},
       false,
       "all a"},
      {"two hidden parts hide one another", audience::publish, {7, 4, 3}, false, "all a"},
      {"two hidden parts that are small even together take the next with them",
       audience::publish,
       {9, 1, 2, 6},
       false,
       "all a"},
      {"and the only other one too", audience::publish, {7, 1, 1}, false, "all"},
      {"all but two are in it, and the two could be told from the rest",
       audience::publish,
       {48, 9},
       true,
       "all b"},
      {"all are small", audience::publish, {1, 2}, true, "all"},
  };
  for (const row& each : rows) {
    CAPTURE(each.why);
    shown_table table = groups(each.bases, each.overlap);
    leave_out_small_groups(table, each.reader, 5);
    CHECK(ids(table.columns) == each.expected);
    CHECK(table.cells.size() == table.columns.size());
  }
}

TEST_CASE("few that are in no group are a group too") {
  shown_table table = groups({9, 12}, false);
  table.cells[0].base += 3;  // three left the question blank: all less both groups
  leave_out_small_groups(table, audience::publish, 5);
  CHECK(ids(table.columns) == "all b");
  table = groups({9, 12}, false);
  table.cells[0].base += 5;
  leave_out_small_groups(table, audience::publish, 5);
  CHECK(ids(table.columns) == "all a b");
}

TEST_CASE("a group hidden where it is counted is left out where it is compared") {
  shown_table table = groups({9, 12, 30}, false);
  leave_out_small_groups(table, audience::publish, 5, {"b"});
  CHECK(ids(table.columns) == "all a c");
}

TEST_CASE("what is left out is named, and takes its notes with it") {
  const auto with_notes = [](bool overlap) {
    shown_table table = groups({7, 4, 6}, overlap);
    table.columns[1].note = "By the sea.";
    table.columns[2].note = "Asked by post.";
    table.notes = {"Base: responses", "a: By the sea.", "b: Asked by post."};
    leave_out_small_groups(table, audience::publish, 5);
    return table.notes;
  };
  using notes = std::vector<std::string>;
  CHECK(with_notes(true) ==
        notes{"Base: responses", "a: By the sea.", "Groups of fewer than 5 are left out: b"});
  CHECK(with_notes(false) == notes{"Base: responses", "a: By the sea.",
                                   "Groups of fewer than 5 are left out: b; with it, since the "
                                   "rest would give it away: c"});

  shown_table all_small = groups({1, 0, 2}, true);
  all_small.notes = {"Base: responses"};
  leave_out_small_groups(all_small, audience::publish, 5);
  CHECK(ids(all_small.columns) == "all");
  CHECK(notes_on_groups_left_out(all_small) == notes{"Groups of fewer than 5 are left out: a; c",
                                                     "Nobody of these groups is in the base: b"});
}
