/// @file
/// The words of a consultation, found once and kept, so that a codebook that changes is applied
/// again without reading the texts again.
#pragma once

#include <heard/base/parallel.hpp>
#include <heard/model/consultation.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace heard {

namespace matching {
class word_store;
}

/// The words of every text that rules may ever be tried on: the included answers to open questions
/// in whatever language, translations, and the notes of events. Nothing in it depends on a
/// codebook. Immutable; keeps the consultation alive.
class kept_words {
 public:
  explicit kept_words(std::unique_ptr<const matching::word_store> store);
  ~kept_words();
  kept_words(const kept_words&) = delete;
  kept_words& operator=(const kept_words&) = delete;

  [[nodiscard]] const std::shared_ptr<const consultation>& of() const;
  [[nodiscard]] std::size_t texts() const;
  [[nodiscard]] std::size_t tokens() const;
  /// Distinct spellings.
  [[nodiscard]] std::size_t types() const;

  /// Everything in it as bytes for a file: numbers alone, since spellings are read from the texts
  /// when it is opened. The same consultation gives the same bytes. They tell how long each word is
  /// and which are alike, so they are as confidential as the texts.
  [[nodiscard]] std::string save() const;

  /// For the layer itself.
  [[nodiscard]] const matching::word_store& store() const { return *store_; }

 private:
  std::unique_ptr<const matching::word_store> store_;
};

/// Finds the words. @throw error(status::cancelled); error(status::bad_input) for more than
/// 4,294,967,295 words, or 2,147,483,647 distinct ones
[[nodiscard]] std::shared_ptr<const kept_words> keep_words(std::shared_ptr<const consultation> of,
                                                           const run_options& options);

/// What open_words() came to.
struct opened_words {
  std::shared_ptr<const kept_words> words;  ///< Null: the bytes do not fit.
  std::string why_not;                      ///< Then, what of them does not.
};

/// Reads what kept_words::save() gave. Bytes that another version of the library wrote, that were
/// made from other texts, or that were cut off, changed or made up do not fit; nothing in them is
/// used before it is known to. They may be anything: no check rests on who wrote them.
/// @throw error(status::cancelled)
[[nodiscard]] opened_words open_words(std::shared_ptr<const consultation> of,
                                      std::string_view bytes, const run_options& options);

}  // namespace heard
