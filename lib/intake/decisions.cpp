#include "intake/decisions.hpp"

#include "intake/decision_file.hpp"
#include "intake/paths.hpp"
#include "toml/checks.hpp"

#include <map>
#include <utility>
#include <vector>

namespace heard {

namespace {

// Who a coder's file speaks for. The manifest may know more of the coder than the file's name.
coder coder_of(const draft& to, const std::string& path) {
  const std::string_view name = stem(path);
  for (const data_source& source : to.from.sources) {
    for (const coding_source& coding : source.codings) {
      if (coding.coder.name == name) return coding.coder;
    }
  }
  coder out;
  out.name = std::string(name);
  out.kind = name == "adjudicated" ? coder_kind::adjudicated : coder_kind::human;
  return out;
}

}  // namespace

decision_paths::decision_paths(const std::string& folder)
    : dispositions(folder + "/dispositions.csv"),
      passages(folder + "/passages.csv"),
      organisations(folder + "/organisations.csv"),
      quotes(folder + "/quotes.csv"),
      redactions(folder + "/redactions.csv"),
      campaigns(folder + "/campaigns.csv"),
      signoff(folder + "/signoff.csv"),
      translations(folder + "/translations.csv"),
      purged(folder + "/purged.csv"),
      all(folder + "/"),
      codings(folder + "/codings/"),
      reviews(folder + "/reviews/") {}

std::vector<std::string> decision_paths::files() const {
  return {dispositions, passages, organisations, quotes, redactions,
          campaigns,    signoff,  translations,  purged};
}

void read_dispositions(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  std::map<response_handle, std::uint32_t> decided;
  in.read({"response", "disposition", "reason", "who", "when", "why"}, [&](const person_row& row) {
    const auto disposition = in.word<heard::disposition>(row, "disposition");
    if (const auto gone = to.purged.find(row["response"]); gone != to.purged.end()) {
      if (disposition && *disposition != heard::disposition::withdrawn) {
        in.fault(row, "disposition",
                 "row " + std::to_string(gone->second.row) +
                     " of purged.csv says that this response was withdrawn");
      }
      return;
    }
    const auto response = in.response(row);
    if (!response || !disposition) return;
    const auto [there, inserted] = decided.emplace(*response, row.number());
    if (!inserted) {
      in.fault(row, "response",
               "row " + std::to_string(there->second) + " decides on this response already");
    } else if (*disposition == heard::disposition::invalid && row["reason"].empty()) {
      in.fault(row, "reason", "\"invalid\" needs a reason");
    } else {
      to.builder.decide(*response, *disposition, row["reason"]);
    }
  });
}

void read_organisations(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::uint32_t>> pairs;
  in.read(
      {"name", "canonical", "type", "action", "who", "when", "why"}, [&](const person_row& row) {
        const auto action = in.word<name_action>(row, "action");
        if (!action) return;
        for (const char* column : {"name", "canonical"}) {
          if (!row[column].empty()) continue;
          in.fault(row, column, "\"" + std::string(column) + "\" is empty");
          return;
        }
        const auto decided = [&] {
          to.builder.add_name_decision({row.text("name"), row.text("canonical"), row.text("type"),
                                        *action, decision_file::by(row), in.place(row)});
        };
        if (*action == name_action::proposed) {
          decided();
          to.builder.propose_organisation(row.text("name"), row.text("canonical"), in.place(row));
          return;
        }
        const bool keeps = *action == name_action::keep_apart;
        // Two bodies are kept apart whichever is named first.
        std::pair<std::string, std::string> names(row.text("name"), row.text("canonical"));
        if (names.second < names.first) std::swap(names.first, names.second);
        const auto [there, inserted] = pairs.emplace(
            std::move(names),
            std::pair(std::string(keeps ? "keeps these apart" : "makes these one"), row.number()));
        const bool kept_before = there->second.first == "keeps these apart";
        if (!inserted && kept_before != keeps) {
          in.fault(row, "action",
                   "row " + std::to_string(there->second.second) + " " + there->second.first);
          return;
        }
        decided();
        if (keeps) {
          to.builder.keep_organisations_apart(row.text("name"), row.text("canonical"),
                                              row.text("type"), in.place(row));
        } else if (*action == name_action::split) {
          to.builder.split_organisation(row.text("name"), row.text("canonical"), row.text("type"),
                                        in.place(row));
        } else {
          to.builder.merge_organisation(row.text("name"), row.text("canonical"), row.text("type"),
                                        in.place(row));
        }
      });
}

void read_codings(draft& to, const std::string& path) {
  decision_file in(to, path);
  const coder_id coder = to.builder.add_coder(coder_of(to, path));
  in.read({"response", "question", "theme", "stance", "first", "last", "text_hash", "when"},
          [&](const person_row& row) {
            consultation_builder::new_coding coding;
            coding.coder = coder;
            coding.theme = row.text("theme");
            coding.place = in.place(row);
            coding.when = decision_file::when(row);
            if (!toml::valid_id(coding.theme)) {
              in.fault(row, "theme", "this is no theme: " + std::string(toml::id_rule));
              return;
            }
            if (!row["stance"].empty()) {
              const auto stance = in.word<heard::stance>(row, "stance");
              if (!stance) return;
              coding.stance = *stance;
            }
            const auto answer = in.answer(row);
            if (!answer) return;
            coding.answer = answer->handle;
            coding.whole_answer = row["first"].empty() && row["last"].empty();
            if (!coding.whole_answer) {
              const auto range = in.range_in(row, answer->text);
              if (!range) return;
              coding.first = static_cast<std::uint32_t>(range->first);
              coding.last = static_cast<std::uint32_t>(range->last);
            }
            to.builder.add_coding(coding);
          });
}

void read_reviews(draft& to, const std::string& path) {
  decision_file in(to, path);
  const coder_id coder = to.builder.add_coder(coder_of(to, path));
  in.read({"response", "question", "text_hash", "when"}, [&](const person_row& row) {
    const auto answer = in.answer(row);
    if (answer) to.builder.add_review(answer->handle, coder);
  });
}

}  // namespace heard
