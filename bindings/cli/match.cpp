#include "commands.hpp"
#include "files.hpp"
#include "handle.hpp"
#include "project.hpp"

#include <iostream>
#include <iterator>
#include <memory>

namespace cli {

namespace {

struct match_arguments {
  std::string rule, text, language, codebook;
};

// A line for the rule and for each of its parts.
void print_step(const heard_match_step& s) {
  std::cout << std::string(2 * s.depth, ' ') << visible(to_string(s.part)) << ": ";
  if (s.matched != 0) {
    std::cout << s.hits << (s.hits == 1 ? " hit" : " hits");
  } else {
    std::cout << (s.why.size == 0 ? "no hit" : visible(to_string(s.why)));
  }
  std::cout << '\n';
}

int try_rule(const match_arguments& arguments, const manner& how) {
  std::string text = arguments.text;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  codebook book;
  if (!arguments.codebook.empty()) {
    const std::string rules = read_all(arguments.codebook);
    heard_diagnostics* remarks = nullptr;
    heard_codebook* made = nullptr;
    error e;
    const heard_status status = heard_codebook_parse(
        rules.data(), rules.size(), arguments.codebook.c_str(), &made, &remarks, e.out());
    const diagnostics owned_remarks(remarks);
    book.reset(made);
    print(remarks, how, input_folder());
    e.check(status);
  }
  const auto m = make<match>([&](auto out, auto err) {
    return heard_match_run(arguments.rule.c_str(), text.data(), text.size(),
                           arguments.language.empty() ? nullptr : arguments.language.c_str(),
                           book.get(), out, err);
  });
  for (std::size_t i = 0; i < heard_match_count(m.get()); ++i) {
    const auto e = fill<heard_evidence>(
        [&](auto out, auto err) { return heard_match_at(m.get(), i, out, err); });
    std::cout << e.first << '-' << e.last << ": "
              << visible(std::string_view(text).substr(e.first, e.last - e.first)) << '\n';
  }
  if (heard_match_matched(m.get()) != 0) return 0;
  std::cout << "no match\n";
  for (std::size_t i = 0; i < heard_match_steps(m.get()); ++i) {
    print_step(fill<heard_match_step>(
        [&](auto out, auto err) { return heard_match_step_at(m.get(), i, out, err); }));
  }
  return 1;
}

}  // namespace

void add_match(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<match_arguments>();
  CLI::App* command =
      app.add_subcommand("match", "Show where a rule hits a text, or why it does not");
  command->add_option("rule", arguments->rule, "A rule, such as 'safe* NEAR/5 child*'")->required();
  command->add_option("text", arguments->text, "A text; - for standard input")->required();
  command->add_option("--language", arguments->language, "Language of the text, for %stems");
  command->add_option("--codebook", arguments->codebook, "Where #lists and @themes stand");
  command->footer("Example:\n  heard match 'open* NEAR/4 late*' 'It opened as late as nine.'");
  command->callback([=] { run([=](const manner& how) { return try_rule(*arguments, how); }); });
}

}  // namespace cli
