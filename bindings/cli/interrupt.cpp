#include "interrupt.hpp"

#include <iterator>

namespace cli {

namespace {

constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t came = 0;

extern "C" void note(int signal) {
  came = signal;
}

}  // namespace

interrupts_held::interrupts_held() {
  for (std::size_t i = 0; i < std::size(signals); ++i) {
    ::sigaction(signals[i], nullptr, &before_[i]);
    if (before_[i].sa_handler == SIG_IGN) continue;
    struct sigaction held {};
    held.sa_handler = note;
    ::sigaction(signals[i], &held, nullptr);
  }
}

interrupts_held::~interrupts_held() {
  for (std::size_t i = 0; i < std::size(signals); ++i) {
    ::sigaction(signals[i], &before_[i], nullptr);
  }
}

bool interrupts_held::waiting() {
  return came != 0;
}

void interrupts_held::check() {
  if (waiting()) throw interrupted();
}

bool interrupts_held::forget() {
  if (came == 0) return false;
  came = 0;
  return true;
}

void end_if_interrupted() {
  if (came == 0) return;
  std::signal(came, SIG_DFL);
  std::raise(came);
}

}  // namespace cli
