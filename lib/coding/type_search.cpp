#include "coding/type_search.hpp"

#include "coding/glob.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

namespace heard::matching {
namespace {

/// What a spelling must have to be looked at closely.
struct hint {
  std::string beginning;
  std::string inside;  ///< Looked for only where `beginning` is empty.
  std::size_t least = 0;
  std::size_t most = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] bool fits(std::string_view word) const {
    if (word.size() < least || word.size() > most) return false;
    return beginning.empty() ? word.find(inside) != word.npos : word.starts_with(beginning);
  }
};

constexpr std::size_t possessive = 2;  // Bytes of 's.
constexpr std::size_t longest_character = 4;

hint hint_of(const word_pattern& p) {
  hint out;
  const auto wild = std::find_if(p.text.begin(), p.text.end(), is_wildcard);
  if (p.how == comparison::stem) return out;  // A stem may differ in any letter.
  if (p.how == comparison::distance) {        // The first letter is fixed.
    out.beginning = to_utf8(std::u32string_view(p.text).substr(0, 1));
    out.least = p.text.size() - std::min<std::size_t>(p.distance, p.text.size());
    out.most = (p.text.size() + p.distance) * longest_character + possessive;
  } else if (wild == p.text.end()) {
    out.beginning = to_utf8(p.text);
    out.most = out.beginning.size() + possessive;
  } else {
    out.beginning = to_utf8({p.text.begin(), wild});
    out.inside = to_utf8(longest_literal(p.text));
  }
  return out;
}

/// Hints by the byte that a word begins with.
class hints {
 public:
  void add(hint h) {
    some_ = true;
    if (h.beginning.empty()) {
      anywhere_.push_back(std::move(h));
    } else {
      by_byte_[static_cast<unsigned char>(h.beginning.front())].push_back(std::move(h));
    }
  }
  [[nodiscard]] bool empty() const { return !some_; }
  [[nodiscard]] bool fit(std::string_view word) const {
    const auto fits = [word](const hint& h) { return h.fits(word); };
    if (std::any_of(anywhere_.begin(), anywhere_.end(), fits)) return true;
    if (word.empty()) return false;
    const std::vector<hint>& some = by_byte_[static_cast<unsigned char>(word.front())];
    return std::any_of(some.begin(), some.end(), fits);
  }

 private:
  bool some_ = false;
  std::vector<hint> anywhere_;
  std::array<std::vector<hint>, 256> by_byte_;
};

}  // namespace

std::vector<text::type_id> types_that_may_satisfy(std::span<const word_pattern> patterns,
                                                  const text::vocabulary& types) {
  hints folded;
  hints as_spelt;
  for (const word_pattern& p : patterns) {
    (p.how == comparison::exact ? as_spelt : folded).add(hint_of(p));
  }
  std::vector<text::type_id> out;
  for (text::type_id type = 0; type < types.size(); ++type) {
    if ((!folded.empty() && folded.fit(types.folded(type))) ||
        (!as_spelt.empty() && as_spelt.fit(types.spelling(type)))) {
      out.push_back(type);
    }
  }
  return out;
}

}  // namespace heard::matching
