#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_manifest_parse(const char* text, size_t size, const char* name,
                                  heard_manifest** out, heard_diagnostics** diagnostics,
                                  heard_error** err) {
  return guarded(err, [&] {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    heard_manifest*& result = out_handle(out);
    required(name, "name");
    heard::diagnostics remarks;
    const auto parsed = parse_manifest(std::string(bytes(text, size, "text")), name, remarks);
    error fault(status::bad_manifest, "the manifest has faults", {name, 0, 0, 0});
    auto made = std::make_unique<heard_manifest>(heard_manifest{parsed});
    // After all that needs memory, so that a call without it hands out nothing.
    hand_out(diagnostics, std::move(remarks));
    if (!parsed) throw std::move(fault);
    result = made.release();
  });
}

const char* heard_manifest_codebook(const heard_manifest* manifest) {
  return manifest == nullptr ? "" : manifest->value->codebook_path.c_str();
}

void heard_manifest_free(heard_manifest* manifest) {
  delete manifest;
}
