#include "report/markdown.hpp"

#include <heard/base/escape.hpp>

#include <algorithm>
#include <utility>

namespace heard::reporting {

namespace {

class writer {
 public:
  explicit writer(const document& of) : of_(of) {}

  std::string make() {
    for (const banner& each : of_.banners) out_ += between("**", within(each.text)) + "\n\n";
    if (!of_.publisher.empty()) out_ += plain(of_.publisher) + "\n\n";
    out_ += "# " + within(of_.title) + "\n\n" + plain(of_.subtitle) + "\n\n";
    for (const block& each : of_.blocks) std::visit([&](const auto& b) { put(b); }, each);
    out_ += "---\n\n" + plain(of_.footer) + "\n";
    return std::move(out_);
  }

 private:
  static std::string plain(const std::string& text) { return markdown_text(text, " "); }

  // `line_end` is what a line end in the text becomes.
  static std::string inline_run(const run& of, std::string_view line_end, bool starts_line) {
    const bool words = of.kind == run_kind::words || of.kind == run_kind::evidence;
    if (words) return markdown_text(of.text, line_end, starts_line);
    const std::size_t first = std::min(of.text.find_first_not_of(' '), of.text.size());
    const std::size_t last = of.text.find_last_not_of(' ') + 1;
    if (first >= last) return of.text;
    // Rules are plain text too: they hold backquotes, stars and bars, which a code span would have
    // to escape in three ways. Stars that touch a space would be shown as stars.
    const std::string stars = of.kind == run_kind::strong ? "**" : "";
    return of.text.substr(0, first) + stars +
           markdown_text(of.text.substr(first, last - first), line_end,
                         starts_line && stars.empty()) +
           stars + of.text.substr(last);
  }

  // Whether what follows a run is still at the start of a line, but for blanks.
  static bool still_at_start(const run& after, std::string_view line_end, bool starts_line) {
    std::string_view rest = after.text;
    if (line_end.find('\n') != std::string_view::npos) {
      if (const std::size_t end = rest.find_last_of("\r\n"); end != std::string_view::npos) {
        rest.remove_prefix(end + 1);
        starts_line = true;
      }
    }
    return starts_line && rest.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  static std::string inline_text(const line& of, std::string_view line_end, bool starts_line) {
    std::string out;
    for (const run& each : of) {
      out += each.text == "\n" ? std::string("<br>") : inline_run(each, line_end, starts_line);
      starts_line = still_at_start(each, line_end, starts_line);
    }
    return out;
  }

  // In a heading or a cell, where no block can begin.
  static std::string within(const line& of) { return inline_text(of, " ", false); }
  static std::string within(const std::string& text) { return markdown_text(text, " ", false); }

  // Stars that touch a space would be shown as stars.
  static std::string between(std::string_view stars, std::string text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    text = text.substr(first, text.find_last_not_of(" \t") + 1 - first);
    return std::string(stars) + text + std::string(stars);
  }

  void put(const heading_block& of) {
    out_ += std::string(of.level, '#') + ' ';
    if (!of.number.empty()) out_ += of.number + ' ';
    out_ += within(of.text) + "\n\n";
  }

  void put(const paragraph_block& of) {
    switch (of.as) {
      case manner::lead:
        out_ += between("*", within(of.text)) + "\n\n";
        break;
      case manner::warning:
        out_ += between("**", within(of.text)) + "\n\n";
        break;
      default:
        out_ += inline_text(of.text, " ", true) + "\n\n";
    }
  }

  void put(const list_block& of) {
    for (const line& each : of.items) out_ += "- " + inline_text(each, " ", true) + "\n";
    out_ += '\n';
  }

  void put(const table_block& of) {
    out_ += between("**", within(of.caption)) + "\n\n|";
    std::string rule = "|";
    for (const table_block::column& each : of.columns) {
      out_ += ' ' + within(each.label) + " |";
      rule += each.figures ? " ---: |" : " --- |";
    }
    out_ += '\n' + rule + '\n';
    for (const table_block::row& row : of.rows) {
      out_ += '|';
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out_ += ' ';
        for (unsigned d = 0; i == 0 && d < row.depth; ++d) out_ += "&emsp;";
        out_ += within(row.cells[i]) + " |";
      }
      out_ += '\n';
    }
    out_ += '\n';
    for (const std::string& each : of.notes) out_ += "- " + plain(each) + "\n";
    if (!of.notes.empty()) out_ += '\n';
  }

  void put(const figure_block& of) {
    if (!of.chart.note.empty()) out_ += plain(of.chart.note) + "\n\n";
    put(of.table);
  }

  void put(const quote_block& of) {
    // A backslash before a line end keeps it; an empty line of a quote stays one.
    out_ += "> ";
    out_ += inline_text(of.words, "\\\n> ", true);
    if (!of.translation.empty()) {
      out_ += "\n>\n> " + inline_text(of.translation, "\\\n> ", true) + " (" +
              within(of.translated) + ")";
    }
    out_ += "\n>\n> \u2013 " + within(of.by);
    if (!of.status.empty()) out_ += " (" + within(of.status) + ")";
    out_ += "\n\n";
  }

  void put(const tiles_block& of) {
    for (const tiles_block::tile& each : of.tiles) {
      out_ += "- **" + within(each.figure) + "** " + within(each.label) + "\n";
    }
    out_ += '\n';
  }

  void put(const reply_block& of) {
    out_ += between("**", within(of.title)) + "\n\n";
    for (const std::string& each : of.paragraphs) out_ += plain(each) + "\n\n";
  }

  const document& of_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const document& of) {
  return writer(of).make();
}

}  // namespace heard::reporting
