/// @file
/// What each response brings to a table, by docs/counting.md. The tally and the explanation of a
/// cell both come this way, so that they cannot differ.
#pragma once

#include "tables/plan.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace heard::counting {

/// Tells a sink of responses, or of single answers where these are what is counted:
///
///     sink.begin(response, answer)
///                            the answer is invalid where responses are counted
///     sink.base(slot)        it is in the base of a slot; maybe several times
///     sink.cell(slot, answer, coding, by_rule)
///                            it is in a cell, because of a coding, an answer, or (both invalid) as
///                            a whole; `by_rule`: an unreviewed rule says so; maybe several times
///     sink.close()
///
/// A sink may have `sink.heads(groups)` as well: where a response is in the same headings of
/// `within` whatever the question, that may give something that takes in the place of cell() the
/// headings of `counted` that the response has in all of them, by add(place, by_rule).
template <class Sink>
class walk {
 public:
  walk(const plan& of, Sink& sink)
      : plan_(of), from_(*of.from), consultation_(of.of()), sink_(sink), base_(of.spec.base) {
    for (place head = 0; head < plan_.within.size(); ++head) every_.push_back(head);
    for (const coder& each : from_.coders()) by_rules_.push_back(each.kind == coder_kind::rule);
    if (!plan_.counted.by_theme()) return;
    for (const std::vector<place>& heads : plan_.counted.heads_of) {
      first_head_.push_back(heads_.size());
      heads_.insert(heads_.end(), heads.begin(), heads.end());
    }
    first_head_.push_back(heads_.size());
  }

  void operator()(response_id response) {
    const bool included = consultation_.included(response);
    if (plan_.part_of(response) == part::none) return;
    if (!included && base_ != base::received) return;
    find_heads(plan_.within, response, groups_);
    find_heads(plan_.counted, response, whole_);
    if (plan_.per_answer()) {
      answer_by_answer(response, included);
    } else {
      as_a_whole(response, included);
    }
  }

 private:
  void as_a_whole(response_id response, bool included) {
    sink_.begin(response, answer_id{});
    in_base_.clear();
    find_base(response);
    std::sort(in_base_.begin(), in_base_.end());
    in_base_.erase(std::unique(in_base_.begin(), in_base_.end()), in_base_.end());
    if (!plan_.base_by_cell) {
      for (const place group : in_base_) sink_.base(group);
    }
    if (included) {
      count_whole(in_base_, answer_id{});
      if (!count_heads(response)) {
        const auto [first, last] = consultation_.answers_of(response);
        for (answer_id answer = first; answer < last; ++answer.value) {
          if (passes(answer)) count_answer(answer);
        }
      }
    }
    sink_.close();
  }

  void answer_by_answer(response_id response, bool included) {
    const auto [first, last] = consultation_.answers_of(response);
    for (answer_id answer = first; answer < last; ++answer.value) {
      if (!passes(answer)) continue;
      const question_id question = consultation_.answers().question[answer];
      sink_.begin(response, answer);
      add_to_base(question);
      if (included) {
        count_whole(groups_at(question), answer);
        count_answer(answer);
      }
      sink_.close();
    }
  }

  // Headings that a response as a whole belongs to.
  void find_heads(const resolved_axis& axis, response_id response, std::vector<place>& out) const {
    out.clear();
    const bool mentions = plan_.spec.unit == unit::mentions;
    if (axis.what.kind == axis_kind::all || (axis.has_all && !(mentions && axis.by_theme()))) {
      out.push_back(0);
    }
    const response_table& responses = consultation_.responses();
    const auto add = [&](std::size_t row) {
      out.insert(out.end(), axis.heads_of[row].begin(), axis.heads_of[row].end());
    };
    if (axis.what.kind == axis_kind::channel) {
      if (responses.channel[response].valid()) add(responses.channel[response].value);
    } else if (axis.what.kind == axis_kind::capacity) {
      add(static_cast<std::size_t>(responses.capacity[response]));
    } else if (axis.what.kind == axis_kind::option) {
      const auto [first, last] = consultation_.answers_of(response);
      for (answer_id answer = first; answer < last; ++answer.value) {
        if (consultation_.answers().question[answer] != axis.what.question) continue;
        for (const option_id option : consultation_.answers().options[answer]) add(option.value);
      }
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
    }
  }

  [[nodiscard]] const std::vector<place>& groups_at(question_id question) const {
    return plan_.within.by_question() ? plan_.within_at[question.value] : groups_;
  }

  void find_base(response_id response) {
    if (base_ == base::received || base_ == base::included) {
      in_base_ = plan_.within.by_question() ? every_ : groups_;
    } else if (base_ == base::reviewed) {
      const auto [first, last] = consultation_.answers_of(response);
      for (answer_id answer = first; answer < last; ++answer.value) {
        if (passes(answer)) enter(consultation_.answers().question[answer]);
      }
    } else {
      for (const question_id question : plan_.scope) {
        if (passes(consultation_.state(response, question))) enter(question);
      }
    }
  }

  void enter(question_id question) {
    if (plan_.base_by_cell) {
      add_to_base(question);
    } else {
      const std::vector<place>& groups = groups_at(question);
      in_base_.insert(in_base_.end(), groups.begin(), groups.end());
    }
  }

  void add_to_base(question_id question) {
    for (const place group : groups_at(question)) {
      if (!plan_.base_by_cell) {
        sink_.base(group);
        continue;
      }
      for (const place head : plan_.counted.heads_of[question.value]) {
        sink_.base(plan_.slot(head, group));
      }
    }
  }

  void count_whole(const std::vector<place>& groups, answer_id answer) {
    for (const place head : whole_) {
      for (const place group : groups) {
        sink_.cell(plan_.slot(head, group), plan_.per_answer() ? answer : answer_id{}, coding_id{},
                   false);
      }
    }
  }

  // The whole response at once, where the sink can take it so.
  [[nodiscard]] bool count_heads(response_id response) {
    if constexpr (takes_heads) {
      if (!by_groups_) return false;
      auto counts = sink_.heads(groups_);
      if (!counts) return false;
      const auto [first, last] = consultation_.answers_of(response);
      for (answer_id answer = first; answer < last; ++answer.value) {
        if (!passes(answer)) continue;
        for_each_coding(answer, [&](coding_id, theme_id theme, bool by_rule) {
          for (const place head : heads_of(theme)) counts->add(head, by_rule);
        });
      }
      return true;
    } else {
      return false;
    }
  }

  void count_answer(answer_id answer) {
    const question_id question = consultation_.answers().question[answer];
    if (plan_.counted.by_theme()) {
      for_each_coding(answer, [&](coding_id coding, theme_id theme, bool by_rule) {
        for (const place group : groups_at(question)) {
          // All the mentions of an answer, whatever their theme.
          if (plan_.counted.has_all && plan_.spec.unit == unit::mentions) {
            sink_.cell(plan_.slot(0, group), answer, coding, by_rule);
          }
          for (const place head : heads_of(theme)) {
            sink_.cell(plan_.slot(head, group), answer, coding, by_rule);
          }
        }
      });
    } else if (plan_.counted.by_question() && says_something(answer)) {
      for (const place head : plan_.counted.heads_of[question.value]) {
        for (const place group : groups_at(question)) {
          sink_.cell(plan_.slot(head, group), answer, coding_id{}, false);
        }
      }
    }
  }

  // Those that count in this table.
  template <class function>
  void for_each_coding(answer_id answer, function use) const {
    const coding_table& table = from_.table();
    const bool reviewed = from_.reviewed(answer);
    const coder_id wanted = plan_.spec.coder;
    const auto [first, last] = from_.of_answer(answer);
    for (coding_id coding = first; coding < last; ++coding.value) {
      const coder_id coder = table.coder[coding];
      if (wanted.valid() ? coder != wanted : !table.counts[coding]) continue;
      use(coding, table.theme[coding], by_rules_[coder.value] != 0 && !reviewed);
    }
  }

  [[nodiscard]] std::span<const place> heads_of(theme_id theme) const {
    return {heads_.data() + first_head_[theme.value], heads_.data() + first_head_[theme.value + 1]};
  }

  // A question passes by its one state, which a response has even where it has several answers.
  [[nodiscard]] bool passes(answer_state state) const {
    switch (base_) {
      case base::asked:
        return state != answer_state::not_asked;
      case base::answered:
        return answered(state);
      case base::substantive:
        return substantive(state);
      default:
        return true;
    }
  }

  // An answer passes if it is one, at a question of the table, and both pass. A blank that somebody
  // coded is no answer, but its response was asked.
  [[nodiscard]] bool passes(answer_id answer) const {
    const answer_table& answers = consultation_.answers();
    const question_id question = answers.question[answer];
    const answer_state state = answers.state[answer];
    if (!plan_.in_scope[question.value]) return false;
    const bool is_one = answered(state) || state == answer_state::unread;
    if (!is_one && plan_.per_answer()) return false;
    if (base_ == base::reviewed) return is_one && from_.reviewed(answer);
    return passes(state) && passes(consultation_.state(answers.response[answer], question));
  }

  [[nodiscard]] bool says_something(answer_id answer) const {
    const answer_table& answers = consultation_.answers();
    return answered(answers.state[answer]) &&
           answered(consultation_.state(answers.response[answer], answers.question[answer]));
  }

  static constexpr bool takes_heads = requires(Sink & sink, const std::vector<place>& groups) {
    sink.heads(groups)->add(place{}, false);
  };

  const plan& plan_;
  const codings& from_;
  const consultation& consultation_;
  Sink& sink_;
  heard::base base_;
  const bool by_groups_ =
      plan_.counted.by_theme() && !plan_.within.by_question() && plan_.spec.unit == unit::responses;
  std::vector<std::uint8_t> by_rules_;   // By coder.
  std::vector<place> heads_;             // Where themes are counted: of each theme, from ...
  std::vector<std::size_t> first_head_;  // ... here.
  std::vector<place> every_;             // headings of `within`
  std::vector<place> groups_;            // of this response, where they are not by question
  std::vector<place> whole_;             // headings of `counted` of this response as a whole
  std::vector<place> in_base_;           // headings of `within` in whose base it is
};

}  // namespace heard::counting
