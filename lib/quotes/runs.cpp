#include "quotes/excerpt.hpp"

#include <heard/base/error.hpp>
#include <heard/quotes/runs.hpp>

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace heard {

namespace {

using text::span;
using kind = quote_run::kind;

span bytes_of(const redaction& of) {
  return {of.first, of.last};
}

// A piece cut at the ends of the evidence and the redactions in it.
void add_piece(std::string_view answer, span piece, std::span<const span> evidence,
               std::span<const redaction> hidden, std::vector<quote_run>& out) {
  std::set<std::uint32_t> cuts = {piece.first, piece.last};
  const auto cut = [&](span each) {
    for (const std::uint32_t at : {each.first, each.last}) {
      if (at > piece.first && at < piece.last) cuts.insert(at);
    }
  };
  for (const span each : evidence) cut(each);
  for (const redaction& each : hidden) cut(bytes_of(each));

  const std::size_t before = out.size();
  const redaction* shown = nullptr;
  for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
    const span part{*at, *std::next(at)};
    const auto over = std::find_if(hidden.begin(), hidden.end(), [&](const redaction& each) {
      return bytes_of(each).contains(part);
    });
    if (over != hidden.end()) {
      // Evidence may begin inside a redaction, which is shown once.
      if (shown == &*over) {
        out.back().bytes.last = part.last;
      } else {
        out.push_back({kind::redacted, over->replacement, part});
      }
      shown = &*over;
      continue;
    }
    const bool found = std::any_of(evidence.begin(), evidence.end(),
                                   [&](span each) { return each.contains(part); });
    const kind is = found ? kind::evidence : kind::words;
    const bool between = part.of(answer) == " " && out.size() > before &&
                         out.back().is == kind::evidence &&
                         std::any_of(evidence.begin(), evidence.end(),
                                     [&](span each) { return each.first == part.last; });
    const bool joins = out.size() > before && (out.back().is == is || between);
    if (joins) {
      out.back().text += part.of(answer);
      out.back().bytes.last = part.last;
    } else {
      out.push_back({is, std::string(part.of(answer)), part});
    }
  }
}

}  // namespace

std::vector<quote_run> quote_runs(const consultation& of, const quote& from) {
  const std::string_view answer = of.text_of(from.answer);
  if (from.pieces.empty()) throw error(status::internal, "a quote has no words");
  std::uint32_t end = 0;
  for (const span piece : from.pieces) {
    if (!quoting::slice(answer, piece) || piece.first < end) {
      throw error(status::internal, "a quote is no slice of its answer");
    }
    end = piece.last;
  }
  std::vector<quote_run> out;
  if (quoting::open_ends_of(answer, from.pieces.front()).before) {
    out.push_back({kind::cut, "[...] ", {}});
  }
  for (const span& piece : from.pieces) {
    if (&piece != &from.pieces.front()) out.push_back({kind::cut, " [...] ", {}});
    add_piece(answer, piece, from.evidence, of.redactions_of(from.answer), out);
  }
  if (quoting::open_ends_of(answer, from.pieces.back()).after) {
    out.push_back({kind::cut, " [...]", {}});
  }
  return out;
}

std::string quote_text(const consultation& of, const quote& from) {
  std::string out;
  for (const quote_run& run : quote_runs(of, from)) out += run.text;
  return out;
}

std::optional<quote_translation> translation_beside(const consultation& of, const quote& from) {
  const auto all = of.translations_of(from.answer);
  if (all.empty()) return std::nullopt;
  const translation* best = of.translation_of(from.answer, of.settings().language);
  if (best == nullptr) best = &all.front();
  if (!from.translation.empty()) {
    const auto says = [&](const translation& each) {
      return of.text(each.text).find(from.translation) != std::string_view::npos;
    };
    if (!says(*best)) {
      const auto found = std::find_if(all.begin(), all.end(), says);
      if (found == all.end()) return std::nullopt;
      best = &*found;
    }
    return quote_translation{from.translation, best->language, best->by.who, false};
  }
  if (!of.redactions_of(from.answer).empty() || from.translation_held) return std::nullopt;
  const std::string_view answer = of.text_of(from.answer);
  const span whole = quoting::trimmed(answer, {0, static_cast<std::uint32_t>(answer.size())});
  const bool all_of_it = from.pieces.size() == 1 && from.pieces.front().contains(whole);
  if (!all_of_it && from.may_be_published) return std::nullopt;
  return quote_translation{std::string(of.text(best->text)), best->language, best->by.who,
                           !all_of_it};
}

std::string shown_words(const consultation& of, answer_id answer) {
  const std::string_view text = of.text_of(answer);
  std::string out;
  std::size_t at = 0;
  for (const redaction& each : of.redactions_of(answer)) {
    out += text.substr(at, each.first - at);
    out += each.replacement;
    at = each.last;
  }
  out += text.substr(at);
  return out;
}

}  // namespace heard
