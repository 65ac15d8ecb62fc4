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

void count_bodies(const consultation& of, ledger& out) {
  std::vector<organisation_id> bodies;
  std::vector<std::string_view> entries;  // One that holds two bodies is one entry.
  for (const response_id response : of.each_response()) {
    const capacity speaks = of.responses().capacity[response];
    if (!of.included(response) || (speaks != capacity::organisation && speaks != capacity::both)) {
      continue;
    }
    ++out.responses_of_bodies;
    for (const organisation_link& link : of.responses().organisations[response]) {
      bodies.push_back(link.organisation);
      entries.push_back(of.organisations()[link.organisation.value].spellings[link.spelling]);
    }
  }
  const auto distinct = [](auto& of_them) {
    std::sort(of_them.begin(), of_them.end());
    of_them.erase(std::unique(of_them.begin(), of_them.end()), of_them.end());
    return of_them.size();
  };
  out.body_entries = distinct(entries);
  out.bodies = distinct(bodies);
}

}  // namespace

ledger make_ledger(const consultation& of) {
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
  count_bodies(of, out);
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

}  // namespace heard
