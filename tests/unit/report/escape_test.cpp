#include "report/escape.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard::reporting;

namespace {

struct row {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("text in HTML") {
  const std::vector<row> rows = {
      {"", ""},
      {"plain words", "plain words"},
      {"a < b & c > d", "a &lt; b &amp; c &gt; d"},
      {"\"it's\"", "&quot;it&#39;s&quot;"},
      {"&lt;", "&amp;lt;"},
      {"one\ntwo\r\nthree\rfour", "one\ntwo\nthree\nfour"},
      {"tab\there", "tab\there"},
      {std::string("a\0b", 3), "a[U+0000]b"},
      {"bell\x07", "bell[U+0007]"},
      {"del\x7F", "del[U+007F]"},
      {"\u0085", "[U+0085]"},
      {"\u202Egnp\u202C", "[U+202E]gnp[U+202C]"},
      {"\u2066x\u2069", "[U+2066]x[U+2069]"},
      {"\u200Ex\u200F\u061C", "[U+200E]x[U+200F][U+061C]"},
      {"\u2028\u2029", "[U+2028][U+2029]"},
      {"\uFFFE", "[U+FFFE]"},
      // Joiners make emoji and letters of some scripts: they stay.
      {"\u200D\u200B\uFEFF", "\u200D\u200B\uFEFF"},
      // Unicode 15.0, table 3-8: one U+FFFD for each maximal subpart.
      {"a\xF1\x80\x80\xE1\x80\xC2"
       "b\x80",
       "a\uFFFD\uFFFD\uFFFDb\uFFFD"},
      {"\u00E9 \u6F22 \U0001F600", "\u00E9 \u6F22 \U0001F600"},
  };
  for (const row& each : rows) CHECK(html_text(each.text) == each.expected);
}

TEST_CASE("text in Markdown") {
  const std::vector<row> rows = {
      {"plain words, with a full stop.", "plain words, with a full stop."},
      {"# no heading", "\\# no heading"},
      {"the # sign", "the # sign"},
      {"- no item", "\\- no item"},
      {"well-known", "well-known"},
      {"+ no item", "\\+ no item"},
      {"-5 and +5", "-5 and +5"},
      {"---", "\\---"},
      {"=1+1", "=1+1"},
      {"1. no item", "1\\. no item"},
      {"12) no item", "12\\) no item"},
      {"1.5 per cent", "1.5 per cent"},
      {"0.1.0", "0.1.0"},
      {"7.", "7\\."},
      {"I have 2. And", "I have 2. And"},
      {"> no quote", "&gt; no quote"},
      {"=== under", "\\=== under"},
      {"*b* _i_ `c` ~s~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~"},
      {"[a](http://x.example)", "\\[a\\](http:\\//x.example)"},
      {"at 9:00, by post/form: yes", "at 9:00, by post/form: yes"},
      {"snake_case _i_", "snake_case \\_i\\_"},
      {":-: table", "\\:-: table"},
      {"![a][b]", "!\\[a\\]\\[b\\]"},
      {"www.x.example", "www\\.x.example"},
      {"<script>", "&lt;script&gt;"},
      {"&copy;", "&amp;copy;"},
      {"&#35;", "&amp;#35;"},
      {"salt & pepper", "salt & pepper"},
      {"ends with &", "ends with &amp;"},
      {"a | b", "a \\| b"},
      {"$x$ {{y}}", "\\$x\\$ {{y}}"},
      {":smile:", ":smile:"},
      {"note: this", "note: this"},
      {"\\", "\\\\"},
      {"    no code", "no code"},
      {"\tno code", "no code"},
      {"one\ttwo  three", "one\ttwo  three"},
      {"one\n# two", "one\\\n\\# two"},
      {"one\n  - two", "one\\\n\\- two"},
      {"one\r\n    2. two", "one\\\n2\\. two"},
      {"\u202Ex", "\\[U+202E\\]x"},
  };
  for (const row& each : rows) {
    CAPTURE(each.text);
    CHECK(markdown_text(each.text, "\\\n") == each.expected);
  }
}

// In a cell, a heading or after other words no block can begin; links and emphasis still can.
TEST_CASE("text in Markdown within a line") {
  const std::vector<row> rows = {
      {"# sign", "# sign"},
      {"- dash", "- dash"},
      {"2. two", "2. two"},
      {" a space before", " a space before"},
      {"one\n- two", "one<br>- two"},
      {"*b* | c", "\\*b\\* \\| c"},
      {"http://x.example", "http:\\//x.example"},
      // Its number, or its "http:", may stand in the words before.
      {". two", "\\. two"},
      {"//x.example", "\\//x.example"},
  };
  for (const row& each : rows) {
    CAPTURE(each.text);
    CHECK(markdown_text(each.text, "<br>", false) == each.expected);
  }
}
