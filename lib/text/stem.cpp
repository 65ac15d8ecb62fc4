#include <heard/base/error.hpp>
#include <heard/text/stem.hpp>

#include <libstemmer.h>

#include <algorithm>
#include <new>
#include <vector>

namespace heard::text {

namespace {

struct language {
  std::string_view subtag;  // ISO 639-1, as BCP 47 has it
  const char* algorithm;    // as Snowball calls it
};

constexpr language languages[] = {
    {"ar", "arabic"},     {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},
    {"el", "greek"},      {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},    {"ga", "irish"},      {"hi", "hindi"},
    {"hu", "hungarian"},  {"hy", "armenian"},  {"id", "indonesian"}, {"it", "italian"},
    {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"},     {"nl", "dutch"},
    {"nn", "norwegian"},  {"no", "norwegian"}, {"pt", "portuguese"}, {"ro", "romanian"},
    {"ru", "russian"},    {"sr", "serbian"},   {"sv", "swedish"},    {"ta", "tamil"},
    {"tr", "turkish"},    {"yi", "yiddish"},
};

/// The Snowball library may be built without some of its languages.
bool built_in(std::string_view algorithm) {
  for (const char** name = sb_stemmer_list(); *name; ++name) {
    if (*name == algorithm) return true;
  }
  return false;
}

std::string primary_subtag(std::string_view tag) {
  std::string subtag(tag.substr(0, tag.find('-')));
  for (char& c : subtag) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return subtag;
}

const char* algorithm_for(std::string_view tag) {
  const std::string subtag = primary_subtag(tag);
  const auto* const found = std::find_if(std::begin(languages), std::end(languages),
                                         [&](const language& l) { return l.subtag == subtag; });
  if (found == std::end(languages) || !built_in(found->algorithm)) return nullptr;
  return found->algorithm;
}

/// No language has longer words, and some algorithms take quadratic time.
constexpr std::size_t longest_word = 255;

}  // namespace

struct stemmer::state {
  struct remover {
    void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
  };
  std::unique_ptr<sb_stemmer, remover> snowball;
  std::string kept;  // a word that is not stemmed
};

stemmer::stemmer(std::string_view language) : state_(std::make_unique<state>()) {
  const char* const algorithm = algorithm_for(language);
  if (!algorithm) {
    throw error(status::bad_argument, "language \"" + std::string(language) + "\" has no stemmer");
  }
  state_->snowball.reset(sb_stemmer_new(algorithm, "UTF_8"));
  if (!state_->snowball) throw std::bad_alloc();
}

stemmer::~stemmer() = default;
stemmer::stemmer(stemmer&&) noexcept = default;
stemmer& stemmer::operator=(stemmer&&) noexcept = default;

std::string_view stemmer::stem(std::string_view folded_word) {
  if (folded_word.size() > longest_word) return state_->kept = folded_word;
  sb_stemmer* const snowball = state_->snowball.get();
  const auto* const word = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const sb_symbol* const stem =
      sb_stemmer_stem(snowball, word, static_cast<int>(folded_word.size()));
  if (!stem) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(snowball))};
}

bool has_stemmer(std::string_view language) {
  return algorithm_for(language) != nullptr;
}

std::span<const std::string> stemmer_languages() {
  static const std::vector<std::string> known = [] {
    std::vector<std::string> subtags;
    for (const language& l : languages) {
      if (built_in(l.algorithm)) subtags.emplace_back(l.subtag);
    }
    return subtags;
  }();
  return known;
}

}  // namespace heard::text
