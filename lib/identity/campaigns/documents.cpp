#include "identity/campaigns/documents.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstddef>
#include <span>
#include <utility>

namespace heard::letters {

namespace {

constexpr std::size_t responses_in_chunk = 256;

hash128 hash_of(std::span<const word_hash> words) {
  return hash_bytes({reinterpret_cast<const char*>(words.data()), words.size_bytes()});
}

struct hash_of_hash {
  using is_avalanching = void;
  std::size_t operator()(const hash128& key) const noexcept { return key.low; }
};

struct short_key {
  question_id question;
  hash128 words;
  bool operator==(const short_key&) const = default;
};
struct hash_of_short {
  using is_avalanching = void;
  std::size_t operator()(const short_key& key) const noexcept {
    return key.words.low ^ (key.question.value * 0x9E3779B97F4A7C15u);
  }
};

// What one chunk of responses says.
struct part {
  struct text {
    response_id response;
    std::size_t first;
    std::size_t last;
  };
  struct few_words {
    short_key key;
    answer_id answer;
  };
  std::vector<word_hash> words;
  std::vector<text> texts;
  std::vector<few_words> short_answers;
};

void read_response(const consultation& of, response_id response, unsigned least_words,
                   word_reader& reader, std::vector<word_hash>& scratch, part& out) {
  const auto [first, last] = of.answers_of(response);
  const std::size_t start = out.words.size();
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (!compared(of, answer)) continue;
    scratch.clear();
    reader.read(of.text_of(answer), scratch);
    if (scratch.size() >= least_words) {
      if (out.words.size() > start) out.words.push_back(answer_break);
      out.words.insert(out.words.end(), scratch.begin(), scratch.end());
    } else if (!scratch.empty()) {
      out.short_answers.push_back({{of.answers().question[answer], hash_of(scratch)}, answer});
    }
  }
  if (out.words.size() > start) out.texts.push_back({response, start, out.words.size()});
}

}  // namespace

void word_reader::read(std::string_view text, std::vector<word_hash>& out,
                       std::vector<text::span>* where) {
  tokeniser_.tokens(text, tokens_);
  vocabulary_.intern(text, tokens_, types_);
  while (hashes_.size() < vocabulary_.size()) {
    const std::string_view folded = vocabulary_.folded(static_cast<text::type_id>(hashes_.size()));
    const word_hash hash = XXH3_64bits(folded.data(), folded.size());
    hashes_.push_back(hash == answer_break ? 1 : hash);
  }
  for (const text::type_id type : types_) out.push_back(hashes_[type]);
  if (where == nullptr) return;
  for (const text::token& token : tokens_) where->push_back(token.bytes);
}

std::unique_ptr<word_reader> word_readers::take() {
  {
    const std::scoped_lock lock(gate_);
    if (!free_.empty()) {
      auto reader = std::move(free_.back());
      free_.pop_back();
      return reader;
    }
  }
  return std::make_unique<word_reader>();
}

void word_readers::give_back(std::unique_ptr<word_reader> reader) {
  const std::scoped_lock lock(gate_);
  free_.push_back(std::move(reader));
}

void word_readers::forget() {
  const std::scoped_lock lock(gate_);
  free_.clear();
}

bool compared(const consultation& of, answer_id answer) {
  const answer_state state = of.answers().state[answer];
  return (state == answer_state::text || state == answer_state::not_coded) &&
         of.asked()[of.answers().question[answer]].kind == question_kind::open;
}

void documents::read(text_row text, std::vector<word_hash>& out) const {
  out.clear();
  const auto at = words.begin();
  for (auto word = at + static_cast<std::ptrdiff_t>(first[text]),
            end = at + static_cast<std::ptrdiff_t>(first[text + 1]);
       word != end; ++word) {
    out.push_back(spelled[*word]);
  }
}

documents read_documents(const consultation& of, unsigned least_words, word_readers& readers,
                         stages& run) {
  const std::size_t rows = of.responses().size();
  documents out;
  out.of_response.assign(rows, no_text);
  out.first.push_back(0);
  boost::unordered_flat_map<hash128, text_row, hash_of_hash> texts;
  boost::unordered_flat_map<short_key, std::uint32_t, hash_of_short> few;
  boost::unordered_flat_map<word_hash, std::uint32_t> numbers;
  std::vector<std::unique_ptr<part>> parts(rows / responses_in_chunk + 1);

  for_each_chunk(
      rows, responses_in_chunk, run.next(),
      [&](const chunk& c) {
        auto reader = readers.take();
        auto made = std::make_unique<part>();
        std::vector<word_hash> scratch;
        for (std::size_t row = c.first; row < c.last; ++row) {
          const response_id response(row);
          if (!of.included(response)) continue;
          read_response(of, response, least_words, *reader, scratch, *made);
        }
        parts[c.index] = std::move(made);
        readers.give_back(std::move(reader));
      },
      [&](const chunk& c) {
        const std::unique_ptr<part> made = std::move(parts[c.index]);
        for (const part::text& text : made->texts) {
          const auto words = std::span(made->words).subspan(text.first, text.last - text.first);
          const auto [at, fresh] = texts.emplace(hash_of(words), static_cast<text_row>(out.size()));
          if (fresh) {
            for (const word_hash word : words) {
              const auto [number, is_new] =
                  numbers.emplace(word, static_cast<std::uint32_t>(out.spelled.size()));
              if (is_new) out.spelled.push_back(word);
              out.words.push_back(number->second);
            }
            out.first.push_back(out.words.size());
            out.hash.push_back(at->first);
            out.copies.push_back(0);
          }
          ++out.copies[at->second];
          out.of_response[text.response.value] = at->second;
        }
        for (const part::few_words& said : made->short_answers) {
          const auto [at, fresh] =
              few.emplace(said.key, static_cast<std::uint32_t>(out.short_answers.size()));
          if (fresh) {
            out.short_answers.push_back({said.key.question, said.answer, 0});
            out.short_hash.push_back(said.key.words);
          }
          ++out.short_answers[at->second].answers;
        }
      });
  return out;
}

}  // namespace heard::letters
