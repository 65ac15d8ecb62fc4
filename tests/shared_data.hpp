/// @file
/// Files from outside the repository: published conformance tests that only some machines have.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace heard::test {

/// The bytes of a file, or nothing when it is not there.
inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// A file of the test data that are kept beside the repository: in the folder that the environment
/// variable HEARD_SHARED_DATA names, else in ../shared/data. Says so when it is missing.
inline std::optional<std::string> shared_data(const std::string& path) {
  const char* folder = std::getenv("HEARD_SHARED_DATA");
  auto bytes = read_file((folder ? folder : HEARD_SOURCE_DIR "/../shared/data") + ("/" + path));
  if (!bytes) MESSAGE("skipped: no " << path << " (set HEARD_SHARED_DATA)");
  return bytes;
}

}  // namespace heard::test
