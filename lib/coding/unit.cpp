#include "coding/unit.hpp"

#include <algorithm>

namespace heard::matching {

unit_writer::unit_writer(const program& rules, unit_result& out) : rules_(rules), out_(out) {
  out_.answers.resize(rules.theme_of_rule.size());
  out_.alone.resize(rules.theme_of_rule.size());
}

void unit_writer::answer(answer_id answer, const found& found) {
  const auto before = static_cast<std::uint32_t>(out_.spans.size());
  out_.spans.insert(out_.spans.end(), found.spans.begin(), found.spans.end());
  for (found_theme theme : found.themes) {
    count_rules(theme, found.spans);
    theme.first += before;
    theme.last += before;
    out_.rows.push_back({answer, theme});
  }
}

void unit_writer::translated(answer_id answer, std::size_t size, const found& found) {
  for (found_theme theme : found.themes) {
    count_rules(theme, found.spans);
    const auto at = static_cast<std::uint32_t>(out_.spans.size());
    out_.spans.push_back({{0, static_cast<std::uint32_t>(size)}, rows_.front()});
    theme.first = at;
    theme.last = at + 1;
    out_.rows.push_back({answer, theme});
  }
}

void unit_writer::event(event_id event, const found& found) {
  for (const found_theme& theme : found.themes) {
    out_.events.push_back({event,
                           theme.theme,
                           {found.spans.begin() + theme.first, found.spans.begin() + theme.last}});
  }
}

void unit_writer::count_rules(const found_theme& theme, std::span<const evidence> spans) {
  spans = spans.subspan(theme.first, theme.last - theme.first);
  const std::uint32_t first = rules_.themes[theme.theme.value].first_rule;
  const std::uint16_t only = spans.front().rule;
  rows_.assign(1, only);
  if (std::all_of(spans.begin() + 1, spans.end(),
                  [&](const evidence& e) { return e.rule == only; })) {
    ++out_.answers[first + only];
    ++out_.alone[first + only];
    return;
  }
  for (const evidence& e : spans) {
    if (rows_.back() != e.rule) rows_.push_back(e.rule);
  }
  std::sort(rows_.begin(), rows_.end());
  rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
  for (const std::uint16_t row : rows_) ++out_.answers[first + row];
}

std::unique_ptr<theme_coder> lent_coders::take() {
  {
    const std::scoped_lock lock(gate_);
    if (!free_.empty()) {
      auto coder = std::move(free_.back());
      free_.pop_back();
      return coder;
    }
  }
  return std::make_unique<theme_coder>(rules_);
}

void lent_coders::give_back(std::unique_ptr<theme_coder> coder) {
  const std::scoped_lock lock(gate_);
  free_.push_back(std::move(coder));
}

}  // namespace heard::matching
