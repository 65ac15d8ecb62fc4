#include "commands.hpp"
#include "report.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct disclose_arguments {
  std::string manifest, out;
  uint32_t k = 0;
  bool ids = false;
};

int disclose(const disclose_arguments& arguments, const manner& how) {
  write_disclosure(load(arguments.manifest, how), arguments.out, arguments.k, arguments.ids);
  if (!how.quiet) {
    std::string folder = arguments.out;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    std::cout << "wrote " << folder << "/publish/responses.csv, responses.jsonl, withheld.csv\n";
    if (!arguments.ids) {
      std::cout << "wrote " << folder << "/internal/ids.csv (not for publication)\n";
    }
  }
  return 0;
}

}  // namespace

void write_disclosure(const project& from, const std::string& folder, uint32_t k, bool ids) {
  heard_disclose_options options = HEARD_DISCLOSE_OPTIONS_INIT;
  options.k = k;
  options.ids = ids ? 1 : 0;
  const auto made = make<report>([&](auto out, auto err) {
    return heard_disclose_render(from.consultation.get(), &options, out, err);
  });
  write_files(made, folder);
}

void add_disclose(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<disclose_arguments>();
  CLI::App* command = app.add_subcommand(
      "disclose", "Write responses redacted for release, and what was withheld and why");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command
      ->add_option("--out", arguments->out,
                   "Folder to write; an earlier disclosure there is replaced")
      ->required();
  command->add_option("--k", arguments->k,
                      "Fewest respondents that share what is shown; 0: the manifest's number");
  command->add_flag("--ids", arguments->ids, "With the data's ids instead of numbers");
  command->footer("Example:\n  heard disclose consultation.toml --out disclosure");
  command->callback([=] { run([=](const manner& how) { return disclose(*arguments, how); }); });
}

}  // namespace cli
