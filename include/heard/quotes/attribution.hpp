/// @file
/// Who a quote is said to be by.
#pragma once

#include <heard/model/consultation.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace heard {

/// How far an attribution goes; each is the fallback of the one before.
enum class attribution_form : std::uint8_t {
  named_body,    ///< The organisation's name, where it answers as one and may be named.
  type_of_body,  ///< "Respondent - NHS trust", where at least k respondents are bodies of it.
  category,      ///< "Respondent - foster carer", where at least k respondents share it.
  respondent     ///< "Respondent".
};

struct attribution {
  attribution_form form = attribution_form::respondent;
  std::string text;
};

/// Attributions of one consultation. Individuals are never named.
class attributor {
 public:
  /// Counts who shares which attribution. @param of  must outlive this
  explicit attributor(const consultation& of);

  /// A body's name needs capacity `organisation` or `both` and publication `named`; of several
  /// bodies those in whose name it was written, else those it was written on behalf of, else those
  /// that signed. Else a body is called by its type, where k respondents are of it and all those
  /// that it names are. Of the categories that a respondent ticked the first is taken
  /// whose attribution k respondents with included responses share: k of the manifest's
  /// `[report]`, counted by sender, so that one who writes often hides in no crowd of one.
  [[nodiscard]] attribution of(response_id response) const;

 private:
  const consultation& of_;
  /// By option: respondents who chose it or another with the same attribution.
  std::vector<std::uint64_t> sharing_;
  std::vector<std::size_t> turn_;                 ///< By option: its place in the declared order.
  std::map<std::string, std::uint64_t> of_type_;  ///< Respondents that are bodies of a type.
};

}  // namespace heard
