#include "model/builder_state.hpp"

#include <algorithm>
#include <tuple>

namespace heard {

namespace {

void append_number(std::string& out, std::uint64_t value) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i));
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

}  // namespace

// What a response says, in bytes that are equal for no two that say something else.
std::string consultation_builder::state::said_by(response_id response) const {
  std::string said;
  const auto [first, last] = made->answers_of(response);
  for (answer_id answer = first; answer != last; ++answer.value) {
    if (made->answers_.state[answer] == answer_state::blank) continue;
    append_number(said, made->answers_.question[answer].value);
    append_text(said, made->text_of(answer));
    append_text(said, made->text(made->answers_.other[answer]));
    append_number(said, made->answers_.options[answer].size());
    for (const option_id option : made->answers_.options[answer]) {
      append_number(said, option.value);
    }
  }
  return said;
}

// Equal words of different senders, or of senders nobody knows, are never looked at: many people
// may send one postcard.
auto consultation_builder::state::all_sent_again() const -> std::vector<sent_again> {
  const response_table& table = made->responses_;
  std::vector<std::uint32_t> of_sender(made->respondents_, 0);
  std::vector<bool> complete(table.size(), true);
  for (const unread_words& row : made->unread_) complete[row.response.value] = false;
  const auto considered = [&](response_id response) {
    return extra[response.value].sender_known && made->included(response) &&
           complete[response.value] &&
           made->first_answer_[response.value] != made->first_answer_[response.value + 1];
  };
  for (const response_id response : made->each_response()) {
    if (considered(response)) ++of_sender[table.respondent[response].value];
  }
  std::vector<sent_again> out;
  for (const response_id response : made->each_response()) {
    const respondent_id sender = table.respondent[response];
    if (!considered(response) || of_sender[sender.value] < 2) continue;
    out.push_back({sender, hash_bytes(said_by(response)), response});
  }
  return out;
}

void consultation_builder::state::find_repeats() {
  response_table& table = made->responses_;
  table.repeats.resize(table.size(), 0);
  std::vector<sent_again> candidates = all_sent_again();
  std::sort(candidates.begin(), candidates.end(), [&](const sent_again& a, const sent_again& b) {
    const timestamp& x = table.received[a.response];
    const timestamp& y = table.received[b.response];
    return std::tuple(a.sender, a.said, !x.known(), x, a.response) <
           std::tuple(b.sender, b.said, !y.known(), y, b.response);
  });
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const sent_again& before = candidates[i - 1];
    if (before.sender != candidates[i].sender || before.said != candidates[i].said) continue;
    const response_id response = candidates[i].response;
    table.repeats[response] = 1;
    if (made->settings_.repeats == repeat_policy::keep_first && !extra[response.value].decided) {
      table.disposition[response] = disposition::duplicate;
      table.reason.set(response,
                       made->arena_.add("repeats an earlier response of the same sender"));
    }
  }
  if (made->settings_.repeats == repeat_policy::keep_last) keep_last(std::move(candidates));
}

void consultation_builder::state::keep_last(std::vector<sent_again> candidates) {
  response_table& table = made->responses_;
  std::sort(candidates.begin(), candidates.end(), [&](const sent_again& a, const sent_again& b) {
    const timestamp& x = table.received[a.response];
    const timestamp& y = table.received[b.response];
    return std::tuple(a.sender, x.known(), x, a.response) <
           std::tuple(b.sender, y.known(), y, b.response);
  });
  std::size_t last = 0;  // Of the sender, which those before it are held against.
  for (std::size_t i = candidates.size(); i-- > 0;) {
    if (i + 1 == candidates.size() || candidates[i + 1].sender != candidates[i].sender) last = i;
    const response_id response = candidates[i].response;
    if (last == i || extra[response.value].decided) continue;
    const bool equal = candidates[i].said == candidates[last].said;
    table.disposition[response] = equal ? disposition::duplicate : disposition::superseded;
    table.reason.set(response,
                     made->arena_.add(equal ? "repeated by a later response of the same sender"
                                            : "superseded by a later response of the same sender"));
    table.repeats[response] = 0;
  }
  for (const sent_again& each : candidates) {
    if (made->included(each.response)) table.repeats[each.response] = 0;
  }
}

}  // namespace heard
