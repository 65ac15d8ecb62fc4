/// @file
/// Trees for tests: a plain notation, `both(a, near/3("b c", #d))`, and equality that leaves places
/// out.
#pragma once

#include <heard/query/rule.hpp>

#include <string>

namespace heard::query {

inline std::string outline(const node& n) {
  const auto with_children = [&n](std::string name) {
    std::string out = std::move(name) + '(';
    for (const node& child : n.children) {
      if (&child != &n.children.front()) out += ", ";
      out += outline(child);
    }
    return out + ')';
  };
  const std::string number = std::to_string(n.distance);
  switch (n.kind) {
    case node_kind::word: {
      const char* prefix = n.prefix == word_prefix::exact  ? "exact "
                           : n.prefix == word_prefix::stem ? "stem "
                                                           : "";
      return prefix + n.text + (n.distance != 0 ? " within " + number : "");
    }
    case node_kind::phrase:
      return '"' + n.text + '"';
    case node_kind::list:
      return '#' + n.text;
    case node_kind::theme:
      return '@' + n.text;
    case node_kind::near:
      return with_children("near/" + number);
    case node_kind::before:
      return with_children("before/" + number);
    case node_kind::either:
      return with_children("either");
    case node_kind::both:
      return with_children("both");
    case node_kind::both_not:
      return with_children("both_not");
    case node_kind::sentence:
      return with_children("sentence");
  }
  return "?";
}

inline bool same(const node& a, const node& b) {
  if (a.kind != b.kind || a.prefix != b.prefix || a.distance != b.distance || a.text != b.text ||
      a.children.size() != b.children.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace heard::query
