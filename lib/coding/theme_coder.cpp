#include "coding/theme_coder.hpp"

#include <algorithm>

namespace heard::matching {

theme_coder::theme_coder(const program& rules) : rules_(rules), run_(rules) {
  for (const theme_steps& theme : rules.themes) {
    const bool one_rule =
        theme.match.size() == 1 && rules.steps[theme.match.front()].kind != operation::either;
    facts_.push_back({theme.first_rule, one_rule});
  }
}

void theme_coder::code(std::string_view text, const std::vector<bool>& looked_for, found& out) {
  run_.read(text);
  code_text(looked_for, out);
}

void theme_coder::code(const kept_reader& from, text_row text, const std::vector<bool>& looked_for,
                       found& out) {
  run_.read(from, text);
  code_text(looked_for, out);
}

void theme_coder::code_text(const std::vector<bool>& looked_for, found& out) {
  out.themes.clear();
  out.spans.clear();
  std::span<const std::uint32_t> woken = run_.woken_rules();
  for (const std::uint32_t rule : woken) {
    run_.direct().themes().add(rules_.theme_of_rule[rule].value);
  }
  run_.direct().themes().take(rows_);
  for (const std::uint32_t row : rows_) {
    std::size_t count = 0;
    while (count < woken.size() && rules_.theme_of_rule[woken[count]].value == row) ++count;
    code_theme(theme_id(row), looked_for[row], woken.first(count), out);
    woken = woken.subspan(count);
  }
}

void theme_coder::code_theme(theme_id id, bool looked_for, std::span<const std::uint32_t> woken,
                             found& out) {
  const theme_facts facts = facts_[id.value];
  const std::size_t first = out.spans.size();
  run_.direct().take(id.value, [&](std::uint32_t rule, hit where) {
    out.spans.push_back({run_.bytes(where), static_cast<std::uint16_t>(rule - facts.first_rule)});
  });
  if (!looked_for) {
    out.spans.resize(first);
    return;
  }
  heard::stance stance = stance::none;
  if (!woken.empty()) stance = take_woken(rules_.themes[id.value], woken, out);
  if (out.spans.size() == first) return;
  if (!facts.one_rule) {
    const auto begin = out.spans.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, out.spans.end());
    out.spans.erase(std::unique(begin, out.spans.end()), out.spans.end());
  }
  out.themes.push_back({id, stance, static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(out.spans.size())});
}

stance theme_coder::take_woken(const theme_steps& theme, std::span<const std::uint32_t> woken,
                               found& out) {
  of_theme_.clear();
  const cover gone = run_.unless_of(theme);
  for (const std::uint32_t number : woken) {
    const std::uint32_t row = number - theme.first_rule;
    run_.hits(theme.match[row], false, &gone, hits_);
    for (const hit h : hits_) {
      out.spans.push_back({run_.bytes(h), static_cast<std::uint16_t>(row)});
    }
    if (theme.has_stance) of_theme_.insert(of_theme_.end(), hits_.begin(), hits_.end());
  }
  return of_theme_.empty() ? stance::none : stance_of(theme);
}

stance theme_coder::stance_of(const theme_steps& theme) {
  sentences_.clear();
  std::sort(of_theme_.begin(), of_theme_.end());
  for (const hit h : of_theme_) {
    // Hits come in order of their first token, so what a hull has added need not be added again.
    std::uint32_t s = run_.tokens()[h.first].sentence;
    if (!sentences_.empty()) s = std::max(s, sentences_.back() + 1);
    for (; s <= run_.tokens()[h.last].sentence; ++s) sentences_.push_back(s);
  }
  const bool in_favour = any_beside_evidence(theme.in_favour);
  const bool against = any_beside_evidence(theme.against);
  if (in_favour && against) return stance::mixed;
  if (in_favour) return stance::in_favour;
  return against ? stance::against : stance::none;
}

bool theme_coder::any_beside_evidence(std::span<const step_id> rules) {
  for (const step_id rule : rules) {
    run_.hits(rule, true, nullptr, hits_);
    for (const hit h : hits_) {
      if (std::binary_search(sentences_.begin(), sentences_.end(),
                             run_.tokens()[h.first].sentence)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace heard::matching
