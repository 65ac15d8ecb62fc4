#include "coding/changed_themes.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace heard::matching {
namespace {

bool same(const std::vector<rule>& a, const std::vector<rule>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const rule& x, const rule& y) { return x.source == y.source; });
}

// What makes no difference to codings is left out: names, descriptions, what a stance is about.
bool reads_alike(const theme& a, const theme& b) {
  return same(a.match, b.match) && same(a.unless, b.unless) && same(a.in_favour, b.in_favour) &&
         same(a.against, b.against) && a.questions == b.questions &&
         a.stance_of.empty() == b.stance_of.empty();
}

std::vector<std::string_view> children_of(const codebook& book, const theme& of) {
  std::vector<std::string_view> ids;
  for (const theme_id child : of.children) ids.push_back(book[child].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::set<std::string_view> changed_lists(const codebook& before, const codebook& after) {
  std::set<std::string_view> out;
  for (const word_list& list : after.lists) {
    const word_list* was = before.find_list(list.id);
    if (was == nullptr || !same(was->words, list.words)) out.insert(list.id);
  }
  return out;
}

/// The lists and themes that a theme's rules name.
struct names {
  std::vector<std::string_view> lists;
  std::vector<std::string_view> themes;

  // Recursion is as deep as a rule.
  void add(const query::node& n) {
    if (n.kind == query::node_kind::list) lists.push_back(n.text);
    if (n.kind == query::node_kind::theme) themes.push_back(n.text);
    for (const query::node& child : n.children) add(child);
  }
};

names names_in(const theme& t) {
  names out;
  for (const auto* rules : {&t.match, &t.unless, &t.in_favour, &t.against}) {
    for (const rule& r : *rules) out.add(r.tree);
  }
  return out;
}

using theme_rows = std::unordered_map<std::string_view, theme_id>;

theme_rows rows_of(const codebook& book) {
  theme_rows out;
  for (std::size_t row = 0; row < book.themes.size(); ++row) {
    out.emplace(book.themes[row].id, theme_id(row));
  }
  return out;
}

}  // namespace

changed_themes::changed_themes(const codebook& before, const codebook& after)
    : was(after.themes.size()), is(before.themes.size()) {
  const theme_rows earlier = rows_of(before);
  const theme_rows later = rows_of(after);
  const std::set<std::string_view> lists = changed_lists(before, after);

  // What a change reaches. Each theme stands here twice: as its own codings, and `rows` further on
  // as what @theme gives, which its children add to.
  const auto rows = static_cast<std::uint32_t>(after.themes.size());
  std::vector<std::vector<std::uint32_t>> reaches(2 * after.themes.size());
  std::vector<std::uint32_t> changed;
  theme_id last;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const theme& t = after.themes[row];
    const names named = names_in(t);
    bool differs = std::any_of(named.lists.begin(), named.lists.end(),
                               [&](std::string_view id) { return lists.contains(id); });
    if (const auto found = earlier.find(t.id); found != earlier.end()) {
      was[row] = found->second;
      is[found->second.value] = theme_id(row);
      same_order = same_order && (!last.valid() || last < was[row]);
      last = was[row];
      differs = differs || !reads_alike(before[was[row]], t);
      if (children_of(before, before[was[row]]) != children_of(after, t)) {
        changed.push_back(rows + row);
      }
    } else {
      differs = true;
    }
    if (differs) changed.push_back(row);
    reaches[row].push_back(rows + row);
    if (t.parent.valid()) reaches[rows + row].push_back(rows + t.parent.value);
    for (const std::string_view id : named.themes) {
      const auto to = later.find(id);
      if (to != later.end()) reaches[rows + to->second.value].push_back(row);
    }
  }
  std::vector<bool> reached(reaches.size());
  while (!changed.empty()) {
    const std::uint32_t at = changed.back();
    changed.pop_back();
    if (reached[at]) continue;
    reached[at] = true;
    changed.insert(changed.end(), reaches[at].begin(), reaches[at].end());
  }
  anew.assign(reached.begin(), reached.begin() + rows);
}

}  // namespace heard::matching
