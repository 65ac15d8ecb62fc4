// Words, tokens and types of English answers, in bytes a second on one thread, beside what a
// careful engineer writes first on ICU. HEARD_BENCH_CORPUS may name a file of answers, one a line;
// without it the answers are sentences in a fixed random order.
#include <heard/text/fold.hpp>
#include <heard/text/segment.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

using namespace heard;

namespace {

std::vector<std::string> made_up_answers() {
  const std::string_view sentences[] = {
      "The library should open on weekday evenings.",
      "I work until six and can\u2019t get there before it closes.",
      "My children use the study room after school, and there is nowhere else to go!",
      "Opening at 9.30 would be fine; closing at 5 is not.",
      "Why was the mobile library stopped without asking the people who use it?",
      "Please don\u2019t close the local history collection \u2013 it is irreplaceable.",
      "See my answer to question 2.",
      "Volunteers are a great help, but they cannot replace trained staff.",
      "More large-print and Welsh-language books, e.g. for my mother, would be welcome.",
      "The caf\u00E9 downstairs is expensive.The toilets are always locked.",
      "I have written about this before (see www.example.org/letters) and had no reply.",
      "Parking costs more than the bus, and the last bus leaves at quarter to six.",
  };
  std::mt19937 random(1);
  std::vector<std::string> answers(40'000);
  for (std::string& answer : answers) {
    for (std::size_t n = 2 + random() % 8; n > 0; --n) {
      answer += sentences[random() % std::size(sentences)];
      answer += ' ';
      if (random() % 8 == 0) answer += "ref" + std::to_string(random() % 50'000) + ". ";
    }
  }
  return answers;
}

const std::vector<std::string>& answers() {
  static const std::vector<std::string> loaded = [] {
    const char* path = std::getenv("HEARD_BENCH_CORPUS");
    if (!path) return made_up_answers();
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }();
  return loaded;
}

template <class operation>
void measure(benchmark::State& state, operation run) {
  std::size_t bytes = 0;
  for (const std::string& answer : answers()) bytes += answer.size();
  for (auto _ : state) run();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}

void words(benchmark::State& state) {
  text::tokeniser cut;
  std::vector<text::span> found;
  measure(state, [&] {
    for (const std::string& answer : answers()) {
      cut.words(answer, found);
      benchmark::DoNotOptimize(found.data());
    }
  });
}
BENCHMARK(words)->Unit(benchmark::kMillisecond);

void segments(benchmark::State& state) {
  std::vector<text::span> found;
  measure(state, [&] {
    for (const std::string& answer : answers()) {
      text::word_segments(answer, found);
      benchmark::DoNotOptimize(found.data());
    }
  });
}
BENCHMARK(segments)->Unit(benchmark::kMillisecond);

void sentences(benchmark::State& state) {
  std::vector<text::span> found;
  measure(state, [&] {
    for (const std::string& answer : answers()) {
      text::sentence_segments(answer, found);
      benchmark::DoNotOptimize(found.data());
    }
  });
}
BENCHMARK(sentences)->Unit(benchmark::kMillisecond);

void tokens(benchmark::State& state) {
  text::tokeniser cut;
  std::vector<text::token> found;
  measure(state, [&] {
    for (const std::string& answer : answers()) {
      cut.tokens(answer, found);
      benchmark::DoNotOptimize(found.data());
    }
  });
}
BENCHMARK(tokens)->Unit(benchmark::kMillisecond);

void tokens_and_types(benchmark::State& state) {
  text::tokeniser cut;
  std::vector<text::token> found;
  measure(state, [&] {
    text::vocabulary types;
    std::vector<text::type_id> numbers;
    for (const std::string& answer : answers()) {
      cut.tokens(answer, found);
      types.intern(answer, found, numbers);
      benchmark::DoNotOptimize(numbers.data());
    }
  });
}
BENCHMARK(tokens_and_types)->Unit(benchmark::kMillisecond);

void fold(benchmark::State& state) {
  measure(state, [] {
    for (const std::string& answer : answers()) benchmark::DoNotOptimize(text::fold(answer));
  });
}
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* cut = ubrk_open(UBRK_WORD, "en", nullptr, 0, &status);
  std::u16string wide;
  measure(state, [&] {
    std::size_t found = 0;
    for (const std::string& answer : answers()) {
      std::int32_t size = 0;
      wide.resize(answer.size() + 1);
      u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size, answer.data(),
                    static_cast<std::int32_t>(answer.size()), &status);
      ubrk_setText(cut, wide.data(), size, &status);
      ubrk_first(cut);
      while (ubrk_next(cut) != UBRK_DONE) found += ubrk_getRuleStatus(cut) >= UBRK_WORD_NONE_LIMIT;
    }
    benchmark::DoNotOptimize(found);
  });
  ubrk_close(cut);
}
BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);

void icu_words_folded_and_numbered(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* cut = ubrk_open(UBRK_WORD, "en", nullptr, 0, &status);
  std::u16string wide;
  std::u16string folded;
  measure(state, [&] {
    std::unordered_map<std::u16string, std::uint32_t> types;
    for (const std::string& answer : answers()) {
      std::int32_t size = 0;
      wide.resize(answer.size() + 1);
      folded.resize(2 * answer.size() + 1);
      u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size, answer.data(),
                    static_cast<std::int32_t>(answer.size()), &status);
      size = u_strFoldCase(folded.data(), static_cast<std::int32_t>(folded.size()), wide.data(),
                           size, 0, &status);
      ubrk_setText(cut, folded.data(), size, &status);
      std::int32_t first = ubrk_first(cut);
      for (std::int32_t last = ubrk_next(cut); last != UBRK_DONE; last = ubrk_next(cut)) {
        if (ubrk_getRuleStatus(cut) >= UBRK_WORD_NONE_LIMIT) {
          types.emplace(folded.substr(static_cast<std::size_t>(first),
                                      static_cast<std::size_t>(last - first)),
                        static_cast<std::uint32_t>(types.size()));
        }
        first = last;
      }
    }
    benchmark::DoNotOptimize(types.size());
  });
  ubrk_close(cut);
}
BENCHMARK(icu_words_folded_and_numbered)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
