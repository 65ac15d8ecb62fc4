#include "report/choose_quotes.hpp"

#include <heard/quotes/collection.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
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

shown_quote to_show(const consultation& of, const kept_quote& chosen, audience reader) {
  shown_quote out;
  for (const quote_run& run : chosen.runs) out.parts.push_back({run.text, kind_of(run.is)});
  out.by = chosen.by.text;
  out.cleared = chosen.cleared;
  out.pinned = chosen.pinned;
  out.may_be_published = chosen.may_be_published;
  out.bodies = chosen.bodies;
  out.names_body = chosen.by.form == attribution_form::named_body;
  if (reader == audience::internal) {
    out.holds = chosen.found;
    out.response = chosen.response;
  }
  if (chosen.language != of.settings().language) out.language = chosen.language;
  if (const auto& beside = chosen.translation) {
    out.translation = beside->text;
    out.translation_language = beside->language;
    out.translator = beside->by;
    out.translation_is_longer = beside->whole_answer;
  }
  return out;
}

// Which words of which answer.
using words = std::tuple<std::string, std::uint32_t, std::vector<text::span>>;

words words_of(const kept_quote& of) {
  return {of.response, of.answer, of.pieces};
}

std::string reason_of(const kept_quote& of) {
  if (of.why_held == held::by_rule) return "its sender did not let it be quoted";
  if (of.why_held == held::banned) return "a person banned some of its words";
  return "it holds " + of.found;
}

using kept_quotes = std::vector<std::shared_ptr<const kept_quote>>;

// Those of the best that may not be printed, each once.
void count_held(const kept_quotes& found, std::size_t most, audience reader, std::set<words>& seen,
                question_account& into) {
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
    const kept_quote& each = *found[i];
    if (each.why_held == held::no || !seen.insert(words_of(each)).second) continue;
    ++into.held[static_cast<std::size_t>(each.why_held)];
    if (reader != audience::internal) continue;
    into.held_quotes.push_back({each.question, each.response, each.pieces.front().first,
                                each.pieces.back().last, reason_of(each)});
  }
}

}  // namespace

void choose_quotes(const counts& all, audience reader, question_account& into) {
  const consultation& of = *all.from->of();
  const std::uint32_t most = of.settings().quotes;
  std::set<words> printed, held_back;
  for (theme_account& theme : into.themes) {
    if (theme.union_of_children && theme.stances.total() == 0) continue;
    // What would be printed if everything might be.
    const kept_quotes best = all.quotes->select(theme.theme, into.id, false, *all.by);
    if (!theme.other_point) count_held(best, most, reader, held_back, into);
    const kept_quotes found = reader == audience::publish
                                  ? all.quotes->select(theme.theme, into.id, true, *all.by)
                                  : best;
    std::uint32_t shown = 0;
    for (const auto& each : found) {
      if (shown == most) break;
      if (theme.other_point && !each->pinned) continue;
      if (!printed.insert(words_of(*each)).second && !each->pinned) continue;
      theme.quotes.push_back(to_show(of, *each, reader));
      ++shown;
    }
  }
}

}  // namespace heard::reporting
