#include "coding/compiler.hpp"
#include "coding/evaluator.hpp"
#include "coding/explain.hpp"

#include <heard/coding/match.hpp>

namespace heard {

using namespace matching;

struct matcher::state {
  state(const query::node& from, std::string language, std::shared_ptr<const codebook> with)
      : rule(from), book(std::move(with)), rules(compile(std::move(language))), run(rules) {}

  program compile(std::string language) {
    compiler made(std::move(language), book.get());
    made.add(rule, {}, &parts);
    return made.finish();
  }

  std::vector<text::span> spans(const hit_list& hits) const {
    std::vector<text::span> out;
    out.reserve(hits.size());
    for (const hit h : hits) out.push_back(run.bytes(h));
    return out;
  }

  query::node rule;
  std::shared_ptr<const codebook> book;
  std::vector<traced_part> parts;  // Point into `rule`; the first is the rule itself.
  program rules;
  evaluator run;
};

matcher::matcher(const query::node& rule, std::string language,
                 std::shared_ptr<const codebook> book)
    : state_(std::make_unique<state>(rule, std::move(language), std::move(book))) {}
matcher::~matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;

std::vector<text::span> matcher::find(std::string_view text) {
  state_->run.read(text);
  hit_list hits;
  state_->run.hits(state_->parts.front().step, false, nullptr, hits);
  return state_->spans(hits);
}

match_result matcher::explain(std::string_view text) {
  state& s = *state_;
  s.run.read(text);
  std::vector<part_hits> parts;
  for (const traced_part& traced : s.parts) {
    parts.push_back({traced, {}});
    s.run.hits(traced.step, traced.by_sentence, nullptr, parts.back().hits);
  }
  match_result result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    match_step step;
    step.depth = parts[i].traced.depth;
    step.part = query::to_string(*parts[i].traced.part);
    step.matched = !parts[i].hits.empty();
    step.hits = s.spans(parts[i].hits);
    if (!step.matched) step.why = why_not(s.rules, s.run, parts, i);
    result.steps.push_back(std::move(step));
  }
  result.matched = result.steps.front().matched;
  result.evidence = result.steps.front().hits;
  return result;
}

}  // namespace heard
