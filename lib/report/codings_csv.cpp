#include <heard/base/escape.hpp>
#include <heard/report/report.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace heard {

namespace {

constexpr std::string_view header =
    "response,question,theme,coder,kind,counts,stance,rule,first,last,when\r\n";
// Doubling a string of this size would for a moment need three times its memory.
constexpr std::size_t usual_line = 64;

void add_row(const codings& from, coding_id coding, std::string& out) {
  const consultation& of = *from.of();
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

}  // namespace

std::string codings_csv(const codings& from) {
  std::string out;
  out.reserve(header.size() + from.table().spans.pieces() * usual_line);
  out = header;
  for (const coding_id coding : from.each()) add_row(from, coding, out);
  return out;
}

std::string_view codings_csv_header() {
  return header;
}

std::string codings_csv_rows(const codings& part) {
  const consultation& of = *part.of();
  std::vector<response_id> order;
  for (const response_id response : of.each_response()) order.push_back(response);
  const auto place = [&](response_id response) {
    const source_place& at = of.responses().place[response];
    return std::tuple(at.file, at.row, response);
  };
  std::sort(order.begin(), order.end(),
            [&](response_id a, response_id b) { return place(a) < place(b); });
  std::string out;
  out.reserve(part.table().spans.pieces() * usual_line);
  for (const response_id response : order) {
    const auto [first, last] = of.answers_of(response);
    for (answer_id answer = first; answer < last; ++answer.value) {
      const auto [begin, end] = part.of_answer(answer);
      for (coding_id coding = begin; coding < end; ++coding.value) add_row(part, coding, out);
    }
  }
  return out;
}

}  // namespace heard
