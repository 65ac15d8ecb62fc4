#include "model/builder_state.hpp"

#include <algorithm>
#include <tuple>

namespace heard {

namespace {

// `en` has rules for `en-GB`, whatever the case of letters.
bool language_within(std::string_view language, std::string_view rules) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  if (language.size() < rules.size()) return false;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (lower(language[i]) != lower(rules[i])) return false;
  }
  return language.size() == rules.size() || language[rules.size()] == '-';
}

}  // namespace

void consultation_builder::state::sort_answers() {
  answer_table& table = made->answers_;
  const auto rows = static_cast<std::uint32_t>(table.size());
  for (std::uint32_t i = 0; i < rows; ++i) {
    response_id& of = table.response[answer_id(i)];
    of = response_id(response_rank[of.value]);
  }

  const auto before = [&](std::uint32_t x, std::uint32_t y) {
    const answer_id a(x);
    const answer_id b(y);
    const auto asked = [&](answer_id row) {
      return std::tuple(table.response[row], table.question[row]);
    };
    if (const auto order = asked(a) <=> asked(b); order != 0) return order < 0;
    const source_place at = table.place[a];
    const source_place there = table.place[b];
    if (at.file != there.file) return at.file < there.file;
    if ((at.row != 0) != (there.row != 0)) return there.row != 0;
    if (at.row != 0) {
      // Rows of a file may come in any order, so their places must not decide.
      if (at.column != there.column) return at.column < there.column;
      if (const int order = made->text_of(a).compare(made->text_of(b)); order != 0) {
        return order < 0;
      }
      const int other = made->text(table.other[a]).compare(made->text(table.other[b]));
      if (other != 0) return other < 0;
      const auto options =
          std::lexicographical_compare_three_way(table.options[a].begin(), table.options[a].end(),
                                                 table.options[b].begin(), table.options[b].end());
      if (options != 0) return options < 0;
    }
    return std::tie(at.first, at.last, x) < std::tie(there.first, there.last, y);
  };
  const std::vector<std::uint32_t> order = order_of(rows, before);

  reorder(table.response, order);
  reorder(table.question, order);
  reorder(table.state, order);
  reorder(table.origin, order);
  reorder(table.text, order);
  reorder(table.other, order);
  reorder(table.language, order);
  reorder(table.place, order);
  if (!stay(order)) {
    list_column<answer_id, option_id> options;
    for (const std::uint32_t row : order) options.push_back(table.options[answer_id(row)]);
    table.options = std::move(options);
  }
  answer_rank = ranks(order);

  made->first_answer_.assign(made->responses_.size() + 1, 0);
  for (const answer_id answer : made->each_answer()) {
    ++made->first_answer_[table.response[answer].value + 1];
  }
  std::partial_sum(made->first_answer_.begin(), made->first_answer_.end(),
                   made->first_answer_.begin());
}

void consultation_builder::state::sort_translations() {
  std::vector<translation>& all = made->translations_;
  for (translation& each : all) each.answer = answer_id(answer_rank[each.answer.value]);
  std::sort(all.begin(), all.end(), [](const translation& a, const translation& b) {
    return std::tie(a.answer, a.language) < std::tie(b.answer, b.language);
  });

  const auto rules_read = [&](const std::string& language) {
    return rule_languages.empty() ||
           std::any_of(rule_languages.begin(), rule_languages.end(),
                       [&](const std::string& rules) { return language_within(language, rules); });
  };
  std::vector<bool> has_rules;
  for (const std::string& language : made->languages_) has_rules.push_back(rules_read(language));
  answer_table& table = made->answers_;
  for (const answer_id answer : made->each_answer()) {
    if (table.state[answer] != answer_state::text || has_rules[table.language[answer]]) continue;
    const auto others = made->translations_of(answer);
    if (std::none_of(others.begin(), others.end(),
                     [&](const translation& each) { return rules_read(each.language); })) {
      table.state[answer] = answer_state::not_coded;
    }
  }
}

void consultation_builder::state::fill_states() {
  const std::vector<question>& questions = made->asked_.questions();
  const std::size_t width = questions.size();
  made->states_.assign(made->responses_.size() * width, answer_state::not_asked);
  const auto at = [&](response_id response, question_id question) -> answer_state& {
    return made->states_[std::size_t{response.value} * width + question.value];
  };
  const auto raise = [&](response_id response, question_id question, answer_state to) {
    answer_state& now = at(response, question);
    now = std::max(now, to);
  };

  for (const question_id question : made->each_question()) {
    const std::vector<channel_id>& channels = questions[question.value].channels;
    for (const response_id response : made->each_response()) {
      if (std::binary_search(channels.begin(), channels.end(),
                             made->responses_.channel[response])) {
        raise(response, question, answer_state::blank);
      }
    }
  }
  for (const answer_id answer : made->each_answer()) {
    raise(made->answers_.response[answer], made->answers_.question[answer],
          made->answers_.state[answer]);
  }
  for (const moved_row& row : moved) {
    raise(response_id(row.response), row.question, answer_state::moved_away);
  }
  for (const unread_row& row : unread) {
    raise(response_id(row.response), row.question, answer_state::unread);
    made->unread_.push_back({response_id(row.response), row.question, row.place});
  }
  std::sort(made->unread_.begin(), made->unread_.end(),
            [](const unread_words& a, const unread_words& b) {
              return std::tie(a.response, a.question, a.place.file, a.place.first) <
                     std::tie(b.response, b.question, b.place.file, b.place.first);
            });

  for (const response_id response : made->each_response()) {
    if (!extra[response.value].ended_early) continue;
    for (std::size_t i = width; i-- > 0;) {
      answer_state& now = at(response, question_id(i));
      if (now > answer_state::blank) break;
      if (now == answer_state::blank) now = answer_state::not_reached;
    }
  }
}

}  // namespace heard
