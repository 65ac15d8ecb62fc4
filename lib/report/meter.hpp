/// @file
/// Progress of a report: one step for each table and each question's quotes.
#pragma once

#include <heard/base/parallel.hpp>

#include <cstdint>

namespace heard::reporting {

class meter {
 public:
  /// @param options  must outlive this
  meter(const run_options& options, std::uint64_t steps) : options_(options), at_{0, steps} {}

  /// For what is done within a step: asks whether to go on, and does not move on.
  [[nodiscard]] run_options inner() const;
  /// A step is done. @throw error(status::cancelled)
  void step();

 private:
  const run_options& options_;
  progress at_;
};

}  // namespace heard::reporting
