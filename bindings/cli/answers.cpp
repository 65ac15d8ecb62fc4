#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct answers_arguments {
  std::string manifest, question;
  bool text = false;
};

int print_answers(const answers_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  const auto of = p.consultation.get();
  std::size_t only = HEARD_NONE;
  if (!arguments.question.empty()) {
    error e;
    e.check(heard_consultation_find_question(of, arguments.question.c_str(), &only, e.out()));
  }
  std::cout << "response,question,text_hash,state,bytes,file,row,column"
            << (arguments.text ? ",text\n" : "\n");
  for (std::size_t i = 0; i < heard_consultation_count(of, HEARD_ANSWER); ++i) {
    const auto answer = fill<heard_answer>(
        [&](auto out, auto err) { return heard_consultation_answer(of, i, out, err); });
    if (only != HEARD_NONE && answer.question != only) continue;
    if (answer.text.size == 0) continue;
    const auto response = fill<heard_response>([&](auto out, auto err) {
      return heard_consultation_response(of, answer.response, out, err);
    });
    const auto question = fill<heard_question>([&](auto out, auto err) {
      return heard_consultation_question(of, answer.question, out, err);
    });
    std::cout << csv(to_string(response.id)) << ',' << csv(to_string(question.id)) << ','
              << answer.text_hash << ',' << heard_words_at(HEARD_ANSWER_STATES, answer.state) << ','
              << answer.text.size << ',' << csv(answer.file) << ',' << answer.row << ','
              << answer.column;
    if (arguments.text) std::cout << ',' << csv(to_string(answer.text));
    std::cout << '\n';
  }
  return 0;
}

}  // namespace

void add_answers(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<answers_arguments>();
  CLI::App* command = app.add_subcommand(
      "answers", "List the open answers as CSV, with the hashes that decision files ask for");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--question", arguments->question, "Only what was said there");
  command->add_flag("--text", arguments->text, "With the respondents' words, as received");
  command->footer("Example:\n  heard answers consultation.toml --question c1q1");
  command->callback(
      [=] { run([=](const manner& how) { return print_answers(*arguments, how); }); });
}

}  // namespace cli
