#include "identity/personal/detect.hpp"
#include "identity/personal/names.hpp"

#include <heard/identity/personal_data.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace heard::identity {

namespace {

// A text as it is read, and what is found in it.
struct reading {
  explicit reading(std::string_view text) : of(text), in(of) {}

  void find_kinds(std::string_view language, const not_names& nobody) {
    find_web(of, in, found);
    find_numbers(of, in, found);
    find_marks(of, in, found);
    find_postcodes(of, in, found);
    find_births(of, in, found);
    find_places(of, in, found);
    named = find_names(of, in, language, nobody);
  }

  void add(const std::vector<mention>& mentions) {
    for (const mention& each : mentions) {
      found.push_back(
          {personal_kind::name, each.why, of.bytes(in[each.first].first, in[each.last - 1].last)});
    }
  }

  view of;
  words in;
  candidates found;
  std::vector<mention> named;
};

bool touch(std::string_view text, const personal_candidate& a, const personal_candidate& b) {
  if (b.bytes.first < a.bytes.last) return true;
  // "Tom" and "Obi" found one by one are one name.
  const std::string_view between = text.substr(a.bytes.last, b.bytes.first - a.bytes.last);
  return a.kind == personal_kind::name && b.kind == personal_kind::name &&
         (between == " " || between == "-");
}

// One candidate for all that overlap: it covers them all, and is of the kind that comes first.
candidates settled(std::string_view text, candidates all) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::tie(a.bytes.first, a.bytes.last, a.kind, a.why) <
           std::tie(b.bytes.first, b.bytes.last, b.kind, b.why);
  });
  candidates out;
  for (const personal_candidate& each : all) {
    if (out.empty() || !touch(text, out.back(), each)) {
      out.push_back(each);
      continue;
    }
    personal_candidate& into = out.back();
    const auto rank = [](const personal_candidate& c) {
      return std::make_tuple(c.why != grounds::rule, c.kind, c.why);
    };
    if (rank(each) < rank(into)) {
      into.kind = each.kind;
      into.why = each.why;
    }
    into.bytes.last = std::max(into.bytes.last, each.bytes.last);
  }
  return out;
}

}  // namespace

std::vector<candidates> find_personal_data(std::span<const personal_text> texts,
                                           const not_names& nobody) {
  std::vector<reading> readings;
  readings.reserve(texts.size());
  known_people known;
  for (const personal_text& each : texts) {
    readings.emplace_back(each.text);
    readings.back().find_kinds(each.language, nobody);
    learn(readings.back().in, readings.back().named, known);
  }
  std::vector<candidates> out;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    reading& each = readings[i];
    each.add(each.named);
    each.add(find_mentions(each.in, known));
    out.push_back(settled(texts[i].text, std::move(each.found)));
  }
  return out;
}

candidates find_personal_data(std::string_view text) {
  const personal_text one{text, {}};
  return std::move(find_personal_data({&one, 1}).front());
}

std::string_view name_of(personal_kind kind) noexcept {
  switch (kind) {
    case personal_kind::email:
      return "e-mail address";
    case personal_kind::web_address:
      return "web address";
    case personal_kind::social_handle:
      return "social handle";
    case personal_kind::nhs_number:
      return "NHS number";
    case personal_kind::national_insurance:
      return "National Insurance number";
    case personal_kind::bank_card:
      return "card number";
    case personal_kind::telephone:
      return "telephone number";
    case personal_kind::driving_licence:
      return "driving licence";
    case personal_kind::postcode:
      return "postcode";
    case personal_kind::passport:
      return "passport number";
    case personal_kind::vehicle:
      return "vehicle registration";
    case personal_kind::date_of_birth:
      return "date of birth";
    case personal_kind::address:
      return "address";
    case personal_kind::place:
      return "school or surgery";
    case personal_kind::name:
      return "name";
  }
  return "name";
}

std::string_view name_of(grounds why) noexcept {
  switch (why) {
    case grounds::rule:
      return "rule";
    case grounds::context:
      return "context";
    case grounds::listed:
      return "listed";
    case grounds::shape:
      return "shape";
    case grounds::repeated:
      return "repeated";
  }
  return "shape";
}

std::string_view replacement_for(personal_kind kind) noexcept {
  switch (kind) {
    case personal_kind::email:
      return "[email]";
    case personal_kind::web_address:
      return "[web address]";
    case personal_kind::social_handle:
      return "[handle]";
    case personal_kind::nhs_number:
    case personal_kind::national_insurance:
    case personal_kind::bank_card:
    case personal_kind::driving_licence:
    case personal_kind::passport:
    case personal_kind::vehicle:
      return "[number]";
    case personal_kind::telephone:
      return "[phone]";
    case personal_kind::postcode:
      return "[postcode]";
    case personal_kind::date_of_birth:
      return "[date of birth]";
    case personal_kind::address:
      return "[address]";
    case personal_kind::place:
      return "[place]";
    case personal_kind::name:
      return "[name]";
  }
  return "[name]";
}

}  // namespace heard::identity
