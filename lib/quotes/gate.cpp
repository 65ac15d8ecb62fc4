#include <heard/quotes/gate.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace heard {

namespace {

using text::span;

bool overlap(span a, span b) {
  return a.first < b.last && b.first < a.last;
}

std::string reason_of(const verdict& of) {
  switch (of.why) {
    case held::no:
      break;
    case held::by_rule:
      return "its sender did not let it be quoted";
    case held::banned:
      return "another row bans some of its words";
    case held::personal_data:
      return "it holds " + list_of(of.unsettled) + ", neither redacted nor cleared";
  }
  return {};
}

}  // namespace

template <>
std::span<const std::string_view> words_of<held>() {
  static constexpr std::array<std::string_view, ways_held> words = {"no", "by_rule", "banned",
                                                                    "personal_data"};
  return words;
}

struct print_gate::state {
  explicit state(const consultation& all) : of(all), findings(all) {}

  // They are by answer.
  [[nodiscard]] std::span<const quote_decision> decided(answer_id answer) const {
    const std::vector<quote_decision>& all = of.quote_decisions();
    const auto first = std::partition_point(
        all.begin(), all.end(), [&](const quote_decision& each) { return each.answer < answer; });
    const auto last = std::partition_point(
        first, all.end(), [&](const quote_decision& each) { return each.answer == answer; });
    return {first, last};
  }

  const consultation& of;
  personal_findings findings;
};

print_gate::print_gate(const consultation& of) : state_(std::make_unique<const state>(of)) {}
print_gate::~print_gate() = default;
print_gate::print_gate(print_gate&&) noexcept = default;
print_gate& print_gate::operator=(print_gate&&) noexcept = default;

verdict print_gate::may_print(answer_id answer, std::span<const span> pieces) const {
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
  for (const quote_decision& each : state_->decided(answer)) {
    const span words{each.first, each.last};
    if (each.action == quote_action::clear && inside(words)) out.cleared = true;
    if (each.action == quote_action::ban && touched(words)) banned = true;
  }
  for (const personal_finding& each : state_->findings.of(answer)) {
    if (!each.settled && touched(each.found.bytes)) out.unsettled.push_back(each);
  }
  if (!may_quote(state_->of.answers().response[answer])) {
    out.why = held::by_rule;
  } else if (banned) {
    out.why = held::banned;
  } else if (!out.cleared && !out.unsettled.empty()) {
    out.why = held::personal_data;
  }
  return out;
}

bool print_gate::may_quote(response_id response) const {
  const publication rule = state_->of.responses().publication[response];
  return rule == publication::named || rule == publication::anonymous;
}

const personal_findings& print_gate::findings() const {
  return state_->findings;
}

diagnostics check_print_decisions(const consultation& of) {
  struct remark_at {
    source_place place;
    severity level;
    std::string message;
  };
  std::vector<remark_at> found;
  const auto included = [&](answer_id answer) {
    return of.included(of.answers().response[answer]);
  };
  const print_gate gate(of);
  for (const quote_decision& each : of.quote_decisions()) {
    if (each.action != quote_action::pin || !included(each.answer)) continue;
    const span words{each.first, each.last};
    const verdict says = gate.may_print(each.answer, {&words, 1});
    if (says.why == held::no) continue;
    found.push_back({each.place, severity::error,
                     "a quote is pinned that may not be printed: " + reason_of(says)});
  }
  for (const answer_id answer : of.each_answer()) {
    if (included(answer)) continue;
    for (const redaction& each : of.redactions_of(answer)) {
      found.push_back({each.place, severity::warning,
                       "this row redacts words of a response that is not included"});
    }
  }
  // Two of one row are of different kinds: no row is a pin and a redaction.
  std::stable_sort(found.begin(), found.end(), [](const remark_at& a, const remark_at& b) {
    return std::tie(a.place.file, a.place.row) < std::tie(b.place.file, b.place.row);
  });
  diagnostics out;
  for (remark_at& each : found) {
    diagnostic remark;
    remark.level = each.level;
    remark.message = std::move(each.message);
    if (each.place.file.valid()) remark.where.name = of.files()[each.place.file.value].path;
    remark.where.line = each.place.row;
    remark.where.column = each.place.row > 0 ? 1 : 0;
    out.add(std::move(remark));
  }
  return out;
}

}  // namespace heard
