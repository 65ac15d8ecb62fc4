#include "coding/changed_themes.hpp"
#include "coding/fresh_codings.hpp"
#include "coding/recoded.hpp"
#include "coding/word_store.hpp"

#include <heard/base/error.hpp>
#include <heard/coding/recoding.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace heard {
namespace {

using matching::changed_themes;
using matching::fresh_codings;

/// Where rules find one theme.
struct finds {
  std::vector<answer_id> answers;  // In order.
  std::uint64_t mentions = 0;

  void add(answer_id answer, std::size_t evidences) {
    answers.push_back(answer);
    mentions += evidences;
  }
};

/// Whether each question is one that rules are tried at. @throw as themes_looked_for()
std::vector<bool> tried_at(const consultation& of, const codebook& book) {
  std::vector<bool> out;
  for (const std::vector<bool>& themes : matching::themes_looked_for(of, book)) {
    out.push_back(!themes.empty());
  }
  return out;
}

std::uint64_t in_first_alone(const std::vector<answer_id>& a, const std::vector<answer_id>& b) {
  std::vector<answer_id> out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out.size();
}

changed_theme compare(const finds& before, const finds& after) {
  changed_theme out;
  out.answers_before = before.answers.size();
  out.answers_after = after.answers.size();
  out.gained = in_first_alone(after.answers, before.answers);
  out.lost = in_first_alone(before.answers, after.answers);
  out.mentions_before = before.mentions;
  out.mentions_after = after.mentions;
  return out;
}

}  // namespace

struct recoding::state {
  std::shared_ptr<const codings> before;
  std::shared_ptr<const codebook> by;
  std::shared_ptr<const kept_words> words;
  changed_themes themes;
  std::vector<changed_theme> changes;

  // One of the two: what was found anew, with the rows that it takes the place of; or everything.
  std::optional<fresh_codings> fresh;
  std::vector<coding_id> dropped;
  std::shared_ptr<const codings> all;

  /// Whether what is left of the earlier codings can stay as it is: rules are tried on the same
  /// texts, rows keep their order, and nobody but rules found what is gone.
  [[nodiscard]] bool may_keep() const {
    return themes.same_order && before->by()->language == by->language &&
           tried_at(*before->of(), *before->by()) == tried_at(*before->of(), *by);
  }

  /// The rows of the earlier codings that rules found of themes that are looked for anew or gone,
  /// and by theme where. False: people found one that is gone.
  bool find_dropped(std::vector<finds>& before_by_theme) {
    const coding_table& table = before->table();
    for (std::size_t i = 0; i < themes.is.size(); ++i) {
      const theme_id now = themes.is[i];
      if (now.valid() && !themes.anew[now.value]) continue;
      for (const coding_id row : before->of_theme(theme_id(i))) {
        if (table.coder[row] == before->rule_coder()) {
          dropped.push_back(row);
          before_by_theme[i].add(table.answer[row], table.spans[row].size());
        } else if (!now.valid()) {
          return false;
        }
      }
    }
    std::sort(dropped.begin(), dropped.end());
    return true;
  }

  void note(const std::vector<finds>& earlier, const std::vector<finds>& later) {
    const finds nowhere;
    for (std::size_t row = 0; row < by->themes.size(); ++row) {
      const theme_id was = themes.was[row];
      changed_theme change = compare(was.valid() ? earlier[was.value] : nowhere, later[row]);
      if (!themes.anew[row] && change.gained + change.lost == 0 &&
          change.mentions_before == change.mentions_after) {
        continue;
      }
      change.id = by->themes[row].id;
      change.before = was;
      change.after = theme_id(row);
      changes.push_back(std::move(change));
    }
    for (std::size_t row = 0; row < themes.is.size(); ++row) {
      if (themes.is[row].valid()) continue;
      changed_theme change = compare(earlier[row], nowhere);
      change.id = before->by()->themes[row].id;
      change.before = theme_id(row);
      changes.push_back(std::move(change));
    }
  }

  bool code_some(const run_options& options) {
    std::vector<finds> earlier(themes.is.size());
    if (!find_dropped(earlier)) return false;
    fresh.emplace(words->store(), *by, themes.anew, options);
    std::vector<finds> later(by->themes.size());
    for (const auto& row : fresh->result().rows) {
      later[row.theme.theme.value].add(row.answer, row.theme.last - row.theme.first);
    }
    note(earlier, later);
    return true;
  }

  void code_all(const run_options& options) {
    dropped.clear();
    all = run_codings(before->of(), by, options, before->campaigns(), words.get());
    const auto by_theme = [](const codings& from) {
      std::vector<finds> out(from.by()->themes.size());
      for (const coding_id row : from.each()) {
        if (from.table().coder[row] != from.rule_coder()) continue;
        out[from.table().theme[row].value].add(from.table().answer[row],
                                               from.table().spans[row].size());
      }
      return out;
    };
    note(by_theme(*before), by_theme(*all));
  }
};

recoding::recoding(std::shared_ptr<const codings> before, std::shared_ptr<const codebook> by,
                   std::shared_ptr<const kept_words> words, const run_options& options) {
  if (words->of() != before->of()) {
    throw error(status::bad_argument, "the words were kept of another consultation");
  }
  changed_themes themes(*before->by(), *by);
  state_ = std::make_unique<state>(
      state{std::move(before), std::move(by), std::move(words), std::move(themes), {}, {}, {}, {}});
  if (!state_->may_keep() || !state_->code_some(options)) state_->code_all(options);
}

recoding::~recoding() = default;

const std::vector<changed_theme>& recoding::changes() const {
  return state_->changes;
}

std::shared_ptr<const codings> recoding::result() const {
  if (state_->all) return state_->all;
  return recoded(*state_->before, state_->by, state_->themes, *state_->fresh, state_->dropped)
      .make();
}

}  // namespace heard
