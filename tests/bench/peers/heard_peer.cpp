// This library's own side, without files and threads: the steps that others' are laid beside.
//
//   peer_heard words|types|tag CORPUS [RULES]
#include "coding/compiler.hpp"
#include "coding/theme_coder.hpp"
#include "rules.hpp"

#include <heard/query/parse.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

using namespace heard;
using namespace heard::peers;

namespace {

// Exact word spans of UAX #29.
void words(const corpus& texts) {
  measure_pass("words", texts, [](answers over) {
    text::tokeniser cut;
    std::vector<text::span> found;
    std::uint64_t count = 0;
    for (const std::string_view answer : over) {
      cut.words(answer, found);
      count += found.size();
    }
    return count;
  });
}

// Tokens with their sentences, addresses kept whole, each folded type by number.
void types(const corpus& texts) {
  measure_pass("types", texts, [](answers over) {
    text::tokeniser cut;
    text::vocabulary types;
    std::vector<text::token> tokens;
    std::vector<text::type_id> numbers;
    std::uint64_t count = 0;
    for (const std::string_view answer : over) {
      cut.tokens(answer, tokens);
      types.intern(answer, tokens, numbers);
      count += numbers.size();
    }
    return count;
  });
}

codebook book_of(const std::vector<plain_rule>& rules) {
  codebook book;
  for (const plain_rule& each : rules) {
    const std::string source = source_of(each);
    const query::parsed parsed = query::parse_rule(source);
    if (!parsed.rule) throw std::runtime_error("this rule does not parse: " + source);
    theme made;
    made.match.push_back({source, *parsed.rule, {}});
    book.themes.push_back(std::move(made));
  }
  return book;
}

// From bytes to codings: a theme a rule, every span of evidence kept until the end.
void tag(const corpus& texts, const std::vector<plain_rule>& rules) {
  const codebook book = book_of(rules);
  matching::compiler compiler("en", &book);
  compiler.add_themes();
  const matching::program program = compiler.finish();
  const std::vector<bool> all(book.themes.size(), true);
  measure_pass("tag", texts, [&](answers over) {
    matching::theme_coder coder(program);
    matching::found found;
    std::vector<std::vector<evidence>> kept;  // In parts, as a run of the library keeps them.
    std::uint64_t hits = 0;
    for (std::size_t i = 0; i < over.size(); ++i) {
      if (i % 1024 == 0) kept.emplace_back();
      coder.code(over[i], all, found);
      hits += found.themes.size();
      kept.back().insert(kept.back().end(), found.spans.begin(), found.spans.end());
    }
    return hits;
  });
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_heard", [&] {
    if (argc < 3) throw std::runtime_error("usage: words|types|tag CORPUS [RULES]");
    const std::string wanted = argv[1];
    const corpus texts(argv[2]);
    if (wanted == "words")
      words(texts);
    else if (wanted == "types")
      types(texts);
    else if (wanted == "tag" && argc > 3)
      tag(texts, read_rules(argv[3]));
    else
      unknown(wanted);
  });
}
