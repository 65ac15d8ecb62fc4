#include "guard.hpp"
#include "handles.hpp"

#include <heard/report/disclose.hpp>

using namespace heard;
using namespace heard::capi;

heard_status heard_disclose_render(const heard_consultation* consultation,
                                   const heard_disclose_options* options, heard_report** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    heard_report*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const heard_disclose_options given = read_struct(options, "heard_disclose_options");
    result = new heard_report{render_disclosure(*of, {given.k, given.ids != 0})};
  });
}
