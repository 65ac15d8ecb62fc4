#include "quotes/offers.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace heard::quoting {

namespace {

using text::span;

bool overlap(span a, span b) {
  return a.first < b.last && b.first < a.last;
}

span bytes_of(const quote_decision& of) {
  return {of.first, of.last};
}

}  // namespace

offers::offers(const codings& from) : from_(from), of_(*from.of()), gate_(*from.of()) {
  for (const quote_decision& each : of_.quote_decisions()) {
    if (slice(of_.text_of(each.answer), bytes_of(each))) decisions_.push_back(&each);
  }
  std::sort(decisions_.begin(), decisions_.end(),
            [](const quote_decision* a, const quote_decision* b) {
              return std::tie(a->answer, a->action, a->first, a->last) <
                     std::tie(b->answer, b->action, b->first, b->last);
            });
}

std::span<const quote_decision* const> offers::decided(answer_id answer) const {
  const auto first = std::partition_point(decisions_.begin(), decisions_.end(),
                                          [&](const auto* each) { return each->answer < answer; });
  const auto last = std::partition_point(first, decisions_.end(),
                                         [&](const auto* each) { return each->answer == answer; });
  return {first, last};
}

bool offers::banned(answer_id answer, std::span<const span> pieces) const {
  for (const quote_decision* each : decided(answer)) {
    if (each->action != quote_action::ban) continue;
    for (const span piece : pieces) {
      if (overlap(piece, bytes_of(*each))) return true;
    }
  }
  return false;
}

quote offers::make_quote(coding_id coding, excerpt words) const {
  quote out;
  out.answer = from_.table().answer[coding];
  out.coding = coding;
  out.pieces = std::move(words.pieces);
  out.evidence = std::move(words.evidence);
  return out;
}

bool offers::decided_on(std::span<const coding_id> codings) const {
  return !decisions_.empty() && std::any_of(codings.begin(), codings.end(), [&](coding_id each) {
    return !decided(from_.table().answer[each]).empty();
  });
}

offer offers::of(std::span<const coding_id> codings) const {
  offer out;
  out.codings = codings;
  out.response = of_.answers().response[from_.table().answer[codings.front()]];
  for (const coding_id coding : codings) {
    const answer_id answer = from_.table().answer[coding];
    const auto found = from_.table().spans[coding];
    const std::vector<heard::evidence> evidence(found.begin(), found.end());
    for (const quote_decision* each : decided(answer)) {
      if (each->action == quote_action::ban) continue;
      const quoting::tier is = each->action == quote_action::pin ? tier::pinned : tier::cleared;
      if (is >= out.tier) continue;
      const span words = bytes_of(*each);
      const bool shows = std::any_of(evidence.begin(), evidence.end(),
                                     [&](const auto& part) { return overlap(part.bytes, words); });
      if (!shows || banned(answer, {&words, 1})) continue;
      out.tier = is;
      out.ready = make_quote(coding, make_excerpt_of(words, evidence));
      out.ready.pinned = is == tier::pinned;
      out.ready.translation = each->translation;
    }
  }
  return out;
}

bool offers::make(offer& to) const {
  for (const coding_id coding : to.codings) {
    if (!to.ready.pieces.empty()) break;
    const answer_id answer = from_.table().answer[coding];
    const auto spans = from_.table().spans[coding];
    std::vector<evidence> seen(spans.begin(), spans.end());
    // What a rule found in a translation is the whole answer, as if a person had coded it.
    if (of_.translation_of(answer, from_.by()->language) != nullptr) {
      for (evidence& each : seen) each.rule = no_rule;
    }
    excerpt words = make_excerpt(of_.text_of(answer), seen);
    if (words.pieces.empty() || banned(answer, words.pieces)) continue;
    to.ready = make_quote(coding, std::move(words));
  }
  return !to.ready.pieces.empty();
}

void offers::judge(quote& made) const {
  verdict says = gate_.may_print(made.answer, made.pieces);
  made.cleared = says.cleared || (made.pinned && says.unsettled.empty());
  made.may_be_published = says.why == held::no;
  made.why_held = says.why;
  made.unsettled = std::move(says.unsettled);
  if (made.cleared || !made.may_be_published) return;
  for (const translation& each : of_.translations_of(made.answer)) {
    if (gate_.findings().any_in(of_.text(each.text))) made.translation_held = true;
  }
}

std::vector<std::size_t> order_of_quotes(std::span<const standing> all) {
  std::vector<std::size_t> repeat(all.size(), 0);  // How often its respondent stands before it.
  std::vector<std::size_t> turn(all.size(), 0);    // How often its attribution does.
  std::vector<std::size_t> out(all.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  const auto sort = [&] {
    std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(all[a].tier, repeat[a], turn[a], all[a].draw, all[a].response) <
             std::tie(all[b].tier, repeat[b], turn[b], all[b].draw, all[b].response);
    });
  };
  sort();
  std::map<std::uint64_t, std::size_t> stands;
  for (const std::size_t row : out) repeat[row] = stands[all[row].respondent]++;
  sort();
  std::map<std::string_view, std::size_t> named;
  for (const std::size_t row : out) turn[row] = named[all[row].by]++;
  sort();
  return out;
}

}  // namespace heard::quoting
