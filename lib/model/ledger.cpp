#include <heard/base/error.hpp>
#include <heard/model/ledger.hpp>

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

namespace heard {

namespace {

void prove(bool closes, const char* sum) {
  if (!closes) throw error(status::internal, std::string("the sum does not close: ") + sum);
}

template <class Counts>
std::uint64_t total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

void count_items(const consultation& of, ledger& out) {
  const item_table& items = of.items();
  out.items = items.size();
  std::uint64_t held = 0;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const std::uint64_t responses = items.responses[item_id(i)];
    const std::uint64_t merged = items.merged[item_id(i)];
    if (responses + merged == 0) {
      ++out.not_a_response;
    } else {
      out.split += responses + merged - 1;
    }
    out.merged_items += merged;
    held += responses;
  }
  prove(held == of.responses().size(), "responses held by items = received");
  prove(out.items + out.split - out.not_a_response - out.merged_items == of.responses().size(),
        "items - not_a_response + split - merged = received");
}

// All but the distinct bodies.
ledger count(const consultation& of) {
  ledger out;
  count_items(of, out);

  const response_table& responses = of.responses();
  const std::size_t questions = of.asked().questions().size();
  out.received = responses.size();
  out.by_channel.assign(of.asked().channels().size(), 0);
  out.by_state.assign(questions, {});
  std::uint64_t included = 0;
  for (const response_id response : of.each_response()) {
    const disposition is = responses.disposition[response];
    const lateness late = responses.late[response];
    ++out.by_disposition[static_cast<std::size_t>(is)];
    if (responses.channel[response].valid()) ++out.by_channel[responses.channel[response].value];
    if (is == disposition::included && late == lateness::let_in) ++out.late_let_in;
    if (is == disposition::included && late == lateness::left_out) ++out.late_left_out;
    if (!of.included(response)) continue;
    ++included;
    ++out.by_capacity[static_cast<std::size_t>(responses.capacity[response])];
    out.repeats += responses.repeats[response];
    for (const question_id question : of.each_question()) {
      ++out.by_state[question.value][static_cast<std::size_t>(of.state(response, question))];
    }
  }
  out.included =
      out.by_disposition[static_cast<std::size_t>(disposition::included)] - out.late_left_out;
  out.stale = of.stale().size();
  out.unread_answers = static_cast<std::uint64_t>(
      std::count_if(of.unread().begin(), of.unread().end(),
                    [&](const unread_words& row) { return of.included(row.response); }));

  prove(total(out.by_disposition) == out.received, "dispositions = received");
  prove(total(out.by_channel) == out.received, "channels = received");
  prove(total(out.by_capacity) == out.included, "capacities = included");
  prove(included == out.included, "included - late left out = included");
  for (const auto& states : out.by_state) {
    prove(total(states) == out.included, "answer states of a question = included");
  }
  for (const answer_id answer : of.each_answer()) {
    prove(of.answers().state[answer] <=
              of.state(of.answers().response[answer], of.answers().question[answer]),
          "every answer is in its response's states");
  }
  return out;
}

void plus(ledger& to, const ledger& part) {
  to.items += part.items;
  to.not_a_response += part.not_a_response;
  to.split += part.split;
  to.merged_items += part.merged_items;
  to.received += part.received;
  for (std::size_t i = 0; i < disposition_count; ++i)
    to.by_disposition[i] += part.by_disposition[i];
  to.by_channel.resize(part.by_channel.size());
  for (std::size_t i = 0; i < to.by_channel.size(); ++i) to.by_channel[i] += part.by_channel[i];
  for (std::size_t i = 0; i < to.by_capacity.size(); ++i) to.by_capacity[i] += part.by_capacity[i];
  to.late_let_in += part.late_let_in;
  to.late_left_out += part.late_left_out;
  to.included += part.included;
  to.repeats += part.repeats;
  to.by_state.resize(part.by_state.size());
  for (std::size_t question = 0; question < to.by_state.size(); ++question) {
    for (std::size_t i = 0; i < answer_state_count; ++i) {
      to.by_state[question][i] += part.by_state[question][i];
    }
  }
  to.stale += part.stale;
  to.unread_answers += part.unread_answers;
}

}  // namespace

void running_ledger::add(const consultation& part) {
  plus(sum_, count(part));
  count_bodies(part);
}

void running_ledger::count_bodies(const consultation& part) {
  for (const response_id response : part.each_response()) {
    const capacity speaks = part.responses().capacity[response];
    if (!part.included(response) ||
        (speaks != capacity::organisation && speaks != capacity::both)) {
      continue;
    }
    ++sum_.responses_of_bodies;
    for (const organisation_link& link : part.responses().organisations[response]) {
      const organisation& body = part.organisations()[link.organisation.value];
      bodies_.insert(body.name);
      entries_.insert(body.spellings[link.spelling]);
    }
  }
}

ledger running_ledger::total() const {
  ledger out = sum_;
  out.body_entries = entries_.size();
  out.bodies = bodies_.size();
  return out;
}

ledger make_ledger(const consultation& of) {
  running_ledger out;
  out.add(of);
  return out.total();
}

}  // namespace heard
