#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct quote_arguments {
  std::string manifest, theme, question;
  uint32_t limit = 0;
  uint64_t seed = 0;
  bool published = false;
  bool as_json = false;
};

void print_json(const std::string& response, const heard_quote& q) {
  const auto flag = [](int32_t value) { return value != 0 ? "true" : "false"; };
  std::cout << "{\"response\":" << json(response) << ",\"text\":" << json(to_string(q.text))
            << ",\"attribution\":" << json(to_string(q.attribution))
            << ",\"cleared\":" << flag(q.cleared) << ",\"pinned\":" << flag(q.pinned)
            << ",\"may_be_published\":" << flag(q.may_be_published) << "}\n";
}

void print_text(const std::string& response, const heard_quote& q) {
  std::cout << "\u201C" << visible(to_string(q.text)) << "\u201D\n  "
            << visible(to_string(q.attribution)) << "   [" << visible(response) << "; "
            << (q.may_be_published != 0 ? "may be published"
                : q.cleared != 0        ? "cleared, but may not be published"
                                        : "not cleared")
            << "]\n\n";
}

int print_quotes(const quote_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  const codings c = run_codings(p, how);
  std::size_t theme = 0;
  error e;
  e.check(heard_codebook_find(p.codebook.get(), arguments.theme.c_str(), &theme, e.out()));
  heard_quote_options options = HEARD_QUOTE_OPTIONS_INIT;
  options.question = arguments.question.empty() ? nullptr : arguments.question.c_str();
  options.limit = arguments.limit;
  options.seed = arguments.seed;
  options.published_only = arguments.published ? 1 : 0;
  const auto found = make<quotes>(
      [&](auto out, auto err) { return heard_quotes_select(c.get(), theme, &options, out, err); });
  for (std::size_t i = 0; i < heard_quotes_count(found.get()); ++i) {
    const auto q = fill<heard_quote>(
        [&](auto out, auto err) { return heard_quotes_at(found.get(), i, out, err); });
    const auto response = fill<heard_response>([&](auto out, auto err) {
      return heard_consultation_response(p.consultation.get(), q.response, out, err);
    });
    (arguments.as_json ? print_json : print_text)(to_string(response.id), q);
  }
  return 0;
}

}  // namespace

void add_quotes(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<quote_arguments>();
  CLI::App* command = app.add_subcommand("quotes", "Passages that show what a theme means");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--theme", arguments->theme, "Id of a theme")->required();
  command->add_option("--question", arguments->question, "Only what was said there");
  command->add_option("--limit", arguments->limit, "Most quotes wanted; 0: the manifest's number");
  command->add_option("--seed", arguments->seed, "Same seed, same quotes");
  command->add_flag("--published", arguments->published, "Only those that may be published");
  command->add_flag("--json", arguments->as_json, "One JSON line a quote");
  command->callback([=] { run([=](const manner& how) { return print_quotes(*arguments, how); }); });
}

}  // namespace cli
