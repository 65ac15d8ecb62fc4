#include "intake/decision_file.hpp"
#include "intake/decisions.hpp"

#include <map>
#include <utility>

namespace heard {

namespace {

constexpr const char* default_replacement = "[redacted]";

}  // namespace

void read_quotes(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  in.read({"response", "question", "first", "last", "action", "text_hash", "who", "when", "why"},
          [&](const person_row& row) {
            const auto action = in.word<quote_action>(row, "action");
            const auto answer = in.answer(row);
            if (!action || !answer) return;
            const auto range = in.range_in(row, answer->text);
            if (!range) return;
            quote_decision decision;
            decision.first = static_cast<std::uint32_t>(range->first);
            decision.last = static_cast<std::uint32_t>(range->last);
            decision.action = *action;
            decision.by = decision_file::by(row);
            decision.place = in.place(row);
            to.builder.add_quote_decision(answer->handle, std::move(decision));
          });
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
