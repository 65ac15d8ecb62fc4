#include "report/collect.hpp"
#include "report/lists.hpp"
#include "report/phrases.hpp"

#include <heard/base/error.hpp>
#include <heard/quotes/runs.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace heard::reporting {

using entry = work_list::entry;

// What one part has for each list.
class part_lister {
 public:
  part_lister(const codings& part, std::vector<kept_rows>& to)
      : from_(part), of_(*part.of()), to_(to) {}

  void run(const uncovered_answers& uncovered) {
    responses();
    unread();
    stale();
    uncovered_words(uncovered);
    answers();
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

  void add(list_keeper::list list, response_id about, std::vector<entry> row) {
    to_[list].add(0, id_of(about), std::move(row));
  }

  void responses() {
    const response_table& all = of_.responses();
    for (const response_id response : of_.each_response()) {
      const disposition is = all.disposition[response];
      if (is == disposition::unreadable) {
        add(list_keeper::unreadable, response, with_reason(response));
      } else if (is == disposition::pending) {
        add(list_keeper::pending, response, with_reason(response));
      }
      if (!of_.included(response)) {
        std::vector<entry> row = with_reason(response);
        row.insert(row.begin() + 1,
                   {{std::string(word(is))}, {std::string(word(all.late[response]))}});
        add(list_keeper::not_included, response, std::move(row));
      } else if (all.repeats[response] != 0) {
        add(list_keeper::repeats, response, {{id_of(response)}, {place_of(all.place[response])}});
      }
    }
  }

  std::vector<entry> with_reason(response_id response) const {
    return {{id_of(response)},
            {place_of(of_.responses().place[response])},
            {std::string(of_.text(of_.responses().reason[response]))}};
  }

  void unread() {
    for (const unread_words& each : of_.unread()) {
      add(list_keeper::unread, each.response,
          {{id_of(each.response)},
           {each.question.valid() ? of_.asked()[each.question].id : std::string()},
           {place_of(each.place)}});
    }
  }

  void stale() {
    for (const stale_decision& each : of_.stale()) {
      std::string place = each.file + '\0';
      for (int shift = 24; shift >= 0; shift -= 8) {
        place += static_cast<char>(each.row >> shift & 0xFF);
      }
      to_[list_keeper::stale].add(
          0, std::move(place),
          {{each.file}, {std::to_string(each.row)}, {each.response}, {each.question}, {each.why}});
    }
  }

  // One row for each answer, in the order of questions, so that a question's can be read together.
  void uncovered_words(const uncovered_answers& uncovered) {
    for (const question_id question : of_.each_question()) {
      for (const response_id response : uncovered[question.value]) {
        const auto [first, last] = of_.answers_of(response);
        for (answer_id answer = first; answer < last; ++answer.value) {
          if (of_.answers().question[answer] != question ||
              of_.answers().state[answer] != answer_state::text) {
            continue;
          }
          to_[list_keeper::uncovered_words].add(question.value, id_of(response),
                                                {{of_.asked()[question].id},
                                                 {id_of(response)},
                                                 {from_.reviewed(answer) ? "yes" : "no"},
                                                 {shown_words(of_, answer), true}});
        }
      }
    }
  }

  void answers() {
    for (const answer_id answer : of_.each_answer()) {
      const response_id response = of_.answers().response[answer];
      if (!of_.included(response)) continue;
      const std::string& question = of_.asked()[of_.answers().question[answer]].id;
      if (of_.answers().state[answer] == answer_state::not_coded) {
        add(list_keeper::without_rules, response,
            {{id_of(response)},
             {question},
             {of_.languages()[of_.answers().language[answer]]},
             {from_.reviewed(answer) ? "yes" : "no"}});
      }
      if (const text_ref words = of_.answers().other[answer]; !words.empty()) {
        add(list_keeper::others, response,
            {{question}, {id_of(response)}, {std::string(of_.text(words)), true}});
      }
      for (const coder_kind kind :
           {coder_kind::adjudicated, coder_kind::human, coder_kind::model}) {
        disagree_at(answer, kind);
      }
    }
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

  void disagree_at(answer_id answer, coder_kind kind) {
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
      const response_id response = of_.answers().response[answer];
      add(list_keeper::disagreements, response,
          {{id_of(response)},
           {of_.asked()[of_.answers().question[answer]].id},
           {(*from_.by())[theme].id},
           {std::string(word(kind))},
           {with},
           {without}});
    }
  }

  const codings& from_;
  const consultation& of_;
  std::vector<kept_rows>& to_;
};

namespace {

work_list list_rules(const codings& from, std::span<const rule_use> rules) {
  work_list out{"list-rules",
                "How the rules did",
                "Answers hit, of those a rule was tried on, and those that no other rule of its "
                "theme hits.",
                {"Theme", "Rule", "Source", "Answers", "Tried on", "Alone", "Remark"},
                {}};
  for (const rule_use& use : rules) {
    const theme& about = (*from.by())[use.theme];
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

work_list list_events(const consultation& of) {
  work_list out{"list-events",
                "Notes of the engagement events",
                "Kept apart from the responses, and in no base.",
                {"Event", "Notes"},
                {}};
  for (const engagement_event& each : of.events()) {
    if (each.notes.empty()) continue;
    out.rows.push_back({{each.title}, {std::string(of.text(each.notes)), true}});
  }
  return out;
}

}  // namespace

void kept_rows::add(std::uint32_t group, std::string id, std::vector<entry> row) {
  rows_.push_back({group, std::move(id), all_++, std::move(row)});
  if (rows_.size() / 2 > most_) keep_first(most_);
}

void kept_rows::keep_first(std::size_t rows) {
  std::sort(rows_.begin(), rows_.end(), [](const keyed& a, const keyed& b) {
    return std::tie(a.group, a.id, a.turn) < std::tie(b.group, b.id, b.turn);
  });
  if (rows_.size() > rows) rows_.erase(rows_.begin() + std::ptrdiff_t(rows), rows_.end());
}

void kept_rows::take(work_list& into) {
  keep_first(most_);
  if (all_ > rows_.size()) {
    into.all = all_;
    into.about += " Listed are the first " + number(rows_.size()) + " of " + number(all_) + ".";
  }
  for (keyed& each : rows_) into.rows.push_back(std::move(each.row));
}

list_keeper::list_keeper(std::size_t most_rows) {
  for (std::size_t i = 0; i < lists; ++i) rows_.emplace_back(most_rows);
}

void list_keeper::add(const codings& part, const uncovered_answers& uncovered) {
  part_lister(part, rows_).run(uncovered);
}

std::vector<work_list> list_keeper::finish(const codings& last, std::span<const rule_use> rules,
                                           const std::vector<identity::body_summary>& bodies) {
  std::vector<work_list> out;
  const auto made_of = [&](list which, const char* name, const char* title, const char* about,
                           std::vector<std::string> header) {
    work_list made;
    made.name = name;
    made.title = title;
    made.about = about;
    made.header = std::move(header);
    rows_[which].take(made);
    out.push_back(std::move(made));
  };
  made_of(
      unreadable, "list-unreadable", "Unreadable responses",
      "What could not be read: set aside, counted, and to be settled or disclosed before a final "
      "report.",
      {"Response", "Where", "Reason"});
  made_of(pending, "list-pending", "Pending responses", "Nobody has decided what becomes of them.",
          {"Response", "Where", "Reason"});
  made_of(unread, "list-unread", "Words not yet turned into text",
          "Letters and attachments that are counted, and that nobody has typed yet.",
          {"Response", "Question", "Where"});
  made_of(stale, "list-stale", "Stale decisions",
          "Made on other words than stand there now: set aside, and applied to nothing.",
          {"File", "Row", "Response", "Question", "Why"});
  out.push_back(list_organisations(*last.of(), bodies));
  if (last.campaigns() && !last.campaigns()->all().empty()) {
    for (work_list& each : list_campaigns(*last.campaigns())) out.push_back(std::move(each));
  }
  made_of(not_included, "list-not-included", "Responses that are in no base",
          "Every response that is received and not counted, and why.",
          {"Response", "Disposition", "Late", "Where", "Reason"});
  made_of(repeats, "list-repeats", "Repeats",
          "Counted, and equal in all answers to an earlier response of the same sender.",
          {"Response", "Where"});
  made_of(without_rules, "list-no-rules", "Answers in languages without rules",
          "Counted as answers; no rule looked at them.",
          {"Response", "Question", "Language", "Read by a person"});
  made_of(uncovered_words, "list-uncovered", "What the codebook does not cover",
          "Answers with words in which no theme counts.",
          {"Question", "Response", "Read by a person", "Words"});
  made_of(disagreements, "list-disagreements", "Coders of one kind who differ",
          "A theme that one gave an answer and another, who read it too, did not. Both count until "
          "somebody settles it.",
          {"Response", "Question", "Theme", "Kind", "Gave it", "Did not"});
  out.push_back(list_rules(last, rules));
  made_of(others, "list-other", "What followed \u201cother\u201d",
          "The words of respondents who chose a free answer to a closed question.",
          {"Question", "Response", "Words"});
  out.push_back(list_events(*last.of()));
  return out;
}

}  // namespace heard::reporting
