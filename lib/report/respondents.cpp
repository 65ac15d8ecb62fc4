#include "report/phrases.hpp"
#include "report/sections.hpp"

namespace heard::reporting {

void respondents(const account& from, document& out) {
  const std::string title = "Who responded";
  out.heading(2, "respondents", title);
  if (from.about_you.empty()) {
    out.say("Respondents were not asked about themselves.");
    return;
  }
  for (const question_account& each : from.about_you) {
    const question& about = from.of().asked()[each.id];
    const std::string& label = label_of(about);
    out.heading(3, "who-" + about.id, label == title ? "Categories" : label);
    if (about.text != label && about.text != title) out.say(about.text, manner::lead);
    say_states(from, each, out);
    if (each.figures.rows.empty()) {
      out.say("Nobody was asked.");
      continue;
    }
    out.add(figure_of(each.figures, all_rows(each.figures), "those that were asked"));
  }
}

}  // namespace heard::reporting
