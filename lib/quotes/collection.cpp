#include "quotes/offers.hpp"

#include <heard/base/hash.hpp>
#include <heard/quotes/collection.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace heard {

using quoting::tier;

namespace {

// A quote that may be chosen. While its part is there it is an offer, and only what is left of all
// offers of the part is made ready to outlive it: what is in words takes long to find.
struct candidate {
  quoting::tier tier = tier::other;
  hash128 draw;
  std::uint64_t respondent = 0;
  attribution_claim claim;
  kept_quote words;
  std::optional<quoting::offer> live;
};
using shared_candidate = std::shared_ptr<candidate>;

bool before(const shared_candidate& a, const shared_candidate& b) {
  return std::tie(a->draw, a->words.response) < std::tie(b->draw, b->words.response);
}

// Who is drawn, by hash, then by id.
struct lot {
  hash128 draw;
  std::string_view response;
};

// Those with the least draws so far, the greatest of them first, as a heap; and all that people
// chose.
struct pool {
  std::vector<shared_candidate> chosen;
  std::vector<shared_candidate> drawn;

  [[nodiscard]] bool takes(const lot& next, std::size_t most) const {
    if (drawn.size() < most) return true;
    const candidate& last = *drawn.front();
    return std::tie(next.draw, next.response) < std::tie(last.draw, last.words.response);
  }
  void add(shared_candidate next, std::size_t most) {
    if (next->tier != tier::other) {
      chosen.push_back(std::move(next));
      return;
    }
    drawn.push_back(std::move(next));
    std::push_heap(drawn.begin(), drawn.end(), before);
    if (drawn.size() <= most) return;
    std::pop_heap(drawn.begin(), drawn.end(), before);
    drawn.pop_back();
  }
};

// A theme at a question, as one number.
using place = std::uint64_t;

place place_of(question_id question, theme_id theme) {
  return std::uint64_t{question.value} << 32 | theme.value;
}

}  // namespace

struct quote_collection::state {
  std::size_t most = 0;
  std::uint64_t parts = 0;
  // All, and those whose senders let them be quoted.
  boost::unordered_flat_map<place, std::array<pool, 2>> pools;

  void offer(const codings& from, const quoting::offers& offers, const lot& who, place at,
             std::span<const coding_id> codings, std::vector<shared_candidate>& made);
  void keep(const codings& from, const quoting::offers& offers, const attributor& by,
            candidate& of) const;
};

// Codings of one response at one question for one theme.
void quote_collection::state::offer(const codings& from, const quoting::offers& offers,
                                    const lot& who, place at, std::span<const coding_id> codings,
                                    std::vector<shared_candidate>& made) {
  auto& here = pools[at];
  const answer_id answer = from.table().answer[codings.front()];
  const response_id response = from.of()->answers().response[answer];
  const bool quotable = offers.gate().may_quote(response);
  bool into_all = here[0].takes(who, most);
  bool into_quotable = quotable && here[1].takes(who, most);
  // Most responses are not drawn, which their hash tells before anything is looked for.
  const bool decided = offers.decided_on(codings);
  if (!into_all && !into_quotable && !decided) return;
  quoting::offer found = offers.of(codings);
  if (found.tier != tier::other) {
    into_all = true;
    into_quotable = quotable;
  }
  if ((!into_all && !into_quotable) || !offers.make(found)) return;
  auto next = std::make_shared<candidate>();
  next->tier = found.tier;
  next->draw = who.draw;
  next->respondent = parts << 32 | from.of()->responses().respondent[response].value;
  next->words.response = who.response;
  next->words.question = from.of()->answers().question[answer];
  next->words.theme = from.table().theme[codings.front()];
  next->live = std::move(found);
  if (into_all) here[0].add(next, most);
  if (into_quotable) here[1].add(next, most);
  made.push_back(std::move(next));
}

void quote_collection::state::keep(const codings& from, const quoting::offers& offers,
                                   const attributor& by, candidate& of) const {
  const consultation& in = *from.of();
  quote& chosen = of.live->ready;
  offers.judge(chosen);
  const response_id response = of.live->response;
  of.claim = by.claim_of(response);
  kept_quote& out = of.words;
  out.answer = chosen.answer.value - in.answers_of(response).first.value;
  out.pieces = chosen.pieces;
  out.runs = quote_runs(in, chosen);
  out.language = in.languages()[in.answers().language[chosen.answer]];
  out.translation = translation_beside(in, chosen);
  out.cleared = chosen.cleared;
  out.pinned = chosen.pinned;
  out.may_be_published = chosen.may_be_published;
  out.why_held = chosen.why_held;
  if (chosen.why_held == held::personal_data) out.found = list_of(chosen.unsettled);
  for (const organisation_link& link : in.responses().organisations[response]) {
    out.bodies.push_back(link.organisation);
  }
  of.live.reset();
}

quote_collection::quote_collection(std::uint32_t limit) : state_(std::make_unique<state>()) {
  state_->most = limit == 0 ? 0 : quoting::drawn_for(limit);
}
quote_collection::~quote_collection() = default;
quote_collection::quote_collection(quote_collection&&) noexcept = default;
quote_collection& quote_collection::operator=(quote_collection&&) noexcept = default;

void quote_collection::add(const codings& part) {
  if (state_->most == 0) return;
  const consultation& of = *part.of();
  const coding_table& table = part.table();
  const quoting::offers offers(part);
  std::vector<shared_candidate> made;
  // What offers point into, until they are kept.
  std::vector<std::unique_ptr<const std::vector<coding_id>>> lists;
  // Codings come by answer, so those of one response together.
  std::vector<std::pair<place, coding_id>> of_response;
  std::vector<coding_id> codings;
  response_id now;
  const auto close = [&] {
    if (of_response.empty()) return;
    const lot who{hash_bytes(of.id_of(now)), of.id_of(now)};
    std::sort(of_response.begin(), of_response.end());
    for (std::size_t first = 0, last = 0; first < of_response.size(); first = last) {
      codings.clear();
      for (; last < of_response.size() && of_response[last].first == of_response[first].first;
           ++last) {
        codings.push_back(of_response[last].second);
      }
      const std::size_t so_far = made.size();
      state_->offer(part, offers, who, of_response[first].first, codings, made);
      if (made.size() == so_far) continue;
      lists.push_back(std::make_unique<const std::vector<coding_id>>(codings));
      made.back()->live->codings = *lists.back();
    }
    of_response.clear();
  };
  for (const coding_id coding : part.each()) {
    if (!table.counts[coding]) continue;
    const answer_id answer = table.answer[coding];
    const response_id response = of.answers().response[answer];
    if (!of.included(response)) continue;
    if (response != now) close();
    now = response;
    of_response.emplace_back(place_of(of.answers().question[answer], table.theme[coding]), coding);
  }
  close();
  ++state_->parts;

  const attributor by(of, attribution_crowds());
  for (const shared_candidate& each : made) {
    // Held by nobody else: others were drawn instead.
    if (each.use_count() > 1) state_->keep(part, offers, by, *each);
  }
}

std::vector<std::shared_ptr<const kept_quote>> quote_collection::select(
    theme_id theme, question_id question, bool published_only, const attributor& by) const {
  std::vector<std::shared_ptr<const kept_quote>> out;
  const auto found = state_->pools.find(place_of(question, theme));
  if (found == state_->pools.end()) return out;
  const pool& here = found->second[published_only ? 1 : 0];
  std::vector<shared_candidate> all = here.chosen;
  all.insert(all.end(), here.drawn.begin(), here.drawn.end());
  std::vector<quoting::standing> standings;
  for (const shared_candidate& each : all) {
    each->words.by = by.settle(each->claim);
    standings.push_back(
        {each->tier, each->draw, each->words.response, each->respondent, each->words.by.text});
  }
  for (const std::size_t row : quoting::order_of_quotes(standings)) {
    if (published_only && !all[row]->words.may_be_published) continue;
    out.emplace_back(all[row], &all[row]->words);
  }
  return out;
}

}  // namespace heard
