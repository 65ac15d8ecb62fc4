// What the engine finds by NEAR in a corpus, for fts5_corpus_check.py: for each answer a line of
// the rows of the rules that match, a tab, and the answer's tokens as words that FTS5 leaves whole.
//
//   near_corpus CORPUS RULES     answers one a line; rules as "distance TAB word TAB word"
#include <heard/coding/match.hpp>
#include <heard/query/parse.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/tokens.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// FTS5 cuts words its own way; a token that is not plain letters and digits goes in by its bytes,
/// so that both count the same words between two.
std::string as_one_word(std::string_view folded) {
  const bool plain =
      folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
  if (plain) return std::string(folded);
  std::string out = "zqz";
  for (const char c : folded) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::vector<heard::matcher> matchers_of(std::istream& rules) {
  std::vector<heard::matcher> out;
  for (std::string line; std::getline(rules, line);) {
    std::istringstream in(line);
    std::string distance, left, right;
    in >> distance >> left >> right;
    const auto parsed = heard::query::parse_rule(left + " NEAR/" + distance + ' ' + right);
    if (!parsed.rule) return {};
    out.emplace_back(*parsed.rule, "en");
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream corpus(argv[1]);
  std::ifstream rules(argv[2]);
  std::vector<heard::matcher> matchers = matchers_of(rules);
  if (matchers.empty()) return 1;
  heard::text::tokeniser cut;
  std::vector<heard::text::token> tokens;
  for (std::string answer; std::getline(corpus, answer);) {
    for (std::size_t i = 0; i < matchers.size(); ++i) {
      if (!matchers[i].find(answer).empty()) std::printf("%zu ", i);
    }
    std::printf("\t");
    cut.tokens(answer, tokens);
    for (const heard::text::token& token : tokens) {
      const std::string folded = heard::text::fold(token.bytes.of(answer));
      std::printf("%s ", as_one_word(heard::text::without_possessive(folded)).c_str());
    }
    std::printf("\n");
  }
  return 0;
}
