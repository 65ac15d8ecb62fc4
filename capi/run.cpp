#include "guard.hpp"
#include "handles.hpp"

namespace heard::capi {

run_options to_run_options(const heard_run_options& options) {
  run_options out;
  out.threads = options.threads;
  if (options.progress != nullptr) {
    out.report = [call = options.progress, user = options.user_data](const progress& now) {
      const heard_progress p{now.done, now.total};
      return call(&p, user) == 0;
    };
  }
  return out;
}

}  // namespace heard::capi
