// A small questionnaire for tests: two channels, one chapter, two open questions and a closed one.
#pragma once

#include <heard/model/builder.hpp>

#include <string>

namespace heard::testing {

struct small {
  consultation_builder builder;
  channel_id form, inbox;
  question_id why, how, you, chapter_place, general;
  option_id parent, student;
  file_id sheet;

  small() {
    builder.settings().id = "test";
    builder.settings().closes = {2026, 4, 27, 0, 0, 0, false};
    questionnaire& asked = builder.asked();
    form = asked.add(channel{"form", "", ""});
    inbox = asked.add(channel{"inbox", "", ""});
    const chapter_id c1 = asked.add(chapter{"c1", "First", "", ""});
    for (const char* id : {"why", "how"}) {
      question q;
      q.id = id;
      q.text = std::string(id) + "?";
      q.chapter = c1;
      q.channels = {form};
      asked.add(q);
    }
    question q;
    q.id = "you";
    q.kind = question_kind::multiple;
    q.about_you = true;
    q.channels = {form};
    asked.add(q);
    builder.finish_questionnaire();
    why = *asked.find_question("why");
    how = *asked.find_question("how");
    you = *asked.find_question("you");
    chapter_place = *asked.find_question("c1");
    general = *asked.find_question("general");
    for (const char* id : {"parent", "student"}) {
      option o;
      o.id = id;
      o.label = id;
      asked.add_option(you, o);
    }
    parent = *asked.find_option(you, "parent");
    student = *asked.find_option(you, "student");
    sheet = builder.add_file({"data/form.csv", {}, 0, 0, "utf-8"});
  }

  new_response response(std::string id, std::string sender = "") const {
    new_response out;
    out.id = std::move(id);
    out.channel = form;
    out.sender = std::move(sender);
    return out;
  }

  answer_handle say(response_handle of, question_id question, std::string_view text,
                    std::uint32_t row = 2) {
    new_answer answer;
    answer.question = question;
    answer.text = text;
    answer.place = {sheet, row, question.value + 1, 0, 0};
    return builder.add_answer(of, answer);
  }

  answer_handle tick(response_handle of, std::vector<option_id> options) {
    new_answer answer;
    answer.question = you;
    answer.state = answer_state::options;
    answer.options = std::move(options);
    answer.place = {sheet, 2, 9, 0, 0};
    return builder.add_answer(of, answer);
  }

  std::shared_ptr<const consultation> finish() {
    diagnostics remarks;
    return builder.finish(remarks);
  }
};

}  // namespace heard::testing
