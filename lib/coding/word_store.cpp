#include "coding/word_store.hpp"

namespace heard::matching {

void word_store::tokens(text_row text, std::vector<text::token>& out) const {
  const std::span<const std::uint32_t> own = words_of(text);
  const std::uint32_t* first = first_byte.data() + first_token[text];
  out.resize(own.size());
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const text::type_id type = type_of(own[i]);
    sentence += static_cast<std::uint32_t>(begins_sentence(own[i]));
    out[i] = {{first[i], first[i] + size_of[type]}, sentence, kind_of[type]};
  }
}

void word_store::note_type(text::type_id type) {
  size_of.push_back(static_cast<std::uint32_t>(types.spelling(type).size()));
  kind_of.push_back(types.kind(type));
}

const word_store::places& word_store::where() const {
  std::call_once(asked_, [this] { where_ = std::make_unique<const places>(*this); });
  return *where_;
}

// A sort by counting: tokens of one type stay in order.
word_store::places::places(const word_store& store)
    : first_(store.types.size() + 1, 0),
      tokens_(store.words.size()),
      first_token_(store.first_token) {
  for (const std::uint32_t word : store.words) ++first_[type_of(word) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<token_row> next(first_.begin(), first_.end() - 1);
  for (token_row token = 0; token < store.words.size(); ++token) {
    tokens_[next[type_of(store.words[token])]++] = token;
  }
  text_row text = 0;
  for (token_row token = 0; token < store.words.size(); token += step) {
    while (first_token_[text + 1] <= token) ++text;
    text_of_step_.push_back(text);
  }
}

std::vector<text_row> cut_texts(const kept_texts& texts) {
  constexpr std::size_t unit = std::size_t{1} << 20;
  std::vector<text_row> ends;
  std::size_t bytes = 0;
  for (text_row row = 0; row < texts.size(); ++row) {
    bytes += texts[row].size() + 1;
    if (bytes < unit) continue;
    ends.push_back(row + 1);
    bytes = 0;
  }
  if (bytes != 0) ends.push_back(static_cast<text_row>(texts.size()));
  return ends;
}

}  // namespace heard::matching
