#include "unit/intake/manifest_samples.hpp"
#include "unit/toml/marked.hpp"

#include <heard/intake/manifest.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;

namespace {

using test::everything;
using test::library_hours;

std::shared_ptr<const manifest> parsed(const std::string& text) {
  diagnostics remarks;
  auto out = parse_manifest(text, "m", remarks);
  CHECK(test::all(remarks) == "");
  return out;
}

std::string slice(const manifest& m, const manifest_text& at) {
  return std::string(m.source->text().substr(at.offset, at.length));
}

}  // namespace

TEST_CASE("the worked example is read without a remark") {
  const auto m = parsed(library_hours);
  REQUIRE(m != nullptr);
  CHECK(m->settings.id == "library-hours");
  CHECK(m->settings.title == "Library opening hours");
  CHECK(to_string(m->settings.closes) == "2026-04-27");
  CHECK(m->settings.precedence ==
        std::vector{coder_kind::adjudicated, coder_kind::human, coder_kind::rule});
  CHECK_FALSE(m->settings.attribution.valid());
  CHECK(m->settings.small_numbers == small_numbers::k5);
  CHECK(m->codebook_path == "codebook.toml");
  CHECK(m->decisions_path == "decisions");
  CHECK(m->register_path == "register.csv");
  CHECK_FALSE(m->register_declared);

  REQUIRE(m->asked.questions().size() == 2);
  const question& you = m->asked.questions()[1];
  CHECK(you.about_you);
  CHECK_FALSE(you.chapter.valid());
  CHECK(you.label == "Which of these describe you?");
  REQUIRE(you.options.size() == 2);
  CHECK(m->asked[you.options[0]].label == "Parent, carer or guardian");
  REQUIRE(m->asked.channels().size() == 1);
  CHECK(m->asked.channels()[0].title == "form");

  REQUIRE(m->sources.size() == 1);
  const data_source& s = m->sources[0];
  CHECK(s.file.value == "data/form.csv");
  CHECK(slice(*m, s.file) == "\"data/form.csv\"");
  CHECK(s.sheet.format == sheet_format::csv);
  CHECK(s.received->value == "Submitted");
  CHECK(s.received_format == "%d/%m/%Y %H:%M");
  CHECK(s.publication.column.value == "May we publish your answer?");
  const std::vector<std::pair<std::string, std::string>> meanings = {
      {"Yes, with my name", "named"},
      {"Yes, without my name", "anonymous"},
      {"No", "counted_only"}};
  CHECK(s.publication.meanings == meanings);
  CHECK_FALSE(s.capacity.declared());
  REQUIRE(s.answers.size() == 2);
  CHECK(s.answers[0].column.value == "Q1 - When would you use the library?");
  CHECK(slice(*m, s.answers[0].where) == "c1q1 = \"Q1 - When would you use the library?\"");
  CHECK(s.answers[1].separator == ";");
}

TEST_CASE("every key is read") {
  const auto m = parsed(everything);
  REQUIRE(m != nullptr);
  const settings& set = m->settings;
  CHECK(set.publisher == "The council");
  CHECK(set.language == "en-GB");
  CHECK(set.about == "What was asked.");
  CHECK(set.note == "Invented");
  CHECK(m->codebook_path == "themes/codebook.toml");
  CHECK(m->decisions_path == "people");
  CHECK(set.precedence == std::vector{coder_kind::model});
  CHECK(set.repeats == repeat_policy::keep_first);
  CHECK(m->late == lateness::left_out);
  CHECK(m->late_except == std::vector<std::string>{"r7"});
  CHECK(m->asked[set.attribution].id == "body");
  CHECK(set.attribution_order == std::vector<std::string>{"other"});
  CHECK(set.attribution_categories == 2);
  CHECK(m->asked[*m->asked.find_option(set.attribution, "other")].attribution == "somebody");
  CHECK(set.small_numbers == small_numbers::k10_round5);
  CHECK(set.attribution_k == 10);
  CHECK(set.quotes == 0);
  CHECK(set.disclosed.size() == 2);
  CHECK(set.disclosed.at("unreadable") == "Two rows.");

  // Channels declared, then those that sources name.
  REQUIRE(m->asked.channels().size() == 3);
  CHECK(m->asked.channels()[0].id == "letter");
  CHECK(m->asked.channels()[0].title == "Letters");
  CHECK(m->asked.channels()[1].id == "form");
  CHECK(m->asked.channels()[2].id == "panel");

  const question& why = m->asked.questions()[0];
  CHECK(m->asked[why.chapter].id == "c2");
  CHECK(why.aspect == question_aspect::missed);
  CHECK(why.label == "Reasons");
  CHECK(why.reply == "Question reply");
  CHECK(why.channels == std::vector{channel_id(0u), channel_id(1u)});
  CHECK(m->asked.questions()[1].channels.empty());
  CHECK(m->asked.chapters()[0].reply == "Chapter reply");
  const question& agree = m->asked.questions()[2];
  CHECK(agree.kind == question_kind::scale);
  CHECK(m->asked[agree.options[1]].aliases == std::vector<std::string>{"Yes!", "Aye"});

  // `other` is added last, unless it is declared.
  const question& who = m->asked.questions()[4];
  REQUIRE(who.options.size() == 2);
  CHECK(m->asked[who.options[1]].id == "other");
  CHECK(m->asked[who.options[1]].label == "Other (please say)");
  const question& body = m->asked.questions()[5];
  REQUIRE(body.options.size() == 1);
  CHECK(m->asked[body.options[0]].label == "Something else");
  CHECK(m->other_labels == std::map<std::string, std::string, std::less<>>{
                               {"body", "Other:"}, {"who", "Other (please say)"}});

  REQUIRE(m->sources.size() == 2);
  const data_source& a = m->sources[0];
  CHECK(a.sheet.format == sheet_format::tsv);
  CHECK(a.sheet.encoding == text::encoding::utf16_le);
  CHECK(a.sheet.delimiter == '\t');
  CHECK(a.sheet.header_rows == 2u);
  CHECK(a.respondent->value == "User");
  CHECK(a.organisation->value == "Body");
  CHECK(a.role == organisation_role::signatory);
  CHECK(a.organisation_separator == ";");
  CHECK(a.capacity.meanings.size() == 5);
  CHECK(a.capacity.meanings[4] == std::pair<std::string, std::string>("Rather not say", "unknown"));
  CHECK(a.publication.all == "anonymous");
  CHECK(a.publication.declared());
  CHECK(a.disposition.meanings[1].second == "out_of_scope");
  CHECK(a.language.meanings[1] == std::pair<std::string, std::string>("English", "en"));
  CHECK(a.contact.size() == 2);
  REQUIRE(a.answers.size() == 3);
  CHECK(a.answers[0].parts.size() == 2);
  CHECK(a.answers[0].wording == "Why is that?");
  CHECK(a.answers[1].assigned);
  CHECK(a.answers[2].ticks[1].first == "other");
  CHECK(a.answers[2].ticks[1].second.value == "Who: other");
  CHECK(a.answers[2].ticked == std::vector<std::string>{"x", "X"});
  REQUIRE(a.codings.size() == 2);
  CHECK(a.codings[0].coder.name == "AB");
  CHECK(a.codings[0].coder.when == "2026-05-01");
  CHECK(a.codings[0].ticks[0].first == "hours");
  CHECK(a.codings[0].review);
  CHECK(slice(*m, a.codings[0].where) == "[[source.coding]]");
  CHECK(a.codings[1].coder.kind == coder_kind::model);
  CHECK(a.codings[1].coder.version == "3");
  CHECK(a.codings[1].values.size() == 3);
  CHECK(a.codings[1].ignore == std::vector<std::string>{"none"});
  CHECK_FALSE(a.codings[1].review);

  const data_source& b = m->sources[1];
  CHECK(b.language.column.value == "lang");
  CHECK(b.language.meanings.empty());
  REQUIRE(b.rows_are_answers);
  CHECK(b.rows_are_answers->answer_column.value == "Answer");
  CHECK(b.rows_are_answers->values[2] == std::pair<std::string, std::string>("And what?", "what"));
  CHECK(b.codings[0].question.empty());

  REQUIRE(m->events.size() == 1);
  CHECK(to_string(m->events[0].event.date) == "2026-03-05");
  CHECK(m->events[0].event.attendance == 12);
  CHECK(m->events[0].notes.value == "data/hall.txt");
  CHECK(m->register_declared);
  CHECK(m->register_path == "letters.csv");
  CHECK(m->register_format == "%d %B %Y");
  CHECK(m->no_comment == std::vector<std::string>{"nothing"});
  CHECK(m->refers == std::vector<std::string>{"see there"});
}

TEST_CASE("the question that names respondents is the first that can") {
  std::string text = everything;
  text.erase(text.find("attribution = \"body\"\n"), 21);
  const auto m = parsed(text);
  REQUIRE(m != nullptr);
  CHECK(m->asked[m->settings.attribution].id == "who");
}

TEST_CASE("a byte order mark and CRLF change nothing") {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : std::string(everything)) text += c == '\n' ? "\r\n" : std::string(1, c);
  const auto m = parsed(text);
  REQUIRE(m != nullptr);
  CHECK(slice(*m, m->sources[0].file) == "\"data/a.TSV\"");
  CHECK(m->settings.about == "What was asked.");
}

TEST_CASE("a remark made later points into the manifest") {
  const auto m = parsed(library_hours);
  REQUIRE(m != nullptr);
  const diagnostic d =
      m->remark(severity::error, "column \"Email\" is missing", m->sources[0].contact[0]);
  CHECK(to_string(d) ==
        "m:36:12: error: column \"Email\" is missing\ncontact = [\"Email\"]\n           ^~~~~~~");
}
