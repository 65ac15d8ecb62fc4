#include "coding/theme_coder.hpp"

#include <algorithm>

namespace heard::matching {

theme_coder::theme_coder(const program& rules)
    : rules_(rules), run_(rules), found_(rules.themes.size()), chains_(rules.themes.size()) {}

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
  chain_direct_hits();
  std::span<const std::uint32_t> woken = run_.woken_rules();
  for (const std::uint32_t rule : woken) found_.add(rules_.theme_of_rule[rule].value);
  found_.take(rows_);
  for (const std::uint32_t row : rows_) {
    std::size_t count = 0;
    while (count < woken.size() && rules_.theme_of_rule[woken[count]].value == row) ++count;
    if (looked_for[row]) code_theme(theme_id(row), woken.first(count), out);
    woken = woken.subspan(count);
    chains_[row] = {};
  }
}

void theme_coder::chain_direct_hits() {
  const std::span<const direct_hit> hits = run_.direct_hits();
  next_.resize(hits.size());
  for (std::uint32_t i = 0; i < hits.size(); ++i) {
    const std::uint32_t row = rules_.theme_of_rule[hits[i].rule].value;
    chain& of = chains_[row];
    next_[i] = none;
    if (of.first == none) {
      of.first = i;
      found_.add(row);
    } else {
      next_[of.last] = i;
    }
    of.last = i;
  }
}

void theme_coder::code_theme(theme_id id, std::span<const std::uint32_t> woken, found& out) {
  const theme_steps& theme = rules_.themes[id.value];
  const std::size_t first = out.spans.size();
  of_theme_.clear();
  take_direct(id, out);
  if (!woken.empty()) take_woken(theme, woken, out);
  if (out.spans.size() == first) return;
  // The hits of one rule are sorted already.
  if (theme.match.size() > 1 || rules_.steps[theme.match.front()].kind == operation::either) {
    const auto begin = out.spans.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, out.spans.end());
    out.spans.erase(std::unique(begin, out.spans.end()), out.spans.end());
  }
  out.themes.push_back({id, theme.has_stance ? stance_of(theme) : stance::none,
                        static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(out.spans.size())});
}

void theme_coder::take_direct(theme_id id, found& out) {
  const std::span<const direct_hit> hits = run_.direct_hits();
  const std::uint32_t first_rule = rules_.themes[id.value].first_rule;
  for (std::uint32_t i = chains_[id.value].first; i != none; i = next_[i]) {
    out.spans.push_back(
        {run_.bytes(hits[i].where), static_cast<std::uint16_t>(hits[i].rule - first_rule)});
  }
}

void theme_coder::take_woken(const theme_steps& theme, std::span<const std::uint32_t> woken,
                             found& out) {
  const cover gone = run_.unless_of(theme);
  for (const std::uint32_t number : woken) {
    const std::uint32_t row = number - theme.first_rule;
    run_.hits(theme.match[row], false, &gone, hits_);
    for (const hit h : hits_) {
      out.spans.push_back({run_.bytes(h), static_cast<std::uint16_t>(row)});
    }
    if (theme.has_stance) of_theme_.insert(of_theme_.end(), hits_.begin(), hits_.end());
  }
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
