#include "intake/source_columns.hpp"

#include <heard/base/nearest.hpp>

#include <set>
#include <utility>

namespace heard {

namespace {

class finder {
 public:
  finder(draft& to, const data_source& source, const sheet& in)
      : to_(to), source_(source), in_(in) {}

  std::optional<source_columns> run() {
    source_columns out;
    for (const manifest_text& text : source_.contact) {
      out.contact.push_back(find(text));
      if (in_.find_column(text.value)) contacts_.insert(out.contact.back().index);
    }
    out.response_id = column(source_.response_id);
    // Only a hash of it is kept.
    if (source_.respondent) out.respondent = find(*source_.respondent);
    out.name = column(source_.name);
    out.received = column(source_.received);
    out.organisation = column(source_.organisation);
    out.organisation_type = column(source_.organisation_type);
    out.capacity = map(source_.capacity);
    out.publication = map(source_.publication);
    out.disposition = map(source_.disposition);
    out.language = map(source_.language);
    for (const answer_source& answer : source_.answers) out.answers.push_back(answers(answer));
    if (source_.rows_are_answers) rows(*source_.rows_are_answers, out);
    for (const coding_source& coding : source_.codings) out.codings.push_back(codings(coding));
    if (failed_) return std::nullopt;
    return out;
  }

 private:
  // By place, since one column can be named in several ways.
  named_column column(const manifest_text& text) {
    const bool failed = std::exchange(failed_, false);
    named_column out = find(text);
    if (!failed_ && contacts_.contains(out.index)) {
      fault("column \"" + text.value + "\" is a \"contact\", which is shown in no output", text);
    }
    failed_ = failed_ || failed;
    return out;
  }

  named_column find(const manifest_text& text) {
    if (const auto found = in_.find_column(text.value)) return {*found, text.value};
    failed_ = true;
    std::string message = "column \"" + text.value + "\" ";
    if (in_.ambiguous(text.value)) {
      message += "is there several times in " + in_.name() + "; name it by its place, as \"#3\"";
    } else {
      message += "is missing in " + in_.name() + did_you_mean(in_.nearest_column(text.value));
    }
    to_.remarks.add(to_.from.remark(severity::error, std::move(message), text));
    return {};
  }

  std::optional<named_column> column(const std::optional<manifest_text>& text) {
    if (!text) return std::nullopt;
    return column(*text);
  }

  meaning_column map(const value_map& declared) {
    meaning_column out;
    if (!declared.declared()) return out;
    out.map = &declared;
    if (!declared.column.empty()) out.column = column(declared.column);
    out.cells = meanings(declared.meanings);
    return out;
  }

  answer_columns answers(const answer_source& declared) {
    answer_columns out = answer_to(declared.question, declared.separator);
    if (declared.assigned) out.origin = answer_origin::assigned;
    if (!declared.column.empty()) out.columns.push_back(column(declared.column));
    for (const manifest_text& part : declared.parts) out.columns.push_back(column(part));
    for (const auto& [option, text] : declared.ticks) {
      const auto found = to_.builder.asked().find_option(out.question, option);
      if (found) {
        out.boxes.emplace_back(*found, column(text));
      } else {
        fault("question \"" + declared.question + "\" has no option \"" + option + "\"", text);
      }
    }
    out.box_cells = ticks(declared.ticked);
    return out;
  }

  // Everything about a question but its columns.
  answer_columns answer_to(const std::string& id, const std::string& separator) {
    const questionnaire& asked = to_.builder.asked();
    answer_columns out;
    out.question = *asked.find_question(id);
    const question& of = asked[out.question];
    out.closed = of.kind != question_kind::open;
    out.one_option = of.kind == question_kind::single || of.kind == question_kind::scale;
    if (!out.closed) return out;

    std::vector<option_spelling> spellings;
    for (const option_id option : of.options) {
      spellings.push_back({asked[option].label, option.value});
      for (const std::string& alias : asked[option].aliases) {
        spellings.push_back({alias, option.value});
      }
    }
    std::string other;
    if (const auto label = to_.from.other_labels.find(id); label != to_.from.other_labels.end()) {
      other = label->second;
    }
    if (!other.empty()) out.options.other = asked.find_option(out.question, "other");
    out.options.reader.emplace(separator, spellings, other);
    return out;
  }

  void rows(const long_layout& declared, source_columns& out) {
    if (!source_.response_id) {
      fault("a source with a row for each answer needs \"response_id\"", declared.question_column);
    }
    out.row_question = column(declared.question_column);
    out.row_answer = column(declared.answer_column);
    out.row_questions = meanings(declared.values);
    std::set<std::string_view> known;
    for (const auto& [cell, question] : declared.values) {
      if (!known.insert(question).second) continue;
      answer_columns answer = answer_to(question, "");
      answer.columns.push_back(*out.row_answer);
      out.row_answers.push_back(std::move(answer));
    }
  }

  coding_columns codings(const coding_source& declared) {
    coding_columns out;
    out.declared = &declared;
    out.coder = to_.builder.add_coder(declared.coder);
    if (!declared.question.empty()) {
      out.question = *to_.builder.asked().find_question(declared.question);
    }
    for (const auto& [theme, text] : declared.ticks) out.boxes.emplace_back(theme, column(text));
    out.box_cells = ticks(declared.ticked);
    if (declared.column.empty()) return out;

    out.column = column(declared.column);
    std::vector<option_spelling> spellings;
    const auto add = [&](const std::string& cell, const std::string& theme) {
      spellings.push_back({cell, static_cast<std::uint32_t>(out.themes.size())});
      out.themes.push_back(theme);
    };
    for (const auto& [cell, theme] : declared.values) add(cell, theme);
    for (const std::string& cell : declared.ignore) add(cell, "");
    out.reader.emplace(declared.separator, spellings, std::string_view());
    return out;
  }

  void fault(std::string message, const manifest_text& at) {
    failed_ = true;
    to_.remarks.add(to_.from.remark(severity::error, std::move(message), at));
  }

  draft& to_;
  const data_source& source_;
  const sheet& in_;
  std::set<std::size_t> contacts_;
  bool failed_ = false;
};

}  // namespace

std::optional<source_columns> find_columns(draft& to, const data_source& source, const sheet& in) {
  return finder(to, source, in).run();
}

}  // namespace heard
