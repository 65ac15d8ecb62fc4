/// @file
/// The report as a tree of blocks. It is built once for a folder and rendered twice, so that the
/// page and the Markdown never say different things.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace heard::reporting {

enum class run_kind : std::uint8_t {
  plain,
  strong,
  muted,
  code,
  words,     ///< A respondent's.
  evidence,  ///< A respondent's, marked.
  cut        ///< What stands for words left out.
};

/// A stretch of text in one manner. Whatever its kind, nothing in it is markup.
struct run {
  std::string text;
  run_kind kind = run_kind::plain;
  std::string language = {};  ///< Of words; empty: the document's.
};

using line = std::vector<run>;

struct heading_block {
  unsigned level = 2;  ///< 2: a section, 3, 4, 5: below it.
  std::string id;      ///< Empty: nothing points at it.
  line text;
  std::string number;  ///< "3.2", by number_headings().
};

enum class manner : std::uint8_t {
  body,
  lead,    ///< What was asked, as asked.
  sum,     ///< An equation that closes.
  figure,  ///< The figure of one theme.
  note,
  warning
};

struct paragraph_block {
  line text;
  manner as = manner::body;
};

struct list_block {
  std::vector<line> items;
  bool columns = false;  ///< Short entries, set in columns where there is room.
};

struct table_block {
  struct column {
    std::string label;
    bool figures = false;  ///< Aligned right.
    bool upright = false;  ///< Its label is set along the column, to save width.
  };
  struct row {
    std::vector<line> cells;  ///< The first is its heading.
    unsigned depth = 0;
  };
  std::string caption;
  std::vector<column> columns;
  std::vector<row> rows;
  std::vector<std::string> notes;
};

/// Bars of `count` out of `base`. It adds nothing to the table that stands beside it.
struct chart_block {
  struct bar {
    std::string label;
    unsigned depth = 0;
    std::uint64_t count = 0;
    std::uint64_t base = 0;
    std::uint64_t by_rule_only = 0;
  };
  std::string title;
  std::string description;
  std::vector<bar> bars;
  std::string note;
};

/// A chart and its table.
struct figure_block {
  chart_block chart;
  table_block table;
};

struct quote_block {
  std::vector<run> words;
  std::string by;
  std::string status;            ///< Only in `internal/`: whose it is, and whether it may be shown.
  std::vector<run> translation;  ///< What the words are in another language; may be empty.
  std::string translated;        ///< By whom: "Translated by Ann Lee".
};

struct tiles_block {
  struct tile {
    std::string figure;
    std::string label;
  };
  std::vector<tile> tiles;
};

/// What the body that consulted answers.
struct reply_block {
  std::string title;
  std::vector<std::string> paragraphs;
};

using block = std::variant<heading_block, paragraph_block, list_block, table_block, figure_block,
                           quote_block, tiles_block, reply_block>;

struct banner {
  std::string text;
  bool warns = false;  ///< Says what may not be done with the page.
};

struct document {
  std::string language;
  std::string title;
  std::string publisher;
  std::string subtitle;
  std::vector<banner> banners;  ///< At the top of every page.
  std::string footer;
  std::vector<block> blocks;

  void heading(unsigned level, std::string id, std::string text);
  void say(std::string text, manner as = manner::body);
  void add(block what) { blocks.push_back(std::move(what)); }
};

/// Numbers headings of levels 2 and 3, and makes ids fit for HTML and different from one another.
void number_headings(document& of);

/// A text cut at its empty lines; single line ends become spaces.
[[nodiscard]] std::vector<std::string> paragraphs_of(const std::string& text);

}  // namespace heard::reporting
