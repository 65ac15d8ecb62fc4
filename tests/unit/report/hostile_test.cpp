#include "support/small_consultation.hpp"
#include "unit/report/hostile_words.hpp"

#include <heard/report/report.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace heard;
using heard::test::hostile_words;

namespace {

// Every string as an answer without a theme, as a pinned quote, as a title, label, name and body.
std::vector<report_file> hostile_report() {
  test::small_consultation made;
  made.settings.title = "<script>alert(1)</script> & \"title\"";
  made.settings.publisher = "</h1><img src=x onerror=alert(1)>";
  made.settings.note = "\u202Enote</div><script>alert(1)</script>";
  made.settings.about = "<b>about</b>\n\n# about";
  made.settings.quotes = 1000;
  made.chapters = {"c1"};
  made.asked = {{"why", question_kind::open, "c1"}, {"how", question_kind::open, "c1"}};
  made.themes = {{"beast", {"zebra"}, "", {}, "<script>alert('theme')</script>"}};
  std::size_t i = 0;
  for (const std::string& words : hostile_words()) {
    const std::string id = "=" + std::to_string(++i) + "<script>";
    const std::string quoted = words + " zebra";
    made.responses.push_back({id,
                              "form",
                              {{"why", words}, {"how", quoted}},
                              "",
                              capacity::organisation,
                              {"Body " + std::to_string(i) + " <script>" + words},
                              disposition::included,
                              publication::named});
    made.quotes.push_back({id, "how", quoted, quote_action::pin});
    // Some hold a web address and the like.
    made.quotes.push_back({id, "how", quoted, quote_action::clear});
  }
  made.channels[0].title = "<script>form</script>";
  return render_report(made.code(), {});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++out;
  }
  return out;
}

}  // namespace

TEST_CASE("hostile words are text in every file") {
  const auto files = hostile_report();
  int pages = 0, texts = 0;
  for (const report_file& each : files) {
    CAPTURE(each.path);
    if (each.path.ends_with(".html")) {
      for (const char* tag :
           {"<script", "<img", "<iframe", "<IMG", "<object", "<embed", "<link", "<base", "<form",
            "<input", "<video", "<marquee", "<math", "<!--", "<?", "<%"}) {
        CAPTURE(tag);
        CHECK(count(each.bytes, tag) == 0);
      }
      CHECK(count(each.bytes, "<style") == 1);
      CHECK(count(each.bytes, "<meta") == 4);
      CHECK(count(each.bytes, "javascript:alert") > 0);  // As words, in a bdi.
      CHECK(count(each.bytes, "\u202E") == 0);
      CHECK(count(each.bytes, "[U+202E]") > 0);
      ++pages;
    }
    if (each.path.ends_with(".md")) {
      // A "<" can only be ours: <br> in a cell.
      CHECK(count(each.bytes, "<") == count(each.bytes, "<br>"));
      CHECK(count(each.bytes, "](") == count(each.bytes, "\\]("));
      CHECK(count(each.bytes, "http://") == 0);
      ++texts;
    }
  }
  CHECK(pages == 2);
  CHECK(texts == 2);
}

TEST_CASE("a hostile report for others to read") {
  const char* folder = std::getenv("HEARD_REPORT_OUT");
  const auto files = hostile_report();
  CHECK(files.size() > 10);
  if (folder == nullptr) return;
  const std::filesystem::path to = std::filesystem::path(folder) / "hostile";
  for (const report_file& each : files) {
    const std::filesystem::path path = to / each.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << each.bytes;
  }
  // The words themselves, each with its length.
  std::ofstream words(to / "words", std::ios::binary);
  for (const std::string& each : hostile_words()) words << each.size() << '\n' << each << '\n';
}
