#include "coding/word_store.hpp"

#include <heard/base/error.hpp>
#include <heard/coding/kept_words.hpp>

#include <utility>

namespace heard {
namespace {

using matching::text_row;
using matching::word_store;

/// What one unit of texts gave, its types numbered on their own.
struct unit_words {
  std::vector<std::uint32_t> tokens;  // How many, by text.
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> first_byte;
  text::vocabulary types;
};

void read_texts(const matching::kept_texts& texts, text_row first, text_row last, unit_words& out) {
  text::tokeniser tokenise;
  std::vector<text::token> tokens;
  std::vector<text::type_id> types;
  for (text_row row = first; row < last; ++row) {
    const std::string_view text = texts[row];
    tokenise.tokens(text, tokens);
    out.types.intern(text, tokens, types);
    out.tokens.push_back(static_cast<std::uint32_t>(tokens.size()));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool begins = i > 0 && tokens[i].sentence != tokens[i - 1].sentence;
      out.words.push_back(word_store::word_of(types[i], begins));
      out.first_byte.push_back(tokens[i].bytes.first);
    }
  }
}

// Units come in order and so do the types of each, so a type's number tells only which types first
// occur before it.
void add(const unit_words& unit, word_store& to) {
  std::vector<text::type_id> number(unit.types.size());
  for (text::type_id type = 0; type < number.size(); ++type) {
    number[type] = to.types.intern(unit.types.spelling(type), unit.types.kind(type));
    if (number[type] == to.size_of.size()) to.note_type(number[type]);
  }
  if (to.types.size() > word_store::most_types ||
      unit.words.size() > 0xFFFFFFFF - to.words.size()) {
    throw error(status::bad_input, "there are more words than can be kept");
  }
  for (const std::uint32_t word : unit.words) {
    to.words.push_back(
        word_store::word_of(number[word_store::type_of(word)], word_store::begins_sentence(word)));
  }
  to.first_byte.insert(to.first_byte.end(), unit.first_byte.begin(), unit.first_byte.end());
  for (const std::uint32_t tokens : unit.tokens) {
    to.first_token.push_back(to.first_token.back() + tokens);
  }
}

}  // namespace

kept_words::kept_words(std::unique_ptr<const word_store> store) : store_(std::move(store)) {}
kept_words::~kept_words() = default;

const std::shared_ptr<const consultation>& kept_words::of() const {
  return store_->of;
}
std::size_t kept_words::texts() const {
  return store_->texts.size();
}
std::size_t kept_words::tokens() const {
  return store_->words.size();
}
std::size_t kept_words::types() const {
  return store_->types.size();
}

std::shared_ptr<const kept_words> keep_words(std::shared_ptr<const consultation> of,
                                             const run_options& options) {
  auto store = std::make_unique<word_store>(std::move(of));
  store->first_token.push_back(0);
  const std::vector<text_row> ends = matching::cut_texts(store->texts);
  std::vector<std::unique_ptr<unit_words>> units(ends.size());
  for_each_chunk(
      ends.size(), 1, options,
      [&](const chunk& c) {
        auto unit = std::make_unique<unit_words>();
        read_texts(store->texts, c.index == 0 ? 0 : ends[c.index - 1], ends[c.index], *unit);
        units[c.index] = std::move(unit);
      },
      [&](const chunk& c) {
        add(*units[c.index], *store);
        units[c.index].reset();
      });
  return std::make_shared<const kept_words>(std::move(store));
}

}  // namespace heard
