#include "watch.hpp"

#include "cache.hpp"
#include "interrupt.hpp"
#include "report.hpp"
#include "visible.hpp"

#include <chrono>
#include <cstdint>
#include <iostream>
#include <sys/stat.h>
#include <thread>
#include <utility>

namespace cli {

namespace {

// Looked at so often: also where the file system tells nobody of changes, as over a network.
constexpr auto pause = std::chrono::milliseconds(20);

// What tells that a file was written. Nothing where it is not there, as when an editor is about to
// let another take its place.
struct stamp {
  bool there = false;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::int64_t size = 0;
  std::uint64_t file = 0;
  bool operator==(const stamp&) const = default;
};

stamp stamp_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {true, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_size, info.st_ino};
}

std::string plural(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

void print_change(const heard_changed_theme& theme) {
  std::cout << visible(to_string(theme.id)) << ": ";
  if (theme.after == HEARD_NONE) {
    std::cout << "gone, was in " << plural(theme.answers_before, "answer") << '\n';
    return;
  }
  if (theme.before == HEARD_NONE) {
    std::cout << "new, " << plural(theme.answers_after, "answer") << ", ";
  } else {
    std::cout << theme.answers_before << " -> " << plural(theme.answers_after, "answer") << " (+"
              << theme.gained << " -" << theme.lost << "), " << theme.mentions_before << " -> ";
  }
  std::cout << plural(theme.mentions_after, "mention") << '\n';
}

// @return how many themes
std::size_t print_changes(const heard_recoding* from) {
  const std::size_t count = heard_recoding_count(from);
  for (std::size_t i = 0; i < count; ++i) {
    print_change(fill<heard_changed_theme>(
        [&](auto out, auto err) { return heard_recoding_at(from, i, out, err); }));
  }
  return count;
}

class watcher {
 public:
  watcher(project of, std::string out, const manner& how)
      : of_(std::move(of)),
        out_(std::move(out)),
        how_(how),
        name_(heard_manifest_codebook(of_.manifest.get())),
        path_(of_.folder.named(name_)),
        seen_(stamp_of(path_)),
        words_(of_.cache ? cached_words(of_, how) : find_words(of_, how)) {
    codings_ = code_words(words_.get(), of_.codebook.get(), how_);
    write();
    std::cout << plural(heard_codings_count(codings_.get()), "coding") << "; waiting for "
              << visible(path_) << " to change, Ctrl-C ends\n"
              << std::flush;
  }

  void run() {
    const interrupts_held held;
    stamp before = seen_;
    while (!interrupts_held::forget()) {
      std::this_thread::sleep_for(pause);
      const stamp now = stamp_of(path_);
      // Not before it has been left alone for a while: it may have been written in part.
      const bool still = now == before;
      before = now;
      if (!now.there || !still || now == seen_) continue;
      seen_ = now;
      look();
      std::cout << std::flush;
    }
  }

 private:
  void look() {
    const auto start = std::chrono::steady_clock::now();
    codebook next;
    recoding made;
    try {
      next = read_codebook(of_.folder, name_, how_);
      if (!next) return;
      const heard_run_options options = {sizeof options, nullptr, nullptr, how_.threads, 0};
      made = make<recoding>([&](auto out, auto err) {
        return heard_recoding_new(codings_.get(), next.get(), words_.get(), &options, out, err);
      });
    } catch (const file_error& e) {
      return print_error(e.what(), how_);
    } catch (const failure& e) {
      return print_error(e.what(), how_);
    }
    const std::size_t themes = print_changes(made.get());
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    std::cout << plural(themes, "theme") << " coded anew in " << took.count() / 1000 << '.'
              << took.count() / 100 % 10 << " ms\n"
              << std::flush;
    codings_ = make<codings>(
        [&](auto out, auto err) { return heard_recoding_codings(made.get(), out, err); });
    of_.codebook = std::move(next);
    write();
  }

  void write() const {
    if (!out_.empty()) write_codings(codings_.get(), out_);
  }

  project of_;
  std::string out_;
  manner how_;
  std::string name_;
  std::string path_;
  stamp seen_;
  kept_words words_;
  codings codings_;
};

}  // namespace

int watch(project of, const std::string& out, const manner& how) {
  watcher(std::move(of), out, how).run();
  return 0;
}

}  // namespace cli
