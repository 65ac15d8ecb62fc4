#include <heard/base/escape.hpp>
#include <heard/base/utf8.hpp>

#include <cli/json.hpp>
#include <cli/visible.hpp>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heard;

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
      {":", "\\:"},
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

// OWASP ASVS 5 1.2.10 and CWE-1236.
TEST_CASE("no cell of text runs in a spreadsheet") {
  using namespace std::string_view_literals;
  struct cell {
    std::string_view text, expected;
  };
  const cell rows[] = {
      {"=1+1", "'=1+1"},
      {"+44 7700 900123", "'+44 7700 900123"},
      {"-5 is too low", "'-5 is too low"},
      {"@handle", "'@handle"},
      {"\tx", "\"'\tx\""},
      {"\rx", "\"'\rx\""},
      {"\nx", "\"'\nx\""},
      {"\0x"sv, "'\uFFFDx"},
      {"a\0x"sv, "a\uFFFDx"},
      {"\uFF1D1", "'\uFF1D1"},
      {"\uFF0B1", "'\uFF0B1"},
      {"\uFF0D1", "'\uFF0D1"},
      {"\uFF201", "'\uFF201"},
      {"plain words", "plain words"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"a;b", "\"a;b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"\xFF", "\uFFFD"},
      {"5 = 5", "5 = 5"},
  };
  for (const cell& each : rows) {
    CAPTURE(std::string(each.text));
    CHECK(csv_text(each.text) == each.expected);
  }
}

TEST_CASE("a JSON string is what another library reads back") {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all += static_cast<char>(c);
  all += "\u00E9 \u2028 \U0001F600 </script>";
  CHECK(nlohmann::json::parse(json_text(all)).get<std::string>() == all);
  CHECK(json_text(all).find('<') == std::string::npos);
  CHECK(json_text("say \"no\"\n\t\\<\x01\x7F") == R"("say \"no\"\n\t\\\u003c\u0001\u007f")");
  CHECK(json_text("a\xFF") == "\"a\uFFFD\"");
  // The command stands on heard.h alone, and has a writer of its own.
  CHECK(cli::json(all) == json_text(all));
}

// Unicode 15.0, as ICU has it.
TEST_CASE("what would turn a line, end it or hide in it is shown, in a page and on a terminal") {
  unsigned shown = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const auto code = static_cast<UChar32>(c);
    const int category = u_charType(code);
    const bool expected =
        (category == U_CONTROL_CHAR && c != '\t' && c != '\n') || category == U_LINE_SEPARATOR ||
        category == U_PARAGRAPH_SEPARATOR || u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL) != 0 ||
        u_hasBinaryProperty(code, UCHAR_NONCHARACTER_CODE_POINT) != 0 ||
        (category == U_FORMAT_CHAR && u_hasBinaryProperty(code, UCHAR_DEPRECATED) != 0) ||
        (c >= 0xFFF9 && c <= 0xFFFB);
    if (must_be_shown(c) != expected) FAIL("U+" << std::hex << static_cast<unsigned>(c));
    std::string bytes;
    utf8::append(bytes, c);
    const std::string seen = cli::visible(bytes);
    const bool blank = c == '\n' || c == '\t' || c == '\r';
    if (!blank && (seen != bytes) != expected) FAIL("U+" << std::hex << static_cast<unsigned>(c));
    shown += expected ? 1 : 0;
  }
  CHECK(shown > 100);
  CHECK(cli::visible("a\r\nb\tc\u202Ed\u2028e\x1B[2J\u200F") ==
        "a b c<U+202E>d<U+2028>e<U+001B>[2J<U+200F>");
  CHECK(cli::visible("\xE2\x80") == "\xE2<U+0080>");
}
