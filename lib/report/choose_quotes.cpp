#include "report/choose_quotes.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace heard::reporting {

namespace {

// A piece cut at the ends of the evidence in it.
void add_piece(std::string_view answer, const text::span& piece,
               const std::vector<text::span>& evidence, std::vector<quote_part>& out) {
  std::set<std::uint32_t> cuts = {piece.first, piece.last};
  for (const text::span& each : evidence) {
    for (const std::uint32_t at : {each.first, each.last}) {
      if (at > piece.first && at < piece.last) cuts.insert(at);
    }
  }
  for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
    const text::span part{*at, *std::next(at)};
    const bool found = std::any_of(evidence.begin(), evidence.end(),
                                   [&](const text::span& each) { return each.contains(part); });
    const auto kind = found ? quote_part::kind::evidence : quote_part::kind::words;
    // Evidence that touches, or has but a space between, is one mark.
    const bool joins = *at > piece.first && (out.back().is == kind || part.of(answer) == " ");
    if (joins) {
      out.back().text += part.of(answer);
    } else {
      out.push_back({std::string(part.of(answer)), kind});
    }
  }
}

// What quote_text() prints, which it checks against the answer: its pieces, and what is between
// them.
std::vector<quote_part> parts_of(const consultation& of, const quote& chosen) {
  const std::string_view answer = of.text_of(chosen.answer);
  const std::string printed = quote_text(of, chosen);
  std::vector<quote_part> out;
  std::size_t at = 0;
  for (const text::span& piece : chosen.pieces) {
    const std::size_t here = printed.find(piece.of(answer), at);
    if (here == std::string::npos) {
      throw error(status::internal, "a quote is not what its answer says");
    }
    if (here > at) out.push_back({printed.substr(at, here - at), quote_part::kind::cut});
    add_piece(answer, piece, chosen.evidence, out);
    at = here + piece.size();
  }
  if (at < printed.size()) out.push_back({printed.substr(at), quote_part::kind::cut});
  return out;
}

shown_quote to_show(const codings& from, const quote& chosen, audience reader) {
  const consultation& of = *from.of();
  shown_quote out;
  out.parts = parts_of(of, chosen);
  out.by = chosen.by.text;
  out.cleared = chosen.cleared;
  out.pinned = chosen.pinned;
  out.may_be_published = chosen.may_be_published;
  if (reader == audience::internal) {
    out.response = of.id_of(of.answers().response[chosen.answer]);
  }
  const std::string& language = of.languages()[of.answers().language[chosen.answer]];
  if (language != of.settings().language) out.language = language;
  return out;
}

using words = std::pair<answer_id, std::vector<text::span>>;

}  // namespace

void choose_quotes(const codings& from, const quote_selector& choose, audience reader,
                   question_account& into) {
  const std::uint32_t most = from.of()->settings().quotes;
  std::set<words> printed;
  for (theme_account& theme : into.themes) {
    if (theme.union_of_children && theme.stances.total() == 0) continue;
    // Enough for a choice after those of children and those printed before are passed over.
    const std::uint32_t wanted = most * (theme.union_of_children ? 16 : 4);
    const quote_request request{theme.theme, into.id, wanted, 0, reader == audience::publish};
    std::uint32_t shown = 0;
    for (const quote& each : choose.select(request)) {
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
