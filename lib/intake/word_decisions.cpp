#include "intake/decision_file.hpp"
#include "intake/decisions.hpp"
#include "toml/checks.hpp"

#include <heard/base/space.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace heard {

namespace {

constexpr const char* default_replacement = "[redacted]";

}  // namespace

void read_translations(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  std::map<std::pair<answer_handle, std::string>, std::uint32_t> done;
  in.read({"response", "question", "text_hash", "language", "translation", "who", "when", "why"},
          [&](const person_row& row) {
            const auto answer = in.answer(row);
            const auto language = toml::language_tag(row["language"]);
            if (!language) in.fault(row, "language", "this is no language tag");
            if (row["who"].empty())
              in.fault(row, "who", "the author of the translation is missing");
            if (invisible(row["translation"])) {
              in.fault(row, "translation", "there are no words");
              return;
            }
            if (!answer || !language || row["who"].empty()) return;
            const auto [there, inserted] =
                done.emplace(std::pair(answer->handle, *language), row.number());
            if (!inserted) {
              in.fault(row, "language",
                       "row " + std::to_string(there->second) +
                           " translates this answer into this language already");
              return;
            }
            translation words;
            words.language = *language;
            words.by = decision_file::by(row);
            words.place = in.place(row);
            to.builder.add_translation(answer->handle, std::move(words), row["translation"],
                                       to.phrases.state_of(row["translation"]));
          });
}

void read_quotes(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  in.read({"response", "question", "first", "last", "action", "text_hash", "who", "when", "why"},
          [&](const person_row& row) {
            const auto action = in.word<quote_action>(row, "action");
            const auto answer = in.answer(row);
            if (!action || !answer) return;
            // It lets words into print that hold personal data, so somebody answers for it.
            if (*action == quote_action::clear && row["who"].empty()) {
              in.fault(row, "who", "who cleared these words is missing");
              return;
            }
            const auto range = in.range_in(row, answer->text);
            if (!range) return;
            const auto translations = to.builder.translations_of(answer->handle);
            if (std::none_of(translations.begin(), translations.end(),
                             [&](std::string_view all) {
                               return all.find(row["translation"]) != all.npos;
                             }) &&
                !row["translation"].empty()) {
              in.fault(row, "translation", "these words are in no translation of the answer");
              return;
            }
            quote_decision decision;
            decision.first = static_cast<std::uint32_t>(range->first);
            decision.last = static_cast<std::uint32_t>(range->last);
            decision.action = *action;
            decision.translation = row.text("translation");
            decision.by = decision_file::by(row);
            decision.place = in.place(row);
            to.builder.add_quote_decision(answer->handle, std::move(decision));
          },
          {"translation"});
}

void read_redactions(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  struct taken {
    std::uint32_t last = 0;
    std::uint32_t row = 0;
  };
  decision_file in(to, path);
  std::map<std::pair<answer_handle, std::uint32_t>, taken> spans;  // By answer and first byte.
  in.read(
      {"response", "question", "first", "last", "replacement", "text_hash", "who", "when", "why"},
      [&](const person_row& row) {
        const auto answer = in.answer(row);
        if (!answer) return;
        const auto range = in.range_in(row, answer->text);
        if (!range) return;
        const auto first = static_cast<std::uint32_t>(range->first);
        const auto last = static_cast<std::uint32_t>(range->last);
        // Of spans that do not overlap only the next and the one before can be in the way.
        const auto next = spans.lower_bound({answer->handle, first});
        const taken* other = nullptr;
        if (next != spans.end() && next->first.first == answer->handle &&
            next->first.second < last) {
          other = &next->second;
        } else if (next != spans.begin()) {
          const auto before = std::prev(next);
          if (before->first.first == answer->handle && before->second.last > first) {
            other = &before->second;
          }
        }
        if (other != nullptr) {
          in.fault(row, "first",
                   "row " + std::to_string(other->row) + " redacts some of these bytes already");
          return;
        }
        spans.emplace(std::pair(answer->handle, first), taken{last, row.number()});
        redaction words;
        words.first = first;
        words.last = last;
        words.replacement =
            row["replacement"].empty() ? default_replacement : row.text("replacement");
        words.by = decision_file::by(row);
        words.place = in.place(row);
        to.builder.add_redaction(answer->handle, std::move(words));
      });
}

}  // namespace heard
