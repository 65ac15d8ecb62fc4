#include "unit/intake/assemble.hpp"

#include <heard/model/ledger.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace heard;
using namespace heard::testing;
namespace fs = std::filesystem;

TEST_CASE("the invented consultation has the figures it was written to have") {
  const fs::path folder = fs::path(HEARD_SOURCE_DIR) / "examples/data/case-for-change";
  files supplied;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    supplied[fs::relative(entry.path(), folder).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  const assembled out = assemble(supplied.at("consultation.toml"), supplied);
  REQUIRE(out.made);
  const ledger sums = make_ledger(*out.made);
  // README.md of the example: 324 received, 238 by form and 86 by inbox; 107 on behalf of a body,
  // 107 entries, 106 bodies.
  CHECK(sums.received == 324);
  CHECK(sums.by_channel == std::vector<std::uint64_t>{238, 86});
  CHECK(sums.responses_of_bodies == 107);
  CHECK(sums.body_entries == 107);
  CHECK(sums.bodies == 106);
}
