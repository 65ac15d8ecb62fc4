// One rule after another is changed on a consultation that is coded already, its words kept: beside
// a run over all texts, each part under its own clock.
//
//   peer_retag FOLDER THREADS
#include "folder.hpp"
#include "peer.hpp"

#include <heard/coding/codings.hpp>
#include <heard/coding/kept_words.hpp>
#include <heard/coding/recoding.hpp>

#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace heard;
using namespace heard::peers;

namespace {

/// What a rule is by its outermost part.
std::string sort_of(const query::node& rule) {
  switch (rule.kind) {
    case query::node_kind::word:
      return rule.text.find_first_of("*?") == rule.text.npos ? "word" : "wildcard";
    case query::node_kind::phrase:
      return "phrase";
    case query::node_kind::near:
    case query::node_kind::before:
      return "near";
    default:
      return "boolean";
  }
}

/// The book with one theme's rules in another's place: hits as rules of that sort have them.
std::shared_ptr<const codebook> edited(const codebook& book, std::size_t theme, std::size_t like) {
  auto out = std::make_shared<codebook>(book);
  out->themes[theme].match = book.themes[like].match;
  return out;
}

/// What each of several takes on average.
template <class Work>
void measure_each(const char* part, std::size_t count, Work work) {
  const auto start = std::chrono::steady_clock::now();
  const double used_before = processor_time();
  for (std::size_t i = 0; i < count; ++i) work(i);
  const double used = processor_time() - used_before;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  const auto each = static_cast<double>(count);
  std::printf("%s\t%.9f\t%.9f\t%zu\n", part, used / each, passed.count() / each, count);
}

void retag(const std::string& folder, unsigned threads) {
  const run_options how{threads, {}};
  project of = open(folder);
  const auto responses = assembled(of, threads);
  std::shared_ptr<const kept_words> words;
  measure("keep", [&] {
    words = keep_words(responses, how);
    return words->tokens();
  });
  std::shared_ptr<const codings> coded;
  for (int warm = 0; warm < 2; ++warm) coded = run_codings(responses, of.book, how);
  measure("full run", [&] {
    coded = run_codings(responses, of.book, how);
    return coded->table().size();
  });
  measure("full run on kept words", [&] {
    return run_codings(responses, of.book, how, nullptr, words.get())->table().size();
  });
  std::string saved;
  measure("save", [&] {
    saved = words->save();
    return saved.size();
  });
  measure("open", [&] { return open_words(responses, saved, how).words->tokens(); });
  measure("first change",
          [&] { return recoding(coded, edited(*of.book, 0, 1), words, how).changes().size(); });

  std::map<std::string, std::vector<std::size_t>> sorts;
  for (std::size_t row = 0; row < of.book->themes.size(); ++row) {
    const theme& t = of.book->themes[row];
    if (!t.match.empty()) sorts[sort_of(t.match.front().tree)].push_back(row);
  }
  std::shared_ptr<const recoding> last;
  for (const auto& [sort, rows] : sorts) {
    std::vector<std::shared_ptr<const codebook>> books;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      books.push_back(edited(*of.book, rows[i], rows[i + 1]));
    }
    if (books.empty()) continue;
    measure_each(("one rule: " + sort).c_str(), books.size(), [&](std::size_t i) {
      last = std::make_shared<recoding>(coded, books[i], words, how);
    });
  }
  if (!last) return;
  measure("all codings after it", [&] { return last->result()->table().size(); });
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_retag", [&] {
    if (argc < 3) throw std::runtime_error("usage: FOLDER THREADS");
    retag(argv[1], static_cast<unsigned>(std::stoul(argv[2])));
  });
}
