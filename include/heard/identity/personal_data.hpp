/// @file
/// Words of a respondent that may tell who somebody is: a first pass, not a guarantee.
#pragma once

#include <heard/identity/not_names.hpp>
#include <heard/text/span.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heard::identity {

/// What kind of thing the words are. Where two overlap, the earlier of these is said.
enum class personal_kind : std::uint8_t {
  email,
  web_address,
  social_handle,
  nhs_number,          ///< Ten digits of the National Health Service, modulus 11.
  national_insurance,  ///< A National Insurance number.
  bank_card,           ///< 13 to 19 digits, modulus 10.
  telephone,
  driving_licence,
  postcode,  ///< Whole, or the outward half where it is said to be one.
  passport,
  vehicle,  ///< A registration mark.
  date_of_birth,
  address,
  place,  ///< A named school, surgery or home.
  name
};
inline constexpr std::size_t personal_kinds = 15;

/// Why the words were taken for that kind.
enum class grounds : std::uint8_t {
  rule,     ///< They keep all published rules of the kind, check digits included.
  context,  ///< The words around them say so: "my son ...", "born on ...".
  listed,   ///< They are in a list of names.
  shape,    ///< They look like it, and may be something else.
  repeated  ///< They name somebody elsewhere in the same response.
};

/// Words that a person should look at before they are printed.
struct personal_candidate {
  personal_kind kind = personal_kind::name;
  grounds why = grounds::rule;
  text::span bytes;  ///< Of the text as it came.
  auto operator<=>(const personal_candidate&) const = default;
};

/// Short, stable names, such as "NHS number" and "context".
[[nodiscard]] std::string_view name_of(personal_kind kind) noexcept;
[[nodiscard]] std::string_view name_of(grounds why) noexcept;

/// What stands for such words in print: "[name]", "[phone]".
[[nodiscard]] std::string_view replacement_for(personal_kind kind) noexcept;

/// All candidates of one text, in order, none overlapping another. Any bytes may be passed; the
/// time taken grows with their number and no faster.
[[nodiscard]] std::vector<personal_candidate> find_personal_data(std::string_view text);

/// A text, and the language it is in. Names are in lists and dictionaries of English: where a text
/// is declared to be in another language its words in small letters are no names by those alone.
struct personal_text {
  std::string_view text;
  std::string_view language;  ///< BCP 47; empty: not known, read as English.
};

/// The same for texts of one person: a name that one of them gives away is found in all of them.
[[nodiscard]] std::vector<std::vector<personal_candidate>> find_personal_data(
    std::span<const personal_text> texts, const not_names& known = {});

}  // namespace heard::identity
