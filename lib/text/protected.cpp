#include "text/protected.hpp"

#include "text/properties.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace heard::text {

namespace {

constexpr bool ascii_letter(char b) {
  return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
}
constexpr bool ascii_digit(char b) {
  return b >= '0' && b <= '9';
}
constexpr bool one_of(char b, std::string_view set) {
  return set.find(b) != set.npos;
}

/// The bytes at which something protected may show itself.
constexpr auto triggers = [] {
  std::array<bool, 0x100> table{};
  for (const char c : {'@', '#', ':', '.'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Letters, digits and `_`, in any script: what names are made of.
bool names(const code_point& c) {
  return c.is.letter() || c.is.digit() || c.value == U'_';
}

/// ... and the marks and joiners that belong to them.
bool continues_name(const code_point& c) {
  return names(c) || c.is.attaches();
}

/// RFC 3986 in ASCII, letters and digits of any script beside it (RFC 3987). Quotes that only
/// surround addresses in prose are left out, and so are brackets that are never in one.
bool in_url(const code_point& c) {
  if (c.value >= 0x80) return continues_name(c);
  return c.value > 0x20 && c.value < 0x7F && !one_of(static_cast<char>(c.value), "\"<>`\\^{|}");
}

/// What people have before the `@`. RFC 5322 allows more, most of it punctuation between words.
bool in_local_part(const code_point& c) {
  return continues_name(c) || c.value == U'.' || c.value == U'+' || c.value == U'-' ||
         c.value == U'\'';
}

/// One scan over a text. `done_` is the end of what was found last: nothing reaches back over it.
class finder {
 public:
  finder(std::string_view text, std::vector<token>& out) : text_(text), out_(out) {}

  /// @param next  next(at) is a place from `at` on with no trigger in between, or the text's end
  template <class places>
  void run(places next) {
    for (std::size_t at = next(0); at < text_.size();) {
      look(at);
      at = next(std::max(at + 1, done_));
    }
  }

 private:
  void look(std::size_t at) {
    switch (text_[at]) {
      case ':':
        if (text_.substr(at, 3) == "://") scheme(at);
        break;
      case '.':
        www(at);
        break;
      case '#':
        hashtag(at);
        break;
      case '@':
        if (!email(at)) mention(at);
        break;
    }
  }

  void keep(std::size_t first, std::size_t last, token_kind kind) {
    out_.push_back(
        {{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}, 0, kind});
    done_ = last;
  }

  template <class predicate>
  std::size_t skip(std::size_t at, predicate wanted) const {
    while (at < text_.size()) {
      const code_point c = code_point_at(text_, at);
      if (!wanted(c)) break;
      at += c.size;
    }
    return at;
  }

  [[nodiscard]] bool after_name(std::size_t at) const {
    return at > done_ && names(code_point_before(text_, at));
  }

  void scheme(std::size_t colon) {
    std::size_t first = colon;
    while (first > done_ && (ascii_letter(text_[first - 1]) || ascii_digit(text_[first - 1]) ||
                             one_of(text_[first - 1], "+-"))) {
      --first;
    }
    while (first < colon && !ascii_letter(text_[first])) ++first;
    if (first < colon) url(first, colon + 3);
  }

  void www(std::size_t dot) {
    if (dot < done_ + 3) return;
    const std::size_t first = dot - 3;
    const bool three = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(first),
                                   text_.begin() + static_cast<std::ptrdiff_t>(dot),
                                   [](char b) { return b == 'w' || b == 'W'; });
    if (three && !after_name(first)) url(first, dot + 1);
  }

  /// @param host  where a letter, a digit or the bracket of an IPv6 address must stand
  void url(std::size_t first, std::size_t host) {
    if (host >= text_.size()) return;
    const code_point start = code_point_at(text_, host);
    if (!start.is.letter() && !start.is.digit() && start.value != U'[') return;
    const std::size_t last = without_tail(first, skip(host, in_url));
    if (last > host) keep(first, last, token_kind::url);
  }

  /// A URL's end without the punctuation of the sentence around it: `(see http://x.org/a_(b).)`.
  [[nodiscard]] std::size_t without_tail(std::size_t first, std::size_t last) const {
    const std::string_view bytes = text_.substr(first, last - first);
    const auto count = [&](char b) { return std::count(bytes.begin(), bytes.end(), b); };
    auto round = count(')') - count('(');
    auto square = count(']') - count('[');
    for (; last > first; --last) {
      const char b = text_[last - 1];
      if (b == ')' && round > 0) {
        --round;
      } else if (b == ']' && square > 0) {
        --square;
      } else if (b == '(') {
        ++round;
      } else if (b == '[') {
        ++square;
      } else if (!one_of(b, ".,;:!?'*")) {
        break;
      }
    }
    return last;
  }

  /// The end of a domain name that starts at `at`, or nothing: labels of letters, digits and inner
  /// hyphens, at least two of them, the last one of two characters or more and not a number.
  [[nodiscard]] std::optional<std::size_t> domain(std::size_t at) const {
    std::optional<std::size_t> last;
    for (std::size_t labels = 1; at < text_.size() && text_[at] != '-'; ++labels) {
      std::size_t points = 0;
      bool letter = false;
      const std::size_t end = skip(at, [&](const code_point& c) {
        const bool inside = c.value == U'-' || c.is.letter() || c.is.digit() || c.is.attaches();
        letter = letter || c.is.letter();
        points += inside ? 1 : 0;
        return inside;
      });
      std::size_t label_end = end;
      while (label_end > at && text_[label_end - 1] == '-') --label_end;
      if (labels >= 2 && letter && points >= 2) last = label_end;
      if (label_end == at || label_end < end || end == text_.size() || text_[end] != '.') break;
      at = end + 1;
    }
    return last;
  }

  bool email(std::size_t sign) {
    std::size_t first = sign;
    while (first > done_) {
      const code_point c = code_point_before(text_, first);
      if (!in_local_part(c)) break;
      first -= c.size;
    }
    while (first < sign && !names(code_point_at(text_, first))) {
      first += code_point_at(text_, first).size;
    }
    if (first == sign) return false;
    const auto last = domain(sign + 1);
    if (!last) return false;
    keep(first, *last, token_kind::email);
    return true;
  }

  /// The end of a name with a letter in it, or nothing: `#1` and `@ 5` are no tags.
  [[nodiscard]] std::optional<std::size_t> name(std::size_t at) const {
    if (at >= text_.size() || !names(code_point_at(text_, at))) return std::nullopt;
    bool letter = false;
    const std::size_t last = skip(at, [&](const code_point& c) {
      letter = letter || c.is.letter();
      return continues_name(c);
    });
    if (!letter) return std::nullopt;
    return last;
  }

  void hashtag(std::size_t sign) {
    // After `&` it is a character reference of HTML, after `/` the fragment of an address.
    if (after_name(sign) || (sign > done_ && one_of(text_[sign - 1], "&#/"))) return;
    if (const auto last = name(sign + 1)) keep(sign, *last, token_kind::hashtag);
  }

  void mention(std::size_t sign) {
    if (after_name(sign) || (sign > done_ && text_[sign - 1] == '@')) return;
    auto last = name(sign + 1);
    if (!last) return;
    if (*last < text_.size() &&
        text_[*last] == '@') {  // @user@server.org, as federated networks write
      if (const auto server = domain(*last + 1)) last = server;
    }
    keep(sign, *last, token_kind::mention);
  }

  std::string_view text_;
  std::vector<token>& out_;
  std::size_t done_ = 0;
};

}  // namespace

void find_protected(std::string_view text, std::vector<token>& out) {
  out.clear();
  finder(text, out).run([&](std::size_t at) {
    while (at < text.size() && !triggers[static_cast<unsigned char>(text[at])]) ++at;
    return at;
  });
}

void find_protected(std::string_view text, const word_scanner& read, std::vector<token>& out) {
  out.clear();
  finder(text, out).run([&](std::size_t at) { return read.next_sign(at); });
}

}  // namespace heard::text
