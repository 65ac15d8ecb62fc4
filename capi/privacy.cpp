#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_privacy_find(const heard_consultation* consultation, heard_privacy** out,
                                heard_error** err) {
  return guarded(err, [&] {
    heard_privacy*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    result = new heard_privacy{personal_findings(*of).all()};
  });
}

heard_status heard_privacy_of_text(const char* text, size_t size, heard_privacy** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    heard_privacy*& result = out_handle(out);
    const std::string_view view = bytes(text, size, "text");
    if (size >= UINT32_MAX) bad_argument("\"size\" is 4 GiB or more");
    auto made = std::make_unique<heard_privacy>();
    for (const auto& each : identity::find_personal_data(view)) {
      made->value.push_back({answer_id(0u), each, false});
    }
    result = made.release();
  });
}

size_t heard_privacy_count(const heard_privacy* privacy) {
  return privacy == nullptr ? 0 : privacy->value.size();
}

heard_status heard_privacy_at(const heard_privacy* privacy, size_t index, heard_personal* out,
                              heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_personal");
    const heard_privacy& from = required(privacy, "privacy");
    in_range(index, from.value.size(), "index");
    const personal_finding& each = from.value[index];
    // The names are literals, so they end where C ends a text.
    result.set({0, identity::name_of(each.found.kind).data(),
                identity::name_of(each.found.why).data(),
                identity::replacement_for(each.found.kind).data(), each.answer.value,
                each.found.bytes.first, each.found.bytes.last, each.settled ? 1 : 0});
  });
}

void heard_privacy_free(heard_privacy* privacy) {
  delete privacy;
}
