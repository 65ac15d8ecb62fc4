#include "identity/campaigns/documents.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace heard::letters {

namespace {

constexpr std::size_t responses_in_chunk = 256;

hash128 hash_of(std::span<const word_key> words) {
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
    hash128 hash;
  };
  struct few_words {
    short_key key;
    answer_id answer;
  };
  std::vector<word_key> words;
  std::vector<text> texts;
  std::vector<few_words> short_answers;
};

void read_response(const consultation& of, response_id response, unsigned least_words,
                   word_reader& reader, part& out) {
  const auto [first, last] = of.answers_of(response);
  std::vector<word_key>& words = out.words;
  const std::size_t start = words.size();
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (!compared(of, answer)) continue;
    const std::size_t end = words.size();
    if (end > start) words.push_back(answer_break);
    const std::size_t from = words.size();
    reader.read(of.text_of(answer), words);
    if (words.size() - from >= least_words) continue;
    if (words.size() > from) {
      const hash128 hash = hash_of(std::span(words).subspan(from));
      out.short_answers.push_back({{of.answers().question[answer], hash}, answer});
    }
    words.resize(end);
  }
  if (words.size() == start) return;
  out.texts.push_back({response, start, words.size(), hash_of(std::span(words).subspan(start))});
}

// About how many words a chunk has: a word and what stands behind it take five bytes or more.
std::size_t words_in(const consultation& of, const chunk& c) {
  std::size_t bytes = 0;
  for (std::size_t row = c.first; row < c.last; ++row) {
    const auto [first, last] = of.answers_of(response_id(row));
    for (answer_id answer = first; answer < last; ++answer.value) {
      if (compared(of, answer)) bytes += of.text_of(answer).size();
    }
  }
  return bytes / 5;
}

}  // namespace

bool compared(const consultation& of, answer_id answer) {
  const answer_state state = of.answers().state[answer];
  return (state == answer_state::text || state == answer_state::not_coded) &&
         of.asked()[of.answers().question[answer]].kind == question_kind::open;
}

documents read_documents(const consultation& of, unsigned least_words, word_readers& readers,
                         stages& run) {
  const std::size_t rows = of.responses().size();
  documents out;
  out.of_response.assign(rows, no_text);
  boost::unordered_flat_map<hash128, text_row, hash_of_hash> texts;
  boost::unordered_flat_map<short_key, std::uint32_t, hash_of_short> few;
  std::vector<std::unique_ptr<part>> parts(rows / responses_in_chunk + 1);

  for_each_chunk(
      rows, responses_in_chunk, run.next(),
      [&](const chunk& c) {
        auto reader = readers.take();
        auto made = std::make_unique<part>();
        made->words.reserve(words_in(of, c));
        for (std::size_t row = c.first; row < c.last; ++row) {
          const response_id response(row);
          if (!of.included(response)) continue;
          read_response(of, response, least_words, *reader, *made);
        }
        made->words.shrink_to_fit();
        parts[c.index] = std::move(made);
        readers.give_back(std::move(reader));
      },
      [&](const chunk& c) {
        const std::unique_ptr<part> made = std::move(parts[c.index]);
        std::vector<word_key>& piece = out.pieces.emplace_back(std::move(made->words));
        // What was said before goes, and the rest moves up.
        const std::size_t before = out.size();
        auto end = piece.begin();
        for (const part::text& text : made->texts) {
          const auto [at, fresh] = texts.emplace(text.hash, static_cast<text_row>(out.size()));
          if (fresh) {
            const auto first = piece.begin() + static_cast<std::ptrdiff_t>(text.first);
            const auto last = piece.begin() + static_cast<std::ptrdiff_t>(text.last);
            end = end == first ? last : std::copy(first, last, end);
            out.words.emplace_back(first, last);
            out.hash.push_back(text.hash);
            out.copies.push_back(0);
          }
          ++out.copies[at->second];
          out.of_response[text.response.value] = at->second;
        }
        piece.erase(end, piece.end());
        piece.shrink_to_fit();
        const word_key* next = piece.data();
        for (std::size_t row = before; row < out.size(); ++row) {
          out.words[row] = {next, out.words[row].size()};
          next += out.words[row].size();
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
