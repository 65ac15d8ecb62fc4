#include <heard/base/error.hpp>
#include <heard/model/questionnaire.hpp>

namespace heard {

namespace {

// Few rows, looked up by people's files: a search from the front is the simplest that is fast
// enough.
template <class Id, class T>
std::optional<Id> find(const std::vector<T>& rows, std::string_view id) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == id) return Id(i);
  }
  return std::nullopt;
}

template <class Id, class T>
Id add_new(std::vector<T>& rows, T value, const char* noun) {
  if (find<Id>(rows, value.id)) {
    throw error(status::bad_argument, std::string(noun) + " \"" + value.id + "\" is there twice");
  }
  rows.push_back(std::move(value));
  return Id(rows.size() - 1);
}

}  // namespace

channel_id questionnaire::add(channel value) {
  if (value.title.empty()) value.title = value.id;
  return add_new<channel_id>(channels_, std::move(value), "channel");
}

chapter_id questionnaire::add(chapter value) {
  return add_new<chapter_id>(chapters_, std::move(value), "chapter");
}

question_id questionnaire::add(question value) {
  if (value.label.empty()) value.label = value.text;
  return add_new<question_id>(questions_, std::move(value), "question");
}

option_id questionnaire::add_option(question_id of, option value) {
  if (find_option(of, value.id)) {
    throw error(status::bad_argument, "option \"" + value.id + "\" of question \"" +
                                          questions_[of.value].id + "\" is there twice");
  }
  value.question = of;
  options_.push_back(std::move(value));
  const option_id added(options_.size() - 1);
  questions_[of.value].options.push_back(added);
  return added;
}

std::optional<channel_id> questionnaire::find_channel(std::string_view id) const {
  return find<channel_id>(channels_, id);
}

std::optional<chapter_id> questionnaire::find_chapter(std::string_view id) const {
  return find<chapter_id>(chapters_, id);
}

std::optional<question_id> questionnaire::find_question(std::string_view id) const {
  return find<question_id>(questions_, id);
}

std::optional<option_id> questionnaire::find_option(question_id of, std::string_view id) const {
  for (const option_id candidate : questions_[of.value].options) {
    if (options_[candidate.value].id == id) return candidate;
  }
  return std::nullopt;
}

}  // namespace heard
