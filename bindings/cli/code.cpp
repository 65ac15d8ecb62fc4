#include "commands.hpp"
#include "project.hpp"
#include "replace.hpp"
#include "report.hpp"
#include "watch.hpp"

#include <memory>
#include <utility>

namespace cli {

namespace {

struct code_arguments {
  std::string manifest;
  std::string out = "-";
  bool cache = false;
  bool watch = false;
};

int code(const code_arguments& arguments, const manner& how) {
  project p = load(arguments.manifest, how);
  p.cache = arguments.cache;
  if (arguments.watch) {
    return watch(std::move(p), arguments.out == "-" ? "" : arguments.out, how);
  }
  write_codings(p, arguments.out, how);
  return 0;
}

}  // namespace

void write_codings(const project& from, const std::string& path, const manner& how) {
  write_codings(run_codings(from, how).get(), path);
}

void write_codings(const heard_codings* all_codings, const std::string& path) {
  const auto text =
      make<buffer>([&](auto out, auto err) { return heard_codings_csv(all_codings, out, err); });
  std::size_t size = 0;
  const char* bytes = heard_buffer_data(text.get(), &size);
  const std::string_view all(bytes, size);
  write_file(path, all, all.substr(0, all.find('\n')));
}

void add_code(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<code_arguments>();
  CLI::App* command =
      app.add_subcommand("code", "Write every coding with its evidence as CSV, without any words");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--out", arguments->out, "File to write; - for standard output")
      ->capture_default_str();
  add_cache_option(*command, arguments->cache);
  command->add_flag("--watch", arguments->watch,
                    "Stay, and print what each change of the codebook changes; Ctrl-C ends");
  command->footer("Example:\n  heard code consultation.toml --out codings.csv");
  command->callback([=] { run([=](const manner& how) { return code(*arguments, how); }); });
}

}  // namespace cli
