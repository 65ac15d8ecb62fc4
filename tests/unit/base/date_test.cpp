#include <heard/base/date.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

TEST_CASE("a date is read by its declared format") {
  struct row {
    std::string text, format, expected;  // expected empty: does not fit
  };
  const std::vector<row> table = {
      {"02/03/2026 14:05", "%d/%m/%Y %H:%M", "2026-03-02T14:05:00"},
      {"03/02/2026", "%m/%d/%Y", "2026-03-02"},
      {"2026-03-02T14:05:09", "%FT%T", "2026-03-02T14:05:09"},
      {"2 March 2026", "%e %B %Y", "2026-03-02"},
      {"2-Sep-26", "%d-%b-%y", "2026-09-02"},
      {"12:00 AM 01/01/2026", "%I:%M %p %d/%m/%Y", "2026-01-01T00:00:00"},
      {"2026-03-02 14:05:09.123", "%Y-%m-%d %H:%M:%S", "2026-03-02T14:05:09"},
      {"2026-02-29", "%F", ""},
      {"2024-02-29", "%F", "2024-02-29"},
      {"31/04/2026", "%d/%m/%Y", ""},
      {"02/03/2026 extra", "%d/%m/%Y", ""},
      {"25:00 01/01/2026", "%H:%M %d/%m/%Y", ""},
      {"", "%F", ""},
  };
  for (const row& r : table) {
    CAPTURE(r.text);
    const auto got = parse_timestamp(r.text, r.format);
    CHECK((got ? to_string(*got) : "") == r.expected);
  }
}

TEST_CASE("a format with a directive that is not known is told by name") {
  CHECK(bad_format("%d/%m/%Y") == std::nullopt);
  CHECK(bad_format("%d %Q") == "%Q");
  CHECK(bad_format("%") == "%");
}
