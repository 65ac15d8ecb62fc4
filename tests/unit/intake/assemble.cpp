#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

namespace heard::testing {

response_id assembled::response(std::string_view id) const {
  REQUIRE(made);
  const auto found = made->find_response(id);
  REQUIRE_MESSAGE(found, "response ", std::string(id));
  return *found;
}

question_id assembled::question(std::string_view id) const {
  REQUIRE(made);
  const auto found = made->asked().find_question(id);
  REQUIRE_MESSAGE(found, "question ", std::string(id));
  return *found;
}

answer_state assembled::state(std::string_view response_, std::string_view question_) const {
  return made->state(response(response_), question(question_));
}

std::vector<std::string> assembled::said(std::string_view response_,
                                         std::string_view question_) const {
  std::vector<std::string> out;
  const auto [first, last] = made->answers_of(response(response_));
  const question_id at = question(question_);
  for (answer_id answer = first; answer != last; ++answer.value) {
    if (made->answers().question[answer] != at) continue;
    if (made->asked()[at].kind == question_kind::open) {
      out.emplace_back(made->text_of(answer));
      continue;
    }
    for (const option_id option : made->answers().options[answer]) {
      out.push_back(made->asked()[option].id);
    }
    const std::string_view other = made->text(made->answers().other[answer]);
    if (!other.empty()) out.push_back("\"" + std::string(other) + "\"");
  }
  return out;
}

disposition assembled::disposition_of(std::string_view response_) const {
  return made->responses().disposition[response(response_)];
}

std::string manifest_with(std::string_view rest) {
  return R"toml([consultation]
id = "test"
title = "Test"
opens = 2026-03-02
closes = 2026-04-27

[[chapter]]
id = "c1"
title = "First"

[[question]]
id = "why"
chapter = "c1"
kind = "open"
text = "Why?"

[[question]]
id = "how"
chapter = "c1"
kind = "open"
text = "How?"

[[question]]
id = "you"
kind = "multiple"
role = "about_you"
text = "Who?"
other = "Other (please say)"
options = [
  { id = "parent", label = "Parent, carer or guardian", aliases = ["Parent"] },
  { id = "student", label = "Student" },
]

)toml" + std::string(rest);
}

assembled assemble(const std::string& manifest_text, const files& supplied,
                   const assembly_options& options) {
  assembled out;
  diagnostics remarks;
  const auto from = parse_manifest(manifest_text, "consultation.toml", remarks);
  if (from) {
    assembly work(from);
    for (auto wanted = work.wanted(); !wanted.empty(); wanted = work.wanted()) {
      for (const wanted_file& file : wanted) {
        const auto there = supplied.find(file.path);
        if (file.folder) {
          for (const auto& [path, bytes] : supplied) {
            const bool inside =
                path.starts_with(file.path) && path.find('/', file.path.size()) == path.npos;
            if (inside) work.supply(path, bytes);
          }
          work.close(file.path);
        } else if (there != supplied.end()) {
          work.supply(file.path, there->second);
        } else {
          work.close(file.path);
        }
      }
    }
    out.made = work.finish(options, remarks);
  }
  for (diagnostic remark : remarks.all()) {
    remark.excerpt.clear();
    out.remarks.push_back(to_string(remark));
  }
  return out;
}

std::string hash_of(std::string_view words) {
  return to_hex(hash_bytes(words));
}

std::string everything(const consultation& of) {
  std::string out;
  const auto line = [&](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) out.append(part) += '|';
    out += '\n';
  };
  for (const channel& c : of.asked().channels()) line({c.id});
  const response_table& responses = of.responses();
  for (const response_id r : of.each_response()) {
    line({of.id_of(r), word(responses.disposition[r]), of.text(responses.reason[r]),
          word(responses.capacity[r]), word(responses.publication[r]), word(responses.late[r]),
          to_string(responses.received[r]), std::to_string(responses.respondent[r].value),
          std::to_string(responses.repeats[r]), of.text(of.items().id[responses.item[r]])});
    for (const organisation_link& link : responses.organisations[r]) {
      line({of.organisations()[link.organisation.value].name, word(link.role)});
    }
    for (const question_id q : of.each_question()) line({word(of.state(r, q))});
  }
  for (const answer_id a : of.each_answer()) {
    line({of.id_of(of.answers().response[a]), of.asked()[of.answers().question[a]].id,
          word(of.answers().state[a]), word(of.answers().origin[a]), of.text_of(a),
          of.text(of.answers().other[a]), of.languages()[of.answers().language[a]]});
    for (const option_id o : of.answers().options[a]) line({of.asked()[o].id});
  }
  for (const external_coding& c : of.codings()) {
    line({std::to_string(c.answer.value), of.coders()[c.coder.value].name,
          of.coded_themes()[c.theme], word(c.stance), std::to_string(c.first),
          std::to_string(c.last)});
  }
  for (const review& r : of.reviews()) {
    line({std::to_string(r.answer.value), of.coders()[r.coder.value].name});
  }
  for (const stale_decision& s : of.stale()) line({s.response, s.question, s.why});
  return out;
}

}  // namespace heard::testing
