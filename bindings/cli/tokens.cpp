#include "commands.hpp"
#include "files.hpp"
#include "handle.hpp"
#include "json.hpp"

#include <iostream>
#include <iterator>
#include <memory>

namespace cli {

namespace {

int print_tokens(std::string text) {
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  const auto found = make<tokens>(
      [&](auto out, auto err) { return heard_tokens_new(text.data(), text.size(), out, err); });
  for (std::size_t i = 0; i < heard_tokens_count(found.get()); ++i) {
    const auto t = fill<heard_token>(
        [&](auto out, auto err) { return heard_tokens_at(found.get(), i, out, err); });
    std::cout << "{\"first\":" << t.first << ",\"last\":" << t.last
              << ",\"sentence\":" << t.sentence
              << ",\"kind\":" << json(heard_words_at(HEARD_TOKEN_KINDS, t.kind))
              << ",\"folded\":" << json(to_string(t.folded)) << "}\n";
  }
  return 0;
}

}  // namespace

void add_tokens(CLI::App& app, const chosen& run) {
  auto text = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "tokens", "Show a text as rules see it: one JSON line a token, with byte offsets");
  command->add_option("text", *text, "A text; - for standard input")->required();
  command->footer("Example:\n  heard tokens \"Don't close the caf\u00E9\"");
  command->callback([=] { run([=](const manner&) { return print_tokens(*text); }); });
}

}  // namespace cli
