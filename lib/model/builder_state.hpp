// What a builder holds until it finishes. Tables grow in the order of arrival inside the
// consultation that is being made; finish() sorts them column by column, so that nothing is ever
// there twice.
#pragma once

#include "model/body_names.hpp"

#include <heard/base/space.hpp>
#include <heard/model/builder.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

inline constexpr std::uint32_t no_row = 0xFFFFFFFFu;

// Names given numbers in the order they come.
class interner {
 public:
  std::uint32_t add(std::string_view name) {
    const auto found = rows_.find(std::string(name));
    if (found != rows_.end()) return found->second;
    const auto row = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(name);
    rows_.emplace(names_.back(), row);
    return row;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    const auto found = rows_.find(std::string(name));
    if (found == rows_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::vector<std::string> names_;
  boost::unordered_flat_map<std::string, std::uint32_t> rows_;
};

struct consultation_builder::state {
  // What a response has beside its row in the table.
  struct response_extra {
    hash128 sender;                // Of the sender's words, which are kept nowhere.
    std::uint32_t entry = no_row;  // Where the item is not the response's own.
    std::uint32_t first_answer = no_row;
    std::uint32_t last_answer = no_row;
    std::uint16_t language = 0;
    bool sender_known = false;
    bool ended_early = false;
    bool decided = false;
    bool capacity_by_name = false;
  };
  // A part of an item: a response's, or one that is no response of its own.
  struct entry {
    text_ref item;
    text_ref part;
    text_ref note;
    text_ref merged_into;
    std::uint32_t response = no_row;
    channel_id channel;
    timestamp received;
    source_place place;
  };
  struct named_body {
    std::uint32_t response = 0;
    std::uint32_t name = 0;
    organisation_role role = organisation_role::author;
  };
  // What the data says of the type of a body.
  struct body_type {
    std::uint32_t name = 0;
    std::string type;
    source_place place;
  };
  struct unread_row {
    std::uint32_t response = 0;
    question_id question;
    source_place place;
  };
  // A response of a sender who sent several, and what it says.
  struct sent_again {
    respondent_id sender;
    hash128 said;
    response_id response;
  };
  struct moved_row {
    std::uint32_t response = 0;
    question_id question;
  };

  std::shared_ptr<consultation> made = std::make_shared<consultation>();
  bool questionnaire_finished = false;

  std::vector<response_extra> extra;
  boost::unordered_flat_map<std::string_view, std::uint32_t> by_id;  // Views into the arena.
  std::vector<entry> entries;
  interner languages;
  interner body_names;
  std::vector<named_body> bodies;
  std::vector<body_type> body_types;
  std::vector<body_decision> body_decisions;
  name_matcher match;
  bool knows_names = false;
  std::vector<std::uint32_t> known_responses;  // By name, where all are known.
  std::vector<std::uint32_t> next_answer;      // Of the same response.
  std::vector<unread_row> unread;
  std::vector<moved_row> moved;
  interner themes;
  // Rows of the consultation's translations by answer, as they arrived.
  boost::unordered_flat_map<std::uint32_t, std::vector<std::uint32_t>> translated;

  lateness late_default = lateness::let_in;
  std::vector<std::string> late_otherwise;
  std::vector<std::string> rule_languages;

  [[nodiscard]] std::uint16_t add_language(std::string_view language);

  void add_decision(body_action action, std::string_view name, std::string_view other,
                    std::string type, source_place place) {
    body_decisions.push_back(
        {action, std::string(trim(name)), std::string(trim(other)), std::move(type), place});
  }

  // In the order that finish() takes them.
  void sort_languages();
  void sort_responses();
  void make_items(diagnostics& remarks);
  void make_organisations(diagnostics& remarks);
  [[nodiscard]] std::vector<name_couple> couples(body_action action) const;
  void remark_on_proposals(diagnostics& remarks) const;
  [[nodiscard]] std::vector<typed_name> count_names();
  [[nodiscard]] std::vector<std::vector<organisation_link>> add_bodies(const resolved_names& names);
  void set_types(const resolved_names& names, diagnostics& remarks);
  void link_responses(const std::vector<std::vector<organisation_link>>& links_of,
                      diagnostics& remarks);
  void number_respondents();
  void decide_lateness(diagnostics& remarks);
  void merge_repeats();
  void sort_answers();
  void sort_translations();
  void fill_states();
  void find_blanks();
  void find_repeats();
  [[nodiscard]] std::vector<sent_again> all_sent_again() const;
  [[nodiscard]] std::string said_by(response_id response) const;
  void keep_last(std::vector<sent_again> candidates);
  void sort_decisions();
  void sort_codings(std::span<const std::uint32_t> coder_rank,
                    std::span<const std::uint32_t> theme_rank);

  [[nodiscard]] location locate(const source_place& place) const;

  // For each row as it arrived, its row in the finished table.
  std::vector<std::uint32_t> response_rank;
  std::vector<std::uint32_t> answer_rank;
};

// Whether rows are to stay where they are. Exports come in the order of their ids more often than
// not, and a column that is not copied is not there twice.
[[nodiscard]] inline bool stay(std::span<const std::uint32_t> order) {
  return std::is_sorted(order.begin(), order.end());
}

// The rows of `values` in another order. One column at a time is all that is there twice.
template <template <class...> class Column, class Id, class... T>
void reorder(Column<Id, T...>& values, std::span<const std::uint32_t> order) {
  if (stay(order)) return;
  Column<Id, T...> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t row : order) sorted.push_back(std::move(values[Id(row)]));
  values = std::move(sorted);
}

template <class T>
void reorder(std::vector<T>& values, std::span<const std::uint32_t> order) {
  if (stay(order)) return;
  std::vector<T> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t row : order) sorted.push_back(std::move(values[row]));
  values = std::move(sorted);
}

// Exports come in the order of their ids more often than not, and to see that costs a tenth.
template <class Less>
void sort_rows(std::vector<std::uint32_t>& rows, Less less) {
  if (!std::is_sorted(rows.begin(), rows.end(), less)) std::sort(rows.begin(), rows.end(), less);
}

// Row numbers below `rows`, sorted: order[new row] = old row.
template <class Less>
[[nodiscard]] std::vector<std::uint32_t> order_of(std::size_t rows, Less less) {
  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0u);
  sort_rows(order, less);
  return order;
}

// The same by what stands in each row.
template <class T>
[[nodiscard]] std::vector<std::uint32_t> order_of(const std::vector<T>& values) {
  return order_of(values.size(),
                  [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
}

// order[new row] = old row  ->  rank[old row] = new row
[[nodiscard]] std::vector<std::uint32_t> ranks(std::span<const std::uint32_t> order);

}  // namespace heard
