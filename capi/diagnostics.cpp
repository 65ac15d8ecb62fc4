#include "guard.hpp"
#include "handles.hpp"

#include <algorithm>

using namespace heard;
using namespace heard::capi;

namespace heard::capi {

void hand_out(heard_diagnostics** out, diagnostics remarks) {
  if (out == nullptr) return;
  remarks.sort_by_place();
  *out = new heard_diagnostics{remarks.all()};
}

}  // namespace heard::capi

size_t heard_diagnostics_count(const heard_diagnostics* diagnostics) {
  return diagnostics == nullptr ? 0 : diagnostics->remarks.size();
}

size_t heard_diagnostics_errors(const heard_diagnostics* diagnostics) {
  if (diagnostics == nullptr) return 0;
  const auto& all = diagnostics->remarks;
  return static_cast<size_t>(std::count_if(all.begin(), all.end(), [](const diagnostic& remark) {
    return remark.level == severity::error;
  }));
}

heard_status heard_diagnostics_at(const heard_diagnostics* diagnostics, size_t index,
                                  heard_diagnostic* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_diagnostic");
    const auto& all = required(diagnostics, "diagnostics").remarks;
    in_range(index, all.size(), "index");
    const diagnostic& d = all[index];
    result.set({0,
                d.message.c_str(),
                d.excerpt.c_str(),
                {d.where.name.c_str(), d.where.offset, d.where.line, d.where.column},
                d.length,
                static_cast<heard_severity>(d.level)});
  });
}

void heard_diagnostics_free(heard_diagnostics* diagnostics) {
  delete diagnostics;
}
