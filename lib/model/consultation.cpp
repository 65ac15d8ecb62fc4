#include <heard/model/consultation.hpp>

#include <algorithm>

namespace heard {

namespace {

// Rows of one answer, of those that are sorted by answer.
template <class Row>
std::span<const Row> rows_of(const std::vector<Row>& rows, answer_id answer) {
  const auto first = std::partition_point(rows.begin(), rows.end(),
                                          [&](const Row& each) { return each.answer < answer; });
  const auto last = std::partition_point(first, rows.end(),
                                         [&](const Row& each) { return each.answer == answer; });
  return {first, last};
}

// `en` for `en-GB`, in lower case.
std::string primary_subtag(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

answer_state consultation::state(response_id response, question_id question) const {
  return states_[std::size_t{response.value} * asked_.questions().size() + question.value];
}

std::pair<answer_id, answer_id> consultation::answers_of(response_id response) const {
  return {answer_id(first_answer_[response.value]), answer_id(first_answer_[response.value + 1])};
}

std::span<const redaction> consultation::redactions_of(answer_id answer) const {
  return rows_of(redactions_, answer);
}

std::span<const translation> consultation::translations_of(answer_id answer) const {
  return rows_of(translations_, answer);
}

const translation* consultation::translation_of(answer_id answer, std::string_view language) const {
  const std::string wanted = primary_subtag(language);
  for (const translation& each : translations_of(answer)) {
    if (primary_subtag(each.language) == wanted) return &each;
  }
  return nullptr;
}

std::optional<response_id> consultation::find_response(std::string_view id) const {
  std::uint32_t first = 0;
  std::uint32_t last = static_cast<std::uint32_t>(responses_.size());
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    const std::string_view there = id_of(response_id(middle));
    if (there == id) return response_id(middle);
    if (there < id) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return std::nullopt;
}

}  // namespace heard
