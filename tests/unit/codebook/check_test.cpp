#include "unit/toml/marked.hpp"

#include <heard/codebook/codebook.hpp>
#include <heard/model/builder.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace heard;

namespace {

struct coded {
  std::string theme;
  std::uint32_t row;
};

// One chapter, an open and a closed question, and codings by AB, a row each.
std::shared_ptr<const consultation> consultation_with(const std::vector<coded>& codings) {
  consultation_builder build;
  const chapter_id c1 = build.asked().add(chapter{"c1", "One", {}, {}});
  const channel_id form = build.asked().add(channel{"form", "form", {}});
  question open;
  open.id = "c1q1";
  open.chapter = c1;
  open.text = "Why?";
  open.channels = {form};
  const question_id why = build.asked().add(open);
  question closed;
  closed.id = "you";
  closed.kind = question_kind::single;
  closed.about_you = true;
  closed.text = "Who?";
  closed.channels = {form};
  build.asked().add_option(build.asked().add(closed), option{"a", "A", {}, {}, {}, {}});
  build.finish_questionnaire();
  input_file file;
  file.path = "decisions/codings/AB.csv";
  const file_id ab = build.add_file(file);
  coder who;
  who.name = "AB";
  const coder_id by = build.add_coder(who);
  new_item item;
  item.id = "r1";
  item.channel = form;
  build.add_item(item);
  new_response response{};
  response.id = "r1";
  response.item = "r1";
  response.channel = form;
  const auto r1 = build.add_response(response);
  REQUIRE(r1);
  new_answer answer;
  answer.question = why;
  answer.text = "Because";
  const answer_handle because = build.add_answer(*r1, answer);
  for (const coded& c : codings) {
    consultation_builder::new_coding coding;
    coding.answer = because;
    coding.coder = by;
    coding.theme = c.theme;
    coding.place = {ab, c.row, 3, 100u * c.row, 100u * c.row + 10};
    build.add_coding(coding);
  }
  diagnostics remarks;
  auto out = build.finish(remarks);
  CHECK(test::all(remarks) == "");
  REQUIRE(out != nullptr);
  return out;
}

std::string checked(const std::string& codebook_text, const consultation& against) {
  diagnostics remarks;
  const auto book = parse_codebook(codebook_text, "codebook.toml", remarks);
  REQUIRE(book != nullptr);
  check_codebook(*book, against, remarks);
  return test::all(remarks);
}

}  // namespace

TEST_CASE("themes are looked for at open questions that were asked") {
  const auto c = consultation_with({});
  CHECK(checked("[[theme]]\nid = 'a'\nquestions = ['c1q1', 'c1', 'general']\n", *c) == "");
  CHECK(
      checked("[[theme]]\nid = 'a'\nquestions = ['c1q1', 'clq1']\n[[theme]]\nid = 'b'\n"
              "questions = [\"you\", 'telephone']\n",
              *c) ==
      "codebook.toml:3:22: error: unknown question \"clq1\", did you mean \"c1q1\"?\n"
      "questions = ['c1q1', 'clq1']\n"
      "                     ^~~~~~\n"
      "codebook.toml:6:14: error: question \"you\" is single; themes are looked for in open ones\n"
      "questions = [\"you\", 'telephone']\n"
      "             ^~~~~\n"
      "codebook.toml:6:21: error: unknown question \"telephone\"\n"
      "questions = [\"you\", 'telephone']\n"
      "                    ^~~~~~~~~~~\n");
}

TEST_CASE("themes that people used must be in the codebook") {
  const auto c = consultation_with({{"hours", 2}, {"hourz", 9}, {"quite-other", 4}, {"staff", 7}});
  CHECK(checked("[[theme]]\nid = 'hours'\n[[theme]]\nid = 'staff'\n", *c) ==
        "decisions/codings/AB.csv:9:3: error: theme \"hourz\" of coder \"AB\" is not in the "
        "codebook, did you mean \"hours\"?\n"
        "decisions/codings/AB.csv:4:3: error: theme \"quite-other\" of coder \"AB\" is not in the "
        "codebook\n");
  CHECK(checked("[[theme]]\nid = 'hours'\n[[theme]]\nid = 'hourz'\n[[theme]]\nid = 'quite-other'\n"
                "[[theme]]\nid = 'staff'\n",
                *c) == "");
}
