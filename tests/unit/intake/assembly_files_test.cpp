#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;

namespace {

const char* const one_source = R"([[source]]
file = "data/form.csv"
channel = "form"
response_id = "ID"
answers = { why = "Why", how = "How", you = { column = "You", separator = "," } }
)";

std::vector<std::string> paths(const std::vector<wanted_file>& wanted) {
  std::vector<std::string> out;
  for (const wanted_file& file : wanted) {
    out.push_back(file.path + (file.required ? " required" : ""));
  }
  return out;
}

std::shared_ptr<const manifest> parsed(const std::string& rest) {
  diagnostics remarks;
  auto out = parse_manifest(manifest_with(rest), "consultation.toml", remarks);
  REQUIRE(out);
  return out;
}

}  // namespace

TEST_CASE("an assembly says which files it wants, and the register adds its letters") {
  assembly work(parsed(std::string(one_source) + "[[event]]\nid = \"e\"\ntitle = \"E\"\n"
                                                 "notes = \"data/e.txt\"\n"));
  CHECK(paths(work.wanted()) ==
        std::vector<std::string>{"data/e.txt required", "data/form.csv required", "decisions/",
                                 "decisions/codings/", "decisions/reviews/", "register.csv"});
  work.supply("decisions/codings/ann.csv", "");
  work.supply("decisions/codings/zoe.csv", "");
  CHECK_THROWS_AS(work.supply("decisions/codings/ann.csv", ""), error);
  CHECK_THROWS_AS(work.supply("decisions/codings/deep/ann.csv", ""), error);
  CHECK_THROWS_AS(work.supply("decisions/codings/notes.md", ""), error);
  CHECK_THROWS_AS(work.supply("other.csv", ""), error);
  for (const char* path :
       {"data/e.txt", "data/form.csv", "decisions/", "decisions/codings/", "decisions/reviews/"}) {
    work.close(path);
  }
  CHECK_THROWS_AS(work.supply("decisions/codings/late.csv", ""), error);
  work.supply("register.csv",
              "id,received,channel,file,note,kind,merged_into\n"
              "a,,inbox,letters/a.TXT,,,\n"
              "b,,inbox,letters/b.pdf,,,\n"
              "c,,inbox,letters/c.md,,,a\n"
              "d,,inbox,letters/d.txt,,not_a_response,\n"
              "e,,inbox,../e.txt,,,\n");
  CHECK(paths(work.wanted()) ==
        std::vector<std::string>{"letters/a.TXT required", "letters/c.md required"});
}

TEST_CASE("files that must be there and are not are faults where they are named") {
  const assembled out =
      assemble(manifest_with(std::string(one_source) + "[register]\nfile = \"items.csv\"\n"),
               {{"items.csv", "id,received,channel,file,note\na,,inbox,letters/a.txt,\n"}});
  CHECK(out.made == nullptr);
  CHECK(out.remarks == std::vector<std::string>{
                           "consultation.toml:35:8: error: file \"data/form.csv\" is not there",
                           "items.csv:2: error: file \"letters/a.txt\" is not there"});
  const assembled bare =
      assemble(manifest_with(std::string(one_source) + "[register]\nfile = \"items.csv\"\n"),
               {{"data/form.csv", "ID,Why,How,You\n1,a,,\n"}});
  CHECK(bare.remarks ==
        std::vector<std::string>{"consultation.toml: error: file \"items.csv\" is not there"});
}

TEST_CASE("paths of the register stay in their folder") {
  for (const char* path :
       {"/etc/passwd.txt", "../a.txt", "a/../../b.txt", "C:/a.txt", "a\\b.txt", "a//b.txt"}) {
    CAPTURE(path);
    const assembled out = assemble(
        manifest_with(one_source),
        {{"data/form.csv", "ID,Why,How,You\n1,a,,\n"},
         {"register.csv", std::string("id,received,channel,file,note\nx,,inbox,") + path + ",\n"}});
    CHECK(out.made == nullptr);
    REQUIRE(out.remarks.size() == 1);
    CHECK(out.remarks[0].starts_with("register.csv:2:4: error: a path "));
  }
}

TEST_CASE("files are known by path, hash, size, rows and encoding, whatever order they came in") {
  const std::string form = "ID,Why,How,You\n1,a,,\n2,\xE9t\xE9,,\n";
  const assembled out = assemble(
      manifest_with(one_source),
      {{"data/form.csv", form},
       {"decisions/dispositions.csv", "response,disposition,reason,who,when,why\n1,test,,,,\n"}});
  REQUIRE(out.made);
  REQUIRE(out.made->files().size() == 2);
  const input_file& first = out.made->files()[0];
  CHECK(first.path == "data/form.csv");
  CHECK(first.hash == hash_bytes(form));
  CHECK(first.size == form.size());
  CHECK(first.rows == 2);
  CHECK(first.encoding == "windows-1252");
  CHECK(out.made->files()[1].path == "decisions/dispositions.csv");
  CHECK(out.made->files()[1].rows == 1);
  CHECK(out.said("2", "why") == std::vector<std::string>{"\xC3\xA9t\xC3\xA9"});
  CHECK(out.remarks ==
        std::vector<std::string>{"data/form.csv: warning: no encoding is declared and the bytes "
                                 "are not UTF-8; read as windows-1252"});
}

TEST_CASE("every cell keeps its place in the file as received") {
  const std::string form = "\xEF\xBB\xBFID,Why,How,You\r\n1,\"a \"\"b\"\"\",c,Student\r\n";
  const assembled out = assemble(manifest_with(one_source), {{"data/form.csv", form}});
  REQUIRE(out.made);
  struct {
    const char* question;
    std::uint32_t column;
    const char* bytes;
  } const rows[] = {{"why", 2, "\"a \"\"b\"\"\""}, {"how", 3, "c"}, {"you", 4, "Student"}};
  int looked_at = 0;
  for (const auto& row : rows) {
    const auto [first, last] = out.made->answers_of(response_id(0u));
    for (answer_id a = first; a != last; ++a.value) {
      if (out.made->answers().question[a] != out.question(row.question)) continue;
      const source_place place = out.made->answers().place[a];
      CHECK(place.row == 2);
      CHECK(place.column == row.column);
      CHECK(form.substr(place.first, place.last - place.first) == row.bytes);
      ++looked_at;
    }
  }
  CHECK(looked_at == 3);
}

TEST_CASE("a header of several rows that was found, and rows that are blank, are told of") {
  const assembled out =
      assemble(manifest_with(one_source),
               {{"data/form.csv", "ID,Why,How,You\n,,,\n1,a,,\n,,,\n2,b,,\n , ,,\n"}});
  REQUIRE(out.made);
  CHECK(out.made->responses().size() == 2);
  CHECK(out.remarks ==
        std::vector<std::string>{"data/form.csv: note: 2 blank rows were skipped",
                                 "data/form.csv: note: the header was found to take 2 rows"});
}

TEST_CASE("an assembly is finished once") {
  assembly work(parsed(one_source));
  for (const wanted_file& file : work.wanted()) {
    if (!file.required) work.close(file.path);
  }
  work.supply("data/form.csv", "ID,Why,How,You\n1,a,,\n");
  diagnostics remarks;
  CHECK(work.finish({}, remarks));
  CHECK_THROWS_AS(static_cast<void>(work.finish({}, remarks)), error);
}

TEST_CASE("the notes of an event are kept, and are in no answer") {
  const assembled out = assemble(
      manifest_with(std::string(one_source) +
                    "[[event]]\nid = \"e\"\ntitle = \"E\"\nattendance = 7\nnotes = \"e.txt\"\n"),
      {{"data/form.csv", "ID,Why,How,You\n1,a,,\n"}, {"e.txt", "They spoke of buses."}});
  REQUIRE(out.made);
  REQUIRE(out.made->events().size() == 1);
  CHECK(out.made->text(out.made->events()[0].notes) == "They spoke of buses.");
  CHECK(out.made->events()[0].attendance == 7);
  CHECK(out.made->answers().size() == 1);
}

TEST_CASE("the caller is told how far it is, and can stop") {
  std::string form = "ID,Why,How,You\n";
  for (int i = 0; i < 1000; ++i) form += std::to_string(i) + ",words,,\n";
  assembly_options options;
  std::vector<progress> told;
  options.run.report = [&](const progress& p) {
    told.push_back(p);
    return true;
  };
  REQUIRE(assemble(manifest_with(one_source), {{"data/form.csv", form}}, options).made);
  REQUIRE_FALSE(told.empty());
  CHECK(told.back().done == form.size());
  CHECK(told.back().total == form.size());
  options.run.report = [](const progress&) { return false; };
  CHECK_THROWS_AS(assemble(manifest_with(one_source), {{"data/form.csv", form}}, options), error);
}
