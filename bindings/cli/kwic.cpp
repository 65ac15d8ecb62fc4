#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace cli {

namespace {

struct kwic_arguments {
  std::string manifest, rule, question;
  uint32_t words = 8;
  bool as_json = false;
};

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

struct line {
  std::string response, question, left, hit, right;
};

void print_lines(const std::vector<line>& lines) {
  std::size_t response = 0;
  std::size_t question = 0;
  std::size_t left = 0;
  for (const line& l : lines) {
    response = std::max(response, width(l.response));
    question = std::max(question, width(l.question));
    left = std::max(left, width(l.left));
  }
  const auto pad = [](std::size_t to, const std::string& text) {
    return std::string(to - width(text), ' ');
  };
  for (const line& l : lines) {
    std::cout << l.response << pad(response, l.response) << "  " << l.question
              << pad(question, l.question) << "  " << pad(left, l.left) << l.left << "  [" << l.hit
              << "]  " << l.right << '\n';
  }
}

int print_kwic(const kwic_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  const auto of = p.consultation.get();
  heard_kwic_options options = HEARD_KWIC_OPTIONS_INIT;
  options.question = arguments.question.empty() ? nullptr : arguments.question.c_str();
  options.words = arguments.words;
  kwic found;
  {
    progress_bar bar(how, "searching");
    const heard_run_options run = bar.options();
    found = make<kwic>([&](auto out, auto err) {
      return heard_kwic_run(of, arguments.rule.c_str(), p.codebook.get(), &options, &run, out, err);
    });
  }
  std::vector<line> lines;
  for (std::size_t i = 0; i < heard_kwic_count(found.get()); ++i) {
    const auto l = fill<heard_kwic_line>(
        [&](auto out, auto err) { return heard_kwic_at(found.get(), i, out, err); });
    const auto response = fill<heard_response>(
        [&](auto out, auto err) { return heard_consultation_response(of, l.response, out, err); });
    const auto answer = fill<heard_answer>(
        [&](auto out, auto err) { return heard_consultation_answer(of, l.answer, out, err); });
    const auto question = fill<heard_question>([&](auto out, auto err) {
      return heard_consultation_question(of, answer.question, out, err);
    });
    if (arguments.as_json) {
      std::cout << "{\"response\":" << json(to_string(response.id))
                << ",\"question\":" << json(to_string(question.id)) << ",\"first\":" << l.first
                << ",\"last\":" << l.last << ",\"left\":" << json(to_string(l.left))
                << ",\"hit\":" << json(to_string(l.hit))
                << ",\"right\":" << json(to_string(l.right)) << "}\n";
    } else {
      lines.push_back({visible(to_string(response.id)), visible(to_string(question.id)),
                       visible(to_string(l.left)), visible(to_string(l.hit)),
                       visible(to_string(l.right))});
    }
  }
  print_lines(lines);
  return 0;
}

}  // namespace

void add_kwic(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<kwic_arguments>();
  CLI::App* command =
      app.add_subcommand("kwic", "Show every hit of a rule with the words around it");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("rule", arguments->rule, "A rule, such as 'social NEAR/3 worker*'")
      ->required();
  command->add_option("--question", arguments->question, "Only what was said there");
  command->add_option("--words", arguments->words, "Words on either side")
      ->capture_default_str()
      ->check(CLI::Range(1U, 1000U));
  command->add_flag("--json", arguments->as_json, "One JSON line a hit");
  command->footer(
      "Example:\n  heard kwic consultation.toml 'social NEAR/3 worker*' --question c1q1");
  command->callback([=] { run([=](const manner& how) { return print_kwic(*arguments, how); }); });
}

}  // namespace cli
