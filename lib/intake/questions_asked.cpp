#include "intake/questions_asked.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace heard {

void settle_questions(draft& to, bool letters) {
  questionnaire& asked = to.builder.asked();
  const std::size_t declared = asked.questions().size();
  std::vector<bool> answered(declared, false);
  std::vector<bool> everywhere(declared, false);
  for (std::size_t i = 0; i < declared; ++i) {
    everywhere[i] = asked.questions()[i].channels.empty();
  }

  for (const data_source& source : to.from.sources) {
    const channel_id channel = to.channel(source.channel);
    const auto answers = [&](const std::string& id, const std::string& wording) {
      const question_id question = *asked.find_question(id);
      answered[question.value] = true;
      heard::question& of = asked.edit(question);
      if (everywhere[question.value] &&
          std::find(of.channels.begin(), of.channels.end(), channel) == of.channels.end()) {
        of.channels.push_back(channel);
      }
      if (!wording.empty()) of.wordings.push_back({channel, wording});
    };
    for (const answer_source& answer : source.answers) answers(answer.question, answer.wording);
    if (!source.rows_are_answers) continue;
    for (const auto& [cell, question] : source.rows_are_answers->values) answers(question, "");
  }

  for (std::size_t i = 0; i < declared; ++i) {
    const question_id question(i);
    if (answered[i]) continue;
    const bool open = asked[question].kind == question_kind::open;
    const severity level = letters && open ? severity::warning : severity::error;
    std::string message = "no source answers question \"" + asked[question].id + "\"";
    if (i < to.from.question_places.size()) {
      to.remarks.add(to.from.remark(level, std::move(message), to.from.question_places[i]));
    } else {
      to.remarks.add({level, std::move(message), {to.from.source->name(), 0, 0, 0}, 0, {}});
    }
  }
  to.builder.finish_questionnaire();
}

}  // namespace heard
