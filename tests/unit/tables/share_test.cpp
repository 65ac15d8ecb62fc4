#include <heard/tables/share.hpp>

#include <doctest/doctest.h>

#include <limits>

TEST_SUITE("share") {
  TEST_CASE("as published analyses print them") {
    struct row {
      std::uint64_t count, base;
      const char* printed;
    };
    // 61,328 responses to a Scottish consultation, published as 34 %, 51 % and 15 %; the counts on
    // 324 are worked out by hand: 292/324 = 90.12, 291/324 = 89.81, 242/324 = 74.69.
    const row rows[] = {
        {21077, 61328, "34%"}, {31033, 61328, "51%"}, {9218, 61328, "15%"}, {324, 324, "100%"},
        {292, 324, "90%"},     {291, 324, "90%"},     {243, 324, "75%"},    {242, 324, "75%"},
        {162, 324, "50%"},     {161, 324, "50%"},     {49, 324, "15%"},     {48, 324, "15%"},
        {1, 324, "<1%"},
    };
    for (const row& each : rows) {
      CAPTURE(each.count);
      CHECK(heard::share(each.count, each.base) == each.printed);
    }
  }

  TEST_CASE("halves go up, nothing is all or none that is not") {
    CHECK(heard::share(0, 0) == "-");
    CHECK(heard::share(0, 7) == "0%");
    CHECK(heard::share(7, 7) == "100%");
    CHECK(heard::share(1, 200) == "1%");       // one half
    CHECK(heard::share(1, 201) == "<1%");      // below it
    CHECK(heard::share(5, 200) == "3%");       // 2.5
    CHECK(heard::share(199, 200) == ">99%");   // 99.5
    CHECK(heard::share(1989, 2000) == "99%");  // 99.45
    CHECK(heard::share(999999, 1000000) == ">99%");
    CHECK(heard::share(1, 8) == "13%");  // 12.5
  }

  TEST_CASE("counts of any size") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    CHECK(heard::share(most / 2, most) == "50%");
    CHECK(heard::share(most - 1, most) == ">99%");
    CHECK(heard::share(1, most) == "<1%");
    CHECK(heard::share(most, most) == "100%");
  }
}
