#include "report/phrases.hpp"
#include "report/sections.hpp"

namespace heard::reporting {

void respondents(const account& from, document& out) {
  out.heading(2, "respondents", "Who responded");
  if (from.about_you.empty()) {
    out.say("Respondents were not asked about themselves.");
    return;
  }
  for (const question_account& each : from.about_you) {
    const question& about = from.of().asked()[each.id];
    out.heading(3, "who-" + about.id, label_of(about));
    if (about.text != label_of(about)) out.say(about.text, manner::lead);
    out.say(states_sum(from, each), manner::sum);
    if (each.figures.rows.empty()) {
      out.say("Nobody was asked.");
      continue;
    }
    if (each.figures.rows_overlap) {
      out.say(
          "The categories overlap: one respondent may be in more than one of them, so they add "
          "up to more than the base.");
    }
    out.add(figure_of(each.figures, all_rows(each.figures), "those that were asked"));
  }
}

}  // namespace heard::reporting
