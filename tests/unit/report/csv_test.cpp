#include "report/csv.hpp"

#include "unit/report/benches.hpp"

#include <doctest/doctest.h>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;

TEST_CASE("a table has a line for each cell") {
  reporting::shown_table table;
  table.unit = "responses";
  table.base = "answered";
  table.rows = {{"pond", "=Pond", "", 0}, {"shop", "The \"shop\"", "", 0}};
  table.columns = {{"all", "All", "", 0}};
  table.cells = {{4, 10, 3, true}, {0, 0, 0, false}};
  CHECK(reporting::to_csv(table) ==
        "row_id,row,column_id,column,unit,count,base,base_is,share,by_rule_only,applies\r\n"
        "pond,'=Pond,all,All,responses,4,10,answered,40%,3,yes\r\n"
        "shop,\"The \"\"shop\"\"\",all,All,responses,,0,answered,,,no\r\n");
}

TEST_CASE("a list is neutralised") {
  reporting::work_list list;
  list.header = {"Response", "Words"};
  list.rows = {{{"-1"}, {"@SUM(A1)\nand more", true}}};
  CHECK(reporting::to_csv(list) == "Response,Words\r\n'-1,\"'@SUM(A1)\nand more\"\r\n");
}

// By hand: "A bench by the pond, please." has "pond" at bytes 15 to 19, which a person coded as
// 11 to 19; R02 and R13 have "school" at 15 to 21, R12 "shop" at 12 to 16.
TEST_CASE("codings with their evidence, without words") {
  const auto from = benches::coded();
  const std::string csv = codings_csv(*from);
  const std::string expected =
      "response,question,theme,coder,kind,counts,stance,rule,first,last,when\r\n"
      "R01,where,pond,CANARYCODER,human,yes,for,,11,19,\r\n"
      "R01,where,pond,rule,rule,no,for,1,15,19,\r\n"
      "R02,where,school,rule,rule,yes,none,1,15,21,\r\n"
      "R03,where,pond,rule,rule,yes,none,1,30,34,\r\n"
      "R05,where,pond,rule,rule,yes,against,1,4,8,\r\n"
      "R05,where,pond,rule,rule,yes,against,1,50,54,\r\n"
      "R06,where,pond,rule,rule,yes,none,1,12,16,\r\n"
      "R12,where,shop,rule,rule,yes,none,1,12,16,\r\n"
      "R12,lamps,bright,rule,rule,yes,none,1,0,6,\r\n"
      "R12,lamps,bright,rule,rule,yes,none,1,17,25,\r\n"
      "R13,where,school,rule,rule,yes,none,1,15,21,\r\n";
  CHECK(csv == expected);
  CHECK(bytes_of(render_report(from, {}), "internal/codings.csv") == expected);
}
