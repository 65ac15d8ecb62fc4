#include "coding/external.hpp"

#include <heard/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace heard::matching {
namespace {

location place_of(const consultation& of, const source_place& place) {
  location where;
  if (place.file.valid()) where.name = of.files()[place.file.value].path;
  where.offset = place.first;
  where.line = place.row;
  where.column = place.column;
  return where;
}

text::span span_of(const consultation& of, const external_coding& row) {
  const auto size = static_cast<std::uint32_t>(of.text_of(row.answer).size());
  if (row.whole_answer) return {0, size};
  if (row.first >= row.last || row.last > size) {
    throw error(status::bad_input, "the bytes of a coding lie outside its answer",
                place_of(of, row.place));
  }
  return {row.first, row.last};
}

std::vector<theme_id> themes_of_words(const consultation& of, const codebook& book) {
  std::vector<theme_id> themes(of.coded_themes().size());
  for (const external_coding& row : of.codings()) {
    const std::string& word = of.coded_themes()[row.theme];
    if (themes[row.theme].valid()) continue;
    const auto found = book.find(word);
    if (!found) {
      throw error(status::bad_codebook,
                  fmt::format("theme \"{}\" was coded and is not in the codebook", word),
                  place_of(of, row.place));
    }
    themes[row.theme] = *found;
  }
  return themes;
}

// A coder's `when` may be any words of the manifest.
timestamp date_of(const coder& who) {
  for (const char* format : {"%F", "%FT%T"}) {
    if (const auto when = parse_timestamp(who.when, format)) return *when;
  }
  return {};
}

unsigned bit(coder_kind kind) {
  return 1U << static_cast<unsigned>(kind);
}

}  // namespace

stance combine(stance a, stance b) {
  if (a == b || b == stance::none) return a;
  if (a == stance::none || a == stance::neither) return b;
  return b == stance::neither ? a : stance::mixed;
}

std::vector<outside_coding> outside_codings(const consultation& of, const codebook& book,
                                            const campaigns* inherited) {
  const std::vector<theme_id> themes = themes_of_words(of, book);
  const std::size_t own = of.codings().size();
  std::vector<std::uint32_t> order(own +
                                   (inherited == nullptr ? 0 : inherited->inherited().size()));
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto row_at = [&](std::uint32_t i) -> const external_coding& {
    return i < own ? of.codings()[i] : inherited->inherited()[i - own].coding;
  };
  const auto key = [&](std::uint32_t i) {
    const external_coding& row = row_at(i);
    return std::make_tuple(row.answer, themes[row.theme], row.coder, i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });

  std::vector<outside_coding> made;
  made.reserve(order.size());
  for (const std::uint32_t i : order) {
    const external_coding& row = row_at(i);
    const theme_id theme = themes[row.theme];
    if (made.empty() || std::tie(made.back().answer, made.back().theme, made.back().coder) !=
                            std::tie(row.answer, theme, row.coder)) {
      made.push_back({row.answer,
                      theme,
                      row.coder,
                      row.stance,
                      {},
                      {},
                      i < own ? answer_id{} : inherited->inherited()[i - own].from});
    }
    outside_coding& coding = made.back();
    coding.stance = combine(coding.stance, row.stance);
    coding.spans.push_back({span_of(of, row), no_rule});
    coding.when = std::max(coding.when, row.when);
  }
  for (outside_coding& coding : made) {
    if (!coding.when.known()) coding.when = date_of(of.coders()[coding.coder.value]);
    std::sort(coding.spans.begin(), coding.spans.end());
    coding.spans.erase(std::unique(coding.spans.begin(), coding.spans.end()), coding.spans.end());
  }
  return made;
}

readings who_read(const consultation& of, const campaigns* inherited,
                  const std::vector<bool>& by_rules) {
  std::vector<std::uint8_t> kinds(of.answers().size(), 0);
  const auto read = [&](answer_id answer, coder_id coder) {
    kinds[answer.value] |= static_cast<std::uint8_t>(bit(of.coders()[coder.value].kind));
  };
  for (const external_coding& row : of.codings()) read(row.answer, row.coder);
  for (const review& r : of.reviews()) read(r.answer, r.coder);
  if (inherited != nullptr) {
    for (const review& r : inherited->inherited_reviews()) read(r.answer, r.coder);
  }

  readings made;
  made.counted.reserve(kinds.size());
  made.by_people.reserve(kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const unsigned people = bit(coder_kind::human) | bit(coder_kind::adjudicated);
    made.by_people.push_back((kinds[i] & people) != 0);
    const unsigned all = kinds[i] | (by_rules[i] ? bit(coder_kind::rule) : 0U);
    coder_kind counted = coder_kind::rule;
    for (const coder_kind kind : of.settings().precedence) {
      if ((all & bit(kind)) == 0) continue;
      counted = kind;
      break;
    }
    made.counted.push_back(counted);
  }
  return made;
}

}  // namespace heard::matching
