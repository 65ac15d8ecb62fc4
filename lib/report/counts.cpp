#include "report/counts.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <string>

namespace heard::reporting {

namespace {

bool closed(const question& of) {
  return of.kind != question_kind::open;
}

std::vector<grouping> groupings_of(const consultation& of) {
  const questionnaire& asked = of.asked();
  std::vector<grouping> out;
  const question_id first = of.settings().attribution;
  const auto add = [&](question_id id) {
    out.push_back({{axis_kind::option, id}, asked[id].id, label_of(asked[id])});
  };
  if (first.valid() && closed(asked[first])) add(first);
  for (const question_id id : of.each_question()) {
    if (id != first && asked[id].about_you && closed(asked[id])) add(id);
  }
  if (asked.channels().size() > 1) {
    out.push_back({{axis_kind::channel, {}}, "channel", "Channel"});
  }
  return out;
}

// The answers of one response to one question.
struct answer_group {
  response_id response;
  question_id question;
  answer_id first;
  answer_id last;
};

template <class Visit>
void each_group(const consultation& of, Visit visit) {
  for (const response_id response : of.each_response()) {
    if (!of.included(response)) continue;
    const auto [first, last] = of.answers_of(response);
    for (answer_id at = first; at < last;) {
      const question_id question = of.answers().question[at];
      answer_group group{response, question, at, at};
      while (group.last < last && of.answers().question[group.last] == question) {
        ++group.last.value;
      }
      visit(group);
      at = group.last;
    }
  }
}

stance together(unsigned seen) {
  const auto has = [&](stance which) { return (seen >> static_cast<unsigned>(which) & 1u) != 0; };
  if (has(stance::mixed) || (has(stance::in_favour) && has(stance::against))) return stance::mixed;
  for (const stance which : {stance::in_favour, stance::against, stance::neither}) {
    if (has(which)) return which;
  }
  return stance::none;
}

// Which themes count in these answers, each with the stances seen as bits.
std::vector<std::pair<theme_id, unsigned>> themes_in(const codings& from,
                                                     const answer_group& group) {
  std::vector<std::pair<theme_id, unsigned>> out;
  for (answer_id answer = group.first; answer < group.last; ++answer.value) {
    const auto [first, last] = from.of_answer(answer);
    for (coding_id coding = first; coding < last; ++coding.value) {
      if (!from.table().counts[coding]) continue;
      const theme_id theme = from.table().theme[coding];
      const unsigned bit = 1u << static_cast<unsigned>(from.table().stance[coding]);
      const auto known = std::find_if(out.begin(), out.end(),
                                      [&](const auto& each) { return each.first == theme; });
      if (known == out.end()) {
        out.emplace_back(theme, bit);
      } else {
        known->second |= bit;
      }
    }
  }
  return out;
}

void count_words(const codings& from, counts& out) {
  const consultation& of = *from.of();
  each_group(of, [&](const answer_group& group) {
    question_counts& at = out.questions[group.question.value];
    if (closed(of.asked()[group.question])) {
      at.assigned += of.answers().origin[group.first] == answer_origin::assigned;
      return;
    }
    const auto themes = themes_in(from, group);
    for (const auto& [theme, seen] : themes) {
      ++out.stances[{group.question, theme}].count[static_cast<std::size_t>(together(seen))];
    }
    if (of.state(group.response, group.question) != answer_state::text) return;
    ++at.with_words;
    if (themes.empty()) at.uncovered.push_back(group.response);
  });
}

std::uint64_t answered_by(const std::array<std::uint64_t, answer_state_count>& states) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (answered(static_cast<answer_state>(i))) out += states[i];
  }
  return out;
}

// Where a campaign counts as one or not at all, the base is smaller than the ledger's, by as many.
void prove_base(const table& of, std::uint64_t base, bool each_counts,
                const std::string& question) {
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    const cell& here = of.cell(row, 0);
    if ((each_counts ? here.base != base : here.base > base) || here.count > here.base) {
      throw error(status::internal,
                  "the sum does not close: base of question \"" + question + "\"");
    }
  }
}

}  // namespace

const std::string& label_of(const question& of) {
  if (!of.label.empty()) return of.label;
  return of.text.empty() ? of.id : of.text;
}

bool each_response_counts(const codings& from) {
  const auto& found = from.campaigns();
  return !found || std::all_of(found->all().begin(), found->all().end(), [](const campaign& each) {
    return each.policy == campaign_policy::count_each;
  });
}

bool stance_tally::any() const {
  return total() > count[0];
}

bool stance_tally::tells_of_few(std::uint64_t k) const {
  return std::any_of(count.begin(), count.end(),
                     [&](std::uint64_t each) { return each > 0 && each < k; });
}

std::uint64_t stance_tally::total() const {
  std::uint64_t out = 0;
  for (const std::uint64_t each : count) out += each;
  return out;
}

std::uint64_t steps_of(const consultation& of) {
  return 1 + of.asked().questions().size() * (1 + groupings_of(of).size());
}

counts count_all(std::shared_ptr<const codings> from, meter& steps) {
  const consultation& of = *from->of();
  counts out;
  out.from = from;
  out.sums = make_ledger(of);
  out.groupings = groupings_of(of);
  out.questions.resize(of.asked().questions().size());
  bool any_open = false;
  const bool each_counts = each_response_counts(*from);

  for (const question_id id : of.each_question()) {
    const question& about = of.asked()[id];
    question_counts& at = out.questions[id.value];
    any_open = any_open || !closed(about);
    const auto& states = out.sums.by_state[id.value];
    const std::uint64_t answering = answered_by(states);
    const std::uint64_t asked =
        out.sums.included - states[static_cast<std::size_t>(answer_state::not_asked)];

    table_spec spec;
    spec.rows = closed(about) ? axis{axis_kind::option, id} : axis{axis_kind::theme, {}};
    spec.question = id;
    spec.base = about.about_you ? base::asked : base::answered;
    const bool shown = about.about_you ? asked > 0 : answering > 0;
    if (shown) {
      at.figures = make_table(from, spec, steps.inner());
      prove_base(*at.figures, about.about_you ? asked : answering, each_counts, about.id);
    }
    steps.step();
    for (const grouping& group : out.groupings) {
      if (shown && !closed(about)) {
        spec.columns = group.by;
        at.by.push_back(make_table(from, spec, steps.inner()));
      }
      steps.step();
    }
  }
  if (any_open) {
    table_spec spec;
    spec.columns = {axis_kind::chapter, {}};
    out.all_themes = make_table(from, spec, steps.inner());
    if (from->campaigns() && !from->campaigns()->all().empty()) {
      out.by_campaigns = make_views(from, {}, steps.inner());
    }
  }
  steps.step();
  count_words(*from, out);
  out.quotes = std::make_shared<const quote_selector>(*from);
  return out;
}

}  // namespace heard::reporting
