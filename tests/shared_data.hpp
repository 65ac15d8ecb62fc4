/// @file
/// Files from outside the repository: published conformance tests that only some machines have.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
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

/// A path in the test data that are kept beside the repository: in the folder that the environment
/// variable HEARD_SHARED_DATA names, else in ../shared/data.
inline std::string shared_path(const std::string& path) {
  const char* folder = std::getenv("HEARD_SHARED_DATA");
  return (folder ? folder : HEARD_SOURCE_DIR "/../shared/data") + ("/" + path);
}

/// A file of these data. Says so when it is missing.
inline std::optional<std::string> shared_data(const std::string& path) {
  auto bytes = read_file(shared_path(path));
  if (!bytes) MESSAGE("skipped: no " << path << " (set HEARD_SHARED_DATA)");
  return bytes;
}

/// A folder of these data, or nothing when it is not there, which it says.
inline std::optional<std::filesystem::path> shared_folder(const std::string& path) {
  std::filesystem::path folder = shared_path(path);
  if (std::filesystem::is_directory(folder)) return folder;
  MESSAGE("skipped: no " << path << " (set HEARD_SHARED_DATA)");
  return std::nullopt;
}

}  // namespace heard::test
