#include "report/sections.hpp"

#include "report/phrases.hpp"

namespace heard::reporting {

document write(const account& from) {
  const settings& about = from.of().settings();
  document out;
  out.language = about.language;
  out.title = about.title;
  out.publisher = about.publisher;
  out.subtitle = "An account of " + counted(from.sums.received, "response", "responses");
  if (!from.final) {
    out.banners.push_back({"DRAFT. What is unsettled may still change these figures.", true});
  }
  if (from.internal()) {
    out.banners.push_back(
        {"INTERNAL. Holds words and names that nobody has cleared. Not for publication.", true});
  }
  if (!about.note.empty()) out.banners.push_back({about.note});
  out.footer = "Counted by heard " HEARD_VERSION ". Codebook " + to_hex(from.by().hash) + ".";

  introduction(from, out);
  respondents(from, out);
  chapters(from, out);
  missed(from, out);
  annex(from, out);
  if (from.internal()) unsettled(from, out);
  number_headings(out);
  return out;
}

void reply(const account& from, const std::string& text, document& out) {
  if (text.empty()) return;
  const std::string& who = from.of().settings().publisher;
  out.add(reply_block{who.empty() ? "Reply" : "Reply by " + who, paragraphs_of(text)});
}

}  // namespace heard::reporting
