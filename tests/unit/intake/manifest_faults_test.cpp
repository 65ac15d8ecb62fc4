// Each fault is marked by hand in the text: «this» is wrong. The test works out line, column,
// excerpt and caret from the mark, and pins the message. Long because it is one table.
#include "unit/toml/marked.hpp"

#include <heard/intake/manifest.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

namespace {

struct fault_case {
  std::string text;
  std::vector<std::string> messages;  ///< In the order of the marks.
};

void check(const std::string& before, const std::vector<fault_case>& table) {
  for (const fault_case& c : table) {
    const test::marked m = test::read_marks(before + c.text);
    CAPTURE(m.text);
    REQUIRE(m.places.size() == c.messages.size());
    diagnostics remarks;
    CHECK(parse_manifest(m.text, "m", remarks) == nullptr);
    CHECK(test::all(remarks) == test::expected("m", m, c.messages));
  }
}

const std::string head = R"(consultation = { id = "x", title = "X" }
)";
const std::string asked = head + R"(chapter = [{ id = "c1", title = "One" }]
question = [
  { id = "why", chapter = "c1", kind = "open", text = "Why?" },
  { id = "what", chapter = "c1", kind = "open", text = "What?" },
  { id = "area", role = "about_you", kind = "single", text = "Where?", options = [{ id = "n", label = "North" }, { id = "s", label = "South" }] },
  { id = "who", role = "about_you", kind = "multiple", text = "Who?", other = "Other", options = [{ id = "p", label = "Parent" }] },
]
)";
const std::string with_source = asked + R"([[source]]
file = "a.csv"
channel = "form"
response_id = "ID"
)";
const std::string with_answers = with_source + R"(answers = { why = "Why?" }
)";
const std::string all_is_taken = "id \"all\" is taken by the heading \"All\" of tables";
const std::string id_rule =
    ": an id has lower-case letters, digits and hyphens, no hyphen first, at most 64";

}  // namespace

TEST_CASE("the whole of a remark") {
  diagnostics remarks;
  CHECK(parse_manifest(
            "[consultation]\nid = \"x\"\ntitle = \"X\"\n\n[[question]]\nid = \"caf\xC3\xA9\"\n"
            "chaptre = \"c1\"\nkind = \"opne\"\n",
            "consultation.toml", remarks) == nullptr);
  CHECK(test::all(remarks) ==
        "consultation.toml:5:1: error: key \"chapter\" is missing\n"
        "[[question]]\n"
        "^~~~~~~~~~~~\n"
        "consultation.toml:5:1: error: key \"text\" is missing\n"
        "[[question]]\n"
        "^~~~~~~~~~~~\n"
        "consultation.toml:6:6: error: \"caf\xC3\xA9\" is no id: an id has lower-case letters, "
        "digits "
        "and hyphens, no hyphen first, at most 64\n"
        "id = \"caf\xC3\xA9\"\n"
        "     ^~~~~~\n"
        "consultation.toml:7:1: error: unknown key \"chaptre\", did you mean \"chapter\"?\n"
        "chaptre = \"c1\"\n"
        "^~~~~~~\n"
        "consultation.toml:8:8: error: \"kind\" must be one of open, single, multiple, scale, not "
        "\"opne\"\n"
        "kind = \"opne\"\n"
        "       ^~~~~~\n");
}

TEST_CASE("faults of the table consultation") {
  check(
      "",
      {
          {"«»[words]\nscale = 'none'\n", {"table [consultation] is missing"}},
          {"««[consultation]»»\n", {"key \"id\" is missing", "key \"title\" is missing"}},
          {"«[[consultation]]»\n", {"\"consultation\" must be a table, not a list"}},
          {"[consultation]\nid = «'Library'»\ntitle = «''»\n",
           {"\"Library\" is no id" + id_rule, "\"title\" is empty"}},
          {"[consultation]\nid = 'x'\ntitle = «5»\nlanguage = «'English (UK)'»\n",
           {"\"title\" must be text, not an integer",
            "\"English (UK)\" is no language tag such as \"en\""}},
          {"[consultation]\nid = 'x'\ntitle = 'X'\nopens = 2026-03-02\ncloses = «2026-03-01»\n",
           {"\"closes\" is before \"opens\""}},
          {"[consultation]\nid = 'x'\ntitle = 'X'\nopens = «'2026-03-02'»\ncloses = «'May'»\n",
           {"\"opens\" is a date: write 2026-03-02 without quotation marks",
            "\"closes\" must be a date such as 2026-03-02, not text"}},
          {"[consultation]\nid = 'x'\ntitle = 'X'\ncloses = «2026-03-02T17:00:00»\n",
           {"\"closes\" is a day: leave out the time"}},
          {"[consultation]\nid = 'x'\ntitle = 'X'\ncodebook = «'/etc/codebook.toml'»\n"
           "decisions = «'../decisions/'»\n",
           {"a path is relative to the folder of this file",
            "a path cannot leave the folder of this file"}},
          {"[consultation]\nid = 'x'\ntitle = 'X'\n«publsher» = 'Y'\n«zzzzzzzzzzzz» = 1\n",
           {"unknown key \"publsher\", did you mean \"publisher\"?",
            "unknown key \"zzzzzzzzzzzz\"; the keys here are id, title, publisher, opens, closes, "
            "language, about, note, codebook, decisions"}},
      });
  check(head,
        {
            {"[«chanel»]\nid = 'a'\n", {"unknown key \"chanel\", did you mean \"channel\"?"}},
            {"«[chapter]»\nid = 'c1'\ntitle = 'One'\n",
             {"\"chapter\" is a list of tables: write [[chapter]]"}},
            {"chapter = [«1»]\n", {"an entry of \"chapter\" must be a table, not an integer"}},
            {"chapter = «'c1'»\n", {"\"chapter\" must be a list, not text: put it in [ ]"}},
        });
}

TEST_CASE("faults of channels and chapters") {
  check(head, {
                  {"«[[channel]]»\ntitle = 'Letters'\n", {"key \"id\" is missing"}},
                  {"[[channel]]\nid = 'a'\n[[channel]]\nid = «'a'»\n",
                   {"id \"a\" is taken by the channel on line 3"}},
                  {"[[channel]]\nid = 'a'\n«tittle» = 'A'\n",
                   {"unknown key \"tittle\", did you mean \"title\"?"}},
                  {"[[chapter]]\nid = 'c1'\ntitle = 'One'\n«[[chapter]]»\nid = «'c1'»\n",
                   {"key \"title\" is missing", "id \"c1\" is taken by the chapter on line 3"}},
                  {"[[chapter]]\nid = «'general'»\ntitle = 'One'\n",
                   {"id \"general\" is taken by the words that belong to no chapter"}},
                  {"[[chapter]]\nid = 'c1'\ntitle = 'One'\nnote = «[]»\n",
                   {"\"note\" must be text, not a list"}},
              });
}

TEST_CASE("faults of questions") {
  const std::string chapters = head + "[[chapter]]\nid = 'c1'\ntitle = 'One'\n[[question]]\n";
  check(chapters,
        {
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = «'c2'»\n",
             {"unknown chapter \"c2\", did you mean \"c1\"?"}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = «'introduction'»\n",
             {"unknown chapter \"introduction\""}},
            {"id = «'c1'»\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\n",
             {"id \"c1\" is taken by the chapter on line 3"}},
            {"id = «'general'»\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\n",
             {"id \"general\" is taken by the words that belong to no chapter"}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\n[[question]]\nid = «'q'»\nkind "
             "= 'open'\n"
             "text = 'Q'\nchapter = 'c1'\n",
             {"id \"q\" is taken by the question on line 6"}},
            {"id = 'q'\nkind = 'open'\ntext = «' '»\nchapter = 'c1'\n", {"\"text\" is empty"}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\noptions = «[]»\nother = "
             "«'Other'»\n",
             {"an open question has no options", "an open question has no options"}},
            {"id = 'q'\nkind = «'open'»\ntext = 'Q'\nrole = 'about_you'\n",
             {"a question about the respondent is closed: single, multiple or scale"}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\nrole = 'about_you'\nchapter = «'c1'»\n"
             "options = [{id='a',label='A'}]\n",
             {"a question about the respondent belongs to no chapter"}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nrole = «'about_us'»\nchapter = 'c1'\n",
             {"\"role\" must be about_you, not \"about_us\""}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\naspect = «'defined'»\nchapter = 'c1'\n",
             {"\"aspect\" must be one of asked, definition, missed, not \"defined\""}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\naspect = «'missed'»\nchapter = 'c1'\n"
             "options = [{id='a',label='A'}]\n",
             {"\"aspect\" is for open questions"}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\nchannels = ['form', «'fax'», "
             "«'form'»]\n"
             "[[channel]]\nid = 'form'\n",
             {"unknown channel \"fax\": name it in a [[channel]] or a source",
              "channel \"form\" stands here twice"}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\nchapter = 'c1'\noptions = «[]»\n",
             {"a closed question has at least one option"}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\nchapter = 'c1'\noptions = «'A'»\n",
             {"\"options\" must be a list, not text: put it in [ ]"}},
            {"id = 'q'\nkind = 'scale'\ntext = 'Q'\nchapter = 'c1'\nother = «'Other'»\n"
             "options = [{id='a',label='A'}]\n",
             {"a scale has no \"other\""}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\nchapter = 'c1'\noptions = [\n  "
             "{id='a',label='A'},\n"
             "  {id=«'a'»,label='B'},\n  {id=«'B'»,label=«'A  '»},\n  «{id='c', «name»='C'}»,\n]\n",
             {"id \"a\" is taken by the option on line 11", "\"B\" is no id" + id_rule,
              "\"A  \" means option \"a\" already", "key \"label\" is missing",
              "unknown key \"name\", did you mean \"note\"?"}},
            {"id = «'all'»\nkind = 'single'\ntext = 'Q'\nchapter = 'c1'\noptions = "
             "[{id=«'all'»,label='A'}]\n",
             {all_is_taken, all_is_taken}},
            {"id = 'q'\nkind = 'open'\ntext = 'Q'\nchapter = 'c1'\n[[channel]]\nid = «'all'»\n",
             {all_is_taken}},
            {"id = 'q'\nkind = 'single'\ntext = 'Q'\nchapter = 'c1'\nother = «'Other'»\n"
             "options = [{id='a',label='Other',aliases=['Oth', «7»]}]\n",
             {"\"Other\" means option \"a\" already",
              "an entry of \"aliases\" must be text, not an integer"}},
        });
  check(head + "[[chapter]]\nid = 'c1'\ntitle = 'One'\n",
        {
            {"«««[[question]]»»»\nid = 'q'\n",
             {"key \"chapter\" is missing", "key \"kind\" is missing", "key \"text\" is missing"}},
            {"«[[question]]»\nid = 'q'\nkind = 'multiple'\ntext = 'Q'\nrole = 'about_you'\n",
             {"key \"options\" is missing"}},
        });
}

TEST_CASE("faults of sources") {
  check(asked,
        {
            {"«««[[source]]»»»\n«chanel» = 'form'\n",
             {"a source needs \"answers\" or \"long\"", "key \"channel\" is missing",
              "key \"file\" is missing", "unknown key \"chanel\", did you mean \"channel\"?"}},
            {"[[source]]\nchannel = «'The Form'»\nfile = 'a.csv'\nanswers = { why = 'W' }\n",
             {"\"The Form\" is no id" + id_rule}},
        });
  check(
      with_answers,
      {
          {"[[source]]\nchannel = 'form'\nfile = «'a.csv'»\nanswers = { why = 'W' }\n",
           {"file \"a.csv\" is a source already"}},
          {"[[source]]\nchannel = 'form'\nfile = «'b\\c.csv'»\nanswers = { why = 'W' }\n",
           {"a path is written with /, not \\"}},
          {"[[source]]\nchannel = 'form'\nfile = «\"b\\tc.csv\"»\nanswers = { why = 'W' }\n",
           {"a path cannot hold control characters"}},
          {"[[source]]\nchannel = 'form'\nfile = «''»\nanswers = { why = 'W' }\n",
           {"a path cannot be empty"}},
          {"[[source]]\nchannel = 'form'\nfile = «'b.xlsx'»\nanswers = { why = 'W' }\n",
           {"the ending of this file tells no format; say \"format\": csv, tsv or jsonl"}},
          {"[[source]]\nchannel = 'form'\nfile = 'b.jsonl'\nanswers = { why = 'W' }\nheader_rows = "
           "«1»\n"
           "delimiter = «','»\n",
           {"JSON Lines have no header rows", "JSON Lines have no delimiter"}},
          {"format = «'xlsx'»\n", {"\"format\" must be one of csv, tsv, jsonl, not \"xlsx\""}},
          {"encoding = «'latin1'»\n",
           {"\"encoding\" must be one of utf-8, utf-16le, utf-16be, windows-1252, not \"latin1\""}},
          {"delimiter = «'::'»\n",
           {"\"delimiter\" is one character of ASCII and no quotation mark, such as \";\""}},
          {"delimiter = «'\"'»\n",
           {"\"delimiter\" is one character of ASCII and no quotation mark, such as \";\""}},
          {"header_rows = «4»\n", {"\"header_rows\" must be from 1 to 3, not 4"}},
          {"respondent = «'  '»\n", {"\"respondent\" is empty"}},
          {"name = «'Your name'»\n",
           {"\"name\" needs a \"publication\" with a cell that means \"named\""}},
          {"name = «'Your name'»\npublication = { all = 'named' }\n",
           {"\"name\" needs a \"publication\" with a cell that means \"named\""}},
          {"contact = «'Email'»\n", {"\"contact\" must be a list, not text: put it in [ ]"}},
          {"received = «'Submitted'»\n",
           {"\"received\" must say the format: { column = \"Submitted\", format = \"%d/%m/%Y\" }"}},
          {"received = «{ column = 'When' }»\n", {"key \"format\" is missing"}},
          {"received = { column = 'When', format = '%d/%m/%Y «%»' }\n",
           {"\"%\" is no part of a date format; these are %Y %m %d %e %y %H %M %S %I %p %b %B %Z "
            "%z %T "
            "%F %%"}},
          {"received = { column = 'When', format = \"%%Q\\u00E9 %d «%Q»\" }\n",
           {"\"%Q\" is no part of a date format; these are %Y %m %d %e %y %H %M %S %I %p %b %B %Z "
            "%z %T "
            "%F %%"}},
          {"received = { column = 'When', format = «'%d/%m %H:%M %%Y'» }\n",
           {"a date format needs year, month and day, and this has no year"}},
          {"received = { column = 'When', format = «'%Y-%d'» }\n",
           {"a date format needs year, month and day, and this has no month"}},
          {"received = { column = 'When', format = «'%B %y'» }\n",
           {"a date format needs year, month and day, and this has no day"}},
          {"organisation = «{ role = «'writer'», separator = «''» }»\n",
           {"key \"column\" is missing",
            "\"role\" must be one of author, signatory, behalf_of, not \"writer\"",
            "\"separator\" is empty"}},
          {"organisation = «3»\n", {"\"organisation\" must be a table, not an integer"}},
      });
}

TEST_CASE("faults of value maps") {
  check(
      with_answers,
      {
          {"publication = «{ named = 'Yes' }»\n", {"key \"column\" is missing"}},
          {"publication = «{ column = 'P' }»\n",
           {"\"publication\" gives no cell a meaning; the keys are unknown, named, anonymous, "
            "counted_only"}},
          {"publication = { column = 'P', «anonymus» = 'Yes' }\n",
           {"unknown key \"anonymus\", did you mean \"anonymous\"?"}},
          {"publication = { column = 'P', named = 'Yes', anonymous = ['No', «' Yes '»] }\n",
           {"cell \" Yes \" has another meaning already, on line 14"}},
          {"publication = { column = 'P', named = «''», anonymous = «[]», counted_only = [«1»] }\n",
           {"\"named\" is empty", "\"anonymous\" is empty",
            "an entry of \"counted_only\" must be text, not an integer"}},
          {"capacity = { all = «'person'» }\n",
           {"unknown value \"person\"; the values are unknown, self, organisation, both"}},
          {"capacity = { all = «'self'», column = 'C', «both» = 'Both' }\n",
           {"\"all\" and \"column\" cannot both be given",
            "\"all\" gives every row its meaning; this has no use"}},
          {"disposition = { column = 'S', «complete» = 'Done' }\n",
           {"unknown key \"complete\", did you mean \"incomplete\"?"}},
          {"language = { column = 'L', «\"cymraeg iaith\"» = 'Welsh' }\n",
           {"\"cymraeg iaith\" is no language tag such as \"en\""}},
          {"language = { all = «'1'» }\n", {"\"1\" is no language tag such as \"en\""}},
          {"language = «'en'»\n", {"\"language\" must be a table, not text"}},
      });
}

TEST_CASE("faults of answers") {
  check(
      with_source,
      {
          {"answers = «{}»\n", {"\"answers\" is empty"}},
          {"answers = «'Q1'»\n", {"\"answers\" must be a table, not text"}},
          {"answers = { «wy» = 'Q1', «c1» = 'Q2', «telephone» = 'Q3' }\n",
           {"unknown question \"wy\", did you mean \"why\"?",
            "\"c1\" is a chapter; answers are to questions", "unknown question \"telephone\""}},
          {"answers = { why = «4», what = «' '» }\n",
           {"\"why\" must be a column or a table, not an integer", "\"what\" is empty"}},
          {"answers = { why = «{ wording = 'W' }», what = { column = 'a', columns = «['b']» } }\n",
           {"key \"column\" is missing", "\"column\" and \"columns\" cannot both be given"}},
          {"answers = { why = { column = 'a', separator = «';'», assigned = «true», «colour» = 1 } "
           "}\n",
           {"\"separator\" is for multiple questions, and \"why\" is open",
            "\"assigned\" is for closed questions",
            "unknown key \"colour\", did you mean \"column\"?"}},
          {"answers = { area = { column = 'a', separator = «';'», assigned = «'yes'» } }\n",
           {"\"separator\" is for multiple questions, and \"area\" is single",
            "\"assigned\" must be true or false, not text"}},
          {"answers = { who = { columns = { p = 'a' }, separator = «';'» } }\n",
           {"\"separator\" goes with \"column\", not with \"columns\""}},
          {"answers = { why = { columns = «{ p = 'a' }» }, who = { columns = «['a']» } }\n",
           {"\"columns\" of an open question is a list; this is a table of options",
            "\"columns\" of a closed question is a table of options; this is a list"}},
          {"answers = { why = { columns = «[]» }, who = { columns = «{}» }, area = { columns = "
           "«'a'» } }\n",
           {"\"columns\" is empty", "\"columns\" is empty",
            "\"columns\" must be a table of options or a list, not text"}},
          {"answers = { why = { columns = ['a', «' a '», «2»] } }\n",
           {"column \" a \" stands here twice",
            "an entry of \"columns\" must be text, not an integer"}},
          {"answers = { who = { columns = { p = 'a', other = «'a'», «parents» = «''» } } }\n",
           {"column \"a\" stands here twice", "unknown option \"parents\"",
            "\"parents\" is empty"}},
          {"answers = { area = { columns = { n = 'a', «e» = 'b' }, ticked = «[]» } }\n",
           {"unknown option \"e\"", "\"ticked\" is empty"}},
          {"answers = { why = { columns = ['a'], ticked = «['x']» }, who = { column = 'b', ticked "
           "= «['x']» "
           "} }\n",
           {"\"ticked\" goes with a table of \"columns\"",
            "\"ticked\" goes with a table of \"columns\""}},
      });
}

TEST_CASE("faults of rows that are answers") {
  const std::string no_id = asked + "[[source]]\nfile = 'a.csv'\nchannel = 'form'\n";
  check(no_id, {
                   {"long = «{ question = 'Q', answer = 'A', values = { why = 'W' } }»\n",
                    {"\"long\" needs \"response_id\": rows with one id are one response"}},
               });
  check(with_source,
        {
            {"long = «««{ }»»»\n",
             {"key \"answer\" is missing", "key \"question\" is missing",
              "key \"values\" is missing"}},
            {"long = { question = 'Q', answer = 'A', values = «{}», «value» = 1 }\n",
             {"\"values\" is empty", "unknown key \"value\", did you mean \"values\"?"}},
            {"long = { question = 'Q', answer = 'A', values = { why = 'W', what = [«'W'»], «how» = "
             "'H' } }\n",
             {"cell \"W\" has another meaning already, on line 13", "unknown question \"how\""}},
        });
  check(with_answers, {
                          {"long = { question = 'Q', answer = 'A', values = { «why» = 'W' } }\n",
                           {"question \"why\" is in \"answers\" of this source already"}},
                      });
}

TEST_CASE("faults of codings in a source") {
  check(
      with_answers + "[[source.coding]]\n",
      {
          {"coder = 'AB'\nkind = «'rule'»\nquestion = 'why'\ncolumns = { a = 'A' }\n",
           {"\"kind\" must be one of human, model, adjudicated, not \"rule\""}},
          {"coder = «'rule'»\nkind = 'human'\nquestion = «'what'»\ncolumns = { «\"Theme A\"» = "
           "'A', b = «''» }\n",
           {"coder \"rule\" is taken by the rules of the codebook",
            "question \"what\" has no answers in this source",
            "\"Theme A\" is no theme's id" + id_rule, "\"b\" is empty"}},
          {"coder = 'AB'\nkind = 'human'\nquestion = «'wyh'»\ncolumn = 'C'\nvalues = { a = ['A', "
           "'A '], "
           "b = «[]» }\nignore = [«'A'»]\n",
           {"unknown question \"wyh\", did you mean \"why\"?", "\"b\" is empty",
            "cell \"A\" has another meaning already, on line 19"}},
          {"coder = 'AB'\nkind = 'human'\nquestion = 'why'\ncolumn = 'C'\ncolumns = «{ a = 'A' }»\n"
           "values = { a = 'A' }\n",
           {"\"column\" and \"columns\" cannot both be given"}},
          {"coder = 'AB'\nkind = 'human'\nquestion = 'why'\ncolumns = «{}»\nvalues = «{ a = 'A' "
           "}»\n"
           "separator = «';'»\nignore = «['x']»\n",
           {"\"columns\" is empty", "\"values\" goes with \"column\"",
            "\"separator\" goes with \"column\"", "\"ignore\" goes with \"column\""}},
          {"coder = 'AB'\nkind = 'human'\nquestion = 'why'\ncolumn = 'C'\nvalues = «{}»\nticked = "
           "«['x']»\n"
           "review = «1»\nwhen = «1»\n",
           {"\"values\" is empty", "\"ticked\" goes with \"columns\"",
            "\"review\" must be true or false, not an integer",
            "\"when\" must be text, not an integer"}},
          {"coder = 'AB'\nkind = 'human'\nquestion = 'why'\ncolumns = { a = 'A' "
           "}\n[[source.coding]]\n"
           "coder = «'AB'»\nkind = 'model'\nquestion = 'why'\ncolumns = { a = 'A' }\n",
           {"coder \"AB\" is human elsewhere"}},
      });
  check(with_answers,
        {
            {"««««[[source.coding]]»»»»\n",
             {"key \"coder\" is missing", "key \"columns\" is missing", "key \"kind\" is missing",
              "key \"question\" is missing"}},
            {"«[[source.coding]]»\ncoder = 'AB'\nkind = 'human'\nquestion = 'why'\ncolumn = 'C'\n",
             {"key \"values\" is missing"}},
        });
}

TEST_CASE("faults of events, register and states") {
  check(
      head,
      {
          {"[[event]]\nid = 'a'\ntitle = 'A'\n[[event]]\nid = «'a'»\ntitle = 'A'\nattendance = "
           "«-1»\n"
           "notes = «'../x'»\ndate = «'1 May'»\n",
           {"id \"a\" is taken by the event on line 3",
            "\"attendance\" must be from 0 to 4294967295, not -1",
            "a path cannot leave the folder of this file",
            "\"date\" must be a date such as 2026-03-02, not text"}},
          {"««[[event]]»»\n", {"key \"id\" is missing", "key \"title\" is missing"}},
          {"[register]\nfile = «'C:/letters.csv'»\nreceived_format = '%d %m «%q»'\n«format» = ''\n",
           {"a path is relative to the folder of this file",
            "\"%q\" is no part of a date format; these are %Y %m %d %e %y %H %M %S %I %p %b %B %Z "
            "%z %T "
            "%F %%",
            "unknown key \"format\"; the keys here are file, received_format"}},
          {"[states]\nno_comment = [«''»]\nrefers = «'see'»\n«no_comments» = []\n",
           {"an entry of \"no_comment\" is empty",
            "\"refers\" must be a list, not text: put it in [ ]",
            "unknown key \"no_comments\", did you mean \"no_comment\"?"}},
      });
}

TEST_CASE("faults of counting, report, words and final") {
  check(
      head,
      {
          {"[counting]\nprecedence = ['human', «'people'», «'human'»]\nrepeats = «'drop'»\nlate = "
           "«'out'»\n"
           "late_except = ['a', «'a'»]\n",
           {"\"precedence\" must be one of rule, model, human, adjudicated, not \"people\"",
            "\"human\" stands here twice",
            "\"repeats\" must be one of keep_all_flagged, keep_first, keep_last, merge, not "
            "\"drop\"",
            "\"late\" must be one of let_in, leave_out, not \"out\"", "\"a\" stands here twice"}},
          {"[counting]\nprecedence = «[]»\n", {"\"precedence\" is empty"}},
          {"[words]\nscale = «'few to most'»\n", {"\"scale\" must be none, not \"few to most\""}},
          {"[privacy]\nsmall_numbers = «'k6'»\n",
           {"\"small_numbers\" must be one of none, k5, k10_round5, not \"k6\""}},
          {"[report]\nattribution_categories = «4»\n",
           {"\"attribution_categories\" must be from 1 to 3, not 4"}},
          {"[report]\nattribution_order = [«'one'», «'one'»]\n",
           {"the question that names respondents has no option \"one\"",
            "\"one\" stands here twice"}},
          {"[report]\nk = «0»\nquotes = «-1»\n",
           {"\"k\" must be from 1 to 1000000, not 0", "\"quotes\" must be from 0 to 1000, not -1"}},
          {"[final]\ndisclose = { «unreadble» = 'x', stale = «' '», pending = «true» }\n",
           {"unknown key \"unreadble\", did you mean \"unreadable\"?", "\"stale\" is empty",
            "\"pending\" must be text, not true or false"}},
      });
  check(asked, {
                   {"[report]\nattribution = «'whom'»\n",
                    {"unknown question \"whom\", did you mean \"who\"?"}},
                   {"[report]\nattribution = «'why'»\n",
                    {"question \"why\" is not about the respondent: role = \"about_you\""}},
                   {"[report]\nattribution = «'who'»\n",
                    {"question \"who\" has no option with an \"attribution\""}},
               });
}

TEST_CASE("faults of syntax end it, with one remark") {
  diagnostics remarks;
  CHECK(parse_manifest("[consultation]\nid = \"x\ntitle = 'X'\n", "m", remarks) == nullptr);
  REQUIRE(remarks.all().size() == 1);
  CHECK(remarks.all()[0].where.line == 2);
  for (const std::string& text : {std::string(), std::string(100'000, '['), std::string("\0", 1)}) {
    diagnostics of_hostile;
    CHECK(parse_manifest(text, "m", of_hostile) == nullptr);
    CHECK(of_hostile.all().size() == 1);
  }
}

TEST_CASE("tens of thousands of tables and faults take no minutes") {
  std::string text = head;
  for (int i = 0; i < 60'000; ++i) text += "[[question]]\n";
  diagnostics remarks;
  CHECK(parse_manifest(text, "m", remarks) == nullptr);
  CHECK(remarks.all().size() == 501);
  text = head + "[[chapter]]\nid = 'c1'\ntitle = 'x'\n";
  for (int i = 0; i < 12'000; ++i) {
    text += "[[question]]\nid = 'q" + std::to_string(i) +
            "'\nkind = 'open'\ntext = 'x'\nchapter = 'c1'\n";
  }
  diagnostics too_many;
  CHECK(parse_manifest(text, "m", too_many) == nullptr);
  REQUIRE(too_many.all().size() == 1);
  CHECK(too_many.all()[0].message == "there are more than 10000 of \"question\"");
}
