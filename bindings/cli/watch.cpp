#include "watch.hpp"

#include "cache.hpp"
#include "interrupt.hpp"
#include "report.hpp"
#include "stamp.hpp"
#include "visible.hpp"

#include <chrono>
#include <cstdint>
#include <iostream>
#include <thread>
#include <utility>

namespace cli {

namespace {

// Looked at so often: also where the file system tells nobody of changes, as over a network.
constexpr auto pause = std::chrono::milliseconds(20);

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

/// A change that the codings on the screen know nothing of: a response withdrawn, say. They must
/// not be written again.
struct outdated {
  std::string by;
};

// Ctrl-C ends a long run too.
int32_t told(const heard_progress*, void*) {
  return interrupts_held::waiting() ? 1 : 0;
}

class watcher {
 public:
  watcher(project of, std::string out, const manner& how)
      : of_(std::move(of)),
        out_(std::move(out)),
        how_(how),
        name_(heard_manifest_codebook(of_.manifest.get())),
        path_(of_.folder.named(name_)),
        seen_(of_.read.at(path_)),
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
    for (unsigned round = 0; !interrupts_held::forget(); ++round) {
      std::this_thread::sleep_for(pause);
      if (round % rounds_between == 0) check_others();
      const stamp now = stamp_of(path_);
      // Not before it has been left alone for a while: it may have been written in part.
      const bool still = now == before;
      before = now;
      if (!now.there || !still || now == seen_) continue;
      seen_ = now;
      check_others();
      try {
        look();
      } catch (const interrupted&) {  // while the file was written: it is as it was
        static_cast<void>(interrupts_held::forget());
        return;
      }
      std::cout << std::flush;
      if (!std::cout) throw file_error("standard output is closed");
    }
  }

 private:
  // There may be many, so they are not looked at every time.
  static constexpr unsigned rounds_between = 25;

  void check_others() const {
    for (const auto& [path, before] : of_.read) {
      if (path != path_ && stamp_of(path) != before) throw outdated{path};
    }
  }

  void look() {
    const auto start = std::chrono::steady_clock::now();
    codebook next;
    recoding made;
    try {
      next = read_codebook(of_.folder, name_, how_);
      if (!next) return;
      // Which answers rules can read was found out when these were.
      const std::string language = heard_codebook_language(of_.codebook.get());
      if (language != heard_codebook_language(next.get())) throw outdated{path_};
      const heard_run_options options = {sizeof options, told, nullptr, how_.threads, 0};
      made = make<recoding>([&](auto out, auto err) {
        return heard_recoding_new(codings_.get(), next.get(), words_.get(), &options, out, err);
      });
    } catch (const file_error& e) {
      return print_error(e.what(), how_);
    } catch (const failure& e) {
      if (e.status() != HEARD_CANCELLED) print_error(e.what(), how_);
      return;
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
    check_others();
    try {
      write();
    } catch (const file_error& e) {
      print_error(e.what(), how_);
    }
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
  try {
    watcher(std::move(of), out, how).run();
    return 0;
  } catch (const outdated& changed) {
    print_error(changed.by +
                    " has changed in a way that needs everything to be read again: start the " +
                    "command again",
                how);
    return 1;
  }
}

}  // namespace cli
