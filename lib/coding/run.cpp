#include "coding/run.hpp"

#include "coding/compiler.hpp"

#include <heard/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace heard {
namespace {

/// The primary subtag of a language tag, in lower case; tags are ASCII.
std::string primary_subtag(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

matching::program compile(const heard::codebook& book) {
  matching::compiler compiler(book.language, &book);
  compiler.add_themes();
  return compiler.finish();
}

}  // namespace

coding_run::coding_run(std::shared_ptr<const consultation> of,
                       std::shared_ptr<const heard::codebook> by,
                       std::shared_ptr<const campaigns> campaigns)
    : made_(std::make_shared<codings>()),
      rules_(compile(*by)),
      outside_(matching::outside_codings(*of, *by, campaigns.get())) {
  made_->of_ = std::move(of);
  made_->by_ = std::move(by);
  made_->campaigns_ = std::move(campaigns);
  made_->coders_ = made_->of_->coders();
  made_->coders_.push_back({"rule", coder_kind::rule, {}, {}, {}});
  choose_themes();
  choose_answers();
  choose_events();
}

void coding_run::choose_themes() {
  const consultation& of = *made_->of_;
  const std::vector<theme>& themes = made_->by_->themes;
  looked_for_.assign(of.asked().questions().size(), std::vector<bool>());
  const auto look_for = [&](question_id question, std::size_t row) {
    if (of.asked()[question].kind != question_kind::open) return;
    looked_for_[question.value].resize(themes.size());
    looked_for_[question.value][row] = true;
  };
  for (std::size_t row = 0; row < themes.size(); ++row) {
    if (themes[row].match.empty()) continue;
    for (const std::string& id : themes[row].questions) {
      const auto question = of.asked().find_question(id);
      if (!question) {
        throw error(status::bad_codebook, fmt::format("there is no question \"{}\"", id),
                    themes[row].where);
      }
      look_for(*question, row);
    }
    if (!themes[row].questions.empty()) continue;
    for (const question_id question : of.each_question()) look_for(question, row);
  }
}

void coding_run::choose_answers() {
  const consultation& of = *made_->of_;
  const answer_table& answers = of.answers();
  const std::string language = primary_subtag(made_->by_->language);
  std::vector<bool> has_rules;
  for (const std::string& tag : of.languages())
    has_rules.push_back(primary_subtag(tag) == language);

  looked_at_.assign(looked_for_.size(), 0);
  std::vector<bool> by_rules(answers.size());
  for (const answer_id answer : of.each_answer()) {
    const question_id question = answers.question[answer];
    if (looked_for_[question.value].empty() || answers.state[answer] != answer_state::text ||
        !of.included(answers.response[answer])) {
      continue;
    }
    if (!has_rules[answers.language[answer]]) {
      const translation* read_instead = of.translation_of(answer, made_->by_->language);
      if (read_instead == nullptr) continue;
      translated_.emplace(answer, read_instead);
    }
    by_rules[answer.value] = true;
    work_.push_back(answer);
    ++looked_at_[question.value];
  }
  matching::readings read = matching::who_read(of, made_->campaigns_.get(), by_rules);
  made_->counted_ = std::move(read.counted);
  made_->reviewed_ = std::move(read.by_people);
}

void coding_run::choose_events() {
  const consultation& of = *made_->of_;
  for (const theme& t : made_->by_->themes) {
    looked_for_at_events_.push_back(!t.match.empty() && t.questions.empty());
  }
  const bool has_rules =
      primary_subtag(of.settings().language) == primary_subtag(made_->by_->language);
  for (std::size_t row = 0; row < of.events().size(); ++row) {
    const bool read = has_rules && !of.text(of.events()[row].notes).empty();
    made_->notes_read_.push_back(read);
    if (read) events_.push_back(event_id(row));
  }
}

std::shared_ptr<const codings> coding_run::run(const run_options& options, work_cut cut) {
  for (std::size_t rule = 0; rule < rules_.theme_of_rule.size(); ++rule) {
    const theme_id theme = rules_.theme_of_rule[rule];
    const auto row = static_cast<std::uint16_t>(rule - rules_.themes[theme.value].first_rule);
    made_->rules_.push_back({theme, row, 0, 0, 0});
  }

  const std::vector<std::size_t> ends = cut_work(cut);
  // The notes of each event are a unit of their own, after those of answers.
  std::vector<std::unique_ptr<unit_result>> results(ends.size() + events_.size());
  coders lent(rules_);
  for_each_chunk(
      results.size(), 1, options,
      [&](const chunk& c) {
        auto coder = lent.take();
        auto result = std::make_unique<unit_result>();
        if (c.index < ends.size()) {
          code_unit(c.index == 0 ? 0 : ends[c.index - 1], ends[c.index], *coder, *result);
        } else {
          code_event(events_[c.index - ends.size()], *coder, *result);
        }
        results[c.index] = std::move(result);
        lent.give_back(std::move(coder));
      },
      [&](const chunk& c) {
        merge(*results[c.index]);
        results[c.index].reset();
        make_room(c.index + 1, results.size());
      });
  finish();
  return std::move(made_);
}

std::vector<std::size_t> coding_run::cut_work(work_cut cut) const {
  std::vector<std::size_t> ends;
  std::size_t first = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < work_.size(); ++i) {
    bytes += made_->of_->text_of(work_[i]).size();
    if (i + 1 - first < cut.answers && bytes < cut.bytes) continue;
    ends.push_back(i + 1);
    first = i + 1;
    bytes = 0;
  }
  if (first < work_.size()) ends.push_back(work_.size());
  return ends;
}

void coding_run::code_unit(std::size_t first, std::size_t last, matching::theme_coder& coder,
                           unit_result& out) const {
  out.answers.resize(rules_.theme_of_rule.size());
  out.alone.resize(rules_.theme_of_rule.size());
  matching::found found;
  std::vector<std::uint16_t> scratch;
  for (std::size_t i = first; i < last; ++i) {
    const answer_id answer = work_[i];
    const question_id question = made_->of_->answers().question[answer];
    const auto translated = translated_.find(answer);
    const bool as_it_is = translated == translated_.end();
    coder.code(as_it_is ? made_->of_->text_of(answer) : made_->of_->text(translated->second->text),
               looked_for_[question.value], found);
    if (!as_it_is) {
      code_translated(answer, found, scratch, out);
      continue;
    }
    const auto before = static_cast<std::uint32_t>(out.spans.size());
    out.spans.insert(out.spans.end(), found.spans.begin(), found.spans.end());
    for (matching::found_theme theme : found.themes) {
      count_rules(theme, found.spans, scratch, out);
      theme.first += before;
      theme.last += before;
      out.rows.push_back({answer, theme});
    }
  }
}

// Which bytes of the answer the words of its translation speak of nobody can say, so the evidence
// is the answer, once.
void coding_run::code_translated(answer_id answer, const matching::found& found,
                                 std::vector<std::uint16_t>& scratch, unit_result& out) const {
  const auto size = static_cast<std::uint32_t>(made_->of_->text_of(answer).size());
  for (matching::found_theme theme : found.themes) {
    count_rules(theme, found.spans, scratch, out);
    const auto at = static_cast<std::uint32_t>(out.spans.size());
    out.spans.push_back({{0, size}, scratch.front()});
    theme.first = at;
    theme.last = at + 1;
    out.rows.push_back({answer, theme});
  }
}

void coding_run::code_event(event_id event, matching::theme_coder& coder, unit_result& out) const {
  const consultation& of = *made_->of_;
  matching::found found;
  coder.code(of.text(of.events()[event.value].notes), looked_for_at_events_, found);
  for (const matching::found_theme& theme : found.themes) {
    out.events.push_back({event,
                          theme.theme,
                          {found.spans.begin() + theme.first, found.spans.begin() + theme.last}});
  }
}

void coding_run::count_rules(const matching::found_theme& theme, std::span<const evidence> spans,
                             std::vector<std::uint16_t>& scratch, unit_result& out) const {
  scratch.clear();
  for (const evidence& e : spans.subspan(theme.first, theme.last - theme.first)) {
    if (scratch.empty() || scratch.back() != e.rule) scratch.push_back(e.rule);
  }
  std::sort(scratch.begin(), scratch.end());
  scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
  const std::uint32_t first = rules_.themes[theme.theme.value].first_rule;
  for (const std::uint16_t row : scratch) ++out.answers[first + row];
  if (scratch.size() == 1) ++out.alone[first + scratch.front()];
}

void coding_run::merge(unit_result& unit) {
  const std::span<const evidence> spans(unit.spans);
  for (const unit_result::row& row : unit.rows) {
    add_outside_before(row.answer, row.theme.theme);
    add_row(row.answer, row.theme.theme, made_->rule_coder(), row.theme.stance,
            spans.subspan(row.theme.first, row.theme.last - row.theme.first));
  }
  for (std::size_t rule = 0; rule < unit.answers.size(); ++rule) {
    made_->rules_[rule].answers += unit.answers[rule];
    made_->rules_[rule].alone += unit.alone[rule];
  }
  std::move(unit.events.begin(), unit.events.end(), std::back_inserter(made_->events_));
}

// Columns that double hold themselves three times over for a moment, as large as they get. What the
// first units gave says how much there will be; where it says too little, columns double.
void coding_run::make_room(std::size_t units_done, std::size_t units) {
  constexpr std::size_t sample = 16;
  if (units < sample || units_done != units / sample) return;
  const auto expected = [&](std::size_t so_far) {
    const std::size_t at_this_rate = so_far * (units / units_done + 1);
    return at_this_rate + at_this_rate / sample;
  };
  coding_table& table = made_->table_;
  table.reserve(expected(table.size()), expected(table.spans.values().size()));
}

// The coder `rule` is the last, so at one answer and theme all others come first.
void coding_run::add_outside_before(answer_id answer, theme_id theme) {
  for (; next_outside_ < outside_.size(); ++next_outside_) {
    const matching::outside_coding& o = outside_[next_outside_];
    if (std::tie(o.answer, o.theme) > std::tie(answer, theme)) return;
    add_row(o.answer, o.theme, o.coder, o.stance, {o.spans.data(), o.spans.size()},
            o.inherited_from);
    if (o.when.known()) {
      made_->dated_.emplace_back(coding_id(made_->table_.size() - 1), o.when);
    }
  }
}

void coding_run::add_row(answer_id answer, theme_id theme, coder_id coder, stance towards,
                         std::span<const evidence> spans, answer_id inherited_from) {
  const consultation& of = *made_->of_;
  const coder_kind kind = made_->coders_[coder.value].kind;
  const std::vector<coder_kind>& precedence = of.settings().precedence;
  coding_table& table = made_->table_;
  table.answer.push_back(answer);
  table.theme.push_back(theme);
  table.coder.push_back(coder);
  table.stance.push_back(towards);
  // What a member inherits counts beside what rules find in the words that it added.
  table.counts.push_back((made_->counted_[answer] == kind || inherited_from.valid()) &&
                         of.included(of.answers().response[answer]) &&
                         std::find(precedence.begin(), precedence.end(), kind) != precedence.end());
  const coding_id row = table.spans.push_back(spans);
  if (inherited_from.valid()) made_->inherited_.emplace_back(row, inherited_from);
}

void coding_run::finish() {
  add_outside_before(answer_id(), theme_id());
  coding_table& table = made_->table_;
  std::vector<std::uint64_t>& first = made_->first_of_answer_;
  first.assign(made_->of_->answers().size() + 1, 0);
  for (const answer_id answer : table.answer) ++first[answer.value + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];

  for (rule_use& use : made_->rules_) {
    for (std::size_t question = 0; question < looked_for_.size(); ++question) {
      if (!looked_for_[question].empty() && looked_for_[question][use.theme.value]) {
        use.looked_at += looked_at_[question];
      }
    }
  }
}

std::unique_ptr<matching::theme_coder> coding_run::coders::take() {
  {
    const std::scoped_lock lock(gate_);
    if (!free_.empty()) {
      auto coder = std::move(free_.back());
      free_.pop_back();
      return coder;
    }
  }
  return std::make_unique<matching::theme_coder>(rules_);
}

void coding_run::coders::give_back(std::unique_ptr<matching::theme_coder> coder) {
  const std::scoped_lock lock(gate_);
  free_.push_back(std::move(coder));
}

}  // namespace heard
