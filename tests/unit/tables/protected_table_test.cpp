// Tables whose small numbers are hidden, worked out by hand: 'x' hidden, '.' told; rows parted by
// '/'.
#include "support/small_consultation.hpp"

#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

namespace {

struct group {
  const char* choice;
  unsigned bus, others;
};

std::shared_ptr<const codings> consultation_of(const std::vector<group>& groups,
                                               question_kind kind = question_kind::single) {
  test::small_consultation out;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", "", "form"}, {"who", kind, "", "a b c", "form"}};
  unsigned next = 0;
  for (const group& each : groups) {
    for (unsigned i = 0; i < each.bus + each.others; ++i) {
      const std::string id = "r" + std::to_string(++next);
      const char* words = i < each.bus ? "The bus." : "Trees.";
      out.responses.push_back({id, "form", {{"q1", words}, {"who", each.choice}}});
    }
  }
  out.themes = {{"t", {"bus"}}};
  return out.code();
}

std::shared_ptr<const table> protected_table(const std::shared_ptr<const codings>& from,
                                             std::string_view rows, std::string_view columns,
                                             unit counted = unit::responses, bool all = true) {
  table_spec spec;
  spec.rows = parse_axis(rows, *from->of());
  spec.columns = parse_axis(columns, *from->of());
  spec.unit = counted;
  spec.all_column = all;
  spec.small_numbers = small_numbers::k5;
  return make_table(from, spec, {1, {}});
}

std::string hidden(const table& of) {
  std::string out;
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    if (row > 0) out += '/';
    for (std::size_t column = 0; column < of.columns().size(); ++column) {
      out += of.cell(row, column).hidden ? 'x' : '.';
    }
  }
  return out;
}

std::string ids(const std::vector<heading>& of) {
  std::string out;
  for (const heading& each : of) out += (out.empty() ? "" : " ") + each.id;
  return out;
}

}  // namespace

TEST_CASE("the same numbers are hidden whichever way a table lies") {
  // 4 of the 10 in b; nobody of a and 4 of b are four together: nought to four each.
  const auto from = consultation_of({{"a", 0, 20}, {"b", 4, 6}, {"c", 6, 14}});
  const auto upright = protected_table(from, "theme", "who");
  CHECK(ids(upright->columns()) == "all a b c");
  CHECK(hidden(*upright) == ".xx.");
  const auto across = protected_table(from, "who", "theme");
  CHECK(ids(across->rows()) == "a b c");
  CHECK(ids(across->columns()) == "all t");
  CHECK(hidden(*across) == ".x/.x/..");
  CHECK(across->cell(0, 0).count == 20);
  CHECK(across->cell(1, 0).count == 10);
  CHECK(across->cell(2, 1).count == 6);
  CHECK(across->cell(2, 1).base == 20);
  CHECK_FALSE(across->rows_overlap());
  const auto bare = protected_table(from, "who", "theme", unit::responses, false);
  CHECK(ids(bare->columns()) == "t");
  CHECK(hidden(*bare) == "x/x/.");
  CHECK(hidden(*protected_table(from, "all", "theme")) == "..");
}

TEST_CASE("groups too small to be told of are left out, and said to be") {
  // 3 are too few; of 30 less 20 less 7 the same 3 would be left.
  const auto from = consultation_of({{"a", 8, 12}, {"b", 0, 7}, {"c", 1, 2}});
  const std::string note = "Left out, since fewer than 5 could be told from it: Option b; Option c";
  for (const bool across : {false, true}) {
    CAPTURE(across);
    const auto made =
        across ? protected_table(from, "who", "theme") : protected_table(from, "theme", "who");
    CHECK(ids(across ? made->rows() : made->columns()) == (across ? "a" : "all a"));
    bool said = false;
    for (const std::string& each : made->notes()) said = said || each == note;
    CHECK(said);
  }
}

TEST_CASE("of groups that overlap each is told apart from all, and none from the others") {
  // 38 of 80 in a, and 2 of the 20 that are not in it: so a is hidden. In b are 10 of 30, which
  // leaves 30 of 70; in c is nobody.
  const auto from =
      consultation_of({{"a", 30, 40}, {"a b", 8, 2}, {"b", 2, 18}}, question_kind::multiple);
  const auto made = protected_table(from, "theme", "who");
  CHECK(ids(made->columns()) == "all a b c");
  CHECK(made->columns_overlap());
  CHECK(hidden(*made) == ".x..");
}

TEST_CASE("mentions have no base, so nothing is left of it") {
  // 12 mentions in 14 answers: the 2 that are left are nobody's number.
  const auto from = consultation_of({{"a", 12, 2}});
  CHECK(hidden(*protected_table(from, "theme", "all", unit::mentions)) == ".");
  CHECK(hidden(*protected_table(from, "theme", "all", unit::responses)) == "x");
}

TEST_CASE("two headings of which one is all do not overlap") {
  const auto from = consultation_of({{"a", 12, 2}});
  table_spec spec;
  spec.columns = parse_axis("chapter", *from->of());
  spec.chapter = from->of()->asked().find_chapter("c1");
  const auto made = make_table(from, spec, {1, {}});
  CHECK(ids(made->columns()) == "all c1");
  CHECK_FALSE(made->columns_overlap());
}
