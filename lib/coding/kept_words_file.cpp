// The bytes of kept words: a head of fixed size, then how many tokens each text has, the types, the
// words, and how far each token lies behind the one before it.
#include "coding/word_store.hpp"

#include <heard/base/hash.hpp>
#include <heard/coding/kept_words.hpp>
#include <heard/text/segment.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace heard {
namespace {

using matching::text_row;
using matching::token_row;
using matching::word_store;

/// Raised whenever words are found, or these bytes are laid out, in another way.
constexpr std::uint32_t form = 1;

struct head {
  char mark[16] = {'h', 'e', 'a', 'r', 'd', ' ', 'w', 'o', 'r', 'd', 's', ' ', '1', '\n'};
  std::uint32_t byte_order = 0x01020304;
  std::uint32_t form = heard::form;
  std::uint64_t texts = 0;
  std::uint64_t types = 0;
  std::uint64_t tokens = 0;
  std::uint64_t far_tokens = 0;
  hash128 made_by;  ///< The version of the library and that of Unicode.
  hash128 made_of;  ///< The texts.
  hash128 contents;
  hash128 self;  ///< Of all above.
};
static_assert(sizeof(head) == 120 && std::is_trivially_copyable_v<head>);

/// A type by one of its tokens, whose words are its spelling.
struct saved_type {
  token_row token = 0;
  std::uint32_t size = 0;
  std::uint32_t kind = 0;
};

/// A token too far behind the one before it for a byte to say so.
struct far_token {
  token_row token = 0;
  std::uint32_t gap = 0;
};
constexpr std::uint8_t far = 255;

hash128 maker() {
  return hash_bytes("heard " HEARD_VERSION ", Unicode " + std::string(text::unicode_version()));
}

hash128 hash_of(const head& h) {
  return hash_bytes({reinterpret_cast<const char*>(&h), offsetof(head, self)});
}

template <class T>
void append(std::string& to, const std::vector<T>& rows) {
  static_assert(std::is_trivially_copyable_v<T>);
  to.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(T));
}

/// Takes rows off the front. @pre there are so many
template <class T>
std::vector<T> take(std::string_view& from, std::uint64_t rows) {
  std::vector<T> out(static_cast<std::size_t>(rows));
  if (rows != 0) std::memcpy(out.data(), from.data(), out.size() * sizeof(T));
  from.remove_prefix(out.size() * sizeof(T));
  return out;
}

/// Why the bytes are not of these texts; empty where they are, and whole.
std::string why_not(std::string_view bytes, const head& h, const matching::kept_texts& texts) {
  const head known;
  if (std::memcmp(h.mark, known.mark, sizeof known.mark) != 0) return "it holds no kept words";
  if (h.byte_order != known.byte_order || h.form != form || h.made_by != maker()) {
    return "another version of heard wrote it";
  }
  if (h.self != hash_of(h)) return "it is damaged";
  if (h.texts != texts.size() || h.made_of != texts.hash()) return "the texts have changed since";
  // No sum below wraps around: none of these is more than the bytes are.
  for (const std::uint64_t rows : {h.texts, h.types, h.tokens, h.far_tokens}) {
    if (rows > bytes.size()) return "it is cut off";
  }
  if (h.types > word_store::most_types || h.tokens > 0xFFFFFFFF) return "it is damaged";
  const std::uint64_t size = h.texts * sizeof(std::uint32_t) + h.types * sizeof(saved_type) +
                             h.tokens * (sizeof(std::uint32_t) + 1) +
                             h.far_tokens * sizeof(far_token);
  if (bytes.size() - sizeof h != size) return "it is cut off";
  if (h.contents != hash_bytes(bytes.substr(sizeof h))) return "it is damaged";
  return {};
}

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

/// Puts a store together from rows that may say anything.
class filling {
 public:
  filling(word_store& to, const head& h, std::string_view contents) : to_(to) {
    tokens_ = take<std::uint32_t>(contents, h.texts);
    types_ = take<saved_type>(contents, h.types);
    to_.words = take<std::uint32_t>(contents, h.tokens);
    gaps_ = {reinterpret_cast<const std::uint8_t*>(contents.data()),
             static_cast<std::size_t>(h.tokens)};
    contents.remove_prefix(gaps_.size());
    far_ = take<far_token>(contents, h.far_tokens);
  }

  /// Whether the rows fit one another and the texts.
  [[nodiscard]] bool fill(const run_options& options) {
    return count_tokens() && take_sizes() && place_tokens(options) && spell_types();
  }

 private:
  bool count_tokens() {
    std::uint64_t all = 0;
    to_.first_token.push_back(0);
    for (const std::uint32_t tokens : tokens_) {
      all += tokens;
      if (all > to_.words.size()) return false;
      to_.first_token.push_back(static_cast<token_row>(all));
    }
    return all == to_.words.size();
  }

  bool take_sizes() {
    for (const saved_type& type : types_) {
      if (type.size == 0 || type.kind > static_cast<std::uint32_t>(text::token_kind::mention) ||
          type.token >= to_.words.size()) {
        return false;
      }
      to_.size_of.push_back(type.size);
      to_.kind_of.push_back(static_cast<text::token_kind>(type.kind));
    }
    return std::is_sorted(far_.begin(), far_.end(),
                          [](far_token a, far_token b) { return a.token < b.token; });
  }

  bool place_tokens(const run_options& options) {
    to_.first_byte.resize(to_.words.size());
    const std::vector<text_row> ends = matching::cut_texts(to_.texts);
    std::atomic<bool> fits = true;
    for_each_chunk(
        ends.size(), 1, options,
        [&](const chunk& c) {
          for (text_row row = c.index == 0 ? 0 : ends[c.index - 1]; row < ends[c.index]; ++row) {
            if (!place_tokens_of(row)) fits = false;
          }
        },
        [](const chunk&) {});
    return fits;
  }

  bool place_tokens_of(text_row row) {
    const std::string_view text = to_.texts[row];
    std::uint64_t at = 0;
    for (token_row t = to_.first_token[row]; t < to_.first_token[row + 1]; ++t) {
      const text::type_id type = word_store::type_of(to_.words[t]);
      if (type >= types_.size()) return false;
      at += gaps_[t] == far ? far_gap(t) : gaps_[t];
      const std::uint64_t last = at + to_.size_of[type];
      if (last > text.size() || inside_character(text, at) || inside_character(text, last)) {
        return false;
      }
      to_.first_byte[t] = static_cast<std::uint32_t>(at);
      at = last;
    }
    return true;
  }

  std::uint64_t far_gap(token_row token) const {
    const auto found = std::lower_bound(far_.begin(), far_.end(), token,
                                        [](far_token f, token_row t) { return f.token < t; });
    return found != far_.end() && found->token == token ? found->gap : far;
  }

  bool spell_types() {
    for (text::type_id type = 0; type < types_.size(); ++type) {
      const token_row token = types_[type].token;
      if (word_store::type_of(to_.words[token]) != type) return false;
      const auto next = std::upper_bound(to_.first_token.begin(), to_.first_token.end(), token);
      const auto row = static_cast<text_row>(next - to_.first_token.begin() - 1);
      const std::string_view spelling =
          to_.texts[row].substr(to_.first_byte[token], to_.size_of[type]);
      if (to_.types.intern(spelling, to_.kind_of[type]) != type) return false;
    }
    return true;
  }

  word_store& to_;
  std::vector<std::uint32_t> tokens_;
  std::vector<saved_type> types_;
  std::span<const std::uint8_t> gaps_;
  std::vector<far_token> far_;
};

}  // namespace

std::string kept_words::save() const {
  const word_store& from = *store_;
  head h;
  h.texts = texts();
  h.types = types();
  h.tokens = tokens();
  h.made_by = maker();
  h.made_of = from.texts.hash();

  std::vector<std::uint32_t> tokens_of;
  std::vector<saved_type> types;
  std::vector<std::uint8_t> gaps;
  std::vector<far_token> far_tokens;
  gaps.reserve(tokens());
  for (text_row row = 0; row < texts(); ++row) {
    tokens_of.push_back(from.first_token[row + 1] - from.first_token[row]);
    std::uint32_t at = 0;
    for (token_row t = from.first_token[row]; t < from.first_token[row + 1]; ++t) {
      const text::type_id type = word_store::type_of(from.words[t]);
      const std::uint32_t size = from.size_of[type];
      if (type == types.size()) {
        types.push_back({t, size, static_cast<std::uint32_t>(from.kind_of[type])});
      }
      const std::uint32_t gap = from.first_byte[t] - at;
      gaps.push_back(static_cast<std::uint8_t>(std::min<std::uint32_t>(gap, far)));
      if (gap >= far) far_tokens.push_back({t, gap});
      at = from.first_byte[t] + size;
    }
  }
  h.far_tokens = far_tokens.size();

  std::string out(sizeof h, '\0');
  out.reserve(sizeof h + tokens_of.size() * sizeof tokens_of[0] + types.size() * sizeof types[0] +
              from.words.size() * sizeof from.words[0] + gaps.size() +
              far_tokens.size() * sizeof far_tokens[0]);
  append(out, tokens_of);
  append(out, types);
  append(out, from.words);
  append(out, gaps);
  append(out, far_tokens);
  h.contents = hash_bytes(std::string_view(out).substr(sizeof h));
  h.self = hash_of(h);
  std::memcpy(out.data(), &h, sizeof h);
  return out;
}

opened_words open_words(std::shared_ptr<const consultation> of, std::string_view bytes,
                        const run_options& options) {
  auto store = std::make_unique<word_store>(std::move(of));
  head h;
  if (bytes.size() < sizeof h) return {nullptr, "it is cut off"};
  std::memcpy(static_cast<void*>(&h), bytes.data(), sizeof h);
  if (std::string why = why_not(bytes, h, store->texts); !why.empty()) {
    return {nullptr, std::move(why)};
  }
  if (!filling(*store, h, bytes.substr(sizeof h)).fill(options)) {
    return {nullptr, "its words do not fit the texts"};
  }
  return {std::make_shared<const kept_words>(std::move(store)), {}};
}

}  // namespace heard
