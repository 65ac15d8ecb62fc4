#include "query/check.hpp"
#include "query/grammar.hpp"
#include "query/screen.hpp"

#include <heard/query/parse.hpp>

#include <algorithm>
#include <tuple>

namespace heard::query {
namespace {

parsed parse(std::string_view source, goal parsing) {
  parsed result;
  result.faults = screen(source);
  if (!result.faults.empty()) return result;
  result = parse_syntax(source, parsing);
  if (!result.rule) return result;
  const std::vector<fault> more = check(*result.rule);
  result.faults.insert(result.faults.end(), more.begin(), more.end());
  std::stable_sort(result.faults.begin(), result.faults.end(), [](const fault& a, const fault& b) {
    return std::tie(a.where.first, a.where.last) < std::tie(b.where.first, b.where.last);
  });
  if (!result.faults.empty()) result.rule.reset();
  return result;
}

}  // namespace

parsed parse_rule(std::string_view source) {
  return parse(source, goal::rule);
}

parsed parse_list_word(std::string_view source) {
  return parse(source, goal::list_word);
}

}  // namespace heard::query
