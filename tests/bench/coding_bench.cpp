// Coding by rules, in bytes a second on one thread, the rules compiled beforehand.
// HEARD_BENCH_CORPUS may name a file of answers, one a line, and HEARD_BENCH_RULES one of rules;
// the answers and rules used without them are made up.
#include "coding/compiler.hpp"
#include "coding/theme_coder.hpp"

#include <heard/query/parse.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace heard;

namespace {

std::vector<std::string> lines_of(const char* path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A word of a made-up language, by number: 3 to 11 letters, low numbers more often.
std::string made_up_word(std::mt19937& random) {
  const unsigned power = random() % 14;
  unsigned n = random() % (1U << power);
  std::string out;
  do {
    out += "bdfgklmnprst"[n % 12];
    out += "aeiou"[n % 5];
    n /= 7;
  } while (n != 0);
  return out + "nst"[power % 3];
}

const std::vector<std::string>& answers() {
  static const std::vector<std::string> loaded = [] {
    if (const char* path = std::getenv("HEARD_BENCH_CORPUS")) return lines_of(path);
    std::mt19937 random(1);
    std::vector<std::string> made(10'000);
    for (std::string& answer : made) {
      for (std::size_t n = 30 + random() % 170; n > 0; --n) {
        answer += made_up_word(random) + (random() % 12 == 0 ? ". The " : " ");
      }
    }
    return made;
  }();
  return loaded;
}

/// 300 words and wildcards, 100 phrases, 50 NEAR, 50 with AND and NOT.
std::vector<std::string> rules() {
  if (const char* path = std::getenv("HEARD_BENCH_RULES")) return lines_of(path);
  std::mt19937 random(2);
  const auto word = [&] { return made_up_word(random); };
  std::vector<std::string> made;
  for (int i = 0; i < 200; ++i) made.push_back(word());
  for (int i = 0; i < 80; ++i) made.push_back(word() + "n*");
  for (int i = 0; i < 20; ++i) made.push_back("*m" + word());
  for (int i = 0; i < 100; ++i) made.push_back('"' + word() + ' ' + word() + '"');
  for (int i = 0; i < 50; ++i) made.push_back(word() + " NEAR/5 " + word());
  for (int i = 0; i < 50; ++i) made.push_back(word() + " AND " + word() + " AND NOT " + word());
  return made;
}

codebook book_of(const std::vector<std::string>& sources) {
  codebook book;
  for (const std::string& source : sources) {
    const query::parsed parsed = query::parse_rule(source);
    if (!parsed.rule) throw std::runtime_error("this rule does not parse: " + source);
    theme t;
    t.match.push_back({source, *parsed.rule, {}});
    book.themes.push_back(std::move(t));
  }
  return book;
}

std::int64_t total_bytes() {
  std::int64_t bytes = 0;
  for (const std::string& answer : answers()) bytes += static_cast<std::int64_t>(answer.size());
  return bytes;
}

void tokenise_and_intern(benchmark::State& state) {
  for (auto _ : state) {
    text::tokeniser tokenise;
    text::vocabulary types;
    std::vector<text::token> tokens;
    std::vector<text::type_id> numbers;
    std::uint64_t sum = 0;
    for (const std::string& answer : answers()) {
      tokenise.tokens(answer, tokens);
      types.intern(answer, tokens, numbers);
      for (const text::type_id number : numbers) sum += number;
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * total_bytes());
}
BENCHMARK(tokenise_and_intern)->Unit(benchmark::kMillisecond);

void code(benchmark::State& state, std::size_t silent) {
  std::vector<std::string> sources = rules();
  for (std::size_t i = 0; i < silent; ++i) sources.push_back("zzq" + std::to_string(i) + "x*");
  const codebook book = book_of(sources);
  matching::compiler compiler("en", &book);
  compiler.add_themes();
  const matching::program program = compiler.finish();
  const std::vector<bool> all(book.themes.size(), true);
  std::size_t spans = 0;
  for (auto _ : state) {
    matching::theme_coder coder(program);
    matching::found found;
    spans = 0;
    for (const std::string& answer : answers()) {
      coder.code(answer, all, found);
      spans += found.spans.size();
    }
  }
  state.counters["spans"] = static_cast<double>(spans);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * total_bytes());
}
BENCHMARK_CAPTURE(code, rules_that_hit, 0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(code, and_10_times_as_many_that_do_not, 5'000)->Unit(benchmark::kMillisecond);

void compile(benchmark::State& state) {
  const codebook book = book_of(rules());
  for (auto _ : state) {
    matching::compiler compiler("en", &book);
    compiler.add_themes();
    benchmark::DoNotOptimize(compiler.finish());
  }
}
BENCHMARK(compile)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
