#include "report/phrases.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::reporting;

TEST_CASE("numbers in sentences") {
  struct row {
    std::uint64_t value;
    const char* expected;
  };
  for (const row& each : {row{0, "0"}, row{999, "999"}, row{1000, "1,000"}, row{1360, "1,360"},
                          row{1234567, "1,234,567"}}) {
    CHECK(number(each.value) == each.expected);
  }
  CHECK(counted(1, "response", "responses") == "1 response");
  CHECK(counted(0, "response", "responses") == "0 responses");
  CHECK(of_base(81, 263) == "81 of 263 (31%)");
  CHECK(of_base(0, 0) == "0 of 0 (-)");
}

TEST_CASE("dates") {
  CHECK(day({2023, 5, 9, 14, 5, 0, true}) == "9 May 2023");
  CHECK(day({}) == "");
}

TEST_CASE("lists") {
  CHECK(listed({}) == "");
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("sums leave out terms of 0") {
  CHECK(sum("324 received").plus(238, "by form").plus(0, "by fax").plus(86, "by inbox").text() ==
        "324 received = 238 by form + 86 by inbox");
  CHECK(sum("3 counted").plus(5, "included").minus(2, "late").text() ==
        "3 counted = 5 included \u2212 2 late");
  CHECK(sum("0 received").plus(0, "by form").text() == "0 received = 0");
  CHECK(sum("3 counted").plus(5, "included").minus(2, "late").terms() == 2);
  CHECK(sum("3 counted").plus(3, "included").minus(0, "late").terms() == 1);
}

TEST_CASE("a finding says what it rests on") {
  CHECK(finding({4, 10, 0, true}) == "4 of 10 responses (40%)");
  CHECK(finding({4, 10, 4, true}) == "found by rule in at least 4 of 10 responses (40%)");
  CHECK(finding({4, 10, 1, true}) ==
        "found in at least 4 of 10 responses (40%), in 1 of them by rule alone");
  CHECK(finding({1, 1, 0, true}) == "1 of 1 response (100%)");
}
