#include "terminal.hpp"

#include "handle.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace cli {

namespace {

const char* level_word(heard_severity severity) {
  return severity == HEARD_ERROR ? "error" : severity == HEARD_WARNING ? "warning" : "note";
}

const char* level_colour(heard_severity severity) {
  return severity == HEARD_ERROR     ? "\x1b[1;31m"
         : severity == HEARD_WARNING ? "\x1b[1;33m"
                                     : "\x1b[1;36m";
}

std::string painted(const manner& how, const char* colour, std::string_view text) {
  if (!how.colour) return std::string(text);
  return std::string(colour) + std::string(text) + "\x1b[0m";
}

// The cell that a remark on data points at, from the file as it is.
std::string value_at(const heard_diagnostic& d, const input_folder& folder) {
  if (d.length == 0 || *d.excerpt != '\0') return {};
  const auto bytes = folder.read_part(d.where.name, d.where.offset, d.length);
  return bytes ? visible(*bytes) : std::string();
}

}  // namespace

manner manner_of_terminal() {
  manner how;
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  how.progress = terminal;
  how.colour = terminal && (no_colour == nullptr || *no_colour == '\0');
  return how;
}

progress_bar::progress_bar(const manner& how, std::string what)
    : how_(how), what_(std::move(what)) {}

progress_bar::~progress_bar() {
  if (shown_ >= 0) std::fputs("\r\x1b[K", stderr);
}

heard_run_options progress_bar::options(bool final) {
  heard_run_options out = HEARD_RUN_OPTIONS_INIT;
  out.threads = how_.threads;
  out.final = final ? 1 : 0;
  if (how_.progress && !how_.quiet) {
    out.progress = &progress_bar::told;
    out.user_data = this;
  }
  return out;
}

int32_t progress_bar::told(const heard_progress* now, void* self) {
  auto& bar = *static_cast<progress_bar*>(self);
  if (now->total == 0) return 0;
  const int percent = static_cast<int>(100 * now->done / now->total);
  if (percent == bar.shown_) return 0;
  bar.shown_ = percent;
  const std::string filled(static_cast<std::size_t>(percent / 5), '=');
  std::fprintf(stderr, "\r%s [%-20s] %3d%%", bar.what_.c_str(), filled.c_str(), percent);
  std::fflush(stderr);
  return 0;
}

std::size_t print(const heard_diagnostics* remarks, const manner& how, const input_folder& folder) {
  for (std::size_t i = 0; i < heard_diagnostics_count(remarks); ++i) {
    const auto d = fill<heard_diagnostic>(
        [&](auto out, auto err) { return heard_diagnostics_at(remarks, i, out, err); });
    if (how.quiet && d.severity != HEARD_ERROR) continue;
    std::string place = folder.named(d.where.name);
    if (d.where.line != 0) {
      place += ":" + std::to_string(d.where.line);
      if (d.where.column != 0) place += ":" + std::to_string(d.where.column);
    }
    if (!place.empty()) place += ": ";
    // A bar may stand on this line; it draws itself again.
    if (how.progress) std::cerr << "\r\x1b[K";
    std::cerr << place << painted(how, level_colour(d.severity), level_word(d.severity)) << ": "
              << visible(d.message) << '\n';
    if (*d.excerpt != '\0') std::cerr << d.excerpt << '\n';
    if (how.show_values) {
      const std::string value = value_at(d, folder);
      if (!value.empty()) std::cerr << "    " << value << '\n';
    }
  }
  return heard_diagnostics_errors(remarks);
}

void print_warning(std::string_view place, std::string_view message, const manner& how) {
  if (how.quiet) return;
  std::cerr << place << ": " << painted(how, level_colour(HEARD_WARNING), "warning") << ": "
            << visible(message) << '\n';
}

void print_error(std::string_view message, const manner& how) {
  std::cerr << "heard: " << painted(how, level_colour(HEARD_ERROR), "error") << ": "
            << visible(message) << '\n';
}

}  // namespace cli
