#include "report/collect.hpp"

#include <heard/base/error.hpp>
#include <heard/quotes/runs.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace heard::reporting {

namespace {

using entry = work_list::entry;

class worker {
 public:
  explicit worker(const counts& all) : all_(all), from_(*all.from), of_(*all.from->of()) {}

  std::vector<work_list> lists() {
    std::vector<work_list> out;
    out.push_back(
        responses_that_are("list-unreadable", "Unreadable responses",
                           "What could not be read: set aside, counted, and to be settled "
                           "or disclosed before a final report.",
                           disposition::unreadable));
    out.push_back(responses_that_are("list-pending", "Pending responses",
                                     "Nobody has decided what becomes of them.",
                                     disposition::pending));
    out.push_back(unread());
    out.push_back(stale());
    out.push_back(list_organisations(of_));
    if (from_.campaigns() && !from_.campaigns()->all().empty()) {
      for (work_list& each : list_campaigns(*from_.campaigns())) out.push_back(std::move(each));
    }
    out.push_back(not_included());
    out.push_back(repeats());
    out.push_back(without_rules());
    out.push_back(uncovered());
    out.push_back(disagreements());
    out.push_back(rules());
    out.push_back(others());
    out.push_back(events());
    return out;
  }

 private:
  std::string id_of(response_id response) const { return std::string(of_.id_of(response)); }

  std::string place_of(const source_place& place) const {
    if (!place.file.valid()) return {};
    std::string out = of_.files()[place.file.value].path;
    if (place.row > 0) out += ", row " + std::to_string(place.row);
    if (place.column > 0) out += ", column " + std::to_string(place.column);
    return out;
  }

  work_list responses_that_are(const char* name, const char* title, const char* about,
                               disposition which) const {
    work_list out{name, title, about, {"Response", "Where", "Reason"}, {}};
    for (const response_id response : of_.each_response()) {
      if (of_.responses().disposition[response] == which) out.rows.push_back(with_reason(response));
    }
    return out;
  }

  std::vector<entry> with_reason(response_id response) const {
    return {{id_of(response)},
            {place_of(of_.responses().place[response])},
            {std::string(of_.text(of_.responses().reason[response]))}};
  }

  work_list unread() const {
    work_list out{"list-unread",
                  "Words not yet turned into text",
                  "Letters and attachments that are counted, and that nobody has typed yet.",
                  {"Response", "Question", "Where"},
                  {}};
    for (const unread_words& each : of_.unread()) {
      out.rows.push_back({{id_of(each.response)},
                          {each.question.valid() ? of_.asked()[each.question].id : std::string()},
                          {place_of(each.place)}});
    }
    return out;
  }

  work_list stale() const {
    work_list out{"list-stale",
                  "Stale decisions",
                  "Made on other words than stand there now: set aside, and applied to nothing.",
                  {"File", "Row", "Response", "Question", "Why"},
                  {}};
    for (const stale_decision& each : of_.stale()) {
      out.rows.push_back(
          {{each.file}, {std::to_string(each.row)}, {each.response}, {each.question}, {each.why}});
    }
    return out;
  }

  work_list not_included() const {
    work_list out{"list-not-included",
                  "Responses that are in no base",
                  "Every response that is received and not counted, and why.",
                  {"Response", "Disposition", "Late", "Where", "Reason"},
                  {}};
    for (const response_id response : of_.each_response()) {
      if (of_.included(response)) continue;
      std::vector<entry> row = with_reason(response);
      row.insert(row.begin() + 1, {{std::string(word(of_.responses().disposition[response]))},
                                   {std::string(word(of_.responses().late[response]))}});
      out.rows.push_back(std::move(row));
    }
    return out;
  }

  work_list repeats() const {
    work_list out{"list-repeats",
                  "Repeats",
                  "Counted, and equal in all answers to an earlier response of the same sender.",
                  {"Response", "Where"},
                  {}};
    for (const response_id response : of_.each_response()) {
      if (!of_.included(response) || of_.responses().repeats[response] == 0) continue;
      out.rows.push_back({{id_of(response)}, {place_of(of_.responses().place[response])}});
    }
    return out;
  }

  work_list without_rules() const {
    work_list out{"list-no-rules",
                  "Answers in languages without rules",
                  "Counted as answers; no rule looked at them.",
                  {"Response", "Question", "Language", "Read by a person"},
                  {}};
    for (const answer_id answer : of_.each_answer()) {
      const response_id response = of_.answers().response[answer];
      if (!of_.included(response) || of_.answers().state[answer] != answer_state::not_coded) {
        continue;
      }
      out.rows.push_back({{id_of(response)},
                          {of_.asked()[of_.answers().question[answer]].id},
                          {of_.languages()[of_.answers().language[answer]]},
                          {from_.reviewed(answer) ? "yes" : "no"}});
    }
    return out;
  }

  // One row for each answer, in the order of questions, so that a question's can be read together.
  work_list uncovered() const {
    work_list out{"list-uncovered",
                  "What the codebook does not cover",
                  "Answers with words in which no theme counts.",
                  {"Question", "Response", "Read by a person", "Words"},
                  {}};
    for (const question_id question : of_.each_question()) {
      for (const response_id response : all_.questions[question.value].uncovered) {
        const auto [first, last] = of_.answers_of(response);
        for (answer_id answer = first; answer < last; ++answer.value) {
          if (of_.answers().question[answer] != question ||
              of_.answers().state[answer] != answer_state::text) {
            continue;
          }
          out.rows.push_back({{of_.asked()[question].id},
                              {id_of(response)},
                              {from_.reviewed(answer) ? "yes" : "no"},
                              {shown_words(of_, answer), true}});
        }
      }
    }
    return out;
  }

  // Who coded or reviewed an answer, of one kind, in coder order.
  std::vector<coder_id> readers_of(answer_id answer, coder_kind kind) const {
    std::set<coder_id> out;
    const auto [first, last] = from_.of_answer(answer);
    for (coding_id coding = first; coding < last; ++coding.value) {
      const coder_id who = from_.table().coder[coding];
      if (from_.coders()[who.value].kind == kind) out.insert(who);
    }
    const auto& reviews = of_.reviews();
    for (auto row = std::lower_bound(reviews.begin(), reviews.end(), review{answer, coder_id(0u)});
         row != reviews.end() && row->answer == answer; ++row) {
      if (of_.coders()[row->coder.value].kind == kind) out.insert(row->coder);
    }
    return {out.begin(), out.end()};
  }

  bool gave(coder_id who, answer_id answer, theme_id theme) const {
    const auto [first, last] = from_.of_answer(answer);
    for (coding_id coding = first; coding < last; ++coding.value) {
      if (from_.table().coder[coding] == who && from_.table().theme[coding] == theme) return true;
    }
    return false;
  }

  void disagree_at(answer_id answer, coder_kind kind, work_list& out) const {
    const std::vector<coder_id> readers = readers_of(answer, kind);
    if (readers.size() < 2) return;
    std::set<theme_id> themes;
    const auto [first, last] = from_.of_answer(answer);
    for (coding_id coding = first; coding < last; ++coding.value) {
      if (from_.coders()[from_.table().coder[coding].value].kind == kind) {
        themes.insert(from_.table().theme[coding]);
      }
    }
    for (const theme_id theme : themes) {
      std::string with;
      std::string without;
      for (const coder_id who : readers) {
        std::string& to = gave(who, answer, theme) ? with : without;
        to += (to.empty() ? "" : "; ") + from_.coders()[who.value].name;
      }
      if (without.empty()) continue;
      out.rows.push_back({{id_of(of_.answers().response[answer])},
                          {of_.asked()[of_.answers().question[answer]].id},
                          {(*from_.by())[theme].id},
                          {std::string(word(kind))},
                          {with},
                          {without}});
    }
  }

  work_list disagreements() const {
    work_list out{"list-disagreements",
                  "Coders of one kind who differ",
                  "A theme that one gave an answer and another, who read it too, did not. Both "
                  "count until somebody settles it.",
                  {"Response", "Question", "Theme", "Kind", "Gave it", "Did not"},
                  {}};
    for (const answer_id answer : of_.each_answer()) {
      if (!of_.included(of_.answers().response[answer])) continue;
      for (const coder_kind kind :
           {coder_kind::adjudicated, coder_kind::human, coder_kind::model}) {
        disagree_at(answer, kind, out);
      }
    }
    return out;
  }

  work_list rules() const {
    work_list out{"list-rules",
                  "How the rules did",
                  "Answers hit, of those a rule was tried on, and those that no other rule of its "
                  "theme hits.",
                  {"Theme", "Rule", "Source", "Answers", "Tried on", "Alone", "Remark"},
                  {}};
    for (const rule_use& use : from_.rules()) {
      const theme& about = (*from_.by())[use.theme];
      std::string remark;
      if (use.looked_at == 0) {
        remark = "tried on no answer";
      } else if (use.answers == 0) {
        remark = "matches nothing here";
      } else if (100 * use.answers > 80 * use.looked_at) {
        remark = "fires on over 80% of the answers it is tried on";
      } else if (use.alone == 0 && about.match.size() > 1) {
        remark = "hits only where another rule of the theme does";
      }
      out.rows.push_back({{about.id},
                          {std::to_string(use.rule + 1)},
                          {about.match[use.rule].source},
                          {std::to_string(use.answers)},
                          {std::to_string(use.looked_at)},
                          {std::to_string(use.alone)},
                          {remark}});
    }
    return out;
  }

  work_list others() const {
    work_list out{"list-other",
                  "What followed \u201cother\u201d",
                  "The words of respondents who chose a free answer to a closed question.",
                  {"Question", "Response", "Words"},
                  {}};
    for (const answer_id answer : of_.each_answer()) {
      const text_ref words = of_.answers().other[answer];
      if (words.empty() || !of_.included(of_.answers().response[answer])) continue;
      out.rows.push_back({{of_.asked()[of_.answers().question[answer]].id},
                          {id_of(of_.answers().response[answer])},
                          {std::string(of_.text(words)), true}});
    }
    return out;
  }

  work_list events() const {
    work_list out{"list-events",
                  "Notes of the engagement events",
                  "Kept apart from the responses, and in no base.",
                  {"Event", "Notes"},
                  {}};
    for (const engagement_event& each : of_.events()) {
      if (each.notes.empty()) continue;
      out.rows.push_back({{each.title}, {std::string(of_.text(each.notes)), true}});
    }
    return out;
  }

  const counts& all_;
  const codings& from_;
  const consultation& of_;
};

}  // namespace

std::vector<work_list> list_work(const counts& all) {
  return worker(all).lists();
}

}  // namespace heard::reporting
