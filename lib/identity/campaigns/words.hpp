/// @file
/// Words as numbers that can be compared, and where the words of a text stand.
#pragma once

#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace heard::letters {

/// A hash of a folded word. Never 0.
using word_hash = std::uint64_t;

/// A word of a text that is compared: half of its hash, as all words of all texts are held at once.
/// Of four thousand million pairs of different words one is taken for equal, and whatever two texts
/// have in common is runs of three words. Never 0.
using word_key = std::uint32_t;

/// The hash of a folded word: of up to 16 bytes by three multiplications, of others XXH3-64.
[[nodiscard]] word_hash hash_of_word(std::string_view folded);

/// Turns texts into words: hash_of_word(text::fold(token)) for each token. A word of up to 16 ASCII
/// bytes, as most are, is hashed in two registers and needs no vocabulary. Remembers other words
/// that it has met; belongs to one thread at a time.
class word_reader {
 public:
  /// Appends the words of `text`, and where they stand if `where` is given.
  void read(std::string_view text, std::vector<word_hash>& out,
            std::vector<text::span>* where = nullptr);
  void read(std::string_view text, std::vector<word_key>& out);

 private:
  template <class Word>
  void append(std::string_view text, std::vector<Word>& out);
  [[nodiscard]] const char* lowered(std::string_view text);
  template <class Word>
  void append_others(std::string_view text, Word* out);

  text::tokeniser tokeniser_;
  std::vector<text::span> spans_;
  std::vector<char> lowered_;
  std::vector<std::uint32_t> other_;  // Words that are longer or hold other bytes, by place.

  // Of these.
  text::vocabulary vocabulary_;
  std::vector<word_hash> hashes_;  // By type.
  std::vector<text::token> tokens_;
  std::vector<text::type_id> types_;
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

}  // namespace heard::letters
