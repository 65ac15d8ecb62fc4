/// @file
/// A case of tests/cases, and a consultation loaded from it through heard.h.
#pragma once

#include <cli/handle.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cases {

/// A line of case.txt; run_cli.py says what may stand in one.
struct step {
  std::string expected;  ///< File in the folder `expected`.
  int status = 0;        ///< What the command exits with.
  std::vector<std::string> words;
};

struct test_case {
  std::string name;
  std::filesystem::path folder;
  std::vector<step> steps;
};

/// All cases, by name.
[[nodiscard]] std::vector<test_case> all_cases();

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// A loaded case. Where something has faults, what comes after it is missing.
struct project {
  cli::codebook codebook;
  cli::consultation consultation;
  cli::codings codings;
  std::string remarks;  ///< As the command prints them.
};

/// @throw cli::failure for anything but faults in what people wrote
[[nodiscard]] project load(const std::filesystem::path& folder, std::uint32_t threads);

/// What a step prints, its remarks first, and the status that the command exits with.
struct outcome {
  std::string text;
  int status = 0;
};
[[nodiscard]] outcome run(const test_case& of, const step& what, std::uint32_t threads);

}  // namespace cases
