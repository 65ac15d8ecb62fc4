#include <heard/quotes/gate.hpp>

#include <algorithm>
#include <string_view>

namespace heard {

namespace {

using text::span;

bool overlap(span a, span b) {
  return a.first < b.last && b.first < a.last;
}

// Redactions of one answer do not overlap, so that one or neighbours must cover a candidate whole.
bool redacted(const consultation& of, answer_id answer, span bytes) {
  std::uint32_t at = bytes.first;
  for (const redaction& each : of.redactions_of(answer)) {
    if (each.first <= at && at < each.last) at = each.last;
  }
  return at >= bytes.last;
}

void add_response(const consultation& of, response_id response, std::vector<personal_finding>& to) {
  const auto [first, last] = of.answers_of(response);
  std::vector<std::string_view> texts;
  for (answer_id answer = first; answer < last; ++answer.value) texts.push_back(of.text_of(answer));
  const auto found = identity::find_personal_data(texts);
  for (answer_id answer = first; answer < last; ++answer.value) {
    for (const auto& each : found[answer.value - first.value]) {
      to.push_back({answer, each, redacted(of, answer, each.bytes)});
    }
  }
}

std::string with_article(identity::personal_kind kind) {
  const std::string name(identity::name_of(kind));
  const bool vowel = kind == identity::personal_kind::email ||
                     kind == identity::personal_kind::address ||
                     kind == identity::personal_kind::nhs_number;
  return (vowel ? "an " : "a ") + name;
}

std::string reason_of(const verdict& of) {
  switch (of.why) {
    case held::no:
      return {};
    case held::by_rule:
      return "its sender did not let it be quoted";
    case held::personal_data:
      return "it holds " + list_of(of.unsettled) + ", neither redacted nor cleared";
    case held::banned:
      return "another row bans some of its words";
  }
  return {};
}

}  // namespace

std::vector<personal_finding> find_personal_data(const consultation& of) {
  std::vector<personal_finding> out;
  for (const response_id response : of.each_response()) add_response(of, response, out);
  return out;
}

std::vector<personal_finding> find_personal_data(const consultation& of, answer_id answer) {
  std::vector<personal_finding> out;
  add_response(of, of.answers().response[answer], out);
  std::erase_if(out, [&](const personal_finding& each) { return each.answer != answer; });
  return out;
}

verdict may_print(const consultation& of, answer_id answer, std::span<const span> pieces) {
  verdict out;
  const auto inside = [&](span outer) {
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](span each) { return outer.contains(each); });
  };
  const auto touched = [&](span other) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](span each) { return overlap(each, other); });
  };
  bool banned = false;
  for (const quote_decision& each : of.quote_decisions()) {
    if (each.answer != answer) continue;
    const span words{each.first, each.last};
    if (each.action == quote_action::clear && inside(words)) out.cleared = true;
    if (each.action == quote_action::ban && touched(words)) banned = true;
  }
  for (personal_finding& each : find_personal_data(of, answer)) {
    if (!each.settled && touched(each.found.bytes)) out.unsettled.push_back(each);
  }
  const publication rule = of.responses().publication[of.answers().response[answer]];
  if (rule != publication::named && rule != publication::anonymous) {
    out.why = held::by_rule;
  } else if (banned) {
    out.why = held::banned;
  } else if (!out.cleared && !out.unsettled.empty()) {
    out.why = held::personal_data;
  }
  return out;
}

std::string list_of(std::span<const personal_finding> of) {
  constexpr std::size_t most = 5;
  std::string out;
  for (std::size_t i = 0; i < of.size() && i < most; ++i) {
    const auto& [kind, why, bytes] = of[i].found;
    out += (i == 0 ? "" : ", ") + with_article(kind) + " (bytes " + std::to_string(bytes.first) +
           " to " + std::to_string(bytes.last) + ")";
  }
  if (of.size() > most) out += " and " + std::to_string(of.size() - most) + " more";
  return out;
}

diagnostics check_pins(const consultation& of) {
  diagnostics out;
  for (const quote_decision& each : of.quote_decisions()) {
    if (each.action != quote_action::pin) continue;
    if (!of.included(of.answers().response[each.answer])) continue;
    const span words{each.first, each.last};
    const verdict says = may_print(of, each.answer, {&words, 1});
    if (says.why == held::no) continue;
    diagnostic remark;
    remark.level = severity::error;
    remark.message = "a quote is pinned that may not be printed: " + reason_of(says);
    if (each.place.file.valid()) remark.where.name = of.files()[each.place.file.value].path;
    remark.where.line = each.place.row;
    remark.where.column = each.place.row > 0 ? 1 : 0;
    out.add(std::move(remark));
  }
  out.sort_by_place();
  return out;
}

}  // namespace heard
