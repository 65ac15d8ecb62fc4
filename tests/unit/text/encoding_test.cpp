#include "shared_data.hpp"

#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/encoding.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace heard;
using text::encoding;

namespace {

using namespace std::string_literals;

/// How decoding ended: the rule that was broken and where, as `line:column@offset: rule`.
template <class operation>
std::string fault_of(operation run) {
  try {
    run();
  } catch (const error& e) {
    CHECK(e.code() == status::bad_encoding);
    CHECK(e.where().name == "f.csv");
    std::ostringstream line;
    line << e.where().line << ':' << e.where().column << '@' << e.where().offset << ": "
         << e.what();
    return line.str();
  }
  return "none";
}

std::string fault(const std::string& bytes) {
  return fault_of([&] { static_cast<void>(text::decode_file(bytes, "f.csv")); });
}
std::string fault(const std::string& bytes, encoding declared) {
  return fault_of([&] { static_cast<void>(text::decode_file_as(bytes, declared, "f.csv")); });
}

}  // namespace

TEST_CASE("the encoding is told by the mark, then by validity, then by elimination") {
  struct row {
    std::string bytes;
    std::string decoded;
    encoding from;
    bool guessed;
  };
  const std::vector<row> rows = {
      {"", "", encoding::utf8, false},
      {"plain", "plain", encoding::utf8, false},
      {"caf\u00E9", "caf\u00E9", encoding::utf8, false},
      {"a\0b"s, "a\0b"s, encoding::utf8, false},
      {"\xEF\xBB\xBFid", "id", encoding::utf8_bom, false},
      {"\xEF\xBB\xBF", "", encoding::utf8_bom, false},
      {"\xFF\xFEi\0d\0"s, "id", encoding::utf16_le, false},
      {"\xFE\xFF\0i\0d"s, "id", encoding::utf16_be, false},
      {"\xFF\xFE\x3D\xD8\x4D\xDC"s, "\U0001F44D", encoding::utf16_le, false},
      {"\xFE\xFF\xD8\x3D\xDC\x4D"s, "\U0001F44D", encoding::utf16_be, false},
      {"caf\xE9 \x93so\x94 \x80"s + "5", "caf\u00E9 \u201Cso\u201D \u20AC5", encoding::windows_1252,
       true},
      {"\xFF", "\u00FF", encoding::windows_1252, true},
  };
  for (const row& r : rows) {
    CAPTURE(r.bytes);
    const text::decoded_file file = text::decode_file(r.bytes, "f.csv");
    CHECK(file.text == r.decoded);
    CHECK(file.from == r.from);
    CHECK(file.guessed == r.guessed);
    CHECK(file.original_offset(file.text.size()) == r.bytes.size());
  }
}

TEST_CASE("what can't be told is refused with its place") {
  // \x81 is in no Windows-1252 text; \xC3\xA9 is UTF-8 among bytes that are not.
  CHECK(fault("a\xE9\nb\x81") == "1:2@1: \"f.csv\" is neither UTF-8 nor Windows-1252");
  CHECK(fault("\u00E9\nd\u00E9\xE9!") == "2:3@6: \"f.csv\" is UTF-8 only in part");
  CHECK(fault("\xEF\xBB\xBFok\xE9") == "1:3@5: \"f.csv\" is not valid UTF-8");
  CHECK(fault("\xFF\xFEi\0\n\0d"s) == "2:1@6: \"f.csv\" ends within a UTF-16 code unit");
  CHECK(fault("\xFF\xFEi\0\x00\xDCx\0"s) == "1:2@4: \"f.csv\" has an unpaired UTF-16 surrogate");
  CHECK(fault("\xFF\xFE\x3D\xD8x\0"s) == "1:1@2: \"f.csv\" has an unpaired UTF-16 surrogate");
  CHECK(fault("\xFE\xFF\xD8\x3D"s) == "1:1@2: \"f.csv\" has an unpaired UTF-16 surrogate");
  CHECK(fault("\xFF\xFE\0\0i\0\0\0"s) == "1:1@0: \"f.csv\" is UTF-32, which is not read");
  CHECK(fault("\0\0\xFE\xFF\0\0\0i"s) == "1:1@0: \"f.csv\" is UTF-32, which is not read");
}

TEST_CASE("a declared encoding is taken at its word") {
  const auto decoded = [](const std::string& bytes, encoding declared) {
    return text::decode_file_as(bytes, declared, "f.csv").text;
  };
  CHECK(decoded("i\0d\0"s, encoding::utf16_le) == "id");
  CHECK(decoded("\0i\0d"s, encoding::utf16_be) == "id");
  CHECK(decoded("\xFF\xFEi\0"s, encoding::utf16_le) == "i");
  CHECK(decoded("\xEF\xBB\xBFid", encoding::utf8) == "id");
  CHECK(decoded("id", encoding::utf8_bom) == "id");
  CHECK(decoded("\xC3\xA9", encoding::windows_1252) == "\u00C3\u00A9");
  CHECK_FALSE(text::decode_file_as("\xE9", encoding::windows_1252, "f.csv").guessed);
  CHECK(text::decode_file_as("\xEF\xBB\xBFid", encoding::utf8, "").from == encoding::utf8_bom);
  CHECK(text::decode_file_as("id", encoding::utf8_bom, "").from == encoding::utf8);

  CHECK(fault("caf\xE9", encoding::utf8) == "1:4@3: \"f.csv\" is not valid UTF-8");
  CHECK(fault("\xE9\xE9\n\x9D", encoding::windows_1252) ==
        "2:1@3: \"f.csv\" has a byte that Windows-1252 does not define");
  CHECK(fault("\xFE\xFF\0i"s, encoding::utf16_le) ==
        "1:1@0: \"f.csv\" is declared utf-16le but has the byte order mark of utf-16be");
  CHECK(fault("\xEF\xBB\xBFi", encoding::windows_1252) ==
        "1:1@0: \"f.csv\" is declared windows-1252 but has the byte order mark of utf-8");
}

TEST_CASE("of a file of rows bad bytes are noted, once a line, where its encoding is known") {
  using offsets = std::vector<std::size_t>;
  struct row {
    const char* what;
    std::string bytes;
    std::optional<encoding> declared;
    std::string decoded;
    offsets faults;
  };
  const std::string bad = "\uFFFD";
  const row rows[] = {
      {"declared UTF-8", "a\xE9\nb\xFF\xFF\nc", encoding::utf8, "a\xE9\nb\xFF\xFF\nc", {1, 4}},
      {"marked UTF-8", "\xEF\xBB\xBFok\xE9", std::nullopt, "ok\xE9", {2}},
      {"nothing wrong", "\xC3\xA9", encoding::utf8, "\xC3\xA9", {}},
      {"unpaired high", "\xFF\xFE\x3D\xD8x\0"s, std::nullopt, bad + "x", {0}},
      {"unpaired low", "x\0\x00\xDC"s, encoding::utf16_le, "x" + bad, {1}},
      {"half a unit", "\0x\0\n\0"s, encoding::utf16_be, "x\n" + bad, {2}},
      {"not in 1252", "\x81\x81\n\x9D", encoding::windows_1252, bad + bad + "\n" + bad, {0, 7}},
  };
  for (const row& r : rows) {
    CAPTURE(r.what);
    const text::decoded_file file = text::decode_rows(r.bytes, r.declared, "f.csv");
    CHECK(file.text == r.decoded);
    CHECK(file.faults == r.faults);
    CHECK(file.original_offset(file.text.size()) == r.bytes.size());
  }
  // Where the encoding is a guess, bad bytes say that it is wrong.
  CHECK_THROWS_AS((void)text::decode_rows("\u00E9\nd\xE9!", std::nullopt, "f.csv"), error);
  CHECK_THROWS_AS((void)text::decode_rows("a\xE9\nb\x81", std::nullopt, "f.csv"), error);
}

TEST_CASE("a message never holds the words of the file") {
  CHECK(fault("secret\x81words \u00E9") == "1:7@6: \"f.csv\" is UTF-8 only in part");
}

TEST_CASE("every byte of Windows-1252 but five has its code point") {
  // Spot values from CP1252.TXT; the rest of the upper half is Latin-1.
  struct row {
    unsigned char byte;
    char32_t code_point;
  };
  const std::vector<row> rows = {{0x80, 0x20AC}, {0x82, 0x201A}, {0x83, 0x0192}, {0x8C, 0x0152},
                                 {0x8E, 0x017D}, {0x91, 0x2018}, {0x92, 0x2019}, {0x95, 0x2022},
                                 {0x97, 0x2014}, {0x99, 0x2122}, {0x9C, 0x0153}, {0x9F, 0x0178},
                                 {0xA0, 0x00A0}, {0xA3, 0x00A3}, {0xFF, 0x00FF}};
  for (const row& r : rows) {
    const std::string byte(1, static_cast<char>(r.byte));
    const std::string got(text::decode_file_as(byte, encoding::windows_1252, "").text);
    CHECK(utf8::decode(got, 0).code_point == r.code_point);
  }
  int undefined = 0;
  for (unsigned b = 0; b < 256; ++b) {
    const std::string byte(1, static_cast<char>(b));
    undefined += fault(byte, encoding::windows_1252) != "none" ? 1 : 0;
  }
  CHECK(undefined == 5);
}

TEST_CASE("offsets lead back to the file") {
  const auto utf8 = text::decode_file("\xEF\xBB\xBF\u00E9x", "");
  CHECK(utf8.original_offset(0) == 3);
  CHECK(utf8.original_offset(1) == 3);  // within the first character
  CHECK(utf8.original_offset(2) == 5);
  CHECK(utf8.original_offset(99) == 6);
  const auto single = text::decode_file("\xE9\x80x", "");  // two bytes, three bytes, one
  CHECK(single.original_offset(2) == 1);
  CHECK(single.original_offset(4) == 1);
  CHECK(single.original_offset(5) == 2);
  CHECK(single.original_offset(6) == 3);
  const auto wide = text::decode_file("\xFF\xFE\xE9\0\x3D\xD8\x4D\xDCx\0"s, "");
  CHECK(wide.original_offset(0) == 2);
  CHECK(wide.original_offset(2) == 4);
  CHECK(wide.original_offset(5) == 4);
  CHECK(wide.original_offset(6) == 8);
  CHECK(wide.original_offset(7) == 10);
  const auto bare = text::decode_file_as("\xE9\0"s, encoding::utf16_le, "");
  CHECK(bare.original_offset(0) == 0);
}

TEST_CASE("an encoding has the name that manifests write") {
  CHECK(text::name(encoding::utf8) == "utf-8");
  CHECK(text::name(encoding::utf8_bom) == "utf-8");
  CHECK(text::name(encoding::utf16_le) == "utf-16le");
  CHECK(text::name(encoding::utf16_be) == "utf-16be");
  CHECK(text::name(encoding::windows_1252) == "windows-1252");
}

namespace {

std::string from_hex(std::string_view digits) {
  std::string bytes;
  std::string pair;
  for (const char c : digits) {
    if (c == ' ' || c == '\r') continue;
    pair += c;
    if (pair.size() < 2) continue;
    bytes += static_cast<char>(std::stoul(pair, nullptr, 16));
    pair.clear();
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is accepted and repaired as utf8tests says") {
  const auto file = test::shared_data("conformance/utf8tests/utf8tests.txt");
  if (!file) return;
  int cases = 0;
  std::istringstream lines(*file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    CAPTURE(line);
    std::vector<std::string> fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, ':');) fields.push_back(field);
    REQUIRE(fields.size() >= 3);
    ++cases;
    if (fields[1].find("invalid") != std::string::npos) {
      const std::string bytes = from_hex(fields[2]);
      CHECK(fault(bytes, encoding::utf8) != "none");
      CHECK(utf8::repair(bytes) == from_hex(fields[4]));
    } else {
      const std::string bytes = fields[1] == "valid" ? fields[2] : from_hex(fields[2]);
      CHECK(text::decode_file(bytes, "f.csv").text == bytes);
    }
  }
  CHECK(cases > 90);
}
