#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/plain.hpp>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

namespace heard::text {

namespace {

// Letters without a decomposition, as OpenRefine's fingerprint spells them. Upper case and what
// NFKC resolves (the long s, ligatures) never get here.
constexpr std::pair<char32_t, std::string_view> spelled_out[] = {
    {U'\u00A9', "c"}, {U'\u00E6', "ae"}, {U'\u00F0', "d"}, {U'\u00F8', "oe"}, {U'\u00FE', "th"},
    {U'\u0111', "d"}, {U'\u0127', "h"},  {U'\u0131', "i"}, {U'\u0138', "k"},  {U'\u0142', "l"},
    {U'\u014B', "n"}, {U'\u0153', "oe"}, {U'\u0167', "t"}, {U'\u01BF', "w"},  {U'\u0256', "d"}};

// In pieces, as the normaliser takes quadratic time over one long run of marks.
std::string decomposed(std::string_view text) {
  constexpr std::size_t most = 512;
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(code);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  while (U_SUCCESS(code) != 0 && !text.empty()) {
    std::size_t size = std::min(most, text.size());
    while (size < text.size() && utf8::continuation(text[size])) ++size;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(size));
    form->normalizeUTF8(0, piece, sink, nullptr, code);
    text.remove_prefix(size);
  }
  if (U_FAILURE(code) != 0) {
    if (code == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    throw error(status::internal, std::string("ICU: ") + u_errorName(code));
  }
  return out;
}

}  // namespace

std::string plain(std::string_view text) {
  const std::string folded = fold(text);
  const bool ascii = std::all_of(folded.begin(), folded.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return folded;
  const std::string apart = decomposed(folded);
  std::string out;
  out.reserve(apart.size());
  for (std::size_t at = 0; at < apart.size();) {
    const utf8::decoded d = utf8::decode(apart, at);
    if (d.code_point >= U'\u0300' && d.code_point <= U'\u036F') {
      at += d.size;
      continue;
    }
    const auto found = std::find_if(std::begin(spelled_out), std::end(spelled_out),
                                    [&](const auto& row) { return row.first == d.code_point; });
    if (found != std::end(spelled_out)) {
      out += found->second;
    } else {
      out.append(apart, at, d.size);
    }
    at += d.size;
  }
  return out;
}

bool in_word(char32_t code_point) noexcept {
  if (code_point < 0x80) {
    return (code_point >= U'a' && code_point <= U'z') ||
           (code_point >= U'A' && code_point <= U'Z') || (code_point >= U'0' && code_point <= U'9');
  }
  const auto c = static_cast<UChar32>(code_point);
  constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_MC_MASK;
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & marks) != 0;
}

}  // namespace heard::text
