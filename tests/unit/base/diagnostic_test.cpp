#include <heard/base/diagnostic.hpp>
#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>

using namespace heard;

TEST_CASE("a remark shows its line with a caret under the fault") {
  const source_text source("codebook.toml", "first\nname = \"caf\xC3\xA9\" oops\nlast\n");
  const std::size_t at = source.text().find("oops");
  const diagnostic d = source.remark(severity::error, "unknown word", at, 4);
  CHECK(d.where.line == 2);
  CHECK(d.where.column == 15);
  CHECK(d.excerpt == "name = \"caf\xC3\xA9\" oops\n              ^~~~");
  CHECK(to_string(d) == "codebook.toml:2:15: error: unknown word\n" + d.excerpt);
}

TEST_CASE("line and column lead back to the offset") {
  const source_text source("x", "\xC3\xA9\xC3\xA9x\ny");
  CHECK(source.offset_of(1, 3) == 4);
  CHECK(source.offset_of(2, 1) == 6);
  CHECK(source.offset_of(9, 1) == source.text().size());
  CHECK(source.locate(999).line == 2);
}

TEST_CASE("a byte order mark is no character of the first line") {
  const source_text source("x", "\xEF\xBB\xBFkey\n");
  CHECK(source.locate(0).offset == 3);
  CHECK(source.locate(0).column == 1);
  CHECK(source.offset_of(1, 2) == 4);
  CHECK(source.remark(severity::error, "odd", 4, 1).excerpt == "key\n ^");
}

TEST_CASE("columns of long lines are those that counting from the line's start gives") {
  std::string text = "short\n";
  for (int i = 0; i < 9000; ++i)
    text += i % 3 == 0 ? "\xE2\x82\xAC" : i % 7 == 0 ? "\xC3\xA9" : "a";
  text += "\nshort\n" + std::string(5000, 'b');
  const source_text source("x", text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (utf8::continuation(text[at])) continue;
    const location where = source.locate(at);
    const std::size_t start = source.line_start(where.line);
    REQUIRE(where.column == utf8::count(text.substr(start, at - start)) + 1);
  }
  CHECK(source.locate(text.size()).column == 5001);
}

TEST_CASE("every value of a file of one line can be located") {
  const source_text source("x", std::string(8'000'000, 'a'));
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < 8'000'000; at += 80) sum += source.locate(at).column;
  CHECK(sum == 100'000 + 80ull * (99'999ull * 100'000 / 2));
}

TEST_CASE("a long line is cut around the fault") {
  const std::string text = std::string(5000, 'a') + "!" + std::string(5000, 'b');
  const source_text source("x", text);
  const diagnostic d = source.remark(severity::warning, "odd", 5000, 1);
  CHECK(d.excerpt.size() < 250);
  const std::size_t newline = d.excerpt.find('\n');
  const std::size_t caret = d.excerpt.find('^') - newline - 1;
  CHECK(d.excerpt[caret] == '!');
}

TEST_CASE("control characters neither show nor move the caret") {
  const source_text source("x", "a\x1B[31m\tz");
  const diagnostic d = source.remark(severity::error, "odd", source.text().size() - 1, 1);
  CHECK(d.excerpt.find('\x1B') == std::string::npos);
  CHECK(d.excerpt == "a\xEF\xBF\xBD[31m z\n       ^");
}

TEST_CASE("remarks sort by place, whatever order they were found in") {
  diagnostics all;
  all.add({severity::warning, "second", {"a", 9, 2, 1}, 0, {}});
  all.add({severity::note, "first", {"a", 1, 1, 2}, 0, {}});
  CHECK_FALSE(all.has_errors());
  all.add({severity::error, "other file", {"b", 0, 1, 1}, 0, {}});
  all.sort_by_place();
  CHECK(all.has_errors());
  CHECK(all.all()[0].message == "first");
  CHECK(all.all()[2].message == "other file");
}
