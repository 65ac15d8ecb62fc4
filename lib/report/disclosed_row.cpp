#include "report/disclosed_row.hpp"

#include <heard/identity/personal_data.hpp>

#include <algorithm>
#include <tuple>

namespace heard::reporting {

std::string withheld_whole(const consultation& of, response_id response) {
  const response_table& responses = of.responses();
  if (!of.included(response)) {
    const disposition is = responses.disposition[response];
    return is == disposition::included ? "late" : std::string(word(is));
  }
  switch (responses.publication[response]) {
    case publication::named:
    case publication::anonymous:
      return {};
    case publication::counted_only:
      return "counted_only";
    case publication::unknown:
      break;
  }
  return "publication_unknown";
}

answer_discloser::answer_discloser(const consultation& of)
    : of_(of), decided_row_(of.answers().size(), 0) {
  found_ = personal_findings(of).all();
  std::erase_if(found_, [](const personal_finding& each) { return each.settled; });
  for (const quote_decision& each : of.quote_decisions()) {
    if (each.action == quote_action::pin) continue;
    std::uint32_t& row = decided_row_[each.answer.value];
    if (row == 0) {
      decided_.emplace_back();
      row = static_cast<std::uint32_t>(decided_.size());
    }
    decided_[row - 1].push_back({each.first, each.last, each.action == quote_action::ban});
  }
}

std::size_t answer_discloser::unsettled(answer_id answer) const {
  const auto [first, last] = std::equal_range(
      found_.begin(), found_.end(), personal_finding{answer, {}, false},
      [](const personal_finding& a, const personal_finding& b) { return a.answer < b.answer; });
  const std::uint32_t row = decided_row_[answer.value];
  return static_cast<std::size_t>(std::count_if(first, last, [&](const personal_finding& each) {
    if (row == 0) return true;
    const std::vector<slice>& slices = decided_[row - 1];
    return std::none_of(slices.begin(), slices.end(), [&](const slice& one) {
      return !one.ban && one.first <= each.found.bytes.first && each.found.bytes.last <= one.last;
    });
  }));
}

std::string answer_discloser::words(answer_id answer, const std::string& question,
                                    std::vector<withheld_words>& withheld) const {
  struct stretch {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string_view shown;
  };
  std::vector<stretch> out;
  std::size_t banned = 0;
  for (const redaction& each : of_.redactions_of(answer)) {
    out.push_back({each.first, each.last, each.replacement});
  }
  const std::size_t redacted = out.size();
  if (const std::uint32_t row = decided_row_[answer.value]; row != 0) {
    for (const slice& each : decided_[row - 1]) {
      if (!each.ban) continue;
      out.push_back({each.first, each.last, withheld_mark});
      ++banned;
    }
  }
  if (redacted != 0) withheld.push_back({question, "redacted", redacted});
  if (banned != 0) withheld.push_back({question, "banned", banned});
  std::sort(out.begin(), out.end(), [](const stretch& a, const stretch& b) {
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
  });
  const std::string_view text = of_.text_of(answer);
  std::string shown;
  std::size_t at = 0;
  for (std::size_t i = 0; i < out.size();) {
    stretch one = out[i];
    // What was banned may hold what was redacted, or some of it.
    for (++i; i < out.size() && out[i].first < one.last; ++i) {
      one.last = std::max(one.last, out[i].last);
      one.shown = withheld_mark;
    }
    shown += text.substr(at, one.first - at);
    shown += one.shown;
    at = one.last;
  }
  return shown += text.substr(at);
}

disclosed_answer answer_discloser::operator()(response_id response, question_id question) const {
  const heard::question& asked = of_.asked()[question];
  disclosed_answer out;
  const auto add_text = [&](std::string_view text) {
    if (!out.text.empty()) out.text += "\n\n";
    out.text += text;
  };
  const auto [first, last] = of_.answers_of(response);
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (of_.answers().question[answer] != question) continue;
    for (const option_id option : of_.answers().options[answer]) {
      out.options.push_back(of_.asked()[option].label);
    }
    if (!of_.text_of(answer).empty()) {
      if (const std::size_t found = unsettled(answer); found != 0) {
        add_text(withheld_mark);
        out.withheld.push_back({asked.id, "personal_data", found});
      } else {
        add_text(words(answer, asked.id, out.withheld));
      }
    }
    const std::string_view other = of_.text(of_.answers().other[answer]);
    if (other.empty()) continue;
    const bool personal = !identity::find_personal_data(other).empty();
    if (asked.about_you || personal) {
      add_text(withheld_mark);
      out.withheld.push_back({asked.id, asked.about_you ? "other_about_you" : "personal_data", 1});
    } else {
      add_text(other);
    }
  }
  const auto unread = [&](const unread_words& each) {
    return each.response == response && each.question == question;
  };
  if (of_.state(response, question) == answer_state::unread &&
      std::any_of(of_.unread().begin(), of_.unread().end(), unread)) {
    out.withheld.push_back({asked.id, "unread", 1});
  }
  return out;
}

}  // namespace heard::reporting
