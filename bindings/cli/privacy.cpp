#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>
#include <optional>

namespace cli {

namespace {

struct privacy_arguments {
  std::string manifest;
  std::optional<std::string> text;
  bool show_values = false;
  bool as_rows = false;
  bool all = false;
};

heard_personal at(const privacy& from, std::size_t index) {
  return fill<heard_personal>(
      [&](auto out, auto err) { return heard_privacy_at(from.get(), index, out, err); });
}

int try_text(const std::string& text) {
  const auto found = make<privacy>([&](auto out, auto err) {
    return heard_privacy_of_text(text.data(), text.size(), out, err);
  });
  std::cout << "kind,first,last,replacement,why,words\n";
  for (std::size_t i = 0; i < heard_privacy_count(found.get()); ++i) {
    const heard_personal row = at(found, i);
    std::cout << row.kind << ',' << row.first << ',' << row.last << ',' << row.replacement << ','
              << row.why << ',' << csv(text.substr(row.first, row.last - row.first)) << '\n';
  }
  return 0;
}

int list(const privacy_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  const auto of = p.consultation.get();
  const auto found =
      make<privacy>([&](auto out, auto err) { return heard_privacy_find(of, out, err); });
  if (arguments.as_rows) {
    std::cout << "response,question,first,last,replacement,text_hash,who,when,why\n";
  } else {
    std::cout << "response,question,kind,first,last,why,settled"
              << (arguments.show_values ? ",words\n" : "\n");
  }
  for (std::size_t i = 0; i < heard_privacy_count(found.get()); ++i) {
    const heard_personal row = at(found, i);
    // A row for what is settled would redact the same bytes twice.
    if (row.settled != 0 && (arguments.as_rows || !arguments.all)) continue;
    const auto answer = fill<heard_answer>(
        [&](auto out, auto err) { return heard_consultation_answer(of, row.answer, out, err); });
    const auto response = fill<heard_response>([&](auto out, auto err) {
      return heard_consultation_response(of, answer.response, out, err);
    });
    const auto question = fill<heard_question>([&](auto out, auto err) {
      return heard_consultation_question(of, answer.question, out, err);
    });
    std::cout << csv(to_string(response.id)) << ',' << csv(to_string(question.id)) << ',';
    if (arguments.as_rows) {
      std::cout << row.first << ',' << row.last << ',' << row.replacement << ',' << answer.text_hash
                << ",,,\n";
      continue;
    }
    std::cout << row.kind << ',' << row.first << ',' << row.last << ',' << row.why << ','
              << (row.settled != 0 ? "yes" : "no");
    if (arguments.show_values) {
      std::cout << ',' << csv(to_string(answer.text).substr(row.first, row.last - row.first));
    }
    std::cout << '\n';
  }
  return 0;
}

}  // namespace

void add_privacy(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<privacy_arguments>();
  CLI::App* command = app.add_subcommand(
      "privacy", "List what may tell who somebody is: a first pass, not a guarantee");
  auto* of = command->add_option("manifest", arguments->manifest, "consultation.toml");
  auto* text = command->add_option("--text", arguments->text, "Try it on these words instead");
  auto* values = command->add_flag("--show-values", arguments->show_values,
                                   "With the respondents' words that were found");
  auto* rows = command->add_flag("--rows", arguments->as_rows,
                                 "Rows for decisions/redactions.csv; add who, when and why");
  auto* all = command->add_flag("--all", arguments->all, "Those that are redacted already too");
  text->excludes(of)->excludes(values)->excludes(rows)->excludes(all);
  rows->excludes(values)->excludes(all);
  command->footer("Example:\n  heard privacy consultation.toml --show-values");
  command->callback([=] {
    run([=](const manner& how) {
      if (arguments->text) return try_text(*arguments->text);
      if (arguments->manifest.empty()) throw CLI::RequiredError("manifest or --text");
      return list(*arguments, how);
    });
  });
}

}  // namespace cli
