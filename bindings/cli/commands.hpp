/// @file
/// The subcommands. Each adds itself to the command line and gives back what runs it.
#pragma once

#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace cli {

/// Runs a command; the value is the exit status.
using action = std::function<int(const manner&)>;

/// Tells main() what to run, once the command line is parsed.
using chosen = std::function<void(action)>;

/// The option `--cache` of the commands that code.
inline void add_cache_option(CLI::App& to, bool& wanted) {
  to.add_flag("--cache", wanted, "Keep the words in a file beside the manifest for the next time");
}

void add_check(CLI::App& app, const chosen& run);
void add_disclose(CLI::App& app, const chosen& run);
void add_purge(CLI::App& app, const chosen& run);
void add_report(CLI::App& app, const chosen& run);
void add_table(CLI::App& app, const chosen& run);
void add_quotes(CLI::App& app, const chosen& run);
void add_organisations(CLI::App& app, const chosen& run);
void add_campaigns(CLI::App& app, const chosen& run);
void add_privacy(CLI::App& app, const chosen& run);
void add_kwic(CLI::App& app, const chosen& run);
void add_code(CLI::App& app, const chosen& run);
void add_answers(CLI::App& app, const chosen& run);
void add_tokens(CLI::App& app, const chosen& run);
void add_match(CLI::App& app, const chosen& run);

}  // namespace cli
