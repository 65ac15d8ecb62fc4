/// @file
/// codebook.toml: themes, and the rules that find them (docs/manifest.md, docs/rule-language.md).
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/base/hash.hpp>
#include <heard/base/ids.hpp>
#include <heard/query/rule.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

class consultation;
class questionnaire;

/// One rule with its source, and where that stands in the codebook.
struct rule {
  std::string source;
  query::node tree;
  location where;
};

struct theme {
  std::string id;
  std::string name;  ///< The id where none is given.
  std::string description;
  theme_id parent;  ///< Invalid for a theme at the top.
  std::vector<theme_id> children;
  std::vector<std::string>
      questions;  ///< Where it is looked for; empty: every open question and place.
  std::vector<location> question_places;  ///< Where each of them is written.
  std::vector<rule> match;                ///< None: coded by people only.
  std::vector<rule> unless;
  std::string stance_of;  ///< The proposition that `in_favour` and `against` are about.
  std::vector<rule> in_favour;
  std::vector<rule> against;
  location where;
};

/// Words under one name, for `#list`.
struct word_list {
  std::string id;
  std::vector<rule> words;
};

/// Immutable once parsed. Themes keep the order written.
class codebook {
 public:
  std::string language = "en";
  std::vector<theme> themes;
  std::vector<word_list> lists;
  hash128 hash;  ///< XXH3-128 of the file.
  std::shared_ptr<const source_text> source;

  [[nodiscard]] const theme& operator[](theme_id id) const { return themes[id.value]; }
  [[nodiscard]] std::optional<theme_id> find(std::string_view id) const;
  [[nodiscard]] const word_list* find_list(std::string_view id) const;
  /// 0 for a theme at the top, 1 for its children, ...
  [[nodiscard]] unsigned depth(theme_id id) const;

  /// A remark on part of a rule, or on the whole of it, that points at where this is written in
  /// its TOML string: past escapes and joined lines.
  [[nodiscard]] diagnostic remark(severity level, std::string message, const rule& on,
                                  std::optional<query::place> part = std::nullopt) const;
};

/// Parses a codebook. Every fault of meaning is reported: unknown keys, duplicate ids, faults in
/// rules (at their line and column inside the TOML string), unknown lists, themes and parents,
/// cycles of references or parents, `unless` rules that are not positional.
/// @return nothing if a remark is an error
[[nodiscard]] std::shared_ptr<const codebook> parse_codebook(std::string text, std::string name,
                                                             diagnostics& remarks);

/// Checks a codebook against what was asked and coded: unknown questions are errors, and so are
/// themes that a coder used and the codebook does not have.
void check_codebook(const codebook& book, const consultation& against, diagnostics& remarks);
/// What of it needs no consultation: the questions that themes name.
/// @param asked  with the places of chapters and `general`
void check_codebook(const codebook& book, const questionnaire& asked, diagnostics& remarks);

}  // namespace heard
