#include "report/document.hpp"

#include "report/html.hpp"
#include "report/markdown.hpp"
#include "unit/report/benches.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace heard::reporting;
using heard::test::benches;
using heard::test::bytes_of;

namespace {

// The words that a page shows, without its head, contents, charts and what they are keyed with.
std::string shown_by_html(std::string page) {
  const auto drop = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = page.find(from); at != std::string::npos; at = page.find(from, at)) {
      page.erase(at, page.find(to, at) + to.size() - at);
    }
  };
  drop("<head>", "</head>");
  drop("<nav", "</nav>");
  drop("<svg", "</svg>");
  drop("<summary", "</summary>");
  drop("<p class=\"key\"", "</p>");
  drop("<div class=\"running\"", "</div>");
  std::string out;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (page[at] == '<') {
      at = page.find('>', at);
      out += ' ';
    } else {
      out += page[at];
    }
  }
  return out;
}

// Numbers of a text in order, "1,234" as one; entities are no numbers.
std::vector<std::string> numbers_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&' && text[at + 1] == '#') {
      at = text.find(';', at);
      continue;
    }
    if (text[at] < '0' || text[at] > '9') continue;
    std::string number;
    for (; at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == ','); ++at) {
      number += text[at];
    }
    while (number.back() == ',') number.pop_back();
    out.push_back(number);
  }
  return out;
}

}  // namespace

TEST_CASE("the page and the Markdown have the same numbers in the same order") {
  const auto files = render_report(benches::coded(), {});
  for (const char* folder : {"publish/", "internal/"}) {
    const auto html =
        numbers_of(shown_by_html(bytes_of(files, folder + std::string("report.html"))));
    const auto markdown = numbers_of(bytes_of(files, folder + std::string("report.md")));
    CHECK(html.size() > 250);
    CHECK(html == markdown);
  }
}

TEST_CASE("headings are numbered, their ids fit and differ") {
  document made;
  made.heading(2, "one", "One");
  made.heading(3, "a b\"c", "First");
  made.heading(3, "a-b-c", "Second");
  made.heading(4, "", "Below");
  made.heading(2, "one", "Two");
  made.heading(3, "x", "Third");
  number_headings(made);
  std::string out;
  for (const block& each : made.blocks) {
    const auto& heading = std::get<heading_block>(each);
    out += heading.number + "=" + heading.id + ";";
  }
  CHECK(out == "1=one;1.1=a-b-c;1.2=a-b-c-2;=;2=one-2;2.1=x;");
}

TEST_CASE("paragraphs end at empty lines") {
  using lines = std::vector<std::string>;
  CHECK(paragraphs_of("one\ntwo\n\nthree\n") == lines{"one two", "three"});
  CHECK(paragraphs_of("one\r\ntwo\r\n\r\nthree") == lines{"one two", "three"});
  CHECK(paragraphs_of("\n\n\n").empty());
}

TEST_CASE("a language that is none is not printed") {
  document made;
  made.language = "en\" onload=\"alert(1)";
  CHECK(to_html(made).find("<html lang=\"en\">") != std::string::npos);
}

TEST_CASE("blocks in both formats") {
  document made;
  made.language = "cy";
  made.title = "T & U";
  made.subtitle = "S";
  made.footer = "F";
  made.add(quote_block{{{"one\n\n*two*", run_kind::words, "fr"}, {" [...]", run_kind::cut}},
                       "Someone",
                       "not cleared",
                       {},
                       {}});
  made.add(reply_block{"Reply", {"Yes."}});
  made.add(list_block{{{{"a", run_kind::strong}, {": b"}}}, false});
  const std::string html = to_html(made);
  CHECK(html.find("<html lang=\"cy\">") != std::string::npos);
  CHECK(html.find("<title>T &amp; U \u2013 S</title>") != std::string::npos);
  CHECK(html.find("<blockquote>\n<p class=\"words\"><bdi lang=\"fr\">one\n\n*two*</bdi><span "
                  "class=\"cut\"> [...]</span></p>\n<footer>Someone <span class=\"status\">not "
                  "cleared</span></footer>\n</blockquote>\n") != std::string::npos);
  const std::string markdown = to_markdown(made);
  CHECK(
      markdown.find("> one\\\n> \\\n> \\*two\\* \\[...\\]\n>\n> \u2013 Someone (not cleared)\n") !=
      std::string::npos);
  CHECK(markdown.find("- **a**: b\n") != std::string::npos);
  CHECK(markdown.find("**Reply**\n\nYes.\n") != std::string::npos);
}
