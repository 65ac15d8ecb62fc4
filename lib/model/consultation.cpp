#include <heard/model/consultation.hpp>

#include <algorithm>

namespace heard {

answer_state consultation::state(response_id response, question_id question) const {
  return states_[std::size_t{response.value} * asked_.questions().size() + question.value];
}

std::pair<answer_id, answer_id> consultation::answers_of(response_id response) const {
  return {answer_id(first_answer_[response.value]), answer_id(first_answer_[response.value + 1])};
}

std::span<const redaction> consultation::redactions_of(answer_id answer) const {
  const auto first =
      std::partition_point(redactions_.begin(), redactions_.end(),
                           [&](const redaction& each) { return each.answer < answer; });
  const auto last = std::partition_point(
      first, redactions_.end(), [&](const redaction& each) { return each.answer == answer; });
  return {first, last};
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
