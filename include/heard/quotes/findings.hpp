/// @file
/// What may tell who somebody is in the words of a consultation.
#pragma once

#include <heard/identity/personal_data.hpp>
#include <heard/model/consultation.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace heard {

/// A candidate of one answer.
struct personal_finding {
  answer_id answer;
  identity::personal_candidate found;
  bool settled = false;  ///< Redacted: rows of decisions/redactions.csv lie over all of it.
};

/// The candidates of a consultation. A response is read when it is first asked for, and once: all
/// its answers together, since a name that one of them gives away is found in all. Words of the
/// manifest's `not_names`, and those that the consultation itself uses for its questions, are taken
/// for names only where a title, a kinship or the like says so. May be used by several threads at a
/// time.
class personal_findings {
 public:
  /// @param of  must outlive this
  explicit personal_findings(const consultation& of);
  ~personal_findings();
  personal_findings(personal_findings&&) noexcept;
  personal_findings& operator=(personal_findings&&) noexcept;

  /// Those of one answer, by place; they live as long as this.
  [[nodiscard]] std::span<const personal_finding> of(answer_id answer) const;

  /// Those of all answers, included or not, by answer and place.
  [[nodiscard]] std::vector<personal_finding> all() const;

  /// Whether other words about an answer, a translation of it, hold a candidate.
  [[nodiscard]] bool any_in(std::string_view words) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// "a name (bytes 3 to 6), a postcode (bytes 20 to 28)", never the words.
[[nodiscard]] std::string list_of(std::span<const personal_finding> of);

}  // namespace heard
