#include <heard/base/escape.hpp>
#include <heard/report/report.hpp>

namespace heard {

std::string codings_csv(const codings& from) {
  const consultation& of = *from.of();
  // Doubling a string of this size would for a moment need three times its memory.
  constexpr std::size_t usual_line = 64;
  std::string out;
  out.reserve(from.table().spans.pieces() * usual_line);
  out = "response,question,theme,coder,kind,counts,stance,rule,first,last,when\r\n";
  for (const coding_id coding : from.each()) {
    const coding_table& table = from.table();
    const answer_id answer = table.answer[coding];
    const coder& who = from.coders()[table.coder[coding].value];
    const std::string start = csv_text(of.id_of(of.answers().response[answer])) + ',' +
                              csv_text(of.asked()[of.answers().question[answer]].id) + ',' +
                              csv_text((*from.by())[table.theme[coding]].id) + ',' +
                              csv_text(who.name) + ',' + std::string(word(who.kind)) +
                              (table.counts[coding] ? ",yes," : ",no,") +
                              std::string(word(table.stance[coding])) + ',';
    const std::string when = ',' + to_string(from.when(coding)) + "\r\n";
    for (const evidence& each : table.spans[coding]) {
      // Rules count from 1, as people count them in the codebook.
      const std::string rule = each.rule == no_rule ? "" : std::to_string(each.rule + 1);
      out += start + rule + ',' + std::to_string(each.bytes.first) + ',' +
             std::to_string(each.bytes.last) + when;
    }
  }
  return out;
}

}  // namespace heard
