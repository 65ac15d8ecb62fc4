#include "report/markdown.hpp"

#include "report/escape.hpp"

#include <algorithm>
#include <utility>

namespace heard::reporting {

namespace {

class writer {
 public:
  explicit writer(const document& of) : of_(of) {}

  std::string make() {
    for (const banner& each : of_.banners) out_ += "**" + plain(each.text) + "**\n\n";
    if (!of_.publisher.empty()) out_ += plain(of_.publisher) + "\n\n";
    out_ += "# " + plain(of_.title) + "\n\n" + plain(of_.subtitle) + "\n\n";
    for (const block& each : of_.blocks) std::visit([&](const auto& b) { put(b); }, each);
    out_ += "---\n\n" + plain(of_.footer) + "\n";
    return std::move(out_);
  }

 private:
  static std::string plain(const std::string& text) { return markdown_text(text, " "); }

  // `line_end` is what a line end in the text becomes.
  static std::string inline_run(const run& of, std::string_view line_end) {
    // Words may begin with spaces that would make them code; a run of ours never begins a line with
    // one.
    const bool words = of.kind == run_kind::words || of.kind == run_kind::evidence;
    if (words) return markdown_text(of.text, line_end);
    const std::size_t first = std::min(of.text.find_first_not_of(' '), of.text.size());
    const std::size_t last = of.text.find_last_not_of(' ') + 1;
    if (first >= last) return of.text;
    // Rules are plain text too: they hold backquotes, stars and bars, which a code span would have
    // to escape in three ways. Stars that touch a space would be shown as stars.
    const std::string stars = of.kind == run_kind::strong ? "**" : "";
    return of.text.substr(0, first) + stars +
           markdown_text(of.text.substr(first, last - first), line_end) + stars +
           of.text.substr(last);
  }

  static std::string inline_text(const line& of, std::string_view line_end = " ") {
    std::string out;
    for (const run& each : of) {
      out += each.text == "\n" ? std::string("<br>") : inline_run(each, line_end);
    }
    return out;
  }

  void put(const heading_block& of) {
    out_ += std::string(of.level, '#') + ' ';
    if (!of.number.empty()) out_ += of.number + ' ';
    out_ += inline_text(of.text) + "\n\n";
  }

  void put(const paragraph_block& of) {
    const std::string text = inline_text(of.text);
    switch (of.as) {
      case manner::lead:
        out_ += "*" + text + "*\n\n";
        break;
      case manner::warning:
        out_ += "**" + text + "**\n\n";
        break;
      default:
        out_ += text + "\n\n";
    }
  }

  void put(const list_block& of) {
    for (const line& each : of.items) out_ += "- " + inline_text(each) + "\n";
    out_ += '\n';
  }

  void put(const table_block& of) {
    out_ += "**" + plain(of.caption) + "**\n\n|";
    std::string rule = "|";
    for (const table_block::column& each : of.columns) {
      out_ += ' ' + plain(each.label) + " |";
      rule += each.figures ? " ---: |" : " --- |";
    }
    out_ += '\n' + rule + '\n';
    for (const table_block::row& row : of.rows) {
      out_ += '|';
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out_ += ' ';
        for (unsigned d = 0; i == 0 && d < row.depth; ++d) out_ += "&emsp;";
        out_ += inline_text(row.cells[i]) + " |";
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
    for (const run& each : of.words) out_ += inline_run(each, "\\\n> ");
    out_ += "\n>\n> \u2013 " + plain(of.by);
    if (!of.status.empty()) out_ += " (" + plain(of.status) + ")";
    out_ += "\n\n";
  }

  void put(const tiles_block& of) {
    for (const tiles_block::tile& each : of.tiles) {
      out_ += "- **" + plain(each.figure) + "** " + plain(each.label) + "\n";
    }
    out_ += '\n';
  }

  void put(const reply_block& of) {
    out_ += "**" + plain(of.title) + "**\n\n";
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
