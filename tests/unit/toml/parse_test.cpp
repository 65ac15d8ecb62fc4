#include "toml/parse.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace heard;

namespace {

struct parsed {
  source_text source;
  std::optional<toml::value> value;
  std::string remarks;

  explicit parsed(std::string text) : source("f.toml", std::move(text)) {
    toml::faults faults(source);
    value = toml::parse(source, faults);
    diagnostics out;
    faults.hand_over(out);
    for (const diagnostic& d : out.all()) remarks += to_string(d) + "\n";
  }
  std::string at(toml::extent where) const {
    return std::string(source.text().substr(where.first, where.last - where.first));
  }
};

// Every key and value with its bytes, depth first in the order kept: `key=value`, joined by `|`.
void show(const parsed& from, const toml::value& v, std::string& out) {
  for (const toml::entry& e : v.entries) {
    out += from.at(e.where) + "=" + from.at(e.value.where) + "|";
    show(from, e.value, out);
  }
  for (const toml::value& item : v.items) {
    out += from.at(item.where) + "|";
    show(from, item, out);
  }
}

std::string shown(std::string text) {
  const parsed from(std::move(text));
  if (!from.value) return from.remarks;
  std::string out;
  show(from, *from.value, out);
  return out;
}

}  // namespace

TEST_CASE("keys and values know their bytes, and keep the order written") {
  const std::pair<const char*, const char*> table[] = {
      {"b = 1\na = 2 # x\n", "b=1|a=2|"},
      {"k\t=\t'x' \n", "k='x'|"},
      {"\xEF\xBB\xBFk = true\n", "k=true|"},
      {"\"caf\xC3\xA9\" = \"caf\xC3\xA9\" # \xC3\xA9\nz = 1.5",
       "\"caf\xC3\xA9\"=\"caf\xC3\xA9\"|z=1.5|"},
      {"l = [ 1, \"\xC3\xA9\", { u = 2026-03-02, v = [] } ]",
       "l=[ 1, \"\xC3\xA9\", { u = 2026-03-02, v = [] } ]|1|\"\xC3\xA9\"|{ u = 2026-03-02, v = [] "
       "}|u=2026-03-02|v=[]|"},
      {"[t]\nx = 10:30:00\n[t.u]\ny=1\n", "t=[t]|x=10:30:00|u=[t.u]|y=1|"},
      {"[[q]]\nid='a'\r\n[[q]]\nid='b'\n[q.sub]\nz=0x1F",
       "q=[[q]]|[[q]]|id='a'|[[q]]|id='b'|sub=[q.sub]|z=0x1F|"},
      {"a.b.c = 1\n", "a=a|b=b|c=1|"},
      {"m = '''\nabc\r\nd'''\nn = \"\"\"\\\n x\"\"\"\"\n",
       "m='''\nabc\r\nd'''|n=\"\"\"\\\n x\"\"\"\"|"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(shown(text) == expected);
  }
}

TEST_CASE("strings of several lines keep what is not ASCII") {
  const parsed p(
      "a = \"\"\"caf\xC3\xA9 \\\n  \xC3\xA9t\xC3\xA9\"\"\"\nb = 'x'\n"
      "c = \"\"\"\\\n\xC2\xA0x\"\"\" # \xC3\xA9\n\"\xC3\xA9\" = 1\n\"\xC3\xBC\" = 2\n");
  CHECK(p.remarks == "");
  REQUIRE(p.value);
  const auto& e = p.value->entries;
  REQUIRE(e.size() == 5);
  CHECK(e[0].value.text == "caf\xC3\xA9 \xC3\xA9t\xC3\xA9");
  CHECK(p.at(e[1].where) == "b");
  // A no-break space is no white space to TOML.
  CHECK(e[2].value.text == "\xC2\xA0x");
  CHECK(e[3].key == "\xC3\xA9");
}

TEST_CASE("values are decoded") {
  const parsed p("t='x'\ni=-7\nb=true\nd=2026-03-02\ndt=2026-03-02T14:05:09Z\nr=1.5\nh=10:00:00\n");
  REQUIRE(p.value);
  const auto& e = p.value->entries;
  REQUIRE(e.size() == 7);
  CHECK(e[0].value.kind == toml::kind::text);
  CHECK(e[0].value.text == "x");
  CHECK(e[1].value.integer == -7);
  CHECK(e[2].value.boolean);
  CHECK(to_string(e[3].value.when) == "2026-03-02");
  CHECK(e[3].value.kind == toml::kind::date);
  CHECK(to_string(e[4].value.when) == "2026-03-02T14:05:09");
  CHECK(e[4].value.kind == toml::kind::date_time);
  CHECK(e[5].value.kind == toml::kind::real);
  CHECK(e[6].value.kind == toml::kind::time);
}

TEST_CASE("a fault of syntax is told once, with its place") {
  const std::pair<std::string, const char*> table[] = {
      {"a = 1\nb = \n",
       "f.toml:2:5: error: not valid TOML: expected value, saw '\\n' (key-value pair)\nb = \n    "
       "^\n"},
      {"a = 1\na = 2\n",
       "f.toml:2:5: error: not valid TOML: cannot redefine existing integer 'a' (key-value pair)\n"
       "a = 2\n    ^\n"},
      {"\xC3\xA9 = 1\n",
       "f.toml:1:1: error: this character stands only between quotation marks or in a comment\n"
       "\xC3\xA9 = 1\n^\n"},
      {"a = 1\nb = \xE2\x80\x9Cx\xE2\x80\x9D\n",
       "f.toml:2:5: error: this curly mark is no quotation mark of TOML: write \" or '\n"
       "b = \xE2\x80\x9Cx\xE2\x80\x9D\n    ^\n"},
      {"a 1\n\xC3\xA9 = 1\n",
       "f.toml:1:3: error: not valid TOML: expected '=', saw '1' (key-value pair)\na 1\n  ^\n"},
      {"a = \"caf\xC3\xA9 \\q\"\n",
       "f.toml:1:12: error: not valid TOML: unknown escape sequence '\\q' (string)\n"
       "a = \"caf\xC3\xA9 \\q\"\n           ^\n"},
      {"a = 'x",
       "f.toml:1:7: error: not valid TOML: encountered end-of-file (string)\na = 'x\n      ^\n"},
      {"a = \"x\xFFy\"\n",
       "f.toml:1:7: error: this byte is not UTF-8; save the file as UTF-8\n"
       "a = \"x\xEF\xBF\xBDy\"\n      ^\n"},
      {std::string("\xFF\xFE"
                   "a\0",
                   4),
       "f.toml:1:1: error: the file is UTF-16; save it as UTF-8\n"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    const parsed p(text);
    CHECK_FALSE(p.value);
    CHECK(p.remarks.substr(0, std::string_view(expected).size()) == expected);
  }
}

TEST_CASE("depth is bounded, and an earlier fault is told first") {
  const auto times = [](const std::string& what, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += what;
    return out;
  };
  const auto message = [](const std::string& text) {
    const parsed p(text);
    CHECK_FALSE(p.value);
    return p.remarks.substr(0, p.remarks.find('\n'));
  };
  CHECK(message("x=" + times("[", 100'000)) ==
        "f.toml:1:35: error: brackets may be nested at most 32 deep");
  CHECK(message("x=" + times("{a=", 100'000)) ==
        "f.toml:1:99: error: brackets may be nested at most 32 deep");
  CHECK(message(times("a.", 100'000) + "a=1") ==
        "f.toml:1:34: error: at most 16 dots may join keys in one place");
  CHECK(message("[" + times("a.", 100'000) + "a]\n") ==
        "f.toml:1:35: error: at most 16 dots may join keys in one place");
  CHECK(message("x = " + times("{ 'a' . b = ", 100'000)) ==
        "f.toml:1:389: error: brackets may be nested at most 32 deep");
  CHECK(message(times("[", 100'000)).find("not valid TOML") != std::string::npos);
  CHECK(message("y 1\nx=" + times("[", 40)).find("f.toml:1:3: error: not valid TOML") == 0);

  const parsed fine("x = '" + times("[.", 1000) + "'\ny = \"\"\"" + times("a.[\n", 100) +
                    "\"\"\" # " + times("[a.", 1000) + "\nz = " + times("[", 31) + times("]", 31) +
                    "\n[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q]\n");
  CHECK(fine.remarks == "");
  CHECK(fine.value);
}

TEST_CASE("a long line and a large file take no quadratic time") {
  std::string text = "x = [";
  for (int i = 0; i < 300'000; ++i) text += "1,";
  text += "]\n";
  const auto start = std::chrono::steady_clock::now();
  const parsed p(text);
  REQUIRE(p.value);
  CHECK(p.at(p.value->entries[0].value.items.back().where) == "1");
  CHECK(p.value->entries[0].value.items.back().where.last == text.size() - 3);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));

  const parsed large(std::string((8u << 20) + 1, '\n'));
  CHECK(large.remarks == "f.toml:1:1: error: the file is larger than 8 MiB\n\n^\n");
}

TEST_CASE("a table's name begins as a name does, whatever toml++ takes for granted") {
  for (const std::string text : {"[.a]", "[=]", "[,]", "[[[", "[[ [a", "[{", "[}", "[[=", "[!",
                                 " [ #", "[\n", "[[\r\n", "a = 1\n\t[ \t=", "# [\n[:", "[\x01"}) {
    CAPTURE(text);
    const parsed p(text);
    CHECK_FALSE(p.value);
    CHECK(p.remarks.find("not valid TOML") != std::string::npos);
  }
  CHECK(parsed("x = [\n [ 1 ],\n [[2]], ['[.a]']]\n[ \t\"[=\"]\n [[ -a ]]\n").remarks == "");
}

TEST_CASE("a line of a file that may be data is not shown") {
  const auto excerpt_of = [](std::string name, std::string text) {
    const source_text source(std::move(name), std::move(text));
    toml::faults faults(source);
    CHECK(!toml::parse(source, faults));
    diagnostics out;
    faults.hand_over(out);
    REQUIRE(out.all().size() == 1);
    CHECK(out.all()[0].where.line == 1);
    return out.all()[0].message + "|" + out.all()[0].excerpt;
  };
  const std::string words = "Dear all, I live alone\n";
  for (const std::string name : {"data/form.csv", "l1.txt", "a.toml.csv", "x/form.jsonl"}) {
    for (const std::string& text : {words, "x\xFFy" + words, "a = 1\rzebra = '" + words}) {
      const std::string said = excerpt_of(name, text);
      CAPTURE(said);
      CHECK(said.ends_with("|"));
      CHECK(said.find("alone") == std::string::npos);
      CHECK(said.find("zebra") == std::string::npos);
    }
  }
  for (const std::string name : {"m", "rules.toml", "v1.2/codebook"}) {
    CHECK(excerpt_of(name, words).find("alone") != std::string::npos);
  }
}
