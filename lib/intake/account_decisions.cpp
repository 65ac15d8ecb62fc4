#include "intake/decision_file.hpp"
#include "intake/decisions.hpp"

#include <algorithm>
#include <map>

namespace heard {

namespace {

// The name that one is a slip of: closer than nearest(), because it stops the run.
std::string_view slip_of(const std::string& name, const std::vector<std::string>& known) {
  constexpr std::size_t ending = std::string_view(".csv").size();
  for (const std::string& each : known) {
    if (edit_distance(name, each) <= (each.size() - ending) / 5) return each;
  }
  return {};
}

}  // namespace

void read_campaigns(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  std::map<std::string, std::uint32_t> decided;
  in.read({"campaign", "policy", "who", "when", "why"}, [&](const person_row& row) {
    const auto campaign = in.short_name(row, "campaign");
    const auto policy = in.word<campaign_policy>(row, "policy");
    if (!campaign || !policy) return;
    const auto [there, inserted] = decided.emplace(*campaign, row.number());
    if (!inserted) {
      in.fault(row, "campaign",
               "row " + std::to_string(there->second) + " decides on this campaign already");
      return;
    }
    to.builder.add_campaign_decision({*campaign, *policy, decision_file::by(row), in.place(row)});
  });
}

void read_signoff(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  in.read({"section", "run", "who", "when"}, [&](const person_row& row) {
    const auto section = in.short_name(row, "section");
    const auto run = in.short_name(row, "run");
    if (row["who"].empty()) {
      in.fault(row, "who", "nobody signs off this section");
      return;
    }
    if (!section || !run) return;
    to.builder.add_signoff({*section, *run, decision_file::by(row), in.place(row)});
  });
}

void remark_on_unknown_files(draft& to, const decision_paths& paths,
                             const std::set<std::string>& named) {
  std::vector<std::string> known;
  for (const std::string& path : paths.files()) known.push_back(path.substr(paths.all.size()));
  for (const std::string& path : to.files.in_folder(paths.all)) {
    const std::string name = path.substr(paths.all.size());
    if (name.find('/') != name.npos || named.contains(path)) continue;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    // A slip in a name must not pass for a decision that was made: a redaction least of all.
    const std::string_view near = slip_of(name, known);
    to.remarks.add({near.empty() ? severity::warning : severity::error,
                    "no decision file has this name, so it is not read" + did_you_mean(near),
                    {path, 0, 0, 0},
                    0,
                    {}});
  }
}

}  // namespace heard
