#include "report/meter.hpp"

#include <heard/base/error.hpp>

namespace heard::reporting {

run_options meter::inner() const {
  run_options out;
  out.threads = options_.threads;
  if (options_.report) out.report = [this](const progress&) { return options_.report(at_); };
  return out;
}

void meter::step() {
  ++at_.done;
  if (options_.report && !options_.report(at_)) {
    throw error(status::cancelled, "the report was cancelled");
  }
}

}  // namespace heard::reporting
