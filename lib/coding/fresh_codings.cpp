#include "coding/fresh_codings.hpp"

#include "coding/compiler.hpp"
#include "coding/text_search.hpp"
#include "coding/type_search.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace heard::matching {
namespace {

void keep_only(const std::vector<bool>& themes, std::vector<bool>& of) {
  for (std::size_t row = 0; row < of.size(); ++row) of[row] = of[row] && themes[row];
}

}  // namespace

fresh_codings::fresh_codings(const word_store& words, const codebook& book,
                             const std::vector<bool>& themes, const run_options& options)
    : words_(words),
      book_(book),
      looked_for_(themes_looked_for(*words.of, book)),
      at_events_(themes_at_events(book)),
      has_rules_(languages_with_rules(*words.of, book)) {
  for (std::vector<bool>& of_question : looked_for_) keep_only(themes, of_question);
  keep_only(themes, at_events_);

  compiler compiler(book.language, &book);
  std::vector<theme_id> coded;
  for (std::uint32_t row = 0; row < themes.size(); ++row) {
    if (!themes[row]) continue;
    compiler.add_theme(theme_id(row));
    coded.emplace_back(row);
  }
  const program rules = compiler.finish();
  for (const theme_steps& theme : rules.themes) first_rule_.push_back(theme.first_rule);
  const kept_reader kept(words, rules.words,
                         types_that_may_satisfy(rules.words.patterns(), words.types));
  const direct_search direct(rules, kept);
  if (std::all_of(coded.begin(), coded.end(), [&](theme_id t) { return direct.can_find(t); })) {
    std::vector<unit_result> results(coded.size());
    for_each_chunk(
        coded.size(), 1, options,
        [&](const chunk& c) {
          unit_writer write(rules, results[c.index]);
          code_direct(coded[c.index], rules, direct, write);
        },
        [&](const chunk& c) { add(std::exchange(results[c.index], {})); });
  } else {
    code(text_search(rules, kept).texts(coded).rows(), rules, kept, options);
  }
  sort();
}

rule_use fresh_codings::use(theme_id theme, std::uint16_t rule) const {
  const std::uint32_t number = first_rule_[theme.value] + rule;
  const bool any = !found_.answers.empty();
  return {theme, rule, any ? found_.answers[number] : 0, 0, any ? found_.alone[number] : 0};
}

std::vector<std::uint64_t> fresh_codings::answers_by_question() const {
  std::vector<std::uint64_t> out(looked_for_.size(), 0);
  const kept_texts& texts = words_.texts;
  for (text_row text = 0; text < texts.size() && !texts.is_event(text); ++text) {
    if (themes_in(text) != nullptr) ++out[words_.of->answers().question[texts.answer(text)].value];
  }
  return out;
}

void fresh_codings::code_direct(theme_id theme, const program& rules, const direct_search& search,
                                unit_writer& out) const {
  const std::vector<kept_hit> hits = search.hits(theme);
  const std::uint32_t first_rule = rules.themes[theme.value].first_rule;
  found found;
  for (std::size_t first = 0; first < hits.size();) {
    const text_row text = words_.where().text_of(hits[first].first);
    found.spans.clear();
    std::size_t last = first;
    for (; last < hits.size() && hits[last].first < words_.first_token[text + 1]; ++last) {
      const kept_hit& h = hits[last];
      const text::type_id end = word_store::type_of(words_.words[h.last]);
      found.spans.push_back(
          {{words_.first_byte[h.first], words_.first_byte[h.last] + words_.size_of[end]},
           static_cast<std::uint16_t>(h.rule - first_rule)});
    }
    first = last;
    const std::vector<bool>* themes = themes_in(text);
    if (themes == nullptr || themes->empty() || !(*themes)[theme.value]) continue;
    found.themes.assign(1,
                        {theme, stance::none, 0, static_cast<std::uint32_t>(found.spans.size())});
    write(text, found, out);
  }
}

void fresh_codings::code(const std::vector<text_row>& texts, const program& rules,
                         const kept_reader& kept, const run_options& options) {
  constexpr std::size_t at_once = 512;
  run_options how = options;
  if (texts.size() < 4 * at_once) how.threads = 1;  // Starting threads would take longer.
  std::vector<unit_result> results((texts.size() + at_once - 1) / at_once);
  lent_coders lent(rules);
  for_each_chunk(
      texts.size(), at_once, how,
      [&](const chunk& c) {
        auto coder = lent.take();
        unit_writer write(rules, results[c.index]);
        found scratch;
        for (std::size_t i = c.first; i < c.last; ++i) {
          code_text(texts[i], *coder, kept, scratch, write);
        }
        lent.give_back(std::move(coder));
      },
      [&](const chunk& c) { add(std::exchange(results[c.index], {})); });
}

void fresh_codings::code_text(text_row text, theme_coder& coder, const kept_reader& kept,
                              found& scratch, unit_writer& out) const {
  const std::vector<bool>* themes = themes_in(text);
  if (themes == nullptr || themes->empty()) return;
  coder.code(kept, text, *themes, scratch);
  write(text, scratch, out);
}

void fresh_codings::write(text_row text, const found& found, unit_writer& out) const {
  const kept_texts& texts = words_.texts;
  if (texts.is_event(text)) {
    out.event(texts.event(text), found);
  } else if (texts.is_translation(text)) {
    const answer_id answer = texts.answer(text);
    out.translated(answer, words_.of->text_of(answer).size(), found);
  } else {
    out.answer(texts.answer(text), found);
  }
}

const std::vector<bool>* fresh_codings::themes_in(text_row text) const {
  const consultation& of = *words_.of;
  const kept_texts& texts = words_.texts;
  if (texts.is_event(text)) {
    return is_in_language(of.settings().language, book_) ? &at_events_ : nullptr;
  }
  const answer_id answer = texts.answer(text);
  if (texts.of(answer) == no_text) return nullptr;
  const bool as_it_is = has_rules_[of.answers().language[answer]];
  if (texts.is_translation(text)) {
    if (as_it_is || of.translation_of(answer, book_.language) != texts.translated(text)) {
      return nullptr;
    }
  } else if (!as_it_is) {
    return nullptr;
  }
  return &looked_for_[of.answers().question[answer].value];
}

void fresh_codings::add(const unit_result& unit) {
  const auto before = static_cast<std::uint32_t>(found_.spans.size());
  found_.spans.insert(found_.spans.end(), unit.spans.begin(), unit.spans.end());
  for (unit_result::row row : unit.rows) {
    row.theme.first += before;
    row.theme.last += before;
    found_.rows.push_back(row);
  }
  found_.events.insert(found_.events.end(), unit.events.begin(), unit.events.end());
  found_.answers.resize(unit.answers.size());
  found_.alone.resize(unit.alone.size());
  std::transform(unit.answers.begin(), unit.answers.end(), found_.answers.begin(),
                 found_.answers.begin(), std::plus<>());
  std::transform(unit.alone.begin(), unit.alone.end(), found_.alone.begin(), found_.alone.begin(),
                 std::plus<>());
}

// Translations stand behind all answers, and some themes were coded one by one.
void fresh_codings::sort() {
  const auto before = [](const unit_result::row& a, const unit_result::row& b) {
    return std::tie(a.answer, a.theme.theme) < std::tie(b.answer, b.theme.theme);
  };
  if (!std::is_sorted(found_.rows.begin(), found_.rows.end(), before)) {
    std::sort(found_.rows.begin(), found_.rows.end(), before);
  }
  std::sort(found_.events.begin(), found_.events.end(),
            [](const event_coding& a, const event_coding& b) {
              return std::tie(a.event, a.theme) < std::tie(b.event, b.theme);
            });
}

}  // namespace heard::matching
