/// @file
/// Calls whose remarks are printed whatever their outcome.
#pragma once

#include "handle.hpp"
#include "terminal.hpp"

namespace cli {

/// A call that gives diagnostics, whatever its outcome. Nothing where they hold faults.
template <class Owned, class Call>
Owned tried(const manner& how, const input_folder& folder, Call&& call) {
  heard_diagnostics* raw = nullptr;
  typename Owned::pointer made = nullptr;
  error e;
  const heard_status status = call(&made, &raw, e.out());
  const diagnostics remarks(raw);
  Owned out(made);
  const std::size_t errors = print(remarks.get(), how, folder);
  // Faults that stand on the screen already need no summary.
  if (status == HEARD_REFUSED) {
    print_error(
        "a final run refuses what is unsettled: decide it in decisions/, or disclose it by name "
        "under "
        "[final] in the manifest",
        how);
  }
  if (status != HEARD_OK && errors != 0) {
    try {
      e.check(status);
    } catch (const failure&) {
    }
    return nullptr;
  }
  e.check(status);
  return out;
}

}  // namespace cli
