/// @file
/// What the sections of a manifest need of one another while it is read. Private to
/// parse_manifest(): one function a section, in the source named beside it.
#pragma once

#include "toml/faults.hpp"
#include "toml/reader.hpp"

#include <heard/intake/manifest.hpp>

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

/// A question as far as references to it must know.
struct question_shape {
  question_id id;
  std::optional<question_kind> kind;  ///< Nothing where the kind itself is at fault.
  bool about_you = false;
  bool attributes = false;  ///< An option has an attribution.
  toml::names options;      ///< Ids, with `other` where it counts as one.

  [[nodiscard]] bool open() const { return kind == question_kind::open; }
  [[nodiscard]] bool closed() const { return kind && !open(); }
};

struct manifest_reading {
  manifest& into;
  toml::faults& out;
  toml::names channels;
  toml::names chapters;
  toml::names questions;
  std::map<std::string, question_shape, std::less<>> shapes;  ///< By question id.
  std::map<std::string, coder_kind, std::less<>> coders;

  /// The shape of a question that is referred to, or null and a remark.
  [[nodiscard]] const question_shape* question(const std::string& id, toml::extent where);
};

// manifest_settings.cpp
void read_consultation(manifest_reading& reading, toml::table_reader& root);
void read_counting(manifest_reading& reading, toml::table_reader& root);
void read_privacy(manifest_reading& reading, toml::table_reader& root);
void read_report(manifest_reading& reading, toml::table_reader& root);

// manifest_events.cpp: events, register, states
void read_events(manifest_reading& reading, toml::table_reader& root);

// manifest_campaigns.cpp
void read_campaigns(manifest_reading& reading, toml::table_reader& root);

// manifest_questions.cpp: channels, chapters, questions
void read_questions(manifest_reading& reading, toml::table_reader& root);

// manifest_sources.cpp
void read_sources(manifest_reading& reading, toml::table_reader& root);

// manifest_answers.cpp; `answered` gets the questions with answers in this source
void read_answers(manifest_reading& reading, toml::table_reader& source, data_source& into,
                  toml::names& answered);
void read_long(manifest_reading& reading, toml::table_reader& source, data_source& into,
               toml::names& answered);

// manifest_codings.cpp
void read_codings(manifest_reading& reading, toml::table_reader& source, data_source& into,
                  const toml::names& answered);

// manifest.cpp: what several sections use

[[nodiscard]] manifest_text text_of(const toml::value& from);
/// A column's name; not blank.
[[nodiscard]] std::optional<manifest_text> read_column(toml::table_reader& in,
                                                       std::string_view key);
/// The texts of a list.
[[nodiscard]] std::vector<std::string> read_texts(toml::table_reader& in, std::string_view key);
/// What stands between several values in a cell; not empty.
[[nodiscard]] std::string read_separator(toml::table_reader& in);
/// A format for dates that names a day (base/date.hpp).
[[nodiscard]] std::string read_date_format(toml::table_reader& in, std::string_view key);
/// A language tag in its canonical spelling.
[[nodiscard]] std::optional<std::string> read_language(toml::table_reader& in,
                                                       std::string_view key);

/// Cell texts that mean something, each one thing.
class cell_meanings {
 public:
  explicit cell_meanings(toml::faults& out) : out_(out) {}
  /// Adds each text of an entry (a text or a list of them) with its meaning.
  void add(const toml::entry& from, const std::string& meaning,
           std::vector<std::pair<std::string, std::string>>& into);
  void add(const toml::value& text, const std::string& meaning);

 private:
  toml::faults& out_;
  struct known_meaning {
    std::string meaning;
    toml::extent where;
  };
  std::map<std::string, known_meaning, std::less<>> seen_;
};

}  // namespace heard
