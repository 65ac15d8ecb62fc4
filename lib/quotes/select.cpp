#include "quotes/offers.hpp"

#include <heard/base/error.hpp>
#include <heard/base/hash.hpp>
#include <heard/quotes/select.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace heard {

using quoting::tier;

namespace {

struct drawn {
  hash128 hash;
  quoting::offer what;
};

}  // namespace

struct quote_selector::state {
  explicit state(const codings& all);

  [[nodiscard]] std::vector<coding_id> showing(const quote_request& request) const;
  [[nodiscard]] std::vector<drawn> draw(std::span<const coding_id> codings,
                                        const quote_request& request) const;

  const codings& from;
  const consultation& of;
  quoting::offers offers;
  attributor by;
  std::vector<std::vector<coding_id>> of_theme;  // those that count
};

quote_selector::state::state(const codings& all)
    : from(all), of(*all.of()), offers(all), by(*all.of()), of_theme(all.by()->themes.size()) {
  const coding_table& table = from.table();
  for (const coding_id coding : from.each()) {
    if (!table.counts[coding]) continue;
    if (!of.included(of.answers().response[table.answer[coding]])) continue;
    of_theme[table.theme[coding].value].push_back(coding);
  }
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

// What people chose, and of the rest those with the least hashes; the first in order have the
// least. Those without words are passed over.
std::vector<drawn> quote_selector::state::draw(std::span<const coding_id> codings,
                                               const quote_request& request) const {
  const auto response_of = [&](coding_id coding) {
    return of.answers().response[from.table().answer[coding]];
  };
  std::vector<drawn> out;
  std::vector<drawn> others;
  for (std::size_t first = 0, last = 0; first < codings.size(); first = last) {
    while (last < codings.size() && response_of(codings[last]) == response_of(codings[first])) {
      ++last;
    }
    drawn next{{}, offers.of(codings.subspan(first, last - first))};
    if (request.published_only && !offers.gate().may_quote(next.what.response)) continue;
    next.hash = hash_bytes(of.id_of(next.what.response), request.seed);
    (next.what.tier == tier::other ? others : out).push_back(std::move(next));
  }
  // Responses are rows by id, so the last resort is the order of ids.
  std::sort(others.begin(), others.end(), [](const drawn& a, const drawn& b) {
    return std::tie(a.hash, a.what.response) < std::tie(b.hash, b.what.response);
  });
  std::size_t left = quoting::drawn_for(request.limit);
  for (drawn& each : others) {
    if (left == 0) break;
    if (!offers.make(each.what)) continue;
    out.push_back(std::move(each));
    --left;
  }
  return out;
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
  std::vector<drawn> candidates = with.draw(codings, request);
  std::vector<quoting::standing> standings;
  for (drawn& each : candidates) {
    const response_id response = each.what.response;
    each.what.ready.by = with.by.of(response);
    standings.push_back({each.what.tier, each.hash, std::string(with.of.id_of(response)),
                         with.of.responses().respondent[response].value, each.what.ready.by.text});
  }
  std::vector<quote> out;
  for (const std::size_t row : quoting::order_of_quotes(standings)) {
    if (out.size() == request.limit) break;
    quote& next = candidates[row].what.ready;
    // Only now: what is in the words takes longer to find than all before it.
    with.offers.judge(next);
    if (request.published_only && !next.may_be_published) continue;
    out.push_back(std::move(next));
  }
  return out;
}

std::vector<quote> select_quotes(const codings& from, const quote_request& request) {
  return quote_selector(from).select(request);
}

}  // namespace heard
