#include "report/choose_quotes.hpp"

#include <heard/quotes/runs.hpp>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace heard::reporting {

namespace {

quote_part::kind kind_of(quote_run::kind of) {
  switch (of) {
    case quote_run::kind::evidence:
      return quote_part::kind::evidence;
    case quote_run::kind::cut:
      return quote_part::kind::cut;
    case quote_run::kind::words:
    case quote_run::kind::redacted:
      break;
  }
  return quote_part::kind::words;
}

shown_quote to_show(const codings& from, const quote& chosen, audience reader) {
  const consultation& of = *from.of();
  shown_quote out;
  for (quote_run& run : quote_runs(of, chosen)) {
    out.parts.push_back({std::move(run.text), kind_of(run.is)});
  }
  out.by = chosen.by.text;
  out.cleared = chosen.cleared;
  out.pinned = chosen.pinned;
  out.may_be_published = chosen.may_be_published;
  out.of = of.answers().response[chosen.answer];
  out.names_body = chosen.by.form == attribution_form::named_body;
  if (reader == audience::internal) {
    if (chosen.why_held == held::personal_data) out.holds = list_of(chosen.unsettled);
    out.response = of.id_of(of.answers().response[chosen.answer]);
  }
  const std::string& language = of.languages()[of.answers().language[chosen.answer]];
  if (language != of.settings().language) out.language = language;
  if (auto beside = translation_beside(of, chosen)) {
    out.translation = std::move(beside->text);
    out.translation_language = std::move(beside->language);
    out.translator = std::move(beside->by);
    out.translation_is_longer = beside->whole_answer;
  }
  return out;
}

using words = std::pair<answer_id, std::vector<text::span>>;

std::string reason_of(const quote& of) {
  if (of.why_held == held::by_rule) return "its sender did not let it be quoted";
  if (of.why_held == held::banned) return "a person banned some of its words";
  return "it holds " + list_of(of.unsettled);
}

// Those of the best that may not be printed, each once.
void count_held(std::span<const quote> best, audience reader, std::set<words>& seen,
                question_account& into) {
  for (const quote& each : best) {
    if (each.why_held == held::no || !seen.emplace(each.answer, each.pieces).second) continue;
    ++into.held[static_cast<std::size_t>(each.why_held)];
    if (reader != audience::internal) continue;
    into.held_quotes.push_back(
        {each.answer, each.pieces.front().first, each.pieces.back().last, reason_of(each)});
  }
}

}  // namespace

void choose_quotes(const codings& from, const quote_selector& choose, audience reader,
                   question_account& into) {
  const std::uint32_t most = from.of()->settings().quotes;
  std::set<words> printed, held_back;
  for (theme_account& theme : into.themes) {
    if (theme.union_of_children && theme.stances.total() == 0) continue;
    // Enough for a choice after those of children and those printed before are passed over.
    const std::uint32_t wanted = most * (theme.union_of_children ? 16 : 4);
    const quote_request request{theme.theme, into.id, wanted, 0, reader == audience::publish};
    const std::vector<quote> found = choose.select(request);
    if (!theme.other_point) {
      // What would be printed if everything might be.
      const std::vector<quote> best =
          request.published_only ? choose.select({theme.theme, into.id, most, 0, false}) : found;
      count_held(std::span(best).first(std::min<std::size_t>(most, best.size())), reader, held_back,
                 into);
    }
    std::uint32_t shown = 0;
    for (const quote& each : found) {
      if (shown == most) break;
      if (reader == audience::publish && !each.may_be_published) continue;
      if (theme.union_of_children && from.table().theme[each.coding] != theme.theme) continue;
      if (theme.other_point && !each.pinned) continue;
      if (!printed.emplace(each.answer, each.pieces).second && !each.pinned) continue;
      theme.quotes.push_back(to_show(from, each, reader));
      ++shown;
    }
  }
}

}  // namespace heard::reporting
