#include <heard/coding/match.hpp>
#include <heard/terms/kwic.hpp>
#include <heard/text/stem.hpp>
#include <heard/text/tokens.hpp>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace heard {

namespace {

using text::span;

constexpr std::size_t answers_in_chunk = 1024;

// What one thread works with: a matcher belongs to one at a time.
struct reader {
  text::tokeniser words;
  std::vector<text::token> tokens;
  std::map<std::string, matcher> matchers;  // by language
};

// Readers that no thread is using.
class reader_pool {
 public:
  [[nodiscard]] std::unique_ptr<reader> take() {
    const std::lock_guard lock(gate_);
    if (idle_.empty()) return std::make_unique<reader>();
    std::unique_ptr<reader> out = std::move(idle_.back());
    idle_.pop_back();
    return out;
  }
  void give_back(std::unique_ptr<reader> one) {
    const std::lock_guard lock(gate_);
    idle_.push_back(std::move(one));
  }

 private:
  std::mutex gate_;
  std::vector<std::unique_ptr<reader>> idle_;
};

class search {
 public:
  search(const consultation& in, const query::node& rule, std::shared_ptr<const codebook> book,
         const kwic_options& options)
      : in_(in), rule_(rule), book_(std::move(book)), options_(options) {}

  // A rule at fault is one even where there is no answer to try it on.
  void check() const { (void)matcher(rule_, fallback_language(), book_); }

  void read(answer_id answer, reader& with, std::vector<kwic_line>& out) const {
    const answer_table& answers = in_.answers();
    if (options_.question && answers.question[answer] != *options_.question) return;
    const std::string_view text = in_.text_of(answer);
    if (text.empty() || !in_.included(answers.response[answer])) return;

    const std::string language = language_of(in_.languages()[answers.language[answer]]);
    auto found = with.matchers.find(language);
    if (found == with.matchers.end()) {
      found = with.matchers.emplace(language, matcher(rule_, language, book_)).first;
    }
    const std::vector<span> hits = found->second.find(text);
    if (hits.empty()) return;
    with.words.tokens(text, with.tokens);
    for (const span hit : hits) out.push_back(line(answer, hit, with.tokens));
  }

 private:
  [[nodiscard]] kwic_line line(answer_id answer, span hit,
                               const std::vector<text::token>& tokens) const {
    const auto before = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& each) {
      return each.bytes.last <= hit.first;
    });
    const auto after = std::partition_point(
        before, tokens.end(), [&](const auto& each) { return each.bytes.first < hit.last; });
    const auto left = std::min<std::ptrdiff_t>(options_.words, before - tokens.begin());
    const auto right = std::min<std::ptrdiff_t>(options_.words, tokens.end() - after);
    kwic_line out = {answer, {hit.first, hit.first}, hit, {hit.last, hit.last}};
    if (left > 0) out.left.first = (before - left)->bytes.first;
    if (right > 0) out.right.last = (after + right - 1)->bytes.last;
    return out;
  }

  [[nodiscard]] std::string fallback_language() const {
    return book_ ? book_->language : in_.settings().language;
  }
  // Stems are those of the answer's language where it has a stemmer, else of the codebook's.
  [[nodiscard]] std::string language_of(const std::string& language) const {
    return text::has_stemmer(language) ? language : fallback_language();
  }

  const consultation& in_;
  const query::node& rule_;
  std::shared_ptr<const codebook> book_;
  const kwic_options& options_;
};

}  // namespace

std::vector<kwic_line> find_in_context(const consultation& in, const query::node& rule,
                                       std::shared_ptr<const codebook> book,
                                       const kwic_options& options) {
  const search looking(in, rule, std::move(book), options);
  looking.check();
  const std::size_t answers = in.answers().size();
  std::vector<std::vector<kwic_line>> parts(answers / answers_in_chunk + 1);
  std::vector<kwic_line> out;
  reader_pool readers;
  for_each_chunk(
      answers, answers_in_chunk, options.run,
      [&](const chunk& part) {
        std::unique_ptr<reader> mine = readers.take();
        for (std::size_t row = part.first; row < part.last; ++row) {
          looking.read(answer_id(row), *mine, parts[part.index]);
        }
        readers.give_back(std::move(mine));
      },
      [&](const chunk& part) {
        std::vector<kwic_line>& lines = parts[part.index];
        out.insert(out.end(), lines.begin(), lines.end());
        lines = {};
      });
  return out;
}

}  // namespace heard
