#include <heard/coding/codings.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace heard {
namespace {

// Below this many answers a share says little.
constexpr std::uint64_t enough_answers = 20;
constexpr std::uint64_t most_percent = 80;

/// For rules of one theme: in how many answers two of them hit.
using together = std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t>;

/// For each theme, how often a rule that hits nowhere alone hits beside each other rule.
std::vector<together> count_together(const codings& from) {
  std::vector<together> counts(from.by()->themes.size());
  std::vector<std::vector<bool>> wanted(counts.size());
  for (const rule_use& use : from.rules()) {
    std::vector<bool>& rules = wanted[use.theme.value];
    rules.resize(std::max<std::size_t>(rules.size(), use.rule + 1U));
    rules[use.rule] = use.answers > 0 && use.alone == 0;
  }
  std::vector<std::uint16_t> rules;
  const coding_table& table = from.table();
  for (const coding_id row : from.each()) {
    if (table.coder[row] != from.rule_coder()) continue;
    const theme_id theme = table.theme[row];
    rules.clear();
    for (const evidence& e : table.spans[row]) {
      if (rules.empty() || rules.back() != e.rule) rules.push_back(e.rule);
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const std::uint16_t a : rules) {
      if (!wanted[theme.value][a]) continue;
      for (const std::uint16_t b : rules) {
        if (a != b) ++counts[theme.value][{a, b}];
      }
    }
  }
  return counts;
}

class remarker {
 public:
  remarker(const codings& from, diagnostics& remarks)
      : from_(from), remarks_(remarks), together_(count_together(from)) {}

  void remark(const rule_use& use) {
    if (use.looked_at == 0) return;
    if (use.answers == 0) {
      return add(use, severity::warning,
                 fmt::format("this rule of \"{}\" hits none of the {} answer{} it was tried on",
                             name(use), use.looked_at, use.looked_at == 1 ? "" : "s"));
    }
    if (use.looked_at >= enough_answers && 100 * use.answers > most_percent * use.looked_at) {
      add(use, severity::warning,
          fmt::format("this rule of \"{}\" hits {} of the {} answers it was tried on, over {}%",
                      name(use), use.answers, use.looked_at, most_percent));
    }
    if (use.alone == 0) never_alone(use);
  }

 private:
  void never_alone(const rule_use& use) {
    const std::vector<rule_use>& uses = from_.rules();
    const auto first_use = static_cast<std::size_t>(&use - uses.data()) -
                           use.rule;  // Rules of a theme stand in a row.
    const together& counts = together_[use.theme.value];
    const std::uint32_t own_line = line(use.theme, use.rule);
    std::string beside;
    for (auto at = counts.lower_bound({use.rule, 0});
         at != counts.end() && at->first.first == use.rule; ++at) {
      const rule_use& other = uses[first_use + at->first.second];
      if (at->second != use.answers) continue;
      // Of two rules that hit the same answers one may go: the one written later is named.
      const bool same = other.answers == use.answers;
      if (same && other.rule > use.rule) return;
      if (!beside.empty()) continue;
      const std::uint32_t there = line(other.theme, other.rule);
      const std::string which = there == own_line
                                    ? fmt::format("match rule {} of the theme", other.rule + 1)
                                    : fmt::format("the rule on line {}", there);
      beside = same ? fmt::format("exactly where {} does", which)
                    : fmt::format("only where {} does", which);
    }
    if (beside.empty()) beside = "only where other rules of the theme do";
    add(use, severity::note, fmt::format("this rule of \"{}\" hits {}", name(use), beside));
  }

  [[nodiscard]] const std::string& name(const rule_use& use) const {
    return (*from_.by())[use.theme].id;
  }
  [[nodiscard]] std::uint32_t line(theme_id theme, std::uint16_t rule) const {
    return (*from_.by())[theme].match[rule].where.line;
  }

  void add(const rule_use& use, severity level, std::string message) {
    const rule& r = (*from_.by())[use.theme].match[use.rule];
    remarks_.add(from_.by()->remark(level, std::move(message), r));
  }

  const codings& from_;
  diagnostics& remarks_;
  std::vector<together> together_;
};

}  // namespace

void remark_on_rules(const codings& from, diagnostics& remarks) {
  remarker make(from, remarks);
  for (const rule_use& use : from.rules()) make.remark(use);
}

}  // namespace heard
