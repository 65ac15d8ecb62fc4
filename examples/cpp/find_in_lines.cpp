// Shows how a C++ program uses a part of the library alone: rules, on any text, without a
// consultation. It links heard::core.
//
//     find_in_lines RULE [LANGUAGE] < FILE
//
// prints each line that the rule matches, with the words that it rests on in brackets, and exits
// with 1 if there is none: a grep that knows words, their forms and their distance.
#include <heard/base/diagnostic.hpp>
#include <heard/base/error.hpp>
#include <heard/coding/match.hpp>
#include <heard/query/parse.hpp>

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

namespace {

// The rule as a tree, or its faults with a caret under each.
heard::query::node parse(const std::string& rule) {
  heard::query::parsed parsed = heard::query::parse_rule(rule);
  if (parsed.rule) return std::move(*parsed.rule);
  const heard::source_text source("rule", rule);
  for (const heard::query::fault& fault : parsed.faults) {
    const auto remark = source.remark(heard::severity::error, fault.message, fault.where.first,
                                      fault.where.last - fault.where.first);
    std::cerr << "rule:" << remark.where.column << ": " << remark.message << '\n'
              << remark.excerpt << '\n';
  }
  std::exit(2);
}

// Evidence of AND and OR may overlap; of two spans that do, the first is shown.
void print(const std::string& line, const std::vector<heard::text::span>& evidence) {
  std::size_t done = 0;
  for (const heard::text::span hit : evidence) {
    if (hit.first < done) continue;
    std::cout << line.substr(done, hit.first - done) << '[' << hit.of(line) << ']';
    done = hit.last;
  }
  std::cout << line.substr(done) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: find_in_lines RULE [LANGUAGE] < FILE\n";
    return 2;
  }
  try {
    heard::matcher rule(parse(argv[1]), argc > 2 ? argv[2] : "en");
    bool any = false;
    for (std::string line; std::getline(std::cin, line);) {
      const auto evidence = rule.find(line);
      if (evidence.empty()) continue;
      any = true;
      print(line, evidence);
    }
    return any ? 0 : 1;
  } catch (const heard::error& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
