/// @file
/// consultation.toml, read and checked; docs/manifest.md says what may stand in it.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/intake/sheet.hpp>
#include <heard/model/decisions.hpp>
#include <heard/model/questionnaire.hpp>
#include <heard/model/settings.hpp>
#include <heard/model/tables.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

/// A text of the manifest and where it stands, so that a fault found later can point at it.
struct manifest_text {
  std::string value;
  std::size_t offset = 0;  ///< Bytes from the start of the manifest.
  std::size_t length = 0;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

/// Which cell means what: `{ column, <meaning> = "cell" or [cells] }` or `{ all = <meaning> }`.
struct value_map {
  manifest_text column;  ///< Empty where `all` holds.
  std::string all;       ///< A meaning for every row.
  std::vector<std::pair<std::string, std::string>>
      meanings;  ///< Cell text to meaning, as declared.
  [[nodiscard]] bool declared() const { return !column.empty() || !all.empty(); }
};

/// Where a source has the answers to one question.
struct answer_source {
  std::string question;              ///< Its id.
  manifest_text column;              ///< One cell; empty where `parts` or `ticks` hold.
  std::string separator;             ///< Several options in the cell; empty: one.
  std::vector<manifest_text> parts;  ///< An open question in several columns.
  std::vector<std::pair<std::string, manifest_text>> ticks;  ///< Option id to column.
  std::vector<std::string> ticked;  ///< Cell texts that mean ticked; empty: anything but a no.
  std::string wording;              ///< The question as this channel put it. May be empty.
  bool assigned = false;            ///< Set by an analyst.
  manifest_text where;              ///< The whole entry.
};

/// Several rows for each response, one for each answer.
struct long_layout {
  manifest_text question_column;
  manifest_text answer_column;
  std::vector<std::pair<std::string, std::string>> values;  ///< Cell text to question id.
};

/// Codings that stand in columns of a source.
struct coding_source {
  heard::coder coder;
  std::string question;                                      ///< Empty: the question of the row.
  std::vector<std::pair<std::string, manifest_text>> ticks;  ///< Theme id to column.
  std::vector<std::string> ticked;
  manifest_text column;  ///< Else one column with the theme's name.
  std::string separator;
  std::vector<std::pair<std::string, std::string>> values;  ///< Cell text to theme id.
  std::vector<std::string> ignore;
  bool review = true;
  manifest_text where;
};

struct data_source {
  manifest_text file;
  std::string channel;
  sheet_options sheet;
  std::optional<manifest_text> response_id;
  std::optional<manifest_text> respondent;
  std::optional<manifest_text> name;  ///< Of an individual, printed where they let it be.
  std::optional<manifest_text> received;
  std::string received_format;
  std::optional<manifest_text> organisation;
  std::optional<manifest_text> organisation_type;
  organisation_role role = organisation_role::author;
  std::string organisation_separator;
  value_map capacity, publication, disposition, language;
  std::vector<manifest_text> contact;
  std::vector<answer_source> answers;
  std::optional<long_layout> rows_are_answers;
  std::vector<coding_source> codings;
};

/// An [[event]]; its notes are a file.
struct declared_event {
  engagement_event event;
  manifest_text notes;
};

/// The manifest as written, its references among ids checked.
class manifest {
 public:
  heard::settings settings;
  questionnaire asked;  ///< As declared; places of chapters and `general` not yet added.
  /// For each declared question, its id as written, so that a fault can point at it.
  std::vector<manifest_text> question_places;
  /// For each question the `other` label, empty where there is none.
  std::map<std::string, std::string, std::less<>> other_labels;
  std::vector<data_source> sources;
  std::vector<declared_event> events;
  std::string codebook_path = "codebook.toml";
  std::string decisions_path = "decisions";
  std::string register_path = "register.csv";
  bool register_declared = false;  ///< Then it must be there.
  std::string register_format = "%Y-%m-%d";
  std::vector<std::string> no_comment;  ///< Added to the built-in phrases.
  std::vector<std::string> refers;
  lateness late = lateness::let_in;
  std::vector<std::string> late_except;
  std::shared_ptr<const source_text> source;

  /// A remark that points at a text of the manifest.
  [[nodiscard]] diagnostic remark(severity level, std::string message,
                                  const manifest_text& at) const {
    return source->remark(level, std::move(message), at.offset, at.length);
  }
};

/// Parses and checks. Every fault of meaning is reported, not just the first; a fault of syntax
/// ends it.
/// @param name  what to call it in remarks, usually its path
/// @return nothing if a remark is an error
[[nodiscard]] std::shared_ptr<const manifest> parse_manifest(std::string text, std::string name,
                                                             diagnostics& remarks);

}  // namespace heard
