/// @file
/// The bodies of one consultation as a person reviews them: who they are, what may be one, why.
#pragma once

#include <heard/identity/organisations.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard::identity {

/// A body and what it sent.
struct body_summary {
  organisation_id body;
  std::uint64_t responses = 0;  ///< Included, on behalf of bodies, this one among them.
  bool may_be_named = false;    ///< One of these allows it.
};

/// What the bodies of a consultation sent, in the order of consultation::organisations().
[[nodiscard]] std::vector<body_summary> summarise_bodies(const consultation& of);

/// One row of decisions/organisations.csv for a person to decide upon.
struct body_proposal {
  std::string name;
  std::string canonical;  ///< The body it may be, or with `split` one that the entry may hold.
  bool split = false;
  std::uint32_t score = 0;  ///< 0 to 1000.
  std::string why;          ///< The reasons in words.
};

/// A body that a name is like.
struct body_likeness {
  std::string name;  ///< As typed.
  organisation_id body;
  std::uint32_t score = 0;
  std::uint32_t reasons = 0;  ///< Bits of likeness.
  bool certain = false;
};

/// Immutable; any number of threads may read.
class organisation_review {
 public:
  /// @param of  must outlive this
  explicit organisation_review(const consultation& of);
  /// Of a consultation that comes in parts. @param of  one of them; it must outlive this
  /// @param sent  what the bodies sent in all parts
  organisation_review(const consultation& of, std::vector<body_summary> sent);

  [[nodiscard]] const consultation& of() const { return *of_; }
  /// In the order of consultation::organisations().
  [[nodiscard]] const std::vector<body_summary>& bodies() const { return bodies_; }
  /// What no decision speaks of yet, by name, then by canonical name. A body of fewer responses is
  /// proposed to be one of more, else the shorter name the longer.
  [[nodiscard]] const std::vector<body_proposal>& proposals() const { return proposals_; }
  /// The names most like one, best first.
  [[nodiscard]] std::vector<body_likeness> nearest(std::string_view name, std::size_t limit) const;

  /// `proposals()` as rows to append to decisions/organisations.csv: action `proposed`, reasons in
  /// `why`, `who` and `when` for the person. Lines end in LF. @param header  whether a line of
  /// column names comes first
  [[nodiscard]] std::string rows(bool header) const;

 private:
  void propose_merges();
  void propose_splits();
  [[nodiscard]] std::span<const organisation_id> bodies_called(std::string_view name) const;

  const consultation* of_;
  name_index index_;
  std::map<std::string_view, std::uint32_t> rows_;       // Of the index, by name.
  std::vector<std::vector<organisation_id>> bodies_of_;  // By row of the index; several if split.
  std::vector<body_summary> bodies_;
  std::vector<body_proposal> proposals_;
};

}  // namespace heard::identity
