#include "coding/recoded.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace heard {

recoded::recoded(const codings& before, std::shared_ptr<const codebook> by,
                 const matching::changed_themes& themes, const matching::fresh_codings& fresh,
                 const std::vector<coding_id>& dropped)
    : before_(before),
      themes_(themes),
      fresh_(fresh),
      dropped_(dropped),
      rows_stay_(true),
      made_(std::make_shared<codings>()) {
  for (std::size_t row = 0; row < themes.is.size(); ++row) {
    rows_stay_ = rows_stay_ && themes.is[row] == theme_id(row);
  }
  const std::vector<coder_kind>& precedence = before.of()->settings().precedence;
  rules_count_ =
      std::find(precedence.begin(), precedence.end(), coder_kind::rule) != precedence.end();
  made_->of_ = before.of_;
  made_->by_ = std::move(by);
  made_->campaigns_ = before.campaigns_;
  made_->coders_ = before.coders_;
  made_->counted_ = before.counted_;
  made_->reviewed_ = before.reviewed_;
  made_->notes_read_ = before.notes_read_;
}

std::shared_ptr<const codings> recoded::make() {
  make_table();
  make_index();
  make_rules();
  make_events();
  return std::move(made_);
}

void recoded::make_table() {
  const matching::unit_result& found = fresh_.result();
  const coding_table& old = before_.table_;
  made_->table_.reserve(old.size() - dropped_.size() + found.rows.size(),
                        old.spans.pieces() + found.spans.size());
  for (const matching::unit_result::row& row : found.rows) {
    copy_before(place_of(row));
    add(row);
  }
  copy_before(old.size());
}

// The coder `rule` is the last, so at one answer and theme all others stand before it. Themes that
// are gone have only rows that are dropped.
std::size_t recoded::place_of(const matching::unit_result::row& row) const {
  const auto [first, last] = before_.of_answer(row.answer);
  std::size_t at = std::max<std::size_t>(first.value, next_);
  for (; at < last.value; ++at) {
    const theme_id theme = themes_.is[before_.table_.theme[coding_id(at)].value];
    if (theme.valid() && theme > row.theme.theme) break;
  }
  return at;
}

void recoded::copy_before(std::size_t row) {
  for (; next_dropped_ < dropped_.size() && dropped_[next_dropped_].value < row; ++next_dropped_) {
    copy(next_, dropped_[next_dropped_].value);
    next_ = dropped_[next_dropped_].value + std::size_t{1};
  }
  copy(next_, row);
  next_ = std::max(next_, row);
}

void recoded::copy(std::size_t first, std::size_t last) {
  if (first >= last) return;
  const coding_table& from = before_.table_;
  coding_table& to = made_->table_;
  const coding_id begin(first);
  const coding_id end(last);
  const std::size_t made = to.size();
  to.answer.append(from.answer, begin, end);
  to.theme.append(from.theme, begin, end);
  to.coder.append(from.coder, begin, end);
  to.stance.append(from.stance, begin, end);
  to.counts.append(from.counts, begin, end);
  to.spans.append(from.spans, begin, end);
  for (std::size_t row = made; !rows_stay_ && row < to.size(); ++row) {
    to.theme.set(coding_id(row), themes_.is[to.theme[coding_id(row)].value]);
  }
  const auto move_on = [&](const auto& old, std::size_t& next, auto& out) {
    for (; next < old.size() && old[next].first < end; ++next) {
      if (old[next].first < begin) continue;
      out.emplace_back(coding_id(old[next].first.value - first + made), old[next].second);
    }
  };
  move_on(before_.dated_, next_dated_, made_->dated_);
  move_on(before_.inherited_, next_inherited_, made_->inherited_);
}

void recoded::add(const matching::unit_result::row& row) {
  coding_table& to = made_->table_;
  to.answer.push_back(row.answer);
  to.theme.push_back(row.theme.theme);
  to.coder.push_back(made_->rule_coder());
  to.stance.push_back(row.theme.stance);
  // Rules are tried on included responses only.
  to.counts.push_back(rules_count_ && made_->counted_[row.answer] == coder_kind::rule);
  to.spans.push_back(std::span<const evidence>(fresh_.result().spans)
                         .subspan(row.theme.first, row.theme.last - row.theme.first));
}

void recoded::make_index() {
  std::vector<std::int64_t> more(before_.first_of_answer_.size() + 1, 0);  // By answer, one ahead.
  for (const coding_id row : dropped_) --more[before_.table_.answer[row].value + 1];
  for (const auto& row : fresh_.result().rows) ++more[row.answer.value + 1];
  made_->first_of_answer_.reserve(before_.first_of_answer_.size());
  std::int64_t shift = 0;
  for (std::size_t i = 0; i < before_.first_of_answer_.size(); ++i) {
    shift += more[i];
    made_->first_of_answer_.push_back(
        static_cast<std::uint32_t>(static_cast<std::int64_t>(before_.first_of_answer_[i]) + shift));
  }
}

void recoded::make_rules() {
  std::vector<std::size_t> first_rule(themes_.is.size() + 1, 0);  // By earlier theme.
  for (std::size_t row = 0; row < themes_.is.size(); ++row) {
    first_rule[row + 1] = first_rule[row] + before_.by_->themes[row].match.size();
  }
  const std::vector<std::uint64_t> tried = fresh_.answers_by_question();
  for (std::size_t row = 0; row < made_->by_->themes.size(); ++row) {
    const theme_id theme(row);
    for (std::size_t rule = 0; rule < made_->by_->themes[row].match.size(); ++rule) {
      rule_use use;
      if (themes_.anew[row]) {
        use = fresh_.use(theme, static_cast<std::uint16_t>(rule));
        for (std::size_t question = 0; question < tried.size(); ++question) {
          if (fresh_.looks_for(theme, question_id(question))) use.looked_at += tried[question];
        }
      } else {
        use = before_.rules_[first_rule[themes_.was[row].value] + rule];
        use.theme = theme;
      }
      made_->rules_.push_back(use);
    }
  }
}

void recoded::make_events() {
  for (const event_coding& old : before_.events_) {
    const theme_id theme = themes_.is[old.theme.value];
    if (!theme.valid() || themes_.anew[theme.value]) continue;
    made_->events_.push_back({old.event, theme, old.spans});
  }
  const std::vector<event_coding>& found = fresh_.result().events;
  made_->events_.insert(made_->events_.end(), found.begin(), found.end());
  std::sort(made_->events_.begin(), made_->events_.end(),
            [](const event_coding& a, const event_coding& b) {
              return std::tie(a.event, a.theme) < std::tie(b.event, b.theme);
            });
}

}  // namespace heard
