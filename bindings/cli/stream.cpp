#include "memory.hpp"
#include "report.hpp"
#include "tried.hpp"

#include <string>

namespace cli {

namespace {

void supply_all(heard_stream* to, const input_folder& folder) {
  while (heard_stream_wanted_count(to) != 0) {
    const auto wanted = fill<heard_wanted>(
        [&](auto out, auto err) { return heard_stream_wanted(to, 0, out, err); });
    const std::string path = wanted.path;
    const auto supply = [&](const std::string& name, const std::string& bytes) {
      error e;
      e.check(heard_stream_supply(to, name.c_str(), bytes.data(), bytes.size(), e.out()));
    };
    if (wanted.folder != 0) {
      for (const std::string& name : folder.csv_files_in(path)) {
        supply(path + name, folder.read_all(path + name));
      }
    } else if (const auto bytes = folder.read_if_there(path)) {
      supply(path, *bytes);
      continue;
    }
    error e;
    e.check(heard_stream_close(to, path.c_str(), e.out()));
  }
}

void read_all_pieces(heard_stream* to, const input_folder& folder) {
  for (;;) {
    const auto next = fill<heard_stream_file>(
        [&](auto out, auto err) { return heard_stream_next(to, out, err); });
    const std::string path = next.path;
    if (path.empty()) return;
    const bool there = folder.read_chunks(path, [&](std::string_view chunk) {
      error e;
      e.check(heard_stream_take(to, chunk.data(), chunk.size(), e.out()));
    });
    error e;
    e.check(heard_stream_end(to, there ? 0 : 1, e.out()));
    give_memory_back();
  }
}

}  // namespace

report stream_report(const std::string& manifest_path, const manner& how, bool final) {
  const project declared = declare(manifest_path, how);
  if (!declared.codebook) throw faults_printed();
  progress_bar bar(how, "streaming");
  const heard_run_options run = bar.options(final);
  const heard_stream_options options = HEARD_STREAM_OPTIONS_INIT;
  const auto made = make<stream>([&](auto out, auto err) {
    return heard_stream_new(declared.manifest.get(), declared.codebook.get(), &options, &run, out,
                            err);
  });
  supply_all(made.get(), declared.folder);
  read_all_pieces(made.get(), declared.folder);
  auto out = tried<report>(how, declared.folder, [&](auto to, auto remarks, auto err) {
    return heard_stream_finish(made.get(), to, remarks, err);
  });
  if (!out) throw faults_printed();
  return out;
}

}  // namespace cli
