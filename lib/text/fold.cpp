#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <optional>

namespace heard::text {

namespace {

constexpr bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}
constexpr char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

void check(UErrorCode status) {
  if (U_FAILURE(status) == 0) return;
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw error(status::internal, std::string("ICU: ") + u_errorName(status));
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2* const form = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    check(status);
    return found;
  }();
  return *form;
}

/// Size of the curly or modifier apostrophe that `text` starts with, or 0. The full-width one is no
/// business of ours: NFKC makes it U+0027.
std::size_t apostrophe(std::string_view text) {
  if (text.starts_with("\xE2\x80\x98") || text.starts_with("\xE2\x80\x99")) return 3;
  return text.starts_with("\xCA\xBC") ? 2 : 0;
}

/// Size of the flag that `text` starts with, if it is spelled with tag characters, or 0.
std::size_t tagged_flag(std::string_view text) {
  constexpr std::string_view black_flag = "\xF0\x9F\x8F\xB4";
  if (!text.starts_with(black_flag)) return 0;
  std::size_t size = black_flag.size();
  while (size < text.size()) {
    const utf8::decoded d = utf8::decode(text, size);
    if (d.code_point < U'\U000E0020' || d.code_point > U'\U000E007F') break;
    size += d.size;
  }
  return size > black_flag.size() ? size : 0;
}

/// What is folded without the normaliser. All of it are boundaries, across which nothing composes.
struct shortcut {
  std::size_t size;  ///< In the original.
  std::string_view folded;
};

std::optional<shortcut> shortcut_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (const std::size_t size = apostrophe(rest)) return shortcut{size, "'"};
  if (const std::size_t size = tagged_flag(rest)) return shortcut{size, rest.substr(0, size)};
  const utf8::decoded d = utf8::decode(text, at);
  if (!d.well_formed) return shortcut{d.size, "\xEF\xBF\xBD"};
  return std::nullopt;
}

/// Folds a text into `out`, and tells where each byte came from unless `origin` is null.
class folder {
 public:
  folder(std::string_view text, std::string& out, std::vector<std::uint32_t>* origin)
      : text_(text), out_(out), origin_(origin) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t start = at;
      while (at < text_.size() && is_ascii(text_[at])) ++at;
      if (at == text_.size()) {
        ascii(start, at);
      } else if (const auto found = shortcut_at(text_, at)) {
        ascii(start, at);
        replace(at, *found);
        at += found->size;
      } else {
        // The letter before may be the base of the marks that follow.
        const std::size_t base = at > start ? at - 1 : at;
        ascii(start, base);
        at = stretch_end(at);
        normalise(base, at);
      }
    }
    if (origin_) origin_->push_back(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  void put(char byte, std::size_t from) {
    out_ += byte;
    if (origin_) origin_->push_back(static_cast<std::uint32_t>(from));
  }

  void ascii(std::size_t first, std::size_t last) {
    for (std::size_t at = first; at < last; ++at) put(lower(text_[at]), at);
  }

  void replace(std::size_t at, shortcut found) {
    const bool same = found.folded.size() == found.size;
    for (std::size_t i = 0; i < found.folded.size(); ++i) put(found.folded[i], same ? at + i : at);
  }

  /// Where to stop normalising in one go: at the latest after 128 code points, where possible
  /// between two that nothing connects.
  std::size_t stretch_end(std::size_t at) const {
    constexpr int enough = 64;
    constexpr int at_most = 128;
    for (int n = 0; at < text_.size() && !is_ascii(text_[at]) && !shortcut_at(text_, at); ++n) {
      const utf8::decoded d = utf8::decode(text_, at);
      if (n >= at_most) break;
      if (n >= enough && nfkc_casefold().hasBoundaryBefore(static_cast<UChar32>(d.code_point))) {
        break;
      }
      at += d.size;
    }
    return at;
  }

  void normalise(std::size_t first, std::size_t last) {
    const icu::StringPiece piece(text_.data() + first, static_cast<std::int32_t>(last - first));
    piece_.clear();
    icu::StringByteSink<std::string> sink(&piece_);
    UErrorCode status = U_ZERO_ERROR;
    nfkc_casefold().normalizeUTF8(0, piece, sink, origin_ ? &edits_ : nullptr, status);
    check(status);
    piece_origin_.clear();
    if (origin_) trace(first);
    for (std::size_t at = 0; at < piece_.size();) {
      const std::size_t quote = apostrophe(std::string_view(piece_).substr(at));
      put(quote ? '\'' : piece_[at], origin_ ? piece_origin_[at] : 0);
      at += quote ? quote : 1;
    }
  }

  /// Where each byte of the normalised piece came from.
  void trace(std::size_t from) {
    UErrorCode status = U_ZERO_ERROR;
    auto edit = edits_.getFineIterator();
    while (edit.next(status)) {
      for (std::int32_t i = 0; i < edit.newLength(); ++i) {
        const std::size_t within = edit.hasChange() ? 0 : static_cast<std::size_t>(i);
        piece_origin_.push_back(from + within);
      }
      from += static_cast<std::size_t>(edit.oldLength());
    }
    check(status);
  }

  std::string_view text_;
  std::string& out_;
  std::vector<std::uint32_t>* origin_;
  std::string piece_;
  std::vector<std::size_t> piece_origin_;
  icu::Edits edits_;
};

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  folder(text, out, nullptr).run();
  return out;
}

folded_text fold_with_offsets(std::string_view text) {
  folded_text folded;
  folded.text.reserve(text.size());
  folded.origin.reserve(text.size() + 1);
  folder(text, folded.text, &folded.origin).run();
  return folded;
}

}  // namespace heard::text
