#include "coding/theme_coder.hpp"

#include <algorithm>

namespace heard::matching {

void theme_coder::code(std::string_view text, const std::vector<bool>& looked_for, found& out) {
  out.themes.clear();
  out.spans.clear();
  run_.read(text);
  const std::span<const std::uint32_t> woken = run_.woken_rules();
  for (std::size_t first = 0; first < woken.size();) {
    const theme_id theme = rules_.theme_of_rule[woken[first]];
    std::size_t last = first;
    while (last < woken.size() && rules_.theme_of_rule[woken[last]] == theme) ++last;
    if (looked_for[theme.value]) code_theme(theme, woken.subspan(first, last - first), out);
    first = last;
  }
}

void theme_coder::code_theme(theme_id id, std::span<const std::uint32_t> woken, found& out) {
  const theme_steps& theme = rules_.themes[id.value];
  const cover gone = run_.unless_of(theme);
  const std::size_t first = out.spans.size();
  of_theme_.clear();
  for (const std::uint32_t number : woken) {
    const std::uint32_t row = number - theme.first_rule;
    run_.hits(theme.match[row], false, &gone, hits_);
    for (const hit h : hits_) {
      out.spans.push_back({run_.bytes(h), static_cast<std::uint16_t>(row)});
    }
    if (theme.has_stance) of_theme_.insert(of_theme_.end(), hits_.begin(), hits_.end());
  }
  if (out.spans.size() == first) return;
  // The hits of one rule are sorted already.
  if (woken.size() > 1) {
    std::sort(out.spans.begin() + static_cast<std::ptrdiff_t>(first), out.spans.end());
  }
  out.themes.push_back({id, theme.has_stance ? stance_of(theme) : stance::none,
                        static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(out.spans.size())});
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
