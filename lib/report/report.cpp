#include "report/audit.hpp"
#include "report/collect.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/sections.hpp"

#include <heard/base/error.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/report/report.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace heard {

namespace {

using namespace reporting;

void add_folder(const account& from, std::vector<report_file>& out) {
  const std::string folder = from.internal() ? "internal/" : "publish/";
  const document written = write(from);
  out.push_back({folder + "report.html", to_html(written)});
  out.push_back({folder + "report.md", to_markdown(written)});
  out.push_back({folder + "report.json", to_json(from)});
  each_table(from, [&](const shown_table& each) {
    out.push_back({folder + "tables/" + each.name + ".csv", to_csv(each)});
  });
  for (const work_list& each : from.lists) {
    out.push_back({folder + "tables/" + each.name + ".csv", to_csv(each)});
  }
}

}  // namespace

namespace {

// Another quote in the place of one that somebody chose would pass for their choice.
void throw_first(diagnostics& found) {
  found.sort_by_place();
  for (const diagnostic& each : found.all()) {
    if (each.level == severity::error) throw error(status::refused, each.message, each.where);
  }
}

std::uint64_t steps_of_folders(const consultation& of) {
  const std::uint64_t folders = 2;
  return folders * of.asked().questions().size() + folders;
}

std::vector<report_file> write_folders(const counts& all, bool final, meter& steps) {
  std::vector<report_file> out;
  for (const audience reader : {audience::publish, audience::internal}) {
    const collected folder = collect(all, reader, final, steps);
    const std::size_t first = out.size();
    add_folder(folder.said, out);
    if (folder.numbers) audit(*folder.numbers, std::span(out).subspan(first));
    steps.step();
  }
  return out;
}

void sort_files(std::vector<report_file>& files) {
  std::sort(files.begin(), files.end(),
            [](const report_file& a, const report_file& b) { return a.path < b.path; });
}

}  // namespace

std::vector<report_file> render_report(std::shared_ptr<const codings> from,
                                       const report_options& options) {
  const consultation& of = *from->of();
  diagnostics pins = check_print_decisions(of);
  throw_first(pins);
  meter steps(options.run, steps_of(of) + steps_of_folders(of));
  std::vector<report_file> out = write_folders(count_all(from, steps), options.final, steps);
  out.push_back({"internal/codings.csv", codings_csv(*from)});
  sort_files(out);
  return out;
}

struct report_writer::state {
  report_options options;
  diagnostics pins;
  std::optional<part_counter> counter;
};

report_writer::report_writer(report_options options)
    : state_(new state{std::move(options), {}, {}}) {}
report_writer::~report_writer() = default;
report_writer::report_writer(report_writer&&) noexcept = default;
report_writer& report_writer::operator=(report_writer&&) noexcept = default;

void report_writer::add(const std::shared_ptr<const codings>& part) {
  const consultation& of = *part->of();
  if (!state_->counter) state_->counter.emplace(of.settings().quotes, most_list_rows);
  state_->pins.append(check_print_decisions(of));
  meter steps(state_->options.run, 0);
  state_->counter->add(part, steps);
}

std::vector<report_file> report_writer::finish(const std::shared_ptr<const codings>& last) {
  add(last);
  throw_first(state_->pins);
  meter steps(state_->options.run, 0);
  std::vector<report_file> out =
      write_folders(state_->counter->finish(last, steps), state_->options.final, steps);
  sort_files(out);
  return out;
}

}  // namespace heard
