#include "report/phrases.hpp"
#include "report/sections.hpp"

#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace heard::reporting {

namespace {

bool several_boxes(const account& from) {
  const auto& questions = from.of().asked().questions();
  return std::any_of(questions.begin(), questions.end(), [](const question& each) {
    return each.about_you && each.kind == question_kind::multiple;
  });
}

bool groups_are_shown(const account& from) {
  return std::any_of(from.chapters.begin(), from.chapters.end(), [](const chapter_account& each) {
    return std::any_of(each.asked.begin(), each.asked.end(),
                       [](const question_account& one) { return !one.by_group.empty(); });
  });
}

bool themes_hold_others(const codebook& of) {
  return std::any_of(of.themes.begin(), of.themes.end(),
                     [](const theme& each) { return !each.children.empty(); });
}

std::string themes_overlap(const account& from) {
  std::string out =
      "One response may raise any number of themes, so themes overlap and must not be added up.";
  if (themes_hold_others(from.by())) {
    out += " A theme that holds others counts a response once, even if it raised more of them.";
  }
  return out;
}

std::uint64_t least_group(const settings& how) {
  return std::max<std::uint64_t>(how.attribution_k, rule_of(how.small_numbers).k);
}

std::string small_groups(const account& from) {
  const std::uint64_t k = least_group(from.of().settings());
  if (from.internal()) {
    return "Tables by group have every group here, however small; in publish/ those of fewer "
           "than " +
           number(k) + " are left out.";
  }
  return "Tables by group leave out groups of fewer than " + number(k) +
         ", and where what is left of the whole would be fewer, the next smallest too.";
}

std::uint64_t without_rules(const account& from) {
  std::uint64_t out = 0;
  for (const auto& states : from.sums.by_state) {
    out += states[static_cast<std::size_t>(answer_state::not_coded)];
  }
  return out;
}

}  // namespace

std::string on_small_numbers(const account& from) {
  const small_number_rule rule = rule_of(from.of().settings().small_numbers);
  if (rule.k == 0) return "Small numbers are shown as they are.";
  const std::string few = "fewer than " + number(rule.k);
  if (from.internal()) {
    return "Every number is shown here. In publish/ those that tell of " + few + " are hidden" +
           (rule.round > 1 ? ", and the others rounded to the nearest " + number(rule.round) : "") +
           ".";
  }
  std::string out = "A number in a table that tells of " + few +
                    " responses, or of all but as few, is hidden, and so is a group of which all "
                    "said one thing: " +
                    std::string(hidden_mark) +
                    " stands for it. Further numbers are hidden with them, so that none can be "
                    "worked out from others.";
  if (rule.round > 1) {
    out += " The others are rounded to the nearest " + number(rule.round) + ".";
  }
  return out +
         " The sums that say what became of every response are not about what anybody said, "
         "and are whole.";
}

void how_to_read(const account& from, document& out) {
  out.heading(3, "how-to-read", "How to read the figures");
  std::vector<line> items;
  const auto item = [&](std::string text) { items.push_back({{std::move(text)}}); };
  item(
      "Those who answer a consultation choose to. They are no sample of anybody, and no share here "
      "is an estimate for people who did not respond.");
  item(
      "Every share names its base. Unless a table says otherwise that is the counted responses "
      "that answered the question, whatever they answered.");
  item(themes_overlap(from));
  if (several_boxes(from)) {
    item(
        "Respondents could tick more than one box about themselves, so the categories, and the "
        "columns of tables by category, overlap and must not be added up.");
  }
  if (groups_are_shown(from)) item(small_groups(from));
  item(on_small_numbers(from));
  item(
      "Equal words from different senders are counted as often as they were sent: responses may "
      "be alike because they were written together. Who sent a response cannot always be "
      "verified.");
  if (!from.from->campaigns()) {
    item(
        "Campaigns were not looked for: responses made of one letter are not told from others, and "
        "each counts as itself.");
  }
  if (from.answers_by_kind[static_cast<std::size_t>(coder_kind::rule)] > 0) {
    item(
        "Where a theme was found by rule and no person reviewed the answer, the figure says so and "
        "is a least number: rules miss what is put in other words. In tables by group, which do "
        "not mark it, the same holds.");
  }
  if (const std::uint64_t answers = without_rules(from); answers > 0) {
    item("Answers in a language for which there are no rules: " + number(answers) +
         ". They are counted as answers, and no rule looked at them.");
  }
  item("No scale of words is declared, so counts stand alone.");
  out.add(list_block{std::move(items), false});
}

}  // namespace heard::reporting
