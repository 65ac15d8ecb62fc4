/// @file
/// What the programs of the comparison share: a corpus, and a clock around one pass over it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace heard::peers {

using answers = std::span<const std::string_view>;

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
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

/// Seconds of processor time of all threads so far.
inline double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Calls `work`, which gives a count, and prints a line for the driver: part, seconds of processor
/// time, seconds that passed, count.
template <class Work>
void measure(const char* part, Work work) {
  const auto start = std::chrono::steady_clock::now();
  const double used_before = processor_time();
  const std::uint64_t count = work();
  const double used = processor_time() - used_before;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  std::printf("%s\t%.9f\t%.9f\t%llu\n", part, used, passed.count(),
              static_cast<unsigned long long>(count));
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
