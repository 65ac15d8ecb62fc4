#include "model/builder_state.hpp"

#include <algorithm>
#include <tuple>

namespace heard {

// The last response of a sender takes over what the earlier ones said and it does not. Done while
// answers still stand in the order of arrival, so that they are sorted once.
void consultation_builder::state::merge_repeats() {
  if (made->settings_.repeats != repeat_policy::merge) return;
  response_table& table = made->responses_;
  answer_table& answers = made->answers_;
  std::vector<std::uint32_t> arrival(response_rank.size());
  for (std::uint32_t i = 0; i < response_rank.size(); ++i) arrival[response_rank[i]] = i;
  std::vector<bool> complete(table.size(), true);
  for (const unread_row& row : unread) complete[row.response] = false;

  std::vector<response_id> sent;
  for (const response_id response : made->each_response()) {
    const response_extra& about = extra[response.value];
    if (about.sender_known && !about.decided && about.first_answer != no_row &&
        complete[response.value] && made->included(response)) {
      sent.push_back(response);
    }
  }
  // By sender, the last first.
  std::sort(sent.begin(), sent.end(), [&](response_id a, response_id b) {
    const auto key = [&](response_id r) {
      return std::tuple(table.received[r].known(), table.received[r], r);
    };
    if (table.respondent[a] != table.respondent[b]) {
      return table.respondent[a] < table.respondent[b];
    }
    return key(b) < key(a);
  });

  const auto each_answer = [&](response_id of, auto visit) {
    for (std::uint32_t row = extra[of.value].first_answer; row != no_row; row = next_answer[row]) {
      visit(answer_id(row));
    }
  };
  for (std::size_t first = 0, last = 0; first < sent.size(); first = last) {
    const response_id target = sent[first];
    while (last < sent.size() && table.respondent[sent[last]] == table.respondent[target]) ++last;
    std::vector<answer_id> has;
    each_answer(target, [&](answer_id answer) { has.push_back(answer); });
    for (std::size_t i = first + 1; i < last; ++i) {
      std::vector<answer_id> taken;
      each_answer(sent[i], [&](answer_id answer) {
        const question_id question = answers.question[answer];
        const bool open = made->asked_[question].kind == question_kind::open;
        const bool known = std::any_of(has.begin(), has.end(), [&](answer_id other) {
          return answers.question[other] == question &&
                 (!open || made->text_of(other) == made->text_of(answer));
        });
        if (!known) taken.push_back(answer);
      });
      for (const answer_id answer : taken) {
        answers.response[answer] = response_id(arrival[target.value]);
        has.push_back(answer);
      }
      table.disposition[sent[i]] = disposition::merged;
      table.reason.set(sent[i],
                       made->arena_.add("merged into a later response of the same sender"));
    }
  }
}

}  // namespace heard
