// The examples of docs/rule-language.md, against the engine.
#include "books.hpp"
#include "coding/compiler.hpp"
#include "coding/theme_coder.hpp"
#include "rule_examples.hpp"

#include <heard/coding/match.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

std::shared_ptr<const codebook> book_of(const test::rule_example& example) {
  std::vector<word_list> lists;
  for (const auto& [id, entries] : example.lists) lists.push_back(made_list(id, entries));
  return made_book({{"theme", {example.rule}, example.unless}}, std::move(lists));
}

std::vector<std::string> words(const std::string& text, const std::vector<text::span>& spans) {
  std::vector<std::string> out;
  for (const text::span s : spans) out.emplace_back(s.of(text));
  return out;
}

}  // namespace

TEST_CASE("every rule of the page finds the hits that the page gives") {
  int texts = 0;
  for (const test::rule_example& example :
       test::read_rule_examples(HEARD_SOURCE_DIR "/docs/rule-language.md")) {
    if (!example.fault.empty()) continue;
    CAPTURE(example.line);
    CAPTURE(example.rule);
    const auto book = book_of(example);
    matching::compiler compiler("en", book.get());
    compiler.add_themes();
    const matching::program program = compiler.finish();
    matching::theme_coder coder(program);
    matcher alone(book->themes[0].match[0].tree, "en", book);
    for (const auto& [text, hits] : example.texts) {
      CAPTURE(text);
      ++texts;
      matching::found found;
      coder.code(text, {true}, found);
      std::vector<text::span> spans;
      for (const evidence& e : found.spans) spans.push_back(e.bytes);
      CHECK(joined(words(text, spans)) == joined(hits));
      if (example.unless.empty()) CHECK(joined(words(text, alone.find(text))) == joined(hits));
    }
  }
  CHECK(texts > 80);
}
