#include "coding/run.hpp"

#include "coding/compiler.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace heard {

using matching::unit_result;

namespace {

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
  looked_for_ = matching::themes_looked_for(*made_->of_, *made_->by_);
  choose_answers();
  choose_events();
}

void coding_run::choose_answers() {
  const consultation& of = *made_->of_;
  const answer_table& answers = of.answers();
  const std::vector<bool> has_rules = matching::languages_with_rules(of, *made_->by_);
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
  looked_for_at_events_ = matching::themes_at_events(*made_->by_);
  const bool has_rules = matching::is_in_language(of.settings().language, *made_->by_);
  for (std::size_t row = 0; row < of.events().size(); ++row) {
    const bool read = has_rules && !of.text(of.events()[row].notes).empty();
    made_->notes_read_.push_back(read);
    if (read) events_.push_back(event_id(row));
  }
}

std::shared_ptr<const codings> coding_run::run(const run_options& options, work_cut cut,
                                               const kept_words* words) {
  if (words != nullptr) {
    if (words->of() != made_->of_) {
      throw error(status::bad_argument, "the words were kept of another consultation");
    }
    kept_.emplace(words->store(), rules_.words, options);
  }
  for (std::size_t rule = 0; rule < rules_.theme_of_rule.size(); ++rule) {
    const theme_id theme = rules_.theme_of_rule[rule];
    const auto row = static_cast<std::uint16_t>(rule - rules_.themes[theme.value].first_rule);
    made_->rules_.push_back({theme, row, 0, 0, 0});
  }

  const std::vector<std::size_t> ends = cut_work(cut);
  // The notes of each event are a unit of their own, after those of answers.
  std::vector<std::unique_ptr<unit_result>> results(ends.size() + events_.size());
  matching::lent_coders lent(rules_);
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
  matching::unit_writer write(rules_, out);
  matching::found found;
  for (std::size_t i = first; i < last; ++i) {
    const answer_id answer = work_[i];
    const std::vector<bool>& looked_for = looked_for_[made_->of_->answers().question[answer].value];
    const auto translated = translated_.find(answer);
    const bool as_it_is = translated == translated_.end();
    if (kept_) {
      const matching::kept_texts& texts = kept_->from().texts;
      coder.code(*kept_, as_it_is ? texts.of(answer) : texts.of(translated->second), looked_for,
                 found);
    } else {
      coder.code(
          as_it_is ? made_->of_->text_of(answer) : made_->of_->text(translated->second->text),
          looked_for, found);
    }
    if (as_it_is) {
      write.answer(answer, found);
    } else {
      write.translated(answer, made_->of_->text_of(answer).size(), found);
    }
  }
}

void coding_run::code_event(event_id event, matching::theme_coder& coder, unit_result& out) const {
  const consultation& of = *made_->of_;
  matching::found found;
  if (kept_) {
    coder.code(*kept_, kept_->from().texts.of(event), looked_for_at_events_, found);
  } else {
    coder.code(of.text(of.events()[event.value].notes), looked_for_at_events_, found);
  }
  matching::unit_writer(rules_, out).event(event, found);
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
  table.reserve(expected(table.size()), expected(table.spans.pieces()));
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
  std::vector<std::uint32_t>& first = made_->first_of_answer_;
  first.assign(made_->of_->answers().size() + 1, 0);
  for (std::size_t row = 0; row < table.size(); ++row) {
    ++first[table.answer[coding_id(row)].value + 1];
  }
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];

  for (rule_use& use : made_->rules_) {
    for (std::size_t question = 0; question < looked_for_.size(); ++question) {
      if (!looked_for_[question].empty() && looked_for_[question][use.theme.value]) {
        use.looked_at += looked_at_[question];
      }
    }
  }
}

}  // namespace heard
