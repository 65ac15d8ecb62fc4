/// @file
/// What responses say, as words to compare: each distinct text once.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/base/stages.hpp>
#include <heard/model/campaigns.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace heard::letters {

/// XXH3-64 of a folded word. Never 0.
using word_hash = std::uint64_t;
/// Stands between the answers of a response: no passage reaches from one into the next.
inline constexpr word_hash answer_break = 0;

/// Shorter answers are stock phrases ("I agree", "No further comments").
inline constexpr unsigned words_at_least = 8;

/// Row of a distinct text.
using text_row = std::uint32_t;
inline constexpr text_row no_text = 0xFFFFFFFFu;

/// Turns texts into word hashes. Remembers the words it has met; belongs to one thread at a time.
class word_reader {
 public:
  /// Appends the words of `text`, and where they stand if `where` is given.
  void read(std::string_view text, std::vector<word_hash>& out,
            std::vector<text::span>* where = nullptr);

 private:
  text::tokeniser tokeniser_;
  text::vocabulary vocabulary_;
  std::vector<word_hash> hashes_;  // By type.
  std::vector<text::token> tokens_;
  std::vector<text::type_id> types_;  // By token.
};

/// Lends each worker a reader of its own.
class word_readers {
 public:
  std::unique_ptr<word_reader> take();
  void give_back(std::unique_ptr<word_reader> reader);
  /// Drops all readers that were given back, and so the words that they remember.
  void forget();

 private:
  std::mutex gate_;
  std::vector<std::unique_ptr<word_reader>> free_;
};

/// Whether an answer's words are compared: an open one with text, of an included response.
[[nodiscard]] bool compared(const consultation& of, answer_id answer);

/// The distinct texts of all included responses. A text is all answers of a response of
/// `least_words` or more, in order; responses without one have none.
struct documents {
  /// Of all texts, one after another: rows of `spelled`. With the answers themselves the most that
  /// a run holds, so neither eight bytes a word nor, as a vector has that grows, held twice.
  std::deque<std::uint32_t> words;
  std::vector<word_hash> spelled;     ///< Each word once, answer_break too.
  std::vector<std::uint64_t> first;   ///< Of each text, and the end of the last.
  std::vector<hash128> hash;          ///< Of its words.
  std::vector<std::uint32_t> copies;  ///< How many responses say so.
  std::vector<text_row> of_response;
  std::vector<short_answer> short_answers;  ///< Unsorted, some given once.
  std::vector<hash128> short_hash;          ///< Of their words.

  [[nodiscard]] std::size_t size() const { return hash.size(); }
  /// @param[out] out  replaced by the words of a text
  void read(text_row text, std::vector<word_hash>& out) const;
  /// Whether `a` comes before `b` wherever two are equal in all else: more copies first.
  [[nodiscard]] bool before(text_row a, text_row b) const {
    return copies[a] != copies[b] ? copies[a] > copies[b] : hash[a] < hash[b];
  }
};

[[nodiscard]] documents read_documents(const consultation& of, unsigned least_words,
                                       word_readers& readers, stages& run);

}  // namespace heard::letters
