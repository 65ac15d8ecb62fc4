/// @file
/// Ctrl-C and its like while files are written: what was begun is cleared away first.
#pragma once

#include <csignal>

namespace cli {

/// A signal came while files were written. What was begun is cleared away by the time main() has
/// it.
struct interrupted {};

/// While one lives, SIGINT, SIGTERM and SIGHUP leave a note instead of ending the program. A signal
/// that was ignored before stays ignored (nohup).
class interrupts_held {
 public:
  interrupts_held();
  ~interrupts_held();
  interrupts_held(const interrupts_held&) = delete;
  interrupts_held& operator=(const interrupts_held&) = delete;

  /// @throw interrupted if a signal has come
  static void check();
  /// Whether a signal has come.
  [[nodiscard]] static bool waiting();
  /// Whether a signal has come that is not to end the program by itself: it is done with.
  [[nodiscard]] static bool forget();

 private:
  struct sigaction before_[3];
};

/// Ends the program by the signal that came, if one did, so that a shell sees what happened.
void end_if_interrupted();

}  // namespace cli
