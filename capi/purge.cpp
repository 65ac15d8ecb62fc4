#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_purge_new(const heard_manifest* manifest, const heard_consultation* consultation,
                             const char* response, const char* who, const char* when,
                             const char* why, heard_purge** out, heard_error** err) {
  return guarded(err, [&] {
    heard_purge*& result = out_handle(out);
    const auto& from = required(manifest, "manifest").value;
    const auto& of = required(consultation, "consultation").value;
    required(response, "response");
    const purge_record by{&required(who, "who"), &required(when, "when"), &required(why, "why")};
    auto made = std::make_unique<heard_purge>(heard_purge{purge(*from, of, response, by), {}});
    made->files = made->value.files();
    result = made.release();
  });
}

heard_status heard_purge_supply(heard_purge* purge, const char* path, const char* data, size_t size,
                                heard_error** err) {
  return guarded(err, [&] {
    heard_purge& to = required(purge, "purge");
    required(path, "path");
    to.value.supply(path, std::string(bytes(data, size, "data")));
    to.files = to.value.files();
  });
}

size_t heard_purge_count(const heard_purge* purge) {
  return purge == nullptr ? 0 : purge->files.size();
}

heard_status heard_purge_at(const heard_purge* purge, size_t index, heard_purge_file* out,
                            heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_purge_file");
    const auto& all = required(purge, "purge").files;
    in_range(index, all.size(), "index");
    result.set({0, all[index].path.c_str(), as_text(all[index].bytes)});
  });
}

size_t heard_purge_places(const heard_purge* purge) {
  return purge == nullptr ? 0 : purge->value.places().size();
}

heard_status heard_purge_place_at(const heard_purge* purge, size_t index, heard_purge_place* out,
                                  heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_purge_place");
    const auto& all = required(purge, "purge").value.places();
    in_range(index, all.size(), "index");
    result.set({0, all[index].name.c_str(), all[index].offset, all[index].line, 0});
  });
}

heard_status heard_purge_find(const heard_purge* purge, const char* data, size_t size, size_t* out,
                              heard_error** err) {
  return guarded(err, [&] {
    size_t& result = required(out, "out");
    result = 0;
    const auto found = required(purge, "purge").value.find(bytes(data, size, "data"));
    result = found ? static_cast<size_t>(*found) : size;
  });
}

void heard_purge_free(heard_purge* purge) {
  delete purge;
}
