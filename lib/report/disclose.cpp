#include "report/crowds.hpp"
#include "report/disclosed_row.hpp"

#include <heard/base/escape.hpp>
#include <heard/quotes/attribution.hpp>
#include <heard/report/disclose.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace heard {

namespace {

using namespace reporting;

constexpr const char* line_end = "\r\n";

struct row {
  response_id response;
  std::string name;  // Its number or its id.
  std::string organisation;
  std::vector<std::string> about;  // Channel, capacity; empty: not shown.
  std::vector<disclosed_answer> answers;
  std::vector<withheld_words> withheld;
};

std::string cell_of(const disclosed_answer& of) {
  std::string out;
  for (const std::string& option : of.options) out += (out.empty() ? "" : "; ") + option;
  if (!of.text.empty()) out += (out.empty() ? "" : ": ") + of.text;
  return out;
}

class disclosure {
 public:
  disclosure(const consultation& of, const disclosure_options& options)
      : of_(of), options_(options), k_(options.k != 0 ? options.k : of.settings().attribution_k) {
    for (const question_id question : of.each_question()) {
      (of.asked()[question].about_you ? about_you_ : asked_).push_back(question);
    }
    collect();
    coarsen();
    name_all();
  }

  [[nodiscard]] std::vector<report_file> files() const {
    std::vector<report_file> out;
    if (!options_.ids) out.push_back({"internal/ids.csv", ids()});
    out.push_back({"publish/about.csv", about()});
    out.push_back({"publish/questions.csv", questions()});
    out.push_back({"publish/responses.csv", csv()});
    out.push_back({"publish/responses.jsonl", jsonl()});
    out.push_back({"publish/withheld.csv", withheld()});
    return out;
  }

 private:
  void collect() {
    const attributor attributions(of_);
    const answer_discloser disclose(of_);
    for (const response_id response : of_.each_response()) {
      row made;
      made.response = response;
      if (std::string why = withheld_whole(of_, response); !why.empty()) {
        made.withheld.push_back({{}, std::move(why), 1});
        kept_.push_back(std::move(made));
        continue;
      }
      attribution by = attributions.of(response);
      if (by.form == attribution_form::named_body) made.organisation = std::move(by.text);
      made.about = {of_.asked()[of_.responses().channel[response]].id,
                    std::string(word(of_.responses().capacity[response]))};
      for (const auto* questions : {&about_you_, &asked_}) {
        for (const question_id question : *questions) {
          made.answers.push_back(disclose(response, question));
          auto& withheld = made.answers.back().withheld;
          made.withheld.insert(made.withheld.end(), withheld.begin(), withheld.end());
        }
      }
      given_.push_back(std::move(made));
    }
  }

  void coarsen() {
    std::vector<profile> profiles;
    std::vector<row*> whose;
    for (row& each : given_) {
      if (!each.organisation.empty()) continue;  // A body that may be named hides in no crowd.
      profile of{of_.responses().respondent[each.response], each.about};
      for (std::size_t i = 0; i < about_you_.size(); ++i) {
        of.attributes.push_back(cell_of(each.answers[i]));
      }
      profiles.push_back(std::move(of));
      whose.push_back(&each);
    }
    const std::vector<std::size_t> shown = shown_attributes(profiles, k_);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      for (std::size_t at = shown[i]; at < profiles[i].attributes.size(); ++at) hide(*whose[i], at);
    }
  }

  void hide(row& of, std::size_t attribute) const {
    static constexpr const char* names[] = {"channel", "capacity"};
    if (attribute < of.about.size()) {
      of.about[attribute].clear();
      of.withheld.push_back({names[attribute], "small_group", 1});
      return;
    }
    const std::size_t i = attribute - of.about.size();
    // Whether there was an answer would tell as much as the answer.
    const std::string& id = of_.asked()[about_you_[i]].id;
    std::erase_if(of.withheld, [&](const withheld_words& each) { return each.question == id; });
    of.answers[i] = {std::string(withheld_mark), {}, {}};
    of.withheld.push_back({id, "small_group", 1});
  }

  // In the order of what is shown: that of ids or rows would tell who is who to somebody who knows
  // a few of them.
  void name_all() {
    const auto id = [&](const row& of) { return std::string(of_.id_of(of.response)); };
    if (options_.ids) {
      for (auto* rows : {&given_, &kept_}) {
        for (row& each : *rows) each.name = id(each);
      }
      return;
    }
    std::vector<std::pair<std::vector<std::string>, row>> sorted;
    for (row& each : given_) sorted.emplace_back(cells(each), std::move(each));
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      return std::pair(a.first, a.second.response) < std::pair(b.first, b.second.response);
    });
    given_.clear();
    std::size_t number = 0;
    for (auto& [shown, each] : sorted) {
      each.name = std::to_string(++number);
      given_.push_back(std::move(each));
    }
    std::sort(kept_.begin(), kept_.end(), [](const row& a, const row& b) {
      return std::tie(a.withheld[0].reason, a.response) <
             std::tie(b.withheld[0].reason, b.response);
    });
    for (row& each : kept_) each.name = std::to_string(++number);
  }

  [[nodiscard]] std::vector<std::string> cells(const row& of) const {
    std::vector<std::string> out = {of.organisation};
    for (const std::string& each : of.about) {
      out.push_back(each.empty() ? std::string(withheld_mark) : each);
    }
    for (const disclosed_answer& each : of.answers) out.push_back(cell_of(each));
    return out;
  }

  [[nodiscard]] std::string csv() const {
    std::string out =
        std::string(options_.ids ? "response" : "number") + ",organisation,channel,capacity";
    for (const auto* questions : {&about_you_, &asked_}) {
      for (const question_id question : *questions) out += "," + csv_text(of_.asked()[question].id);
    }
    out += line_end;
    for (const row& each : given_) {
      out += csv_text(each.name);
      for (const std::string& cell : cells(each)) out += "," + csv_text(cell);
      out += line_end;
    }
    return out;
  }

  [[nodiscard]] std::string jsonl() const {
    std::string out;
    const auto text_or_null = [](const std::string& text) {
      return text.empty() ? std::string("null") : json_text(text);
    };
    for (const row& each : given_) {
      out += options_.ids ? "{\"response\":" + json_text(each.name) : "{\"number\":" + each.name;
      out += ",\"organisation\":" + text_or_null(each.organisation) +
             ",\"channel\":" + text_or_null(each.about[0]) +
             ",\"capacity\":" + text_or_null(each.about[1]) + ",\"answers\":{";
      bool first = true;
      for (std::size_t i = 0; i < each.answers.size(); ++i) {
        const disclosed_answer& answer = each.answers[i];
        if (answer.empty()) continue;
        const question_id question =
            i < about_you_.size() ? about_you_[i] : asked_[i - about_you_.size()];
        out += (first ? "" : ",") + json_text(of_.asked()[question].id) + ":{";
        if (!answer.options.empty()) {
          out += "\"options\":[";
          for (std::size_t o = 0; o < answer.options.size(); ++o) {
            out += (o == 0 ? "" : ",") + json_text(answer.options[o]);
          }
          out += answer.text.empty() ? "]" : "],";
        }
        if (!answer.text.empty()) out += "\"text\":" + json_text(answer.text);
        out += "}";
        first = false;
      }
      out += "},\"withheld\":[";
      first = true;
      for (const withheld_words& one : each.withheld) {
        out += (first ? "" : ",");
        out += "{\"question\":" + json_text(one.question) + ",\"reason\":" + json_text(one.reason) +
               ",\"count\":" + std::to_string(one.count) + "}";
        first = false;
      }
      out += "]}\n";
    }
    return out;
  }

  [[nodiscard]] std::string withheld() const {
    std::string out = std::string(options_.ids ? "response" : "number") + ",question,reason,count";
    out += line_end;
    for (const auto* rows : {&given_, &kept_}) {
      for (const row& each : *rows) {
        for (const withheld_words& one : each.withheld) {
          out += csv_text(each.name) + "," + csv_text(one.question) + "," + one.reason + "," +
                 std::to_string(one.count) + line_end;
        }
      }
    }
    return out;
  }

  // What it takes to make the same again.
  [[nodiscard]] std::string about() const {
    std::string out = "what,value";
    out += line_end;
    out += "k," + std::to_string(k_) + line_end;
    return out + "ids," + (options_.ids ? "yes" : "no") + line_end;
  }

  [[nodiscard]] std::string questions() const {
    std::string out = "column,chapter,kind,question";
    out += line_end;
    for (const auto* questions : {&about_you_, &asked_}) {
      for (const question_id id : *questions) {
        const question& each = of_.asked()[id];
        out += csv_text(each.id) + ",";
        if (each.chapter.valid()) out += csv_text(of_.asked()[each.chapter].title);
        out += "," + std::string(word(each.kind)) + "," + csv_text(each.text) + line_end;
      }
    }
    return out;
  }

  [[nodiscard]] std::string ids() const {
    std::string out = "number,response";
    out += line_end;
    for (const auto* rows : {&given_, &kept_}) {
      for (const row& each : *rows) {
        out += each.name + "," + csv_text(of_.id_of(each.response)) + line_end;
      }
    }
    return out;
  }

  const consultation& of_;
  disclosure_options options_;
  std::size_t k_;
  std::vector<question_id> about_you_;
  std::vector<question_id> asked_;
  std::vector<row> given_;
  std::vector<row> kept_;
};

}  // namespace

std::vector<report_file> render_disclosure(const consultation& of,
                                           const disclosure_options& options) {
  return disclosure(of, options).files();
}

}  // namespace heard
