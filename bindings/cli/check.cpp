#include "commands.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct check_arguments {
  std::string manifest;
  bool final = false;
  bool show_values = false;
};

std::string number(std::uint64_t n, const char* one, const char* many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

void print_summary(const project& p, const heard_ledger& l) {
  const auto of = p.consultation.get();
  std::cout << heard_consultation_title(of) << '\n'
            << number(l.items, "item", "items") << " - " << l.not_a_response << " not a response + "
            << l.split << " split - " << l.merged_items << " merged = " << l.received
            << " received\n";
  for (std::size_t i = 0; i < heard_words_count(HEARD_DISPOSITIONS); ++i) {
    if (l.by_disposition[i] == 0) continue;
    std::cout << "  " << l.by_disposition[i] << ' '
              << heard_words_at(HEARD_DISPOSITIONS, static_cast<int32_t>(i)) << '\n';
  }
  if (l.late_left_out != 0)
    std::cout << "  " << l.late_left_out << " of the included left out as late\n";
  std::cout << l.included << " in the bases; " << l.responses_of_bodies
            << " on behalf of organisations, " << number(l.body_entries, "name", "names") << ", "
            << number(l.bodies, "distinct body", "distinct bodies") << '\n'
            << number(heard_codebook_count(p.codebook.get()), "theme", "themes") << '\n';
}

// What was decided on each, the manifest says or decisions/campaigns.csv.
void print_campaigns(heard_codings* from) {
  const auto found =
      make<campaigns>([&](auto out, auto err) { return heard_codings_campaigns(from, out, err); });
  const std::size_t count = heard_campaigns_count(found.get());
  if (count == 0) return;
  std::uint64_t responses = 0, undecided = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto each = fill<heard_campaign>(
        [&](auto out, auto err) { return heard_campaigns_at(found.get(), i, out, err); });
    responses += each.members;
    undecided += each.declared == 0 && each.who.size == 0 ? 1 : 0;
  }
  std::cout << number(count, "campaign", "campaigns") << ", "
            << number(responses, "response", "responses") << "; "
            << (undecided == 0 ? "all are decided on"
                               : std::to_string(undecided) + " of them " +
                                     (undecided == 1 ? "awaits" : "await") +
                                     " a decision (heard campaigns --rows)")
            << '\n';
}

int check(const check_arguments& arguments, manner how) {
  how.show_values = arguments.show_values;
  const project p = load(arguments.manifest, how, arguments.final);
  const codings c = run_codings(p, how);
  const auto remarks = make<diagnostics>(
      [&](auto out, auto err) { return heard_codings_remarks(c.get(), out, err); });
  print(remarks.get(), how, p.folder);
  std::size_t errors = 0;
  for (std::size_t i = 0; i < heard_diagnostics_count(remarks.get()); ++i) {
    const auto row = fill<heard_diagnostic>(
        [&](auto out, auto err) { return heard_diagnostics_at(remarks.get(), i, out, err); });
    if (row.severity == HEARD_ERROR) ++errors;
  }
  print_summary(p, fill<heard_ledger>([&](auto out, auto err) {
                  return heard_consultation_ledger(p.consultation.get(), out, err);
                }));
  print_campaigns(c.get());
  return errors == 0 ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<check_arguments>();
  CLI::App* command = app.add_subcommand(
      "check",
      "Read everything, print every fault, say how each rule does and whether the sums close");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_flag("--final", arguments->final,
                    "Refuse what is unsettled, as a final report would");
  command->add_flag("--show-values", arguments->show_values,
                    "Show the respondents' words that faults in data are about");
  command->footer("Example:\n  heard check consultation.toml --final");
  command->callback([=] { run([=](const manner& how) { return check(*arguments, how); }); });
}

}  // namespace cli
