#include "guard.hpp"
#include "handles.hpp"

#include <heard/report/report.hpp>

using namespace heard;
using namespace heard::capi;

heard_status heard_report_render(const heard_codings* codings, const heard_run_options* options,
                                 heard_report** out, heard_error** err) {
  return guarded(err, [&] {
    heard_report*& result = out_handle(out);
    const auto& from = required(codings, "codings").value;
    const heard_run_options given = read_struct(options, "heard_run_options");
    report_options how;
    how.final = given.final != 0;
    how.run = to_run_options(given);
    result = new heard_report{render_report(from, how)};
  });
}

size_t heard_report_count(const heard_report* report) {
  return report == nullptr ? 0 : report->value.size();
}

heard_status heard_report_at(const heard_report* report, size_t index, heard_report_file* out,
                             heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_report_file");
    const auto& all = required(report, "report").value;
    in_range(index, all.size(), "index");
    result.set({0, all[index].path.c_str(), as_text(all[index].bytes)});
  });
}

void heard_report_free(heard_report* report) {
  delete report;
}
