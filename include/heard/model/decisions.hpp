/// @file
/// What people (and models) decided, resolved to the answers they decided about.
#pragma once

#include <heard/base/date.hpp>
#include <heard/base/ids.hpp>
#include <heard/model/arena.hpp>
#include <heard/model/kinds.hpp>
#include <heard/model/tables.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace heard {

/// Who decided, when and why: the last columns of a decision file. Any may be empty.
struct provenance {
  std::string who;
  timestamp when;
  std::string why;
};

/// A person, or a model and its version. The coder `rule` is not among them.
struct coder {
  std::string name;
  coder_kind kind = coder_kind::human;
  std::string model;  ///< For models. May be empty.
  std::string version;
  std::string when;
  auto operator<=>(const coder&) const = default;
};

/// A theme that somebody gave an answer. The theme is a word: the model knows no codebook.
struct external_coding {
  answer_id answer;
  coder_id coder;
  std::uint32_t theme = 0;  ///< Row of consultation::coded_themes().
  heard::stance stance = stance::none;
  bool whole_answer = true;
  std::uint32_t first = 0;  ///< Bytes of the answer, where `whole_answer` is false.
  std::uint32_t last = 0;
  source_place place;   ///< The row that says so.
  timestamp when = {};  ///< Of this coding alone; a model's run may have one too. May be unknown.
};

/// A coder read an answer, even with nothing to code.
struct review {
  answer_id answer;
  coder_id coder;
  auto operator<=>(const review&) const = default;
};

/// Words that may or may not be quoted.
struct quote_decision {
  answer_id answer;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  quote_action action = quote_action::clear;
  /// What these words are in another language: a slice of a translation of the answer. May be
  /// empty.
  std::string translation;
  provenance by;
  source_place place;
};

/// Words that are shown nowhere: a name, an address. Those of one answer do not overlap.
struct redaction {
  answer_id answer;
  std::uint32_t first = 0;  ///< Bytes of the answer, between characters.
  std::uint32_t last = 0;
  std::string replacement;  ///< What is shown instead: "[name]". Never empty.
  provenance by;
  source_place place;
};

/// The words of an answer in another language. Rules read it where they cannot read the answer;
/// what is quoted is the answer.
struct translation {
  answer_id answer;
  std::string language;
  text_ref text;
  provenance by;  ///< `who` is its author, a person or a machine. Never empty.
  source_place place;
};

/// How a campaign is counted. It is a word here: which campaigns there are is found from the words
/// of the answers, and the model looks for none.
struct campaign_decision {
  std::string campaign;
  campaign_policy policy = campaign_policy::count_each;
  provenance by;
  source_place place;
};

/// Whether two names are one body. The merges are in consultation::organisations() already.
struct name_decision {
  std::string name;
  std::string canonical;  ///< The body, or the name that it is kept apart from.
  std::string type;       ///< May be empty.
  name_action action = name_action::merge;
  provenance by;
  source_place place;
};

/// A person stands by a section of the account as one run gave it.
struct signoff {
  std::string section;  ///< As written: the model knows no sections.
  std::string run;      ///< The run's hash.
  provenance by;        ///< Without a why.
  source_place place;
};

/// A decision that was made on other words than stand there now: set aside and listed.
struct stale_decision {
  std::string file;
  std::uint32_t row = 0;  ///< As a spreadsheet counts.
  std::string response;   ///< Its id.
  std::string question;
  std::string why;  ///< What does not fit: "the words have changed", "there is no such answer".
};

}  // namespace heard
