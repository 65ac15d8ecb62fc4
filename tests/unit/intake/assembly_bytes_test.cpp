#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;

TEST_CASE("bad bytes in a known encoding cost the rows they stand in") {
  struct {
    const char* what;
    const char* declared;
    std::string bytes;
    const char* why;
  } const cases[] = {
      {"UTF-8", "encoding = \"utf-8\"\n",
       "ID,Why,How,You\n1,good,,\n2,\"b\xE9"
       "d\nin two lines\",,\n3,good,,\n",
       "this row could not be read: it has bytes that are not valid UTF-8"},
      {"Windows-1252", "encoding = \"windows-1252\"\n",
       "ID,Why,How,You\n1,good,,\n2,\"b\x81"
       "d\nin two lines\",,\n3,good,,\n",
       "this row could not be read: it has a byte that Windows-1252 does not define"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.what);
    const std::string manifest_text = manifest_with(
        std::string("[[source]]\nfile = \"f.csv\"\nchannel = \"form\"\nresponse_id = \"ID\"\n") +
        each.declared + "answers = { why = \"Why\", how = \"How\", you = \"You\" }\n");
    const assembled out = assemble(manifest_text, {{"f.csv", each.bytes}});
    REQUIRE(out.made);
    CHECK(out.remarks == std::vector<std::string>{std::string("f.csv:3: warning: ") + each.why});
    REQUIRE(out.made->responses().size() == 3);
    const response_id bad(2u);
    CHECK(out.made->id_of(bad).starts_with("unreadable-"));
    CHECK(out.made->responses().disposition[bad] == disposition::unreadable);
    const source_place place = out.made->responses().place[bad];
    CHECK(place.row == 3);
    CHECK(each.bytes.substr(place.first, 2) == "2,");
    CHECK(each.bytes.substr(place.last, 3) == "\n3,");
    CHECK(out.said("3", "why") == std::vector<std::string>{"good"});
  }
}

TEST_CASE(
    "bad bytes in the header, or in an encoding that is a guess, are an error with their place") {
  const auto with = [](const char* declared, const std::string& bytes) {
    return assemble(
        manifest_with(std::string("[[source]]\nfile = \"f.csv\"\nchannel = \"form\"\nresponse_id = "
                                  "\"ID\"\n") +
                      declared + "answers = { why = \"Why\", how = \"How\", you = \"You\" }\n"),
        {{"f.csv", bytes}});
  };
  CHECK(
      with("encoding = \"utf-8\"\n", "ID,Wh\xE9,Why,How,You\n1,,a,,\n").remarks ==
      std::vector<std::string>{"f.csv:1:1: error: the header has bytes that are not valid UTF-8"});
  CHECK(with("", "ID,Why,How,You\n1,\u00E9,,\n2,\xE9,,\n").remarks ==
        std::vector<std::string>{"f.csv:3:3: error: \"f.csv\" is UTF-8 only in part"});
}
