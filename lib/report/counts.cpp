#include "report/counts.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <limits>
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

part_counter::part_counter(std::uint32_t quotes, std::size_t most_rows)
    : quotes_(quotes), lists_(most_rows) {}

// Which tables there are is known from what was asked; whether anybody answered is not yet.
void part_counter::plan(const codings& of) {
  const consultation& in = *of.of();
  out_.groupings = groupings_of(in);
  out_.questions.resize(in.asked().questions().size());
  out_.rules = of.rules();
  for (rule_use& each : out_.rules) each.answers = each.looked_at = each.alone = 0;
  out_.bodies.resize(in.organisations().size());
  bool any_open = false;
  for (const question_id id : in.each_question()) {
    const question& about = in.asked()[id];
    any_open = any_open || !closed(about);
    table_spec spec;
    spec.rows = closed(about) ? axis{axis_kind::option, id} : axis{axis_kind::theme, {}};
    spec.question = id;
    spec.base = about.about_you ? base::asked : base::answered;
    running& at = tables_.emplace_back();
    at.figures.emplace(spec);
    if (closed(about)) continue;
    for (const grouping& group : out_.groupings) {
      spec.columns = group.by;
      at.by.emplace_back(spec);
    }
  }
  if (!any_open) return;
  table_spec spec;
  spec.columns = {axis_kind::chapter, {}};
  all_themes_.emplace(spec);
}

void part_counter::add(const std::shared_ptr<const codings>& part, meter& steps) {
  if (tables_.empty()) plan(*part);
  sums_.add(*part->of());
  count_tables(part, steps);
  uncovered_answers uncovered(out_.questions.size());
  count_words(*part, uncovered);
  count_responses(*part->of());
  count_coding(*part);
  crowds_.add(*part->of());
  quotes_.add(*part);
  lists_.add(*part, uncovered);
}

void part_counter::count_tables(const std::shared_ptr<const codings>& part, meter& steps) {
  for (running& at : tables_) {
    at.figures->add(part, steps.inner());
    steps.step();
    for (running_table& each : at.by) each.add(part, steps.inner());
    for (std::size_t i = 0; i < out_.groupings.size(); ++i) steps.step();
  }
  if (all_themes_) all_themes_->add(part, steps.inner());
  steps.step();
}

void part_counter::count_words(const codings& from, uncovered_answers& uncovered) {
  const consultation& of = *from.of();
  each_group(of, [&](const answer_group& group) {
    question_counts& at = out_.questions[group.question.value];
    if (closed(of.asked()[group.question])) {
      at.assigned += of.answers().origin[group.first] == answer_origin::assigned;
      return;
    }
    const auto themes = themes_in(from, group);
    for (const auto& [theme, seen] : themes) {
      ++out_.stances[{group.question, theme}].count[static_cast<std::size_t>(together(seen))];
    }
    if (of.state(group.response, group.question) != answer_state::text) return;
    ++at.with_words;
    if (!themes.empty()) return;
    ++at.uncovered;
    uncovered[group.question.value].push_back(group.response);
  });
}

void part_counter::count_responses(const consultation& part) {
  for (const response_id response : part.each_response()) {
    if (!part.included(response)) continue;
    ++out_.by_publication[static_cast<std::size_t>(part.responses().publication[response])];
    out_.names_people = out_.names_people || !part.responses().name[response].empty();
  }
  const auto sent = identity::summarise_bodies(part);
  for (std::size_t i = 0; i < sent.size(); ++i) {
    identity::body_summary& to = out_.bodies[i];
    to.body = sent[i].body;
    to.responses += sent[i].responses;
    to.may_be_named = to.may_be_named || sent[i].may_be_named;
  }
}

void part_counter::count_coding(const codings& part) {
  const consultation& of = *part.of();
  for (const answer_id answer : of.each_answer()) {
    if (!of.included(of.answers().response[answer]) ||
        of.answers().state[answer] != answer_state::text) {
      continue;
    }
    ++out_.answers_with_words;
    ++out_.answers_by_kind[static_cast<std::size_t>(part.counted_kind(answer))];
    out_.answers_reviewed += part.reviewed(answer);
  }
  for (std::size_t i = 0; i < out_.rules.size(); ++i) {
    out_.rules[i].answers += part.rules()[i].answers;
    out_.rules[i].looked_at += part.rules()[i].looked_at;
    out_.rules[i].alone += part.rules()[i].alone;
  }
}

void part_counter::take_tables(const std::shared_ptr<const codings>& last,
                               const running_ledger& all) {
  out_.sums = all.total();
  const bool each_counts = each_response_counts(*last);
  for (const question_id id : last->of()->each_question()) {
    const question& about = last->of()->asked()[id];
    question_counts& at = out_.questions[id.value];
    const auto& states = out_.sums.by_state[id.value];
    const std::uint64_t answering = answered_by(states);
    const std::uint64_t asked =
        out_.sums.included - states[static_cast<std::size_t>(answer_state::not_asked)];
    const bool shown = about.about_you ? asked > 0 : answering > 0;
    if (!shown) continue;
    at.figures = tables_[id.value].figures->finish(last);
    prove_base(*at.figures, about.about_you ? asked : answering, each_counts, about.id);
    for (running_table& each : tables_[id.value].by) at.by.push_back(each.finish(last));
  }
  if (all_themes_) out_.all_themes = all_themes_->finish(last);
}

counts part_counter::finish(std::shared_ptr<const codings> last, meter& steps) {
  take_tables(last, sums_);
  // Campaigns are looked for where all texts are there, and then there is one part.
  if (all_themes_ && last->campaigns() && !last->campaigns()->all().empty()) {
    out_.by_campaigns = make_views(last, {}, steps.inner());
  }
  out_.by = std::make_shared<const attributor>(*last->of(), crowds_);
  out_.quotes = std::make_shared<const quote_collection>(std::move(quotes_));
  out_.lists = lists_.finish(*last, out_.rules, out_.bodies);
  out_.from = std::move(last);
  return std::move(out_);
}

counts count_all(const std::shared_ptr<const codings>& from, meter& steps) {
  part_counter counter(from->of()->settings().quotes, std::numeric_limits<std::size_t>::max());
  counter.add(from, steps);
  return counter.finish(from, steps);
}

}  // namespace heard::reporting
