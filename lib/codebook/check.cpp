#include "toml/faults.hpp"
#include "toml/string_scan.hpp"

#include <heard/base/nearest.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/model/consultation.hpp>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace heard {

namespace {

void check_questions(const codebook& book, const questionnaire& asked, diagnostics& remarks) {
  std::vector<std::string> open;
  for (const question& q : asked.questions()) {
    if (q.kind == question_kind::open) open.push_back(q.id);
  }
  const source_text none("codebook", "");
  toml::faults out(book.source == nullptr ? none : *book.source);
  const std::string_view text = out.source().text();
  for (const theme& t : book.themes) {
    for (std::size_t i = 0; i < t.questions.size(); ++i) {
      const std::string& id = t.questions[i];
      const std::optional<question_id> found = asked.find_question(id);
      if (found && asked[*found].kind == question_kind::open) continue;
      toml::extent where;
      if (i < t.question_places.size() && t.question_places[i].offset < text.size()) {
        where.first = static_cast<std::size_t>(t.question_places[i].offset);
        where.last = toml::string_end(text, where.first);
      }
      if (found) {
        out.error(where, "question " + toml::quoted(id) + " is " +
                             std::string(word(asked[*found].kind)) +
                             "; themes are looked for in open ones");
      } else {
        out.unknown(where, "question", id, open);
      }
    }
  }
  out.hand_over(remarks);
}

// The first coding, in the order of the files, of a theme that the codebook does not have.
struct unknown_theme {
  const external_coding* first = nullptr;
  std::uint64_t codings = 0;
};

void check_codings(const codebook& book, const consultation& against, diagnostics& remarks) {
  std::vector<std::string> known;
  for (const theme& t : book.themes) known.push_back(t.id);
  std::map<std::uint32_t, unknown_theme> unknown;  // by row of the coded themes, which are sorted
  for (std::uint32_t row = 0; row < against.coded_themes().size(); ++row) {
    if (!book.find(against.coded_themes()[row])) unknown.emplace(row, unknown_theme{});
  }
  if (unknown.empty()) return;
  const auto path = [&](const external_coding& c) {
    const std::size_t file = c.place.file.value;
    return file < against.files().size() ? std::string_view(against.files()[file].path)
                                         : std::string_view();
  };
  const auto place = [&](const external_coding& c) {
    return std::tuple(path(c), c.place.row, c.place.column);
  };
  for (const external_coding& c : against.codings()) {
    const auto at = unknown.find(c.theme);
    if (at == unknown.end()) continue;
    unknown_theme& of = at->second;
    ++of.codings;
    if (of.first == nullptr || place(c) < place(*of.first)) of.first = &c;
  }
  for (const auto& [row, of] : unknown) {
    if (of.first == nullptr) continue;
    const std::string& id = against.coded_themes()[row];
    const source_place& at = of.first->place;
    diagnostic remark;
    remark.message = "theme " + toml::quoted(id) + " of coder " +
                     toml::quoted(against.coders()[of.first->coder.value].name) +
                     " is not in the codebook";
    if (of.codings > 1) remark.message += ", in " + std::to_string(of.codings) + " codings";
    remark.message += did_you_mean(id, known);
    remark.where = {std::string(path(*of.first)), at.first, at.row, at.column};
    remarks.add(std::move(remark));
  }
}

}  // namespace

void check_codebook(const codebook& book, const questionnaire& asked, diagnostics& remarks) {
  check_questions(book, asked, remarks);
}

void check_codebook(const codebook& book, const consultation& against, diagnostics& remarks) {
  check_questions(book, against.asked(), remarks);
  check_codings(book, against, remarks);
}

}  // namespace heard
