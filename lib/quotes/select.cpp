#include "quotes/excerpt.hpp"

#include <heard/base/error.hpp>
#include <heard/base/hash.hpp>
#include <heard/quotes/select.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace heard {

namespace {

using text::span;

bool overlap(span a, span b) {
  return a.first < b.last && b.first < a.last;
}

span bytes_of(const quote_decision& of) {
  return {of.first, of.last};
}

enum class tier : std::uint8_t { pinned, cleared, other };

// What a response offers. Sentences are looked for only once it is its turn.
struct candidate {
  response_id response;
  heard::tier tier = tier::other;
  std::span<const coding_id> codings;
  quote ready;  // without pieces: still to be made, from the first of `codings` that gives words
  hash128 draw;
  std::size_t repeat = 0;  // how often its respondent stands before it
  std::size_t turn = 0;    // how often its attribution does
};

}  // namespace

struct quote_selector::state {
  explicit state(const codings& all);

  [[nodiscard]] std::vector<coding_id> showing(const quote_request& request) const;
  [[nodiscard]] candidate offer(std::span<const coding_id> codings) const;
  [[nodiscard]] bool make(candidate& of) const;
  void judge(quote& of) const;
  [[nodiscard]] bool banned(answer_id answer, std::span<const span> pieces) const;
  [[nodiscard]] std::span<const quote_decision* const> decided(answer_id answer) const;
  [[nodiscard]] quote make_quote(coding_id coding, quoting::excerpt words) const;

  const codings& from;
  const consultation& of;
  print_gate gate;
  attributor by;
  std::vector<std::vector<coding_id>> of_theme;  // those that count
  std::vector<const quote_decision*> decisions;  // by answer, then pins before bans and clears
};

quote_selector::state::state(const codings& all)
    : from(all), of(*all.of()), gate(*all.of()), by(*all.of()), of_theme(all.by()->themes.size()) {
  const coding_table& table = from.table();
  for (const coding_id coding : from.each()) {
    if (!table.counts[coding]) continue;
    if (!of.included(of.answers().response[table.answer[coding]])) continue;
    of_theme[table.theme[coding].value].push_back(coding);
  }
  for (const quote_decision& each : of.quote_decisions()) {
    if (quoting::slice(of.text_of(each.answer), bytes_of(each))) decisions.push_back(&each);
  }
  std::sort(decisions.begin(), decisions.end(),
            [](const quote_decision* a, const quote_decision* b) {
              return std::tie(a->answer, a->action, a->first, a->last) <
                     std::tie(b->answer, b->action, b->first, b->last);
            });
}

std::span<const quote_decision* const> quote_selector::state::decided(answer_id answer) const {
  const auto first = std::partition_point(decisions.begin(), decisions.end(),
                                          [&](const auto* each) { return each->answer < answer; });
  const auto last = std::partition_point(first, decisions.end(),
                                         [&](const auto* each) { return each->answer == answer; });
  return {first, last};
}

// In order of answer, so that those of one response are together.
std::vector<coding_id> quote_selector::state::showing(const quote_request& request) const {
  std::vector<coding_id> out;
  std::vector<theme_id> themes = {request.theme};
  for (std::size_t i = 0; i < themes.size(); ++i) {
    for (const coding_id coding : of_theme[themes[i].value]) {
      const question_id at = of.answers().question[from.table().answer[coding]];
      if (!request.question || at == *request.question) out.push_back(coding);
    }
    const std::vector<theme_id>& children = (*from.by())[themes[i]].children;
    themes.insert(themes.end(), children.begin(), children.end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool quote_selector::state::banned(answer_id answer, std::span<const span> pieces) const {
  for (const quote_decision* each : decided(answer)) {
    if (each->action != quote_action::ban) continue;
    for (const span piece : pieces) {
      if (overlap(piece, bytes_of(*each))) return true;
    }
  }
  return false;
}

quote quote_selector::state::make_quote(coding_id coding, quoting::excerpt words) const {
  quote out;
  out.answer = from.table().answer[coding];
  out.coding = coding;
  out.pieces = std::move(words.pieces);
  out.evidence = std::move(words.evidence);
  return out;
}

// The words that people chose, pinned before cleared.
candidate quote_selector::state::offer(std::span<const coding_id> codings) const {
  candidate out;
  out.codings = codings;
  out.response = of.answers().response[from.table().answer[codings.front()]];
  for (const coding_id coding : codings) {
    const answer_id answer = from.table().answer[coding];
    const auto found = from.table().spans[coding];
    const std::vector<heard::evidence> evidence(found.begin(), found.end());
    for (const quote_decision* each : decided(answer)) {
      if (each->action == quote_action::ban) continue;
      const heard::tier is = each->action == quote_action::pin ? tier::pinned : tier::cleared;
      if (is >= out.tier) continue;
      const span words = bytes_of(*each);
      const bool shows = std::any_of(evidence.begin(), evidence.end(),
                                     [&](const auto& part) { return overlap(part.bytes, words); });
      if (!shows || banned(answer, {&words, 1})) continue;
      out.tier = is;
      out.ready = make_quote(coding, quoting::make_excerpt_of(words, evidence));
      out.ready.pinned = is == tier::pinned;
      out.ready.translation = each->translation;
    }
  }
  return out;
}

bool quote_selector::state::make(candidate& to) const {
  for (const coding_id coding : to.codings) {
    if (!to.ready.pieces.empty()) break;
    const answer_id answer = from.table().answer[coding];
    const auto spans = from.table().spans[coding];
    std::vector<evidence> seen(spans.begin(), spans.end());
    // What a rule found in a translation is the whole answer, as if a person had coded it.
    if (of.translation_of(answer, from.by()->language) != nullptr) {
      for (evidence& each : seen) each.rule = no_rule;
    }
    quoting::excerpt words = quoting::make_excerpt(of.text_of(answer), seen);
    if (words.pieces.empty() || banned(answer, words.pieces)) continue;
    to.ready = make_quote(coding, std::move(words));
  }
  return !to.ready.pieces.empty();
}

void quote_selector::state::judge(quote& made) const {
  verdict says = gate.may_print(made.answer, made.pieces);
  made.cleared = says.cleared || (made.pinned && says.unsettled.empty());
  made.may_be_published = says.why == held::no;
  made.why_held = says.why;
  made.unsettled = std::move(says.unsettled);
  if (made.cleared || !made.may_be_published) return;
  for (const translation& each : of.translations_of(made.answer)) {
    if (gate.findings().any_in(of.text(each.text))) made.translation_held = true;
  }
}

quote_selector::quote_selector(const codings& from) : state_(std::make_unique<const state>(from)) {}
quote_selector::~quote_selector() = default;
quote_selector::quote_selector(quote_selector&&) noexcept = default;
quote_selector& quote_selector::operator=(quote_selector&&) noexcept = default;

std::vector<quote> quote_selector::select(const quote_request& request) const {
  const state& with = *state_;
  if (request.theme.value >= with.of_theme.size()) {
    throw error(status::bad_argument, "the codebook has no such theme");
  }
  if (request.limit == 0) return {};
  const std::vector<coding_id> codings = with.showing(request);
  const auto response_of = [&](coding_id coding) {
    return with.of.answers().response[with.from.table().answer[coding]];
  };
  std::vector<candidate> candidates;
  for (std::size_t first = 0, last = 0; first < codings.size(); first = last) {
    while (last < codings.size() && response_of(codings[last]) == response_of(codings[first])) {
      ++last;
    }
    candidate next = with.offer(std::span(codings).subspan(first, last - first));
    if (request.published_only && !with.gate.may_quote(next.response)) continue;
    const bool decided = std::any_of(next.codings.begin(), next.codings.end(), [&](coding_id each) {
      return !with.decided(with.from.table().answer[each]).empty();
    });
    // Where words may be banned, the draw must know now whether any are left.
    if (decided && !with.make(next)) continue;
    next.draw = hash_bytes(with.of.id_of(next.response), request.seed);
    next.ready.by = with.by.of(next.response);
    candidates.push_back(std::move(next));
  }

  // Responses are rows by id, so the last resort is the order of ids.
  const auto by_draw = [](const candidate& a, const candidate& b) {
    return std::tie(a.tier, a.repeat, a.turn, a.draw, a.response) <
           std::tie(b.tier, b.repeat, b.turn, b.draw, b.response);
  };
  std::sort(candidates.begin(), candidates.end(), by_draw);
  std::map<respondent_id, std::size_t> stands;
  for (candidate& each : candidates) {
    each.repeat = stands[with.of.responses().respondent[each.response]]++;
  }
  std::sort(candidates.begin(), candidates.end(), by_draw);
  std::map<std::string, std::size_t> named;
  for (candidate& each : candidates) each.turn = named[each.ready.by.text]++;
  std::sort(candidates.begin(), candidates.end(), by_draw);

  std::vector<quote> out;
  for (candidate& each : candidates) {
    if (out.size() == request.limit) break;
    attribution by = std::move(each.ready.by);
    if (!with.make(each)) continue;
    each.ready.by = std::move(by);
    // Only now: what is in the words takes longer to find than all before it.
    with.judge(each.ready);
    if (request.published_only && !each.ready.may_be_published) continue;
    out.push_back(std::move(each.ready));
  }
  return out;
}

std::vector<quote> select_quotes(const codings& from, const quote_request& request) {
  return quote_selector(from).select(request);
}

}  // namespace heard
