#include "report.hpp"

#include "commands.hpp"
#include "project.hpp"
#include "replace.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct report_arguments {
  std::string manifest;
  std::string out;
  bool final = false;
  bool cache = false;
  bool stream = false;
};

int make_report(const report_arguments& arguments, const manner& how) {
  if (arguments.stream) {
    write_files(stream_report(arguments.manifest, how, arguments.final), arguments.out);
  } else {
    project p = load(arguments.manifest, how, arguments.final);
    p.cache = arguments.cache;
    write_report(p, arguments.out, arguments.final, how);
  }
  if (!how.quiet) {
    std::string folder = arguments.out;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    std::cout << "wrote " << folder << "/publish/report.html, report.md, report.json, tables/\n"
              << "wrote " << folder << "/internal/ (not for publication)\n";
    if (arguments.stream) {
      std::cout << "streamed: campaigns were not looked for, internal/codings.csv was not written, "
                   "and lists have at most 10,000 rows\n";
    }
  }
  return 0;
}

}  // namespace

void write_files(const report& from, const std::string& folder) {
  std::vector<std::pair<std::string, std::string_view>> files;
  for (std::size_t i = 0; i < heard_report_count(from.get()); ++i) {
    const auto file = fill<heard_report_file>(
        [&](auto out, auto err) { return heard_report_at(from.get(), i, out, err); });
    files.emplace_back(file.path, std::string_view(file.bytes.data, file.bytes.size));
  }
  replace_folder(folder, files);
}

void write_report(const project& from, const std::string& folder, bool final, const manner& how) {
  const codings c = run_codings(from, how);
  report made;
  {
    progress_bar bar(how, "writing");
    const heard_run_options options = bar.options(final);
    made = make<report>(
        [&](auto out, auto err) { return heard_report_render(c.get(), &options, out, err); });
  }
  write_files(made, folder);
}

void add_report(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<report_arguments>();
  CLI::App* command = app.add_subcommand(
      "report", "Write the account: publish/ for the public, internal/ for the team");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command
      ->add_option("--out", arguments->out, "Folder to write; an earlier report there is replaced")
      ->required();
  command->add_flag("--final", arguments->final,
                    "Without DRAFT on every page; refuses while anything is unsettled");
  add_cache_option(*command, arguments->cache);
  command
      ->add_flag("--stream", arguments->stream,
                 "For files larger than memory: reads them three times, piece by piece, without "
                 "looking for campaigns")
      ->excludes("--cache");
  command->footer("Example:\n  heard report consultation.toml --out report");
  command->callback([=] { run([=](const manner& how) { return make_report(*arguments, how); }); });
}

}  // namespace cli
