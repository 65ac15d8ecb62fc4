#include "model/builder_state.hpp"

#include <algorithm>
#include <tuple>

namespace heard {

void consultation_builder::state::sort_decisions() {
  std::vector<coder>& coders = made->coders_;
  const std::vector<std::uint32_t> coder_order = order_of(coders);
  reorder(coders, coder_order);
  const std::vector<std::uint32_t> coder_rank = ranks(coder_order);

  const std::vector<std::string>& names = themes.names();
  const std::vector<std::uint32_t> theme_order = order_of(names);
  for (const std::uint32_t theme : theme_order) made->coded_themes_.push_back(names[theme]);
  sort_codings(coder_rank, ranks(theme_order));

  std::vector<review>& reviews = made->reviews_;
  for (review& row : reviews) {
    row.answer = answer_id(answer_rank[row.answer.value]);
    row.coder = coder_id(coder_rank[row.coder.value]);
  }
  std::sort(reviews.begin(), reviews.end());
  reviews.erase(std::unique(reviews.begin(), reviews.end()), reviews.end());

  for (quote_decision& quote : made->quotes_) {
    quote.answer = answer_id(answer_rank[quote.answer.value]);
  }
  std::sort(made->quotes_.begin(), made->quotes_.end(),
            [](const quote_decision& a, const quote_decision& b) {
              return std::tie(a.answer, a.first, a.last, a.action, a.place.file, a.place.row) <
                     std::tie(b.answer, b.first, b.last, b.action, b.place.file, b.place.row);
            });
  for (redaction& row : made->redactions_) row.answer = answer_id(answer_rank[row.answer.value]);
  std::sort(made->redactions_.begin(), made->redactions_.end(),
            [](const redaction& a, const redaction& b) {
              return std::tie(a.answer, a.first, a.last) < std::tie(b.answer, b.first, b.last);
            });
  std::sort(made->campaigns_.begin(), made->campaigns_.end(),
            [](const campaign_decision& a, const campaign_decision& b) {
              return a.campaign < b.campaign;
            });
  std::sort(made->names_.begin(), made->names_.end(),
            [](const name_decision& a, const name_decision& b) {
              return std::tie(a.name, a.canonical, a.action, a.place.row) <
                     std::tie(b.name, b.canonical, b.action, b.place.row);
            });
  std::sort(made->signoffs_.begin(), made->signoffs_.end(), [](const signoff& a, const signoff& b) {
    return std::tie(a.section, a.run, a.by.who, a.place.row) <
           std::tie(b.section, b.run, b.by.who, b.place.row);
  });
  std::sort(made->stale_.begin(), made->stale_.end(),
            [](const stale_decision& a, const stale_decision& b) {
              return std::tie(a.file, a.row, a.response, a.question, a.why) <
                     std::tie(b.file, b.row, b.response, b.question, b.why);
            });
}

// The same row twice says nothing new; the latest is kept, and of those the first in place.
void consultation_builder::state::sort_codings(std::span<const std::uint32_t> coder_rank,
                                               std::span<const std::uint32_t> theme_rank) {
  const auto said = [](const external_coding& c) {
    return std::tie(c.answer, c.coder, c.theme, c.first, c.last, c.whole_answer, c.stance);
  };
  std::vector<external_coding>& codings = made->codings_;
  for (external_coding& coding : codings) {
    coding.answer = answer_id(answer_rank[coding.answer.value]);
    coding.coder = coder_id(coder_rank[coding.coder.value]);
    coding.theme = theme_rank[coding.theme];
  }
  std::sort(codings.begin(), codings.end(),
            [&](const external_coding& a, const external_coding& b) {
              if (const auto by = said(a) <=> said(b); by != 0) return by < 0;
              if (a.when != b.when) return a.when > b.when;
              return std::tie(a.place.file, a.place.row, a.place.column) <
                     std::tie(b.place.file, b.place.row, b.place.column);
            });
  codings.erase(std::unique(codings.begin(), codings.end(),
                            [&](const external_coding& a, const external_coding& b) {
                              return said(a) == said(b);
                            }),
                codings.end());
}

}  // namespace heard
