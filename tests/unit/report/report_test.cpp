#include "unit/report/benches.hpp"

#include <heard/base/error.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;
using heard::test::contains;

TEST_CASE("two folders, sorted by path") {
  const auto files = render_report(benches::coded(), {});
  std::vector<std::string> paths;
  for (const report_file& each : files) paths.push_back(each.path);
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  CHECK(std::adjacent_find(paths.begin(), paths.end()) == paths.end());
  for (const char* path :
       {"publish/report.html", "publish/report.md", "publish/report.json", "internal/report.html",
        "internal/report.md", "internal/report.json", "internal/codings.csv",
        "publish/tables/where-themes.csv", "publish/tables/where-by-you.csv",
        "publish/tables/often-options.csv", "publish/tables/themes-by-chapter.csv",
        "internal/tables/list-uncovered.csv", "internal/tables/list-unreadable.csv"}) {
    CAPTURE(path);
    CHECK(std::binary_search(paths.begin(), paths.end(), path));
  }
  for (const std::string& path : paths) {
    CAPTURE(path);
    const bool published = path.rfind("publish/", 0) == 0;
    CHECK((published || path.rfind("internal/", 0) == 0));
    if (published) CHECK_FALSE(contains(path, "list-"));
    if (published) CHECK_FALSE(contains(path, "codings"));
  }
}

TEST_CASE("every page says DRAFT until it is final, and carries the note") {
  for (const bool final : {false, true}) {
    report_options options;
    options.final = final;
    const auto files = render_report(benches::coded(), options);
    for (const char* folder : {"publish/", "internal/"}) {
      const std::string page = bytes_of(files, std::string(folder) + "report.html");
      CHECK(contains(page, "DRAFT") == !final);
      CHECK(contains(bytes_of(files, std::string(folder) + "report.md"), "DRAFT") == !final);
      CHECK(contains(bytes_of(files, std::string(folder) + "report.json"),
                     final ? "\"draft\": false" : "\"draft\": true"));
      // In the banner, and in what is printed on every sheet.
      const std::string_view note = "This consultation is invented.";
      const std::size_t first = page.find(note);
      REQUIRE(first != std::string::npos);
      CHECK(page.find(note, first + 1) < page.find("<h1>"));
    }
  }
}

TEST_CASE("the same bytes for any number of threads") {
  const auto from = benches::coded();
  const auto one = render_report(from, {false, {1, {}}});
  for (const unsigned threads : {2u, 8u}) {
    const auto more = render_report(from, {false, {threads, {}}});
    REQUIRE(more.size() == one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      CAPTURE(one[i].path);
      CHECK(more[i].path == one[i].path);
      CHECK(more[i].bytes == one[i].bytes);
    }
  }
}

TEST_CASE("progress ends at its total, never falls, and can stop the run") {
  const auto from = benches::coded();
  progress last;
  bool falls = false;
  report_options options;
  options.run.report = [&](const progress& now) {
    falls = falls || now.done < last.done || (last.total != 0 && now.total != last.total);
    last = now;
    return true;
  };
  (void)render_report(from, options);
  CHECK_FALSE(falls);
  CHECK(last.total > 0);
  CHECK(last.done == last.total);

  int calls = 0;
  options.run.report = [&](const progress&) { return ++calls < 5; };
  try {
    (void)render_report(from, options);
    FAIL("the run was not stopped");
  } catch (const error& stopped) {
    CHECK(stopped.code() == status::cancelled);
  }
}

// For check_report.py, which reads it with parsers that are not ours.
TEST_CASE("a report of benches for others to read") {
  const char* folder = std::getenv("HEARD_REPORT_OUT");
  const auto files = render_report(benches::coded(), {});
  CHECK(files.size() > 10);
  if (folder == nullptr) return;
  for (const report_file& each : files) {
    const std::filesystem::path path = std::filesystem::path(folder) / "benches" / each.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << each.bytes;
  }
}
