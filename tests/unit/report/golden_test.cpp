#include "unit/report/benches.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;

// The whole Markdown, read by a person line by line; account_test.cpp has the figures by hand.
// After a change that is meant, HEARD_GOLDEN=write makes it anew: read the difference.
TEST_CASE("the published Markdown of benches") {
  const std::string path = std::string(HEARD_TEST_DATA) + "/benches.md";
  const std::string made = bytes_of(render_report(benches::coded(), {}), "publish/report.md");
  const char* golden = std::getenv("HEARD_GOLDEN");
  if (golden != nullptr && std::string(golden) == "write") {
    std::ofstream(path, std::ios::binary) << made;
    FAIL_CHECK("made anew, so that it proves nothing: read the difference");
  }
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  std::ostringstream expected;
  expected << in.rdbuf();
  CHECK(made == expected.str());
}
