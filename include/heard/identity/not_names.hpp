/// @file
/// Words that name nobody in one consultation.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace heard::identity {

/// Words that are taken for a name only where a title, a kinship, a signature or the like says that
/// they are one: "Estermark" is a county there, and "Mrs Estermark" a person. Words are compared
/// whole, whatever their capitals and accents.
class not_names {
 public:
  /// The words of something that somebody declared to be no name.
  void declare(std::string_view text);

  /// The words of something that the consultation says itself: those that are in no list of names,
  /// since a question may well name somebody.
  void use(std::string_view text);

  /// @param key  a word, folded as a reading of a text has it
  [[nodiscard]] bool has(std::string_view key) const { return keys_.find(key) != keys_.end(); }

 private:
  std::set<std::string, std::less<>> keys_;
};

}  // namespace heard::identity
