// The `heard` command: a binding of the library to the shell, on heard.h alone.
#include "commands.hpp"
#include "files.hpp"
#include "handle.hpp"
#include "interrupt.hpp"
#include "memory.hpp"
#include "project.hpp"
#include "usage.hpp"

#include <iostream>

namespace {

constexpr const char* footer = R"(Example:
  heard check consultation.toml && heard report consultation.toml --out report

heard COMMAND --help says what a command takes.

Exit status: 0 done; 1 faults in what was given, or nothing found (match);
2 wrong usage, or a file that cannot be read or written.
Faults are printed as file:line:column: error: message. In data, line and
column are the row and the column of the cell. NO_COLOR is obeyed. Results do
not depend on --threads.)";

// The exit status of a command, with what went wrong printed.
int run_chosen(const cli::action& action, const cli::manner& how) {
  try {
    const int status = action(how);
    std::cout.flush();
    if (!std::cout) throw cli::file_error("standard output: cannot write");
    return status;
  } catch (const cli::faults_printed&) {
    return 1;
  } catch (const cli::interrupted&) {
    return 2;
  } catch (const cli::file_error& e) {
    cli::print_error(e.what(), how);
    return 2;
  } catch (const cli::failure& e) {
    cli::print_error(e.what(), how);
    const bool usage = e.status() == HEARD_BAD_ARGUMENT || e.status() == HEARD_NOT_FOUND ||
                       e.status() == HEARD_INTERNAL || e.status() == HEARD_NO_MEMORY;
    return usage ? 2 : 1;
  } catch (const std::exception& e) {
    cli::print_error(e.what(), how);
    return 2;
  }
}

}  // namespace

int main(int argc, char** argv) {
  cli::keep_memory_small();
  CLI::App app("What a consultation heard: counted, quoted, reported.", "heard");
  app.get_formatter()->column_width(26);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.footer(footer);
  app.set_version_flag("--version", std::string("heard ") + heard_version());
  app.require_subcommand(1);
  app.fallthrough();

  cli::manner how = cli::manner_of_terminal();
  app.add_option("--threads", how.threads, "Threads to use; 0: one a core")->default_val(0);
  app.add_flag("-q,--quiet", how.quiet, "No progress, no warnings, no notes");

  cli::action action;
  const cli::chosen run = [&](cli::action chosen) { action = std::move(chosen); };
  cli::add_check(app, run);
  cli::add_report(app, run);
  cli::add_table(app, run);
  cli::add_quotes(app, run);
  cli::add_organisations(app, run);
  cli::add_campaigns(app, run);
  cli::add_privacy(app, run);
  cli::add_disclose(app, run);
  cli::add_purge(app, run);
  cli::add_kwic(app, run);
  cli::add_code(app, run);
  cli::add_answers(app, run);
  cli::add_tokens(app, run);
  cli::add_match(app, run);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
    cli::print_error(cli::usage_fault(app, e, argc, argv), how);
    return 2;
  }

  // Ends by the signal if one came while files were written; otherwise the status stands.
  const int status = run_chosen(action, how);
  cli::end_if_interrupted();
  return status;
}
