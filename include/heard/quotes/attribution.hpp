/// @file
/// Who a quote is said to be by.
#pragma once

#include <heard/model/consultation.hpp>

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// How far an attribution goes.
enum class attribution_form : std::uint8_t {
  named_body,        ///< The organisation's name, where it answers as one and may be named.
  named_individual,  ///< The name of somebody who answers for themself and lets it be printed.
  type_of_body,      ///< "Respondent - NHS trust".
  category,          ///< "Respondent - foster carer", or "... - foster carer and teacher".
  individual,        ///< "Respondent - individual", who answers for themself.
  respondent         ///< "Respondent".
};

/// `named_body`, as in `heard quotes --json`.
[[nodiscard]] std::string_view word(attribution_form value) noexcept;

struct attribution {
  attribution_form form = attribution_form::respondent;
  std::string text;
};

/// What several may share: a type of body, some categories, or nothing finer than "individual".
struct attribution_label {
  std::uint32_t level = 0;           ///< The type, most categories, ..., one, "individual".
  std::vector<std::uint32_t> words;  ///< Rows of what the level is about.
  auto operator<=>(const attribution_label&) const = default;
};

/// What may be said of a response, before it is known who shares what.
struct attribution_claim {
  std::optional<attribution> named;  ///< By name, which it then bears.
  /// Else these, the finest first: the order is that of the labels themselves.
  std::vector<attribution_label> labels;
};

/// How many share what, over responses that come in parts. Parts have one questionnaire and the
/// same organisations, and no respondent is in two.
class attribution_crowds {
 public:
  void add(const consultation& part);
  /// The labels that quotes may bear, where `k` respondents must share one.
  [[nodiscard]] std::set<attribution_label> shared(std::uint32_t k) const;

 private:
  // Those who claim the same labels.
  struct crowd {
    std::uint64_t alone = 0;                 // Respondents with no other response.
    std::vector<std::uint64_t> respondents;  // The others: part, then number; maybe several times.
  };
  std::map<std::vector<attribution_label>, crowd> crowds_;
  std::uint64_t parts_ = 0;
};

/// Attributions of one consultation, or of one that comes in parts.
///
/// A body's name needs capacity `organisation` or `both` and publication `named`; of several bodies
/// those in whose name it was written, else those it was written on behalf of, else those that
/// signed. An individual's needs publication `named` too, capacity `self`, or `unknown` without a
/// body, and a name that the data has. Who also speaks for a body is never named: that a body may
/// be named does not say that its writer may.
///
/// Everybody else is called by the first of these that at least k respondents share (`[report]` k):
/// the type of the body; as many of their categories as the manifest puts together, then fewer;
/// each category by itself, in the declared order; "individual"; and "Respondent" by whoever is
/// left.
///
/// An attribution is shared by those whose quotes bear it: respondents with an included response
/// that may be quoted and not by name, and for whom nothing finer is shared. So each of them holds
/// all that it says, and one who may not be quoted, is called by name or otherwise, hides nobody.
/// Respondents are counted, not responses.
class attributor {
 public:
  /// Counts who shares which attribution. @param of  must outlive this
  explicit attributor(const consultation& of);
  /// Of a consultation of which `of` is one part. @param of  must outlive this
  attributor(const consultation& of, const attribution_crowds& counted);

  [[nodiscard]] attribution of(response_id response) const;

  /// What may be said of a response; settle() says what is, in this part or another.
  [[nodiscard]] attribution_claim claim_of(response_id response) const;
  [[nodiscard]] attribution settle(const attribution_claim& claim) const;

 private:
  friend class attribution_crowds;
  struct uncounted {};
  attributor(const consultation& of, uncounted);
  [[nodiscard]] std::vector<attribution_label> labels_of(response_id response) const;
  [[nodiscard]] std::vector<std::uint32_t> categories_of(response_id response) const;
  [[nodiscard]] attribution by_label(const attribution_label& shared) const;
  void name_categories();

  const consultation& of_;
  std::vector<std::string> types_;          // Sorted.
  std::vector<std::string> categories_;     // Attributions of options, in the declared order.
  std::vector<std::uint32_t> category_of_;  // By option: a row of categories_, or past its end.
  std::set<attribution_label> shared_;
};

}  // namespace heard
