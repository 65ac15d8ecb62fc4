/// @file
/// One run of several stages, told of as one.
#pragma once

#include <heard/base/parallel.hpp>

#include <cstdint>

namespace heard {

/// Hands out the options of each stage in turn. Progress over all of them never falls and has one
/// total; each stage has an equal share of it.
class stages {
 public:
  /// @param options  must outlive this
  stages(const run_options& options, std::uint64_t count) : options_(options), count_(count) {}

  /// Options of the next stage. Good as long as this. @pre called `count` times at most
  [[nodiscard]] run_options next() {
    run_options out;
    out.threads = options_.threads;
    if (!options_.report) return out;
    out.report = [this, before = parts_ * done_++](const progress& now) {
      const std::uint64_t part = now.total == 0 ? parts_
                                                : now.done / now.total * parts_ +
                                                      now.done % now.total * parts_ / now.total;
      return options_.report({before + part, parts_ * count_});
    };
    return out;
  }

 private:
  static constexpr std::uint64_t parts_ = 1000;
  const run_options& options_;
  std::uint64_t count_;
  std::uint64_t done_ = 0;
};

}  // namespace heard
