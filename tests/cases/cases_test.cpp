// The cases through the C interface: the same words as the command and Python print, with the work
// on any number of threads.
#include "case.hpp"

#include <doctest/doctest.h>

namespace {

TEST_CASE("every step of every case prints what was worked out by hand") {
  std::size_t steps = 0;
  for (const cases::test_case& each : cases::all_cases()) {
    for (const cases::step& step : each.steps) {
      CAPTURE(each.name);
      CAPTURE(step.expected);
      const std::string expected = cases::read_file(each.folder / "expected" / step.expected);
      for (const std::uint32_t threads : {1U, 2U, 8U}) {
        const cases::outcome found = cases::run(each, step, threads);
        CHECK(found.text == expected);
        CHECK(found.status == step.status);
      }
      ++steps;
    }
  }
  CHECK(steps > 30);
}

TEST_CASE("every file of what is expected belongs to a step") {
  std::size_t files = 0;
  for (const cases::test_case& each : cases::all_cases()) {
    for (const auto& entry : std::filesystem::directory_iterator(each.folder / "expected")) {
      const std::string name = entry.path().filename().string();
      bool known = false;
      for (const cases::step& step : each.steps) known |= step.expected == name;
      CHECK_MESSAGE(known, each.name << "/" << name);
      ++files;
    }
  }
  CHECK(files > 30);
}

}  // namespace
