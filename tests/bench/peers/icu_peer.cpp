// ICU: its break iterator on UTF-16 and on UTF-8, and what a careful engineer writes first on it.
//
//   peer_icu utf16|utf8|pipeline CORPUS
#include "peer.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <unordered_map>

using namespace heard::peers;

namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
}

struct closes {
  void operator()(UBreakIterator* it) const { ubrk_close(it); }
};
using iterator = std::unique_ptr<UBreakIterator, closes>;

iterator open() {
  UErrorCode status = U_ZERO_ERROR;
  iterator out(ubrk_open(UBRK_WORD, "en", nullptr, 0, &status));
  check(status);
  return out;
}

// UTF-16 in a buffer that grows to the longest answer and is used again.
class wide_text {
 public:
  void from(std::string_view bytes) {
    if (units_.size() < bytes.size() + 1) units_.resize(bytes.size() + 1);
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units_.data(), static_cast<std::int32_t>(units_.size()), &size_,
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), 0xFFFD, nullptr,
                         &status);
    check(status);
  }
  void fold(const wide_text& other) {
    // A code unit folds to three at most.
    const std::size_t most = 3 * static_cast<std::size_t>(other.size_) + 1;
    if (units_.size() < most) units_.resize(most);
    UErrorCode status = U_ZERO_ERROR;
    size_ = u_strFoldCase(units_.data(), static_cast<std::int32_t>(units_.size()),
                          other.units_.data(), other.size_, U_FOLD_CASE_DEFAULT, &status);
    check(status);
  }
  void open_in(UBreakIterator* it) const {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(it, units_.data(), size_, &status);
    check(status);
  }
  [[nodiscard]] std::u16string part(std::int32_t first, std::int32_t last) const {
    return {units_.data() + first, units_.data() + last};
  }

 private:
  std::u16string units_;
  std::int32_t size_ = 0;
};

bool is_word(const iterator& cut) {
  return ubrk_getRuleStatus(cut.get()) >= UBRK_WORD_NONE_LIMIT;
}

std::uint64_t utf16(answers over) {
  const iterator cut = open();
  wide_text wide;
  std::uint64_t count = 0;
  for (const std::string_view answer : over) {
    wide.from(answer);
    wide.open_in(cut.get());
    ubrk_first(cut.get());
    while (ubrk_next(cut.get()) != UBRK_DONE) count += is_word(cut) ? 1 : 0;
  }
  return count;
}

std::uint64_t utf8(answers over) {
  const iterator cut = open();
  UText bytes = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  std::uint64_t count = 0;
  for (const std::string_view answer : over) {
    utext_openUTF8(&bytes, answer.data(), static_cast<std::int64_t>(answer.size()), &status);
    ubrk_setUText(cut.get(), &bytes, &status);
    check(status);
    ubrk_first(cut.get());
    while (ubrk_next(cut.get()) != UBRK_DONE) count += is_word(cut) ? 1 : 0;
  }
  utext_close(&bytes);
  return count;
}

// Fold the text, cut it into words, number them by a hash map.
std::uint64_t pipeline(answers over) {
  const iterator cut = open();
  wide_text wide;
  wide_text folded;
  std::unordered_map<std::u16string, std::uint32_t> types;
  std::vector<std::uint32_t> numbers;
  std::uint64_t count = 0;
  for (const std::string_view answer : over) {
    wide.from(answer);
    folded.fold(wide);
    folded.open_in(cut.get());
    numbers.clear();
    std::int32_t first = ubrk_first(cut.get());
    for (std::int32_t last = ubrk_next(cut.get()); last != UBRK_DONE; last = ubrk_next(cut.get())) {
      if (is_word(cut)) {
        const auto size = static_cast<std::uint32_t>(types.size());
        numbers.push_back(types.emplace(folded.part(first, last), size).first->second);
      }
      first = last;
    }
    count += numbers.size();
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_icu", [&] {
    if (argc < 3) throw std::runtime_error("usage: utf16|utf8|pipeline CORPUS");
    const std::string wanted = argv[1];
    const corpus texts(argv[2]);
    if (wanted == "utf16")
      measure_pass("utf16", texts, utf16);
    else if (wanted == "utf8")
      measure_pass("utf8", texts, utf8);
    else if (wanted == "pipeline")
      measure_pass("pipeline", texts, pipeline);
    else
      unknown(wanted);
  });
}
