#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_builder_new(const heard_manifest* manifest, heard_builder** out,
                               heard_error** err) {
  return guarded(err, [&] {
    heard_builder*& result = out_handle(out);
    auto made = std::make_unique<heard_builder>(
        heard_builder{assembly(required(manifest, "manifest").value), {}});
    made->wanted = made->value.wanted();
    result = made.release();
  });
}

size_t heard_builder_wanted_count(const heard_builder* builder) {
  return builder == nullptr ? 0 : builder->wanted.size();
}

heard_status heard_builder_wanted(const heard_builder* builder, size_t index, heard_wanted* out,
                                  heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_wanted");
    const auto& wanted = required(builder, "builder").wanted;
    in_range(index, wanted.size(), "index");
    const wanted_file& w = wanted[index];
    result.set({0, w.path.c_str(), w.required ? 1 : 0, w.folder ? 1 : 0});
  });
}

heard_status heard_builder_supply(heard_builder* builder, const char* path, const char* data,
                                  size_t size, heard_error** err) {
  return guarded(err, [&] {
    heard_builder& b = required(builder, "builder");
    required(path, "path");
    b.value.supply(path, std::string(bytes(data, size, "data")));
    b.wanted = b.value.wanted();
  });
}

heard_status heard_builder_lend(heard_builder* builder, const char* path, const char* data,
                                size_t size, heard_release_fn release, void* owner,
                                heard_error** err) {
  return guarded(err, [&] {
    // Before all that can fail, so that whatever fails gives the bytes back: this does so too where
    // there is no memory for it.
    const std::shared_ptr<const void> keeper(static_cast<const void*>(owner), [=](const void*) {
      if (release != nullptr) release(owner);
    });
    heard_builder& b = required(builder, "builder");
    required(path, "path");
    b.value.supply(path, kept_bytes(bytes(data, size, "data"), keeper));
    b.wanted = b.value.wanted();
  });
}

heard_status heard_builder_close(heard_builder* builder, const char* path, heard_error** err) {
  return guarded(err, [&] {
    heard_builder& b = required(builder, "builder");
    required(path, "path");
    b.value.close(path);
    b.wanted = b.value.wanted();
  });
}

heard_status heard_builder_finish(heard_builder* builder, const heard_codebook* codebook,
                                  const heard_run_options* options, heard_consultation** out,
                                  heard_diagnostics** diagnostics, heard_error** err) {
  return guarded(err, [&] {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    heard_consultation*& result = out_handle(out);
    heard_builder& b = required(builder, "builder");
    const heard_run_options given = read_struct(options, "heard_run_options");
    assembly_options how;
    how.final = given.final != 0;
    how.run = to_run_options(given);
    how.names = identity::match_names;
    if (codebook != nullptr) how.rule_languages = {codebook->value->language};

    heard::diagnostics remarks;
    const auto made = b.value.finish(how, remarks);
    b.wanted = b.value.wanted();
    status failure = status::bad_input;
    const char* why = "the data has faults";
    bool failed = !made;
    if (failed && codebook != nullptr) {
      check_codebook(*codebook->value, b.value.asked(), remarks);
    }
    if (failed && how.final) {
      failure = status::refused;
      why = "a final run needs every fault settled or disclosed";
    }
    if (made && codebook != nullptr) {
      check_codebook(*codebook->value, *made, remarks);
      if (remarks.has_errors()) {
        failed = true;
        failure = status::bad_codebook;
        why = "the codebook does not fit the consultation";
      }
    }
    error fault(failure, why);
    auto finished = std::make_unique<heard_consultation>(heard_consultation{made});
    // After all that needs memory, so that a call without it hands out nothing.
    hand_out(diagnostics, std::move(remarks));
    if (failed) throw std::move(fault);
    result = finished.release();
  });
}

void heard_builder_free(heard_builder* builder) {
  delete builder;
}
