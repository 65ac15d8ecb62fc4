/// @file
/// Which names of bodies are one body: what is the same beyond doubt, and what a person should look
/// at. Nothing here decides for a person: only equal keys and printed acronyms are certain.
#pragma once

#include <heard/identity/body_name.hpp>
#include <heard/model/builder.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard::identity {

/// Why two names may be one body. Values are bits.
enum class likeness : std::uint32_t {
  same_words = 1,        ///< The fingerprint without articles and legal forms is equal.
  printed_acronym = 2,   ///< One is the acronym that is printed beside the other.
  other_legal_form = 4,  ///< Equal but for "Ltd", "plc", "(UK)" or a registered number.
  other_order = 8,       ///< The same words, but "East" or a number stands at another place.
  same_letters = 16,     ///< The 2-gram fingerprint is equal: "Catch 22", "Catch22".
  initials = 32,         ///< One is spelled by the initials of the other.
  words_within = 64,     ///< All words of one are words of the other.
  shared_words = 128,    ///< They share words, weighted by how rare these are in the data.
  spelling = 256,        ///< A word differs by a letter or two.
  telling_word = 512,    ///< "North", "Branch", a number stands in one only: it may be a part.
};

/// One reason in words: "the same words", "printed as the acronym of the other".
[[nodiscard]] std::string_view phrase(likeness reason);
/// All reasons of a set, in the order of the enumeration, with "; " between.
[[nodiscard]] std::string phrases(std::uint32_t reasons);

/// A name of the index that another is like.
struct resemblance {
  std::uint32_t name = 0;     ///< Its row.
  std::uint32_t score = 0;    ///< 0 to 1000.
  std::uint32_t reasons = 0;  ///< Bits of likeness.
  bool certain = false;       ///< Beyond doubt.
};

/// Two names of the index, `a` before `b`.
struct name_pair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t score = 0;
  std::uint32_t reasons = 0;
};

/// An entry that may hold two bodies.
struct joint_entry {
  std::uint32_t name = 0;
  std::string first;
  std::string second;
  bool both_known = false;  ///< Each of the two is a name of the index by itself.
};

/// From this score on a pair is put before a person.
inline constexpr std::uint32_t proposed_from = 600;

/// All names of one consultation, each once, in the order of their bytes. Candidates come from
/// an index of words, letters, initials and near spellings, never from all pairs: time follows the
/// names and what they share that is rare. Immutable; any number of threads may read.
class name_index {
 public:
  /// @param names  in any order; equal ones are one
  explicit name_index(std::span<const std::string> names);
  ~name_index();
  name_index(name_index&&) noexcept;
  name_index& operator=(name_index&&) noexcept;

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] const body_name& at(std::size_t row) const;

  /// Rows of names that are one body beyond doubt, sorted, those of one body together; names that
  /// are alone are in none. `nobody` names are in none.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> certain() const;

  /// What is like enough to be put before a person, sorted by rows: at most `most` a name, the best
  /// first taken. Pairs that certain() holds are not among them.
  [[nodiscard]] std::vector<name_pair> proposals(std::size_t most = 5) const;

  /// Entries that may hold two bodies, by rows.
  [[nodiscard]] std::vector<joint_entry> joint_entries() const;

  /// The names most like one that may or may not be in the index, best first, then by bytes. The
  /// same spelling is among them. Low scores too: a person asked.
  [[nodiscard]] std::vector<resemblance> nearest(std::string_view name, std::size_t limit) const;

 private:
  struct state;
  std::unique_ptr<const state> state_;
};

/// What is beyond doubt among the names of a consultation, for consultation_builder::match_names().
/// Of the names of one body the best to print is the one that is no mere acronym, is in mixed case,
/// was typed by most, is the shortest, has the lesser bytes: the first of these that decides.
[[nodiscard]] name_findings match_names(std::span<const typed_name> names);

/// What is to be said of two names without any others.
[[nodiscard]] resemblance compare(std::string_view a, std::string_view b);

}  // namespace heard::identity
