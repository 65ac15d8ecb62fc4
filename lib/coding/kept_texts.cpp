#include "coding/kept_texts.hpp"

#include <cstring>
#include <string>

namespace heard::matching {

kept_texts::kept_texts(const consultation& of)
    : of_(&of), row_of_answer_(of.answers().size(), no_text) {
  const answer_table& answers = of.answers();
  for (const answer_id answer : of.each_answer()) {
    if (answers.state[answer] != answer_state::text ||
        of.asked()[answers.question[answer]].kind != question_kind::open ||
        !of.included(answers.response[answer])) {
      continue;
    }
    row_of_answer_[answer.value] = static_cast<text_row>(answers_.size());
    answers_.push_back(answer);
  }
}

std::string_view kept_texts::operator[](text_row row) const {
  if (row < answers_.size()) return of_->text_of(answers_[row]);
  if (is_translation(row)) return of_->text(translated(row)->text);
  return of_->text(of_->events()[event(row).value].notes);
}

answer_id kept_texts::answer(text_row row) const {
  return row < answers_.size() ? answers_[row] : translated(row)->answer;
}

hash128 kept_texts::hash() const {
  std::string all;
  all.reserve(size() * 3 * sizeof(std::uint64_t));
  const auto add = [&all](std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    all.append(bytes, sizeof bytes);
  };
  for (text_row row = 0; row < size(); ++row) {
    const std::string_view text = (*this)[row];
    const hash128 h = hash_bytes(text);
    add(text.size());
    add(h.high);
    add(h.low);
  }
  return hash_bytes(all);
}

}  // namespace heard::matching
