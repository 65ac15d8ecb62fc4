/// @file
/// What the programs of the comparison share: a corpus, and a clock around one pass over it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace heard::peers {

using answers = std::span<const std::string_view>;

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> out;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    out.push_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return out;
}

/// A file of answers, one a line.
class corpus {
 public:
  explicit corpus(const std::string& path) : bytes_(read_file(path)), lines_(lines_of(bytes_)) {}
  corpus(const corpus&) = delete;
  corpus& operator=(const corpus&) = delete;

  [[nodiscard]] answers all() const { return lines_; }
  /// About the first megabyte, to warm up on: the clock is to see neither the first touch of a
  /// page of code nor a processor that was asleep.
  [[nodiscard]] answers some() const {
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < lines_.size() && bytes < 1'000'000) bytes += lines_[count++].size() + 1;
    return answers(lines_).first(count);
  }

 private:
  std::string bytes_;
  std::vector<std::string_view> lines_;
};

/// One line for the driver: part, seconds, what was counted.
inline void print_part(const char* part, double seconds, std::uint64_t count) {
  std::printf("%s\t%.9f\t%llu\n", part, seconds, static_cast<unsigned long long>(count));
}

/// Calls `work`, which gives a count, and prints how long it took.
template <class Work>
std::uint64_t measure(const char* part, Work work) {
  const auto start = std::chrono::steady_clock::now();
  const std::uint64_t count = work();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  print_part(part, took.count(), count);
  return count;
}

/// The same for a pass over a corpus, after a pass over the start of it that nobody times. `work`
/// takes answers and keeps nothing from one call to the next.
template <class Work>
void measure_pass(const char* part, const corpus& over, Work work) {
  volatile std::uint64_t warm = work(over.some());
  (void)warm;
  measure(part, [&] { return static_cast<std::uint64_t>(work(over.all())); });
}

/// The body of main(): what is thrown is said, as `program: what`.
template <class Run>
int run(const char* program, Run body) {
  try {
    body();
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s: %s\n", program, fault.what());
    return 1;
  }
}

[[noreturn]] inline void unknown(const std::string& measure) {
  throw std::runtime_error("\"" + measure + "\" is no measure of this program");
}

}  // namespace heard::peers
