// Files that are kept and not copied: what is read of them, and what is not.
#include "support/page_end.hpp"
#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;

namespace {

std::string source(std::string_view declared = "") {
  return manifest_with("[[source]]\nfile = \"f.csv\"\nchannel = \"form\"\nresponse_id = \"ID\"\n" +
                       std::string(declared) +
                       "answers = { why = \"Why\", how = \"How\", you = \"You\" }\n");
}

// All that an assembly of one file says: the consultation with its places, and the remarks.
std::string said_of(const std::shared_ptr<const manifest>& from, kept_bytes bytes) {
  assembly work(from);
  work.supply("f.csv", std::move(bytes));
  for (const wanted_file& file : work.wanted()) work.close(file.path);
  diagnostics remarks;
  const auto made = work.finish({}, remarks);
  std::string out = made ? everything(*made) : "nothing";
  if (made) {
    for (const response_id response : made->each_response()) {
      const source_place& place = made->responses().place[response];
      out += std::to_string(place.row) + ' ' + std::to_string(place.first) + '-' +
             std::to_string(place.last) + '\n';
    }
  }
  for (const diagnostic& remark : remarks.all()) out += to_string(remark) + '\n';
  return out;
}

std::string wide(std::string_view ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("nothing past the end of a file is read, wherever it ends") {
  const std::string rows =
      "ID,You,Why,How\r\n"
      "1,Student,\"He said \"\"no\"\", and\r\nleft the library, as everybody did\",caf\u00E9 "
      "\u20AC "
      "\U0001F600\r\n"
      "2,,plain words of more than thirty-two bytes in all,\n"
      "3,,\"unclosed, with enough words to be more than a block of sixty-four bytes in one go\n"
      "4,Parent, \u00A0,\u200B\n";
  const std::string forms[] = {rows, "\xEF\xBB\xBF" + rows,
                               wide("ID,You,Why,How\n1,,\"a\"\"b\",c\n2,,d,"),
                               "ID,You,Why,How\n1,,caf\xE9 and more,b\n"};
  int made = 0;
  for (const char* declared : {"", "encoding = \"utf-8\"\n"}) {
    diagnostics remarks;
    const auto from = parse_manifest(source(declared), "consultation.toml", remarks);
    REQUIRE(from);
    for (const std::string& form : forms) {
      for (std::size_t size = 0; size <= form.size(); ++size) {
        CAPTURE(size);
        const std::string part = form.substr(0, size);
        const auto page = std::make_shared<test::page_end>(part.size());
        const kept_bytes at_the_end(page->put(part), page);
        const std::string said = said_of(from, part);
        CHECK(said_of(from, at_the_end) == said);
        made += said.find("nothing") == said.npos;
      }
    }
  }
  CHECK(made > 900);
}

TEST_CASE("answers stand in the file where they can, and elsewhere where they cannot") {
  const std::string long_words = "These words are longer than most that people write on a form.";
  const std::string form = "ID,You,Why,How\n1,," + long_words + ",\"" + long_words + "\"\n2,,\"" +
                           long_words + " \"\"So\"\" they say.\",short\n";
  diagnostics remarks;
  assembly work(parse_manifest(source(), "consultation.toml", remarks));
  auto kept = std::make_shared<const std::string>(form);
  work.supply("f.csv", kept_bytes(*kept, kept));
  for (const wanted_file& file : work.wanted()) work.close(file.path);
  const auto made = work.finish({}, remarks);
  REQUIRE(made);
  CHECK(kept.use_count() == 2);
  const auto inside = [&](std::uint32_t answer) {
    const std::string_view text = made->text_of(answer_id(answer));
    return text.data() >= kept->data() && text.data() < kept->data() + kept->size();
  };
  REQUIRE(made->answers().size() == 4);
  CHECK(made->text_of(answer_id(0u)) == long_words);
  CHECK(inside(0));
  CHECK(made->text_of(answer_id(1u)) == long_words);
  CHECK(inside(1));
  CHECK(made->text_of(answer_id(2u)) == long_words + " \"So\" they say.");
  CHECK(!inside(2));
  CHECK(made->text_of(answer_id(3u)) == "short");
  CHECK(!inside(3));
}
