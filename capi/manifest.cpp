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
    hand_out(diagnostics, std::move(remarks));
    if (!parsed) throw error(status::bad_manifest, "the manifest has faults", {name, 0, 0, 0});
    result = new heard_manifest{parsed};
  });
}

const char* heard_manifest_codebook(const heard_manifest* manifest) {
  return manifest == nullptr ? "" : manifest->value->codebook_path.c_str();
}

void heard_manifest_free(heard_manifest* manifest) {
  delete manifest;
}
