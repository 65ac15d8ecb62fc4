/// @file
/// What people (and models) decided, resolved to the answers they decided about.
#pragma once

#include <heard/base/ids.hpp>
#include <heard/model/arena.hpp>
#include <heard/model/kinds.hpp>
#include <heard/model/tables.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace heard {

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
  source_place place;  ///< The row that says so.
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
  std::string who;
  std::string why;
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
