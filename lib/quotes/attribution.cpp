#include <heard/base/space.hpp>
#include <heard/quotes/attribution.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heard {

namespace {

// The names of the bodies with the first of these roles that any has, in the annex's order.
std::optional<std::string> names_of_bodies(const consultation& of, response_id response) {
  for (const organisation_role role :
       {organisation_role::author, organisation_role::behalf_of, organisation_role::signatory}) {
    std::vector<organisation_id> bodies;
    for (const organisation_link& link : of.responses().organisations[response]) {
      if (link.role == role) bodies.push_back(link.organisation);
    }
    if (bodies.empty()) continue;
    std::sort(bodies.begin(), bodies.end());
    bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
    std::string out;
    for (const organisation_id body : bodies) {
      if (!out.empty()) out += ", ";
      out += of.organisations()[body.value].name;
    }
    return out;
  }
  return std::nullopt;
}

bool speaks_as_a_body(const consultation& of, response_id response) {
  const capacity is = of.responses().capacity[response];
  return is == capacity::organisation || is == capacity::both;
}

// The type that all bodies of a response have, in the case it was given.
std::string type_of_bodies(const consultation& of, response_id response) {
  std::string out;
  for (const organisation_link& link : of.responses().organisations[response]) {
    const std::string& type = of.organisations()[link.organisation.value].type;
    if (type.empty() || (!out.empty() && type != out)) return {};
    out = type;
  }
  return out;
}

bool is_individual(const consultation& of, response_id response) {
  const capacity is = of.responses().capacity[response];
  return is == capacity::self ||
         (is == capacity::unknown && of.responses().organisations[response].empty());
}

// A name as it may be printed. Addresses, numbers and letters written into the field are none.
bool looks_like_a_name(std::string_view text) {
  constexpr std::size_t longest = 100;
  return !invisible(text) && text.size() <= longest &&
         text.find_first_of("0123456789@/\\:<>") == std::string_view::npos;
}

// Whether a quote of the response can bear an attribution that others share.
bool may_be_quoted(const consultation& of, response_id response) {
  const publication rule = of.responses().publication[response];
  return of.included(response) && (rule == publication::named || rule == publication::anonymous);
}

std::optional<attribution> by_name(const consultation& of, response_id response) {
  if (of.responses().publication[response] != publication::named) return std::nullopt;
  if (speaks_as_a_body(of, response)) {
    if (auto names = names_of_bodies(of, response)) {
      return attribution{attribution_form::named_body, std::move(*names)};
    }
  } else if (is_individual(of, response)) {
    const std::string_view name = of.text(of.responses().name[response]);
    if (looks_like_a_name(name)) {
      return attribution{attribution_form::named_individual, std::string(name)};
    }
  }
  return std::nullopt;
}

constexpr std::uint32_t level_of_types = 0;

}  // namespace

std::string_view word(attribution_form value) noexcept {
  constexpr std::array<std::string_view, 6> words = {
      "named_body", "named_individual", "type_of_body", "category", "individual", "respondent"};
  return words[static_cast<std::size_t>(value)];
}

attributor::attributor(const consultation& of) : attributor(of, uncounted{}) {
  attribution_crowds all;
  all.add(of);
  shared_ = all.shared(of.settings().attribution_k);
}

attributor::attributor(const consultation& of, const attribution_crowds& counted)
    : attributor(of, uncounted{}) {
  shared_ = counted.shared(of.settings().attribution_k);
}

attributor::attributor(const consultation& of, uncounted) : of_(of) {
  for (const organisation& body : of.organisations()) {
    if (!body.type.empty()) types_.push_back(body.type);
  }
  std::sort(types_.begin(), types_.end());
  types_.erase(std::unique(types_.begin(), types_.end()), types_.end());
  name_categories();
}

// Options with one attribution are one category, which stands where the first of them does.
void attributor::name_categories() {
  const settings& how = of_.settings();
  category_of_.resize(of_.asked().options().size(), ~std::uint32_t{0});
  if (!how.attribution.valid()) return;
  std::vector<option_id> options = of_.asked()[how.attribution].options;
  const auto turn = [&](option_id id) {
    const auto& order = how.attribution_order;
    return std::find(order.begin(), order.end(), of_.asked()[id].id) - order.begin();
  };
  std::stable_sort(options.begin(), options.end(),
                   [&](option_id a, option_id b) { return turn(a) < turn(b); });
  for (const option_id id : options) {
    const std::string& name = of_.asked()[id].attribution;
    if (name.empty()) continue;
    const auto there = std::find(categories_.begin(), categories_.end(), name);
    category_of_[id.value] = static_cast<std::uint32_t>(there - categories_.begin());
    if (there == categories_.end()) categories_.push_back(name);
  }
}

std::vector<std::uint32_t> attributor::categories_of(response_id response) const {
  std::vector<std::uint32_t> out;
  const question_id question = of_.settings().attribution;
  if (!question.valid()) return out;
  const auto [first, last] = of_.answers_of(response);
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (of_.answers().question[answer] != question) continue;
    for (const option_id id : of_.answers().options[answer]) {
      if (category_of_[id.value] < categories_.size()) out.push_back(category_of_[id.value]);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<attribution_label> attributor::labels_of(response_id response) const {
  std::vector<attribution_label> out;
  if (speaks_as_a_body(of_, response)) {
    const std::string type = type_of_bodies(of_, response);
    const auto there = std::lower_bound(types_.begin(), types_.end(), type);
    if (!type.empty()) {
      out.push_back({level_of_types, {static_cast<std::uint32_t>(there - types_.begin())}});
    }
  }
  const std::vector<std::uint32_t> categories = categories_of(response);
  const std::uint32_t most = of_.settings().attribution_categories;
  for (std::uint32_t together = most; together >= 2; --together) {
    if (categories.size() < together) continue;
    out.push_back({level_of_types + 1 + most - together,
                   {categories.begin(), categories.begin() + std::ptrdiff_t{together}}});
  }
  for (const std::uint32_t one : categories) out.push_back({level_of_types + most, {one}});
  if (of_.responses().capacity[response] == capacity::self) {
    out.push_back({level_of_types + most + 1, {}});
  }
  return out;
}

attribution_claim attributor::claim_of(response_id response) const {
  attribution_claim out;
  out.named = by_name(of_, response);
  if (!out.named) out.labels = labels_of(response);
  return out;
}

void attribution_crowds::add(const consultation& part) {
  const attributor by(part, attributor::uncounted{});
  std::vector<std::uint32_t> sent(part.respondents(), 0);
  for (const response_id response : part.each_response()) {
    ++sent[part.responses().respondent[response].value];
  }
  const std::uint64_t before = parts_++ << 32;
  for (const response_id response : part.each_response()) {
    if (!may_be_quoted(part, response)) continue;
    attribution_claim claim = by.claim_of(response);
    if (claim.named || claim.labels.empty()) continue;
    crowd& of = crowds_[std::move(claim.labels)];
    const respondent_id who = part.responses().respondent[response];
    if (sent[who.value] == 1) {
      ++of.alone;
    } else {
      of.respondents.push_back(before + who.value);
    }
  }
}

// From the finest label to the coarsest: when one is looked at, everybody is there for whom nothing
// finer is shared, and whoever leaves it goes to one that is yet to come.
std::set<attribution_label> attribution_crowds::shared(std::uint32_t k) const {
  using claims = std::pair<const std::vector<attribution_label>, crowd>;
  std::set<attribution_label> out;
  std::map<attribution_label, std::vector<const claims*>> waiting;
  const auto go_on = [&](const claims& of, const attribution_label* from) {
    for (const attribution_label& next : of.first) {
      if (from != nullptr && next <= *from) continue;
      waiting[next].push_back(&of);
      return;
    }
  };
  for (const claims& each : crowds_) go_on(each, nullptr);
  while (!waiting.empty()) {
    const auto here = waiting.extract(waiting.begin());
    std::uint64_t sharing = 0;
    std::vector<std::uint64_t> several;
    for (const claims* each : here.mapped()) {
      sharing += each->second.alone;
      several.insert(several.end(), each->second.respondents.begin(),
                     each->second.respondents.end());
    }
    std::sort(several.begin(), several.end());
    several.erase(std::unique(several.begin(), several.end()), several.end());
    if (sharing + several.size() >= k) {
      out.insert(here.key());
      continue;
    }
    for (const claims* each : here.mapped()) go_on(*each, &here.key());
  }
  return out;
}

attribution attributor::by_label(const attribution_label& shared) const {
  std::string text = "Respondent - ";
  if (shared.words.empty()) return {attribution_form::individual, text + "individual"};
  if (shared.level == level_of_types) {
    return {attribution_form::type_of_body, text + types_[shared.words.front()]};
  }
  for (std::size_t i = 0; i < shared.words.size(); ++i) {
    if (i > 0) text += i + 1 < shared.words.size() ? ", " : " and ";
    text += categories_[shared.words[i]];
  }
  return {attribution_form::category, std::move(text)};
}

attribution attributor::settle(const attribution_claim& claim) const {
  if (claim.named) return *claim.named;
  for (const attribution_label& each : claim.labels) {
    if (shared_.contains(each)) return by_label(each);
  }
  return {attribution_form::respondent, "Respondent"};
}

attribution attributor::of(response_id response) const {
  return settle(claim_of(response));
}

}  // namespace heard
