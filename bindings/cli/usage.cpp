#include "usage.hpp"

#include "nearest.hpp"

namespace cli {

namespace {

// The command that was named; null where none is known.
const CLI::App* command_of(const CLI::App& app, int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    for (const CLI::App* each : app.get_subcommands({})) {
      if (each->get_name() == argv[i]) return each;
    }
  }
  return nullptr;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::Option* each : app.get_options()) {
    for (const std::string& name : each->get_lnames()) out.push_back("--" + name);
    for (const std::string& name : each->get_snames()) out.push_back("-" + name);
  }
  return out;
}

// The first word before a lone "--" that looks like an option and is none.
std::string unknown_option(const std::vector<std::string>& known, int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--") break;
    if (word.size() < 3 || word.compare(0, 2, "--") != 0) continue;
    const std::string name = word.substr(0, word.find('='));
    if (std::find(known.begin(), known.end(), name) == known.end()) return name;
  }
  return {};
}

}  // namespace

std::string usage_fault(const CLI::App& app, const CLI::ParseError& fault, int argc, char** argv) {
  const CLI::App* command = command_of(app, argc, argv);
  std::vector<std::string> known = options_of(app);
  if (command != nullptr) {
    const std::vector<std::string> more = options_of(*command);
    known.insert(known.end(), more.begin(), more.end());
  }
  const std::string name = command == nullptr ? "heard" : "heard " + command->get_name();
  const std::string see = "; " + name + " --help shows what there is";
  // A name that is near is help enough.
  const auto nearest_or_help = [&](const std::string& word, const std::vector<std::string>& all) {
    const std::string near = did_you_mean(word, all);
    return near.empty() ? see : near;
  };
  const std::string option = unknown_option(known, argc, argv);
  if (command == nullptr) {
    for (int i = 1; i < argc; ++i) {
      const std::string word = argv[i];
      if (word.empty() || word[0] == '-') continue;
      std::vector<std::string> commands;
      for (const CLI::App* each : app.get_subcommands({})) commands.push_back(each->get_name());
      return "there is no command \"" + word + "\"" + nearest_or_help(word, commands);
    }
    if (option.empty()) return "no command is given" + see;
  }
  if (!option.empty()) {
    return name + " has no option \"" + option + "\"" + nearest_or_help(option, known);
  }
  return std::string(fault.what()) + see;
}

}  // namespace cli
