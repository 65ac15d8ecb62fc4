#include <heard/quotes/findings.hpp>

#include <map>
#include <mutex>
#include <string_view>
#include <utility>

namespace heard {

namespace {

using text::span;

// Redactions of one answer do not overlap, so that one or neighbours must cover a candidate whole.
bool redacted(const consultation& of, answer_id answer, span bytes) {
  std::uint32_t at = bytes.first;
  for (const redaction& each : of.redactions_of(answer)) {
    if (each.first <= at && at < each.last) at = each.last;
  }
  return at >= bytes.last;
}

// What the consultation calls things: its words are not what respondents give away.
identity::not_names words_of_its_own(const consultation& of) {
  identity::not_names out;
  const settings& about = of.settings();
  for (const std::string& each : about.not_names) out.declare(each);
  out.use(about.title);
  out.use(about.publisher);
  out.use(about.about);
  for (const chapter& each : of.asked().chapters()) out.use(each.title);
  for (const channel& each : of.asked().channels()) out.use(each.title);
  for (const question& each : of.asked().questions()) {
    out.use(each.label);
    out.use(each.text);
  }
  for (const option& each : of.asked().options()) out.use(each.label);
  return out;
}

std::string with_article(identity::personal_kind kind) {
  const std::string name(identity::name_of(kind));
  const bool vowel = kind == identity::personal_kind::email ||
                     kind == identity::personal_kind::address ||
                     kind == identity::personal_kind::nhs_number;
  return (vowel ? "an " : "a ") + name;
}

}  // namespace

struct personal_findings::state {
  using of_answers = std::vector<std::vector<personal_finding>>;

  // Found again by two threads at once at worst, and the same.
  const of_answers& of_response(response_id response) {
    {
      const std::lock_guard lock(mutex);
      if (const auto found = known.find(response); found != known.end()) return found->second;
    }
    of_answers made = read(response);
    const std::lock_guard lock(mutex);
    return known.emplace(response, std::move(made)).first->second;
  }

  [[nodiscard]] of_answers read(response_id response) const {
    const auto [first, last] = of.answers_of(response);
    std::vector<identity::personal_text> texts;
    for (answer_id answer = first; answer < last; ++answer.value) {
      texts.push_back({of.text_of(answer), of.languages()[of.answers().language[answer]]});
    }
    const auto found = identity::find_personal_data(texts, not_names);
    of_answers out(texts.size());
    for (answer_id answer = first; answer < last; ++answer.value) {
      const std::size_t i = answer.value - first.value;
      for (const auto& each : found[i]) {
        out[i].push_back({answer, each, redacted(of, answer, each.bytes)});
      }
    }
    return out;
  }

  const consultation& of;
  identity::not_names not_names;
  std::mutex mutex;
  std::map<response_id, of_answers> known;
};

personal_findings::personal_findings(const consultation& of)
    : state_(new state{of, words_of_its_own(of), {}, {}}) {}
personal_findings::~personal_findings() = default;
personal_findings::personal_findings(personal_findings&&) noexcept = default;
personal_findings& personal_findings::operator=(personal_findings&&) noexcept = default;

std::span<const personal_finding> personal_findings::of(answer_id answer) const {
  const response_id response = state_->of.answers().response[answer];
  const answer_id first = state_->of.answers_of(response).first;
  return state_->of_response(response)[answer.value - first.value];
}

std::vector<personal_finding> personal_findings::all() const {
  std::vector<personal_finding> out;
  for (const response_id response : state_->of.each_response()) {
    // Not kept: all of them may be many, and nobody asks twice.
    for (const auto& each : state_->read(response)) out.insert(out.end(), each.begin(), each.end());
  }
  return out;
}

bool personal_findings::any_in(std::string_view words) const {
  const identity::personal_text text{words, {}};
  return !identity::find_personal_data({&text, 1}, state_->not_names).front().empty();
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

}  // namespace heard
