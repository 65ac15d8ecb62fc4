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
  bool as_rows = false;
};

// Where a quote stands, by the ids that decision files use.
struct place {
  std::string response, question, text_hash;
};

place place_of(const project& p, const heard_quote& q) {
  const auto of = p.consultation.get();
  const auto response = fill<heard_response>(
      [&](auto out, auto err) { return heard_consultation_response(of, q.response, out, err); });
  const auto answer = fill<heard_answer>(
      [&](auto out, auto err) { return heard_consultation_answer(of, q.answer, out, err); });
  const auto question = fill<heard_question>([&](auto out, auto err) {
    return heard_consultation_question(of, answer.question, out, err);
  });
  return {to_string(response.id), to_string(question.id), answer.text_hash};
}

// A row of decisions/quotes.csv that clears these words, for a person to complete.
void print_row(const place& at, const heard_quote& q) {
  if (q.pieces != 1) return;  // What is decided about is one slice.
  std::cout << csv(at.response) << ',' << csv(at.question) << ',' << q.first << ',' << q.last
            << ",clear," << at.text_hash << ",,,\n";
}

void print_json(const place& at, const heard_quote& q) {
  const auto flag = [](int32_t value) { return value != 0 ? "true" : "false"; };
  std::cout << "{\"response\":" << json(at.response) << ",\"question\":" << json(at.question)
            << ",\"first\":" << q.first << ",\"last\":" << q.last << ",\"pieces\":" << q.pieces
            << ",\"text_hash\":" << json(at.text_hash) << ",\"text\":" << json(to_string(q.text))
            << ",\"attribution\":" << json(to_string(q.attribution)) << ",\"attribution_form\":"
            << json(heard_words_at(HEARD_ATTRIBUTION_FORMS, q.attribution_form))
            << ",\"cleared\":" << flag(q.cleared) << ",\"pinned\":" << flag(q.pinned)
            << ",\"may_be_published\":" << flag(q.may_be_published)
            << ",\"why_held\":" << json(heard_words_at(HEARD_WAYS_HELD, q.why_held));
  if (q.translation.size != 0) {
    std::cout << ",\"translation\":" << json(to_string(q.translation))
              << ",\"translation_language\":" << json(to_string(q.translation_language))
              << ",\"translator\":" << json(to_string(q.translator))
              << ",\"translation_is_longer\":" << flag(q.translation_is_longer);
  }
  std::cout << "}\n";
}

// Why a quote may not be published, as a person would say it.
const char* reason_of(int32_t why_held) {
  switch (why_held) {
    case HEARD_HELD_BY_RULE:
      return ": its sender did not let it be quoted";
    case HEARD_HELD_BANNED:
      return ": words of it are banned";
    case HEARD_HELD_PERSONAL_DATA:
      return ": something in it may tell who somebody is";
    default:
      return "";
  }
}

void print_text(const place& at, const heard_quote& q) {
  std::cout << "\u201C" << visible(to_string(q.text)) << "\u201D\n  ";
  if (q.translation.size != 0) {
    std::cout << '[' << visible(to_string(q.translation_language)) << ", "
              << (q.translation_is_longer != 0 ? "the whole answer, " : "") << "translated by "
              << visible(to_string(q.translator)) << "] " << visible(to_string(q.translation))
              << "\n  ";
  }
  std::cout << visible(to_string(q.attribution)) << "   [" << visible(at.response) << "; "
            << (q.may_be_published != 0 ? "may be published"
                : q.cleared != 0        ? "cleared, but may not be published"
                                        : "may not be published")
            << reason_of(q.why_held) << "]\n\n";
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
  if (arguments.as_rows) {
    std::cout << "response,question,first,last,action,text_hash,who,when,why\n";
  }
  for (std::size_t i = 0; i < heard_quotes_count(found.get()); ++i) {
    const auto q = fill<heard_quote>(
        [&](auto out, auto err) { return heard_quotes_at(found.get(), i, out, err); });
    const auto print = arguments.as_rows ? print_row : arguments.as_json ? print_json : print_text;
    print(place_of(p, q), q);
  }
  return 0;
}

}  // namespace

void add_quotes(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<quote_arguments>();
  CLI::App* command = app.add_subcommand("quotes", "Choose passages that show what a theme means");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--theme", arguments->theme, "Id of a theme")->required();
  command->add_option("--question", arguments->question, "Only what was said there");
  command->add_option("--limit", arguments->limit, "Most quotes wanted; 0: the manifest's number");
  command->add_option("--seed", arguments->seed, "Same seed, same quotes");
  command->add_flag("--published", arguments->published, "Only those that may be published");
  command->add_flag("--json", arguments->as_json, "One JSON line a quote");
  command->add_flag(
      "--rows", arguments->as_rows,
      "Rows for decisions/quotes.csv that clear these words, of quotes that leave nothing out;"
      " add who, when and why");
  command->footer("Example:\n  heard quotes consultation.toml --theme evening-hours --published");
  command->callback([=] { run([=](const manner& how) { return print_quotes(*arguments, how); }); });
}

}  // namespace cli
