/// @file
/// Snowball stems.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace heard::text {

/// Stems folded words of one language. Belongs to one thread at a time.
class stemmer {
 public:
  /// @param language  BCP 47, its primary subtag counts: "en", "en-GB", "cy"
  /// @throw error(status::bad_argument) when there is no stemmer for it; see has_stemmer()
  explicit stemmer(std::string_view language);
  ~stemmer();
  stemmer(stemmer&&) noexcept;
  stemmer& operator=(stemmer&&) noexcept;

  /// The stem of one folded word, as fold() made it. Words of more than 255 bytes are their own
  /// stem. The view lasts until the next call.
  [[nodiscard]] std::string_view stem(std::string_view folded_word);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

[[nodiscard]] bool has_stemmer(std::string_view language);

/// Primary subtags with a stemmer, sorted.
[[nodiscard]] std::span<const std::string> stemmer_languages();

}  // namespace heard::text
