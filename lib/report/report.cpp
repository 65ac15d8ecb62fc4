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

std::vector<report_file> render_report(std::shared_ptr<const codings> from,
                                       const report_options& options) {
  // Another quote in the place of one that somebody chose would pass for their choice.
  const diagnostics remarks = check_print_decisions(*from->of());
  for (const diagnostic& each : remarks.all()) {
    if (each.level == severity::error) throw error(status::refused, each.message, each.where);
  }
  const std::uint64_t questions = from->of()->asked().questions().size();
  const std::uint64_t folders = 2;
  meter steps(options.run, steps_of(*from->of()) + folders * questions + folders);
  const counts all = count_all(from, steps);
  std::vector<report_file> out;
  for (const audience reader : {audience::publish, audience::internal}) {
    const collected folder = collect(all, reader, options.final, steps);
    const std::size_t first = out.size();
    add_folder(folder.said, out);
    if (folder.numbers) audit(*folder.numbers, std::span(out).subspan(first));
    steps.step();
  }
  out.push_back({"internal/codings.csv", codings_csv(*from)});
  std::sort(out.begin(), out.end(),
            [](const report_file& a, const report_file& b) { return a.path < b.path; });
  return out;
}

}  // namespace heard
