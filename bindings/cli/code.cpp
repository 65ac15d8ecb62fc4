#include "commands.hpp"
#include "project.hpp"
#include "replace.hpp"
#include "report.hpp"

#include <memory>

namespace cli {

namespace {

struct code_arguments {
  std::string manifest;
  std::string out = "-";
};

int code(const code_arguments& arguments, const manner& how) {
  write_codings(load(arguments.manifest, how), arguments.out, how);
  return 0;
}

}  // namespace

void write_codings(const project& from, const std::string& path, const manner& how) {
  const codings c = run_codings(from, how);
  const auto text =
      make<buffer>([&](auto out, auto err) { return heard_codings_csv(c.get(), out, err); });
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
  command->footer("Example:\n  heard code consultation.toml --out codings.csv");
  command->callback([=] { run([=](const manner& how) { return code(*arguments, how); }); });
}

}  // namespace cli
