/// @file
/// Work in chunks of rows: the same chunks, merged in the same order, whatever the number of
/// threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace heard {

/// How far a run is. `done` never falls, `total` never changes within a run.
struct progress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

/// Told of progress about every 10 ms and once at the end, only on the thread that called.
/// Returning false stops the run, which then throws error(status::cancelled).
using progress_fn = std::function<bool(const progress&)>;

/// How a long operation may run. Results never depend on it.
struct run_options {
  unsigned threads = 0;  ///< 0: one a core. 1: none but the caller's.
  progress_fn report;    ///< May be empty.
};

/// A row range [first, last) and its place in the order of merging.
struct chunk {
  std::size_t index = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Calls `work` once for each chunk of at most `chunk_size` rows, on several threads and in any
/// order, and `merge` once for each chunk on the calling thread in chunk order, each merge after
/// its work. At most a few chunks per thread are held unmerged, so memory does not grow with the
/// input.
///
/// `work` must be safe to call at the same time for different chunks and look at no other state. An
/// exception from either ends the run and is rethrown here. No thread outlives the call.
void for_each_chunk(std::size_t rows, std::size_t chunk_size, const run_options& options,
                    const std::function<void(const chunk&)>& work,
                    const std::function<void(const chunk&)>& merge);

}  // namespace heard
