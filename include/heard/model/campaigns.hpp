/// @file
/// Campaigns: many responses that are one letter, sent by many, and what each sender made of it.
#pragma once

#include <heard/base/date.hpp>
#include <heard/base/diagnostic.hpp>
#include <heard/base/ids.hpp>
#include <heard/model/consultation.hpp>
#include <heard/model/decisions.hpp>
#include <heard/model/kinds.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// What a member made of the reference letter.
enum class membership : std::uint8_t {
  copy,      ///< The same words.
  edited,    ///< Words changed or cut, no ten of its own.
  extended,  ///< At least half the letter, and ten words or more of its own.
  excerpt    ///< Less than half the letter, among other words or alone.
};

/// A response in a campaign. Figures are in words; those of a copy are nought but for `kept`.
struct campaign_member {
  response_id response;
  membership how = membership::copy;
  std::uint32_t kept = 0;     ///< Of the reference letter.
  std::uint32_t added = 0;    ///< Of its own, that stand in no word's place.
  std::uint32_t cut = 0;      ///< Of the letter, that nothing stands in place of.
  std::uint32_t changed = 0;  ///< Of its own, in place of words of the letter.
};

/// Near-identical responses. Only included responses are ever members.
struct campaign {
  std::string id;  ///< As declared, or "letter-" and ten hexadecimal digits of the letter's words.
  std::string title;  ///< As declared. May be empty.
  std::string note;
  campaign_policy policy = campaign_policy::count_each;
  /// Who decided the policy and why; nothing where it stands in the manifest or nobody decided.
  std::optional<provenance> by;
  bool declared = false;                       ///< The manifest speaks of it.
  response_id reference;                       ///< The member whose words are the reference letter.
  std::vector<campaign_member> members;        ///< Sorted by response; the reference is among them.
  timestamp first;                             ///< Earliest date received of a member.
  timestamp last;                              ///< The latest.
  std::vector<organisation_id> organisations;  ///< Of its members, sorted, each once.
};

/// An answer of a few words that many gave, such as "I agree". Never a campaign.
struct short_answer {
  question_id question;
  answer_id example;  ///< The first that says so; the others differ in case and punctuation only.
  std::uint64_t answers = 0;
};

/// A coding of the reference letter that a member has by inheritance.
struct inherited_coding {
  external_coding coding;  ///< Of the member's answer, in the words it kept.
  answer_id from;          ///< The answer of the reference letter that was coded.
};

/// The campaigns of a consultation. Immutable; keeps the consultation alive.
class campaigns {
 public:
  [[nodiscard]] const std::shared_ptr<const consultation>& of() const { return of_; }
  /// By size, the largest first, then by id.
  [[nodiscard]] const std::vector<campaign>& all() const { return all_; }
  [[nodiscard]] const campaign& operator[](campaign_id which) const { return all_[which.value]; }
  /// The campaign of a response; invalid: none.
  [[nodiscard]] campaign_id of_response(response_id response) const {
    return of_response_[response];
  }
  [[nodiscard]] std::optional<campaign_id> find(std::string_view id) const;
  /// Answers of few words that three or more gave, the most frequent first, then by question and
  /// words.
  [[nodiscard]] const std::vector<short_answer>& short_answers() const { return short_answers_; }

  /// What members inherit, sorted by answer, coder, theme, bytes.
  [[nodiscard]] const std::vector<inherited_coding>& inherited() const { return inherited_; }
  /// Answers that hold no word but the reference letter's, and so were read when that was. Sorted.
  [[nodiscard]] const std::vector<review>& inherited_reviews() const { return reviews_; }

  /// Decisions on campaigns that are not there, and the like.
  [[nodiscard]] const diagnostics& remarks() const { return remarks_; }

 private:
  friend class campaign_finder;
  std::shared_ptr<const consultation> of_;
  std::vector<campaign> all_;
  column<response_id, campaign_id> of_response_;
  std::vector<short_answer> short_answers_;
  std::vector<inherited_coding> inherited_;
  std::vector<review> reviews_;
  diagnostics remarks_;
};

[[nodiscard]] std::string_view word(membership value);

}  // namespace heard
