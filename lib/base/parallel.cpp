#include <heard/base/error.hpp>
#include <heard/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace heard {

namespace {

using namespace std::chrono_literals;
constexpr auto report_every = 10ms;

// How many chunks may be finished and not yet merged, for each thread.
constexpr std::size_t chunks_ahead = 4;

chunk chunk_at(std::size_t index, std::size_t rows, std::size_t size) {
  return {index, index * size, std::min(rows, (index + 1) * size)};
}

class reporter {
 public:
  reporter(const progress_fn& fn, std::uint64_t total) : fn_(fn), now_{0, total} {}

  void advance(std::uint64_t done) { now_.done = done; }
  // Throws when the host wants to stop.
  void tell(bool at_once) {
    if (!fn_) return;
    const auto t = std::chrono::steady_clock::now();
    if (!at_once && t - last_ < report_every) return;
    last_ = t;
    if (!fn_(now_)) throw error(status::cancelled, "the run was stopped by its caller");
  }

 private:
  const progress_fn& fn_;
  progress now_;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace

void for_each_chunk(std::size_t rows, std::size_t chunk_size, const run_options& options,
                    const std::function<void(const chunk&)>& work,
                    const std::function<void(const chunk&)>& merge) {
  chunk_size = std::max<std::size_t>(chunk_size, 1);
  const std::size_t chunks = (rows + chunk_size - 1) / chunk_size;
  std::size_t threads =
      options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  threads = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(chunks, 1));
  reporter report(options.report, rows);

  if (threads == 1) {
    for (std::size_t i = 0; i < chunks; ++i) {
      const chunk c = chunk_at(i, rows, chunk_size);
      report.tell(false);
      work(c);
      merge(c);
      report.advance(c.last);
    }
    report.tell(true);
    return;
  }

  // Workers take the next chunk; the caller merges in order, and reports while it waits.
  std::mutex gate;
  std::condition_variable worked;
  std::condition_variable merged_one;
  std::vector<char> done(chunks, 0);
  std::size_t next = 0;
  std::size_t merged = 0;
  bool stop = false;
  std::exception_ptr failure;

  const auto worker = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(gate);
        merged_one.wait(
            lock, [&] { return stop || next >= chunks || next < merged + chunks_ahead * threads; });
        if (stop || next >= chunks) return;
        mine = next++;
      }
      try {
        work(chunk_at(mine, rows, chunk_size));
      } catch (...) {
        const std::scoped_lock lock(gate);
        if (!failure) failure = std::current_exception();
        stop = true;
        worked.notify_all();
        merged_one.notify_all();
        return;
      }
      {
        const std::scoped_lock lock(gate);
        done[mine] = 1;
      }
      worked.notify_all();
    }
  };

  {
    std::vector<std::jthread> pool;
    // Stop the workers before the pool joins them, however this block is left.
    struct stopper {
      std::mutex& gate;
      bool& stop;
      std::condition_variable& wake;
      ~stopper() {
        {
          const std::scoped_lock lock(gate);
          stop = true;
        }
        wake.notify_all();
      }
    };
    pool.reserve(threads);
    const stopper on_exit{gate, stop, merged_one};
    for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(worker);
    for (std::size_t i = 0; i < chunks; ++i) {
      {
        std::unique_lock lock(gate);
        while (!stop && !done[i]) {
          worked.wait_for(lock, report_every);
          lock.unlock();
          report.tell(false);
          lock.lock();
        }
        if (failure) break;
      }
      const chunk c = chunk_at(i, rows, chunk_size);
      merge(c);
      {
        const std::scoped_lock lock(gate);
        merged = i + 1;
      }
      merged_one.notify_all();
      report.advance(c.last);
      report.tell(false);
    }
  }
  if (failure) std::rethrow_exception(failure);
  report.tell(true);
}

}  // namespace heard
