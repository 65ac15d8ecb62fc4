#include <heard/query/rule.hpp>

#include <string_view>

namespace heard::query {
namespace {

// How tightly a node binds; a child that binds less than its place asks for gets brackets.
enum class binding { loosest, conjunction, proximity, item };

binding binding_of(const node& n) {
  switch (n.kind) {
    case node_kind::either:
      return binding::loosest;
    case node_kind::both:
    case node_kind::both_not:
      return binding::conjunction;
    case node_kind::near:
    case node_kind::before:
      return binding::proximity;
    default:
      return binding::item;
  }
}

void print(const node& n, binding at_least, std::string& out);

void print_pair(const node& n, std::string_view between, std::string& out) {
  const binding own = binding_of(n);
  const binding tighter = own == binding::conjunction ? binding::proximity : binding::item;
  print(n.children.at(0), own, out);
  out += between;
  print(n.children.at(1), tighter, out);
}

void print_bare(const node& n, std::string& out) {
  switch (n.kind) {
    case node_kind::word:
      if (n.prefix == word_prefix::exact) out += '=';
      if (n.prefix == word_prefix::stem) out += '%';
      out += n.text;
      if (n.distance != 0) out += '~' + std::to_string(n.distance);
      break;
    case node_kind::phrase:
      out += '"' + n.text + '"';
      break;
    case node_kind::list:
      out += '#' + n.text;
      break;
    case node_kind::theme:
      out += '@' + n.text;
      break;
    case node_kind::near:
      print_pair(n, " NEAR/" + std::to_string(n.distance) + ' ', out);
      break;
    case node_kind::before:
      print_pair(n, " BEFORE/" + std::to_string(n.distance) + ' ', out);
      break;
    case node_kind::both:
      print_pair(n, " AND ", out);
      break;
    case node_kind::both_not:
      print_pair(n, " AND NOT ", out);
      break;
    case node_kind::either:
      for (std::size_t i = 0; i < n.children.size(); ++i) {
        if (i != 0) out += " OR ";
        print(n.children[i], binding::conjunction, out);
      }
      break;
    case node_kind::sentence:
      out += "SENTENCE(";
      print(n.children.at(0), binding::loosest, out);
      out += ')';
      break;
  }
}

// Recursion is as deep as the tree: at most max_rule_size / 6 for a chain that parse_rule() made.
void print(const node& n, binding at_least, std::string& out) {
  const bool brackets = binding_of(n) < at_least;
  if (brackets) out += '(';
  print_bare(n, out);
  if (brackets) out += ')';
}

}  // namespace

std::string to_string(const node& rule) {
  std::string out;
  print(rule, binding::loosest, out);
  return out;
}

const node* first_without_place(const node& rule) {
  switch (rule.kind) {
    case node_kind::theme:
    case node_kind::both:
    case node_kind::both_not:
    case node_kind::sentence:
      return &rule;
    default:
      break;
  }
  for (const node& child : rule.children) {
    if (const node* found = first_without_place(child)) return found;
  }
  return nullptr;
}

}  // namespace heard::query
