#include "codebook/references.hpp"

#include "toml/string_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace heard {

namespace {

// A circle is told with its themes; a long one is cut.
constexpr std::size_t shown_themes = 8;
// Each circle costs a walk along it, and who has a hundred knows what is wrong.
constexpr std::size_t most_circles = 100;

std::string chain(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += " -> ";
    if (i == shown_themes && names.size() > shown_themes + 1) {
      out += "... -> ";
      i = names.size() - 1;
    }
    out += names[i];
  }
  return out;
}

toml::extent place_of(const toml::faults& out, const rule& in, query::place where) {
  return toml::place_in_string(out.source().text(), static_cast<std::size_t>(in.where.offset),
                               where.first, where.last);
}

using theme_rows = std::map<std::string_view, std::size_t>;

theme_rows rows_by_id(const codebook& book) {
  theme_rows rows;
  for (std::size_t t = 0; t < book.themes.size(); ++t) rows.emplace(book.themes[t].id, t);
  return rows;
}

// Two nodes for each theme: its own hits, which need what its rules refer to, and the hits that
// `@theme` means, which need its own and those of its children.
class dependency_graph {
 public:
  dependency_graph(const codebook& book, std::vector<std::vector<theme_reference>> references,
                   toml::faults& out)
      : book_(book),
        references_(std::move(references)),
        out_(out),
        colours_(2 * book.themes.size()) {}

  void find_circles() {
    for (std::size_t t = 0; t < book_.themes.size() && told_.size() < most_circles; ++t) {
      walk(own(t));
    }
  }

 private:
  enum class colour : std::uint8_t { unseen, open, done };
  struct step {
    std::size_t node;
    std::size_t next = 0;  // which of its edges is to be taken next
  };

  static std::size_t own(std::size_t theme) { return 2 * theme; }
  static std::size_t meant(std::size_t theme) { return 2 * theme + 1; }

  std::size_t edges(std::size_t node) const {
    const std::size_t theme = node / 2;
    return node % 2 == 0 ? references_[theme].size() : 1 + book_.themes[theme].children.size();
  }
  std::size_t target(std::size_t node, std::size_t edge) const {
    const std::size_t theme = node / 2;
    if (node % 2 == 0) return meant(references_[theme][edge].to);
    return edge == 0 ? own(theme) : meant(book_.themes[theme].children[edge - 1].value);
  }

  // Depth first, without recursion: a chain may be as long as the codebook.
  void walk(std::size_t from) {
    if (colours_[from] != colour::unseen) return;
    std::vector<step> path = {{from}};
    colours_[from] = colour::open;
    while (!path.empty()) {
      step& here = path.back();
      if (here.next == edges(here.node)) {
        colours_[here.node] = colour::done;
        path.pop_back();
        continue;
      }
      const std::size_t to = target(here.node, here.next++);
      // A theme that refers to itself is told at once; gone into, it would hide longer circles.
      if (here.node == own(to / 2)) {
        tell(path, here.node);
      } else if (colours_[to] == colour::unseen) {
        colours_[to] = colour::open;
        path.push_back({to});
      } else if (colours_[to] == colour::open) {
        tell(path, to);
      }
    }
  }

  // The circle is told at the reference in it that the first of its themes makes. There is one:
  // children alone form no circle.
  void tell(const std::vector<step>& path, std::size_t to) {
    if (told_.size() == most_circles) return;
    std::size_t first = path.size() - 1;
    while (path[first].node != to) --first;
    const std::size_t size = path.size() - first;
    std::size_t start = size;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t node = path[first + i].node;
      if (node % 2 == 0 && (start == size || node < path[first + start].node)) start = i;
    }
    const step& at = path[first + start];
    const theme_reference& reference = references_[at.node / 2][at.next - 1];
    if (!told_.emplace(at.node, at.next - 1).second) return;

    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string_view name = book_.themes[path[first + (start + i) % size].node / 2].id;
      if (names.empty() || names.back() != name) names.push_back(name);
    }
    if (names.size() == 1 || names.back() != names.front()) names.push_back(names.front());
    out_.error(place_of(out_, *reference.in, reference.where),
               "this leads back to theme " + toml::quoted(names.front()) + ": " + chain(names));
  }

  const codebook& book_;
  std::vector<std::vector<theme_reference>> references_;
  toml::faults& out_;
  std::vector<colour> colours_;
  std::set<std::pair<std::size_t, std::size_t>> told_;
};

class reference_finder {
 public:
  reference_finder(const codebook& book, const toml::names& lists, const toml::names& themes,
                   toml::faults& out)
      : lists_(lists), themes_(themes), out_(out), rows_(rows_by_id(book)) {}

  void look(const std::vector<rule>& rules, std::vector<theme_reference>& into) {
    for (const rule& r : rules) look(r, r.tree, into);
  }

 private:
  void look(const rule& in, const query::node& node, std::vector<theme_reference>& into) {
    if (node.kind == query::node_kind::list && !lists_.has(node.text)) {
      out_.unknown(place_of(out_, in, node.where), "list", node.text, lists_.all());
    }
    if (node.kind == query::node_kind::theme) {
      const auto at = rows_.find(node.text);
      if (at == rows_.end()) {
        out_.unknown(place_of(out_, in, node.where), "theme", node.text, themes_.all());
      } else {
        into.push_back({at->second, &in, node.where});
      }
    }
    for (const query::node& child : node.children) look(in, child, into);
  }

  const toml::names& lists_;
  const toml::names& themes_;
  toml::faults& out_;
  theme_rows rows_;
};

}  // namespace

void join_parents(codebook& book, const std::vector<parent_reference>& parents,
                  const toml::names& themes, toml::faults& out) {
  const theme_rows rows = rows_by_id(book);
  for (std::size_t t = 0; t < book.themes.size(); ++t) {
    if (parents[t].id.empty()) continue;
    const auto at = rows.find(parents[t].id);
    if (at == rows.end()) {
      out.unknown(parents[t].where, "theme", parents[t].id, themes.all());
    } else {
      book.themes[t].parent = theme_id(at->second);
    }
  }

  // Every theme has one parent at most, so a walk upwards meets a circle or ends.
  std::vector<std::size_t> walk_of(book.themes.size(), book.themes.size());
  for (std::size_t t = 0; t < book.themes.size(); ++t) {
    std::size_t at = t;
    while (walk_of[at] == book.themes.size()) {
      walk_of[at] = t;
      if (!book.themes[at].parent.valid()) break;
      at = book.themes[at].parent.value;
    }
    if (walk_of[at] != t || !book.themes[at].parent.valid()) continue;
    std::vector<std::size_t> circle;
    for (std::size_t c = at; circle.empty() || c != at; c = book.themes[c].parent.value) {
      circle.push_back(c);
    }
    std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
    std::vector<std::string_view> names;
    for (const std::size_t c : circle) names.push_back(book.themes[c].id);
    names.push_back(names.front());
    out.error(parents[circle.front()].where, "themes are parents in a circle: " + chain(names));
    for (const std::size_t c : circle) book.themes[c].parent = theme_id();
  }

  for (std::size_t t = 0; t < book.themes.size(); ++t) {
    const theme_id parent = book.themes[t].parent;
    if (parent.valid()) book.themes[parent.value].children.emplace_back(t);
  }
}

void check_references(const codebook& book, const toml::names& lists, const toml::names& themes,
                      toml::faults& out) {
  reference_finder find(book, lists, themes, out);
  std::vector<std::vector<theme_reference>> references(book.themes.size());
  std::vector<theme_reference> none_allowed;  // told where `unless` is read
  for (std::size_t t = 0; t < book.themes.size(); ++t) {
    const theme& from = book.themes[t];
    find.look(from.match, references[t]);
    find.look(from.unless, none_allowed);
    find.look(from.in_favour, references[t]);
    find.look(from.against, references[t]);
  }
  dependency_graph(book, std::move(references), out).find_circles();
}

}  // namespace heard
