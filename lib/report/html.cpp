#include "report/html.hpp"

#include "report/sha256.hpp"

#include <heard/base/escape.hpp>

#include <algorithm>
#include <utility>

namespace heard::reporting {

namespace {

std::string language_tag(const std::string& language) {
  const bool fits = !language.empty() && std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return fits ? language : "en";
}

std::string element(const char* name, const std::string& inner, const char* attributes = "") {
  return std::string("<") + name + attributes + ">" + inner + "</" + name + ">";
}

class page {
 public:
  explicit page(const document& of) : of_(of) {}

  std::string make() {
    head();
    out_ += "<body>\n";
    // Shown in print only, as the header of a table around the page: that is repeated on every
    // sheet, where a fixed box would cover words.
    if (!of_.banners.empty()) {
      std::string all;
      for (const banner& each : of_.banners) {
        all += (all.empty() ? "" : " \u00b7 ") + each.text;
      }
      out_ += "<div class=\"running\" aria-hidden=\"true\"><p>" + html_text(all) + "</p></div>\n";
    }
    out_ += "<div class=\"page\">\n<header>\n";
    for (const banner& each : of_.banners) {
      out_ += element("p", html_text(each.text),
                      each.warns ? " class=\"banner warns\"" : " class=\"banner\"") +
              "\n";
    }
    if (!of_.publisher.empty())
      out_ += "<p class=\"publisher\">" + html_text(of_.publisher) + "</p>\n";
    out_ += "<h1>" + html_text(of_.title) + "</h1>\n<p class=\"subtitle\">" +
            html_text(of_.subtitle) + "</p>\n</header>\n";
    contents();
    out_ += "<main>\n";
    for (const block& each : of_.blocks) std::visit([&](const auto& b) { put(b); }, each);
    while (open_sections_ > 0) close_section();
    out_ += "</main>\n<footer><p>" + html_text(of_.footer) +
            "</p></footer>\n</div>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void head() {
    const std::string css(style());
    out_ = "<!DOCTYPE html>\n<html lang=\"" + language_tag(of_.language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'sha256-" +
           sha256_base64(css) +
           "'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           html_text(of_.title + " \u2013 " + of_.subtitle) + "</title>\n<style>" + css +
           "</style>\n</head>\n";
  }

  void contents() {
    out_ += "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n";
    bool open = false;
    bool nested = false;
    for (const block& each : of_.blocks) {
      const auto* heading = std::get_if<heading_block>(&each);
      if (heading == nullptr || heading->level > 3 || heading->id.empty()) continue;
      if (heading->level == 2) {
        if (nested) out_ += "</ol>\n";
        if (open) out_ += "</li>\n";
        nested = false;
        open = true;
      } else if (!nested) {
        out_ += "\n<ol>\n";
        nested = true;
      }
      out_ += "<li><a href=\"#" + heading->id + "\"><span class=\"number\">" + heading->number +
              "</span> " + inline_text(heading->text) + "</a>";
      if (heading->level == 3) out_ += "</li>\n";
    }
    if (nested) out_ += "</ol>\n";
    if (open) out_ += "</li>\n";
    out_ += "</ol>\n</nav>\n";
  }

  static std::string language_attribute(const run& of) {
    return of.language.empty() ? "" : " lang=\"" + language_tag(of.language) + "\"";
  }

  static std::string inline_run(const run& of) {
    const std::string text = html_text(of.text);
    switch (of.kind) {
      case run_kind::plain:
        return text;
      case run_kind::strong:
        return element("strong", text);
      case run_kind::muted:
        return element("span", text, " class=\"muted\"");
      case run_kind::code:
        return element("code", text);
      case run_kind::words:
        return element("bdi", text, language_attribute(of).c_str());
      case run_kind::evidence:
        return element("bdi", element("mark", text));
      case run_kind::cut:
        return element("span", text, " class=\"cut\"");
    }
    return text;
  }

  static std::string inline_text(const line& of) {
    std::string out;
    for (const run& each : of) out += inline_run(each);
    return out;
  }

  void close_section() {
    out_ += "</section>\n";
    --open_sections_;
  }

  void put(const heading_block& of) {
    // Sections for levels 2 and 3: a level closes what is as deep or deeper.
    if (of.level <= 3) {
      while (open_sections_ > of.level - 2) close_section();
      out_ += of.level == 2 ? "<section class=\"part\">\n" : "<section>\n";
      ++open_sections_;
    }
    const std::string name = "h" + std::to_string(of.level);
    out_ += "<" + name + (of.id.empty() ? "" : " id=\"" + of.id + "\"") + ">";
    if (!of.number.empty()) out_ += "<span class=\"number\">" + of.number + "</span> ";
    out_ += inline_text(of.text) + "</" + name + ">\n";
  }

  void put(const paragraph_block& of) {
    const char* kind = "";
    switch (of.as) {
      case manner::body:
        break;
      case manner::lead:
        kind = " class=\"lead\"";
        break;
      case manner::sum:
        kind = " class=\"sum\"";
        break;
      case manner::figure:
        kind = " class=\"finding\"";
        break;
      case manner::note:
        kind = " class=\"note\"";
        break;
      case manner::warning:
        kind = " class=\"warning\"";
        break;
    }
    out_ += element("p", inline_text(of.text), kind) + "\n";
  }

  void put(const list_block& of) {
    out_ += of.columns ? "<ul class=\"columns\">\n" : "<ul>\n";
    for (const line& each : of.items) out_ += element("li", inline_text(each)) + "\n";
    out_ += "</ul>\n";
  }

  static std::string column_head(const table_block::column& of) {
    std::string kind = of.figures ? "figures" : "";
    if (of.upright) kind += " upright";
    const std::string label = html_text(of.label);
    return "<th scope=\"col\"" + (kind.empty() ? "" : " class=\"" + kind + "\"") + ">" +
           (of.upright ? "<span>" + label + "</span>" : label) + "</th>";
  }

  void put(const table_block& of) {
    const bool upright = std::any_of(of.columns.begin(), of.columns.end(),
                                     [](const table_block::column& c) { return c.upright; });
    const std::string caption = html_text(of.caption);
    out_ += std::string("<div class=\"") + (upright ? "scroll keep" : "scroll") +
            "\" role=\"region\" tabindex=\"0\" aria-label=\"" + caption + "\">\n<table" +
            (upright ? " class=\"groups\"" : "") + ">\n<caption>" + caption +
            "</caption>\n<thead><tr>";
    for (const table_block::column& each : of.columns) out_ += column_head(each);
    out_ += "</tr></thead>\n<tbody>\n";
    for (const table_block::row& row : of.rows) {
      out_ += row.depth == 0 ? "<tr>"
                             : "<tr class=\"d" + std::to_string(std::min(row.depth, 3u)) + "\">";
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool words = !row.cells[i].empty() && row.cells[i].front().kind == run_kind::words;
        const char* kind = words                   ? " class=\"words\""
                           : of.columns[i].figures ? " class=\"figures\""
                                                   : "";
        const std::string inner = with_breaks(row.cells[i]);
        out_ += i == 0 ? element("th", inner,
                                 words ? " scope=\"row\" class=\"words\"" : " scope=\"row\"")
                       : element("td", inner, kind);
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</div>\n";
    notes(of.notes);
  }

  // In a cell a line end of ours is a break; respondents' line ends are kept by the style.
  static std::string with_breaks(const line& of) {
    std::string out;
    for (const run& each : of) out += each.text == "\n" ? "<br>" : inline_run(each);
    return out;
  }

  void notes(const std::vector<std::string>& of) {
    if (of.empty()) return;
    out_ += "<ul class=\"notes\">\n";
    for (const std::string& each : of) out_ += element("li", html_text(each)) + "\n";
    out_ += "</ul>\n";
  }

  void put(const figure_block& of) {
    const std::string id = "chart-" + std::to_string(++charts_);
    out_ += "<figure>\n<div class=\"drawing\">\n" + to_svg(of.chart, id);
    key(of.chart.bars);
    if (!of.chart.note.empty()) out_ += "<p class=\"note\">" + html_text(of.chart.note) + "</p>\n";
    out_ += "</div>\n<details open>\n<summary>Table</summary>\n";
    put(of.table);
    out_ += "</details>\n</figure>\n";
  }

  void key(const std::vector<chart_block::bar>& bars) {
    bool by_rule = false;
    bool firm = false;
    for (const chart_block::bar& each : bars) {
      by_rule = by_rule || each.by_rule_only > 0;
      firm = firm || each.by_rule_only < each.count;
    }
    if (!by_rule) return;
    out_ += "<p class=\"key\">";
    if (firm) out_ += "<span class=\"firm\">&#160;</span> coded or reviewed ";
    out_ += "<span class=\"rule\">&#160;</span> found by rule alone</p>\n";
  }

  void put(const quote_block& of) {
    // Words without a cut between them are isolated together, so that a mark turns none around.
    out_ += "<blockquote>\n<p class=\"words\">";
    bool open = false;
    for (const run& each : of.words) {
      const bool words = each.kind != run_kind::cut;
      if (words && !open) out_ += "<bdi" + language_attribute(each) + ">";
      if (!words && open) out_ += "</bdi>";
      open = words;
      out_ += each.kind == run_kind::words      ? html_text(each.text)
              : each.kind == run_kind::evidence ? element("mark", html_text(each.text))
                                                : inline_run(each);
    }
    out_ += std::string(open ? "</bdi>" : "") + "</p>\n";
    for (const run& each : of.translation) {
      out_ += "<p class=\"translation\"><bdi" + language_attribute(each) + ">" +
              html_text(each.text) + "</bdi> <span class=\"status\">" + html_text(of.translated) +
              "</span></p>\n";
    }
    out_ += "<footer>" + html_text(of.by);
    if (!of.status.empty()) {
      out_ += " <span class=\"status\">" + html_text(of.status) + "</span>";
    }
    out_ += "</footer>\n</blockquote>\n";
  }

  void put(const tiles_block& of) {
    out_ += "<ul class=\"tiles\">\n";
    for (const tiles_block::tile& each : of.tiles) {
      out_ += "<li><strong>" + html_text(each.figure) + "</strong> " + html_text(each.label) +
              "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void put(const reply_block& of) {
    out_ += "<div class=\"reply\">\n<p class=\"by\">" + html_text(of.title) + "</p>\n";
    for (const std::string& each : of.paragraphs) out_ += element("p", html_text(each)) + "\n";
    out_ += "</div>\n";
  }

  const document& of_;
  std::string out_;
  unsigned open_sections_ = 0;
  unsigned charts_ = 0;
};

}  // namespace

std::string to_html(const document& of) {
  return page(of).make();
}

}  // namespace heard::reporting
