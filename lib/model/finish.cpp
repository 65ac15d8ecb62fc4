#include "model/builder_state.hpp"

#include <heard/model/builder.hpp>

#include <algorithm>
#include <tuple>

namespace heard {

std::vector<std::uint32_t> ranks(std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

std::shared_ptr<const consultation> consultation_builder::finish(diagnostics& remarks) {
  finish_questionnaire();
  const std::unique_ptr<state> work = std::exchange(state_, std::make_unique<state>());
  diagnostics found;
  work->sort_languages();
  work->made->arena_.settle(work->made->answers_.text);
  work->sort_responses();
  work->make_items(found);
  work->make_organisations(found);
  work->number_respondents();
  work->decide_lateness(found);
  work->merge_repeats();
  work->sort_answers();
  work->sort_translations();
  work->fill_states();
  work->find_blanks();
  work->find_repeats();
  work->sort_decisions();
  const bool failed = found.has_errors();
  remarks.append(std::move(found));
  return failed ? nullptr : work->made;
}

location consultation_builder::state::locate(const source_place& place) const {
  location out;
  if (place.file.valid()) out.name = made->files_[place.file.value].path;
  out.offset = place.first;
  out.line = place.row;
  out.column = place.column;
  return out;
}

void consultation_builder::state::sort_languages() {
  const std::vector<std::string>& names = languages.names();
  const std::vector<std::uint32_t> order = order_of(names);
  const std::vector<std::uint32_t> rank = ranks(order);
  for (const std::uint32_t row : order) made->languages_.push_back(names[row]);
  for (std::uint32_t i = 0; i < made->answers_.size(); ++i) {
    std::uint16_t& language = made->answers_.language[answer_id(i)];
    language = static_cast<std::uint16_t>(rank[language]);
  }
}

void consultation_builder::state::sort_responses() {
  response_table& table = made->responses_;
  const auto order = order_of(table.size(), [&](std::uint32_t a, std::uint32_t b) {
    return made->id_of(response_id(a)) < made->id_of(response_id(b));
  });
  response_rank = ranks(order);
  reorder(table.id, order);
  reorder(table.channel, order);
  reorder(table.received, order);
  reorder(table.disposition, order);
  reorder(table.reason, order);
  reorder(table.capacity, order);
  reorder(table.publication, order);
  reorder(table.name, order);
  reorder(table.place, order);
  reorder(extra, order);
  for (auto& [id, row] : by_id) row = response_rank[row];
  for (entry& part : entries) {
    if (part.response != no_row) part.response = response_rank[part.response];
  }
  for (named_body& body : bodies) body.response = response_rank[body.response];
  for (unread_row& row : unread) row.response = response_rank[row.response];
  for (moved_row& row : moved) row.response = response_rank[row.response];
}

void consultation_builder::state::make_items(diagnostics& remarks) {
  // A part is a response's own item (its row) or an entry (that row + the number of responses).
  response_table& responses = made->responses_;
  const auto rows = static_cast<std::uint32_t>(responses.size());
  std::vector<std::uint32_t> parts;
  parts.reserve(rows + entries.size());
  for (std::uint32_t i = 0; i < rows; ++i) {
    if (extra[i].entry == no_row) parts.push_back(i);
  }
  for (std::uint32_t i = 0; i < entries.size(); ++i) parts.push_back(rows + i);

  const auto view = [&](std::uint32_t part) {
    if (part >= rows) return entries[part - rows];
    entry own;
    own.item = own.part = responses.id[response_id(part)];
    own.response = part;
    own.channel = responses.channel[response_id(part)];
    own.received = responses.received[response_id(part)];
    return own;
  };
  const auto item_of = [&](std::uint32_t part) {
    return made->arena_[part >= rows ? entries[part - rows].item : responses.id[response_id(part)]];
  };
  const auto name_of = [&](std::uint32_t part) {
    return made->arena_[part >= rows ? entries[part - rows].part : responses.id[response_id(part)]];
  };
  sort_rows(parts, [&](std::uint32_t a, std::uint32_t b) {
    return std::forward_as_tuple(item_of(a), name_of(a), a) <
           std::forward_as_tuple(item_of(b), name_of(b), b);
  });

  responses.item.resize(rows);
  item_table& items = made->items_;
  items.reserve(parts.size());
  for (const std::uint32_t part : parts) {
    const entry row = view(part);
    if (items.size() == 0 ||
        made->arena_[items.id[item_id(items.size() - 1)]] != made->arena_[row.item]) {
      items.id.push_back(row.item);
      items.channel.push_back(row.channel);
      items.received.push_back(row.received);
      items.note.push_back(row.note);
      items.responses.push_back(0);
      items.merged.push_back(0);
    }
    const item_id item(items.size() - 1);
    // An item of several parts came when the first of them did.
    if (row.received.known() &&
        (!items.received[item].known() || row.received < items.received[item])) {
      items.received[item] = row.received;
    }
    if (items.note[item].empty()) items.note.set(item, row.note);
    if (row.response != no_row) {
      ++items.responses[item];
      responses.item[response_id(row.response)] = item;
    } else if (!row.merged_into.empty()) {
      ++items.merged[item];
      if (!by_id.contains(made->arena_[row.merged_into])) {
        remarks.add({severity::error,
                     "this item is merged into a response that is not there",
                     locate(row.place),
                     0,
                     {}});
      }
    }
  }
  entries = {};
}

void consultation_builder::state::number_respondents() {
  // A body that is the one author and speaks for nobody else is its own sender.
  response_table& table = made->responses_;
  boost::unordered_flat_map<std::string, respondent_id> numbers;
  for (const response_id response : made->each_response()) {
    response_extra& about = extra[response.value];
    std::string key;
    if (about.sender_known) {
      key = "s" + to_hex(about.sender);
    } else if (table.capacity[response] == capacity::organisation) {
      organisation_id author;
      bool several = false;
      for (const organisation_link& link : table.organisations[response]) {
        if (link.role != organisation_role::author) continue;
        several = several || (author.valid() && author != link.organisation);
        author = link.organisation;
      }
      if (author.valid() && !several) key = "o" + std::to_string(author.value);
    }
    const respondent_id next(made->respondents_);
    if (key.empty()) {
      table.respondent.push_back(next);
      ++made->respondents_;
      continue;
    }
    about.sender_known = true;
    const auto [found, inserted] = numbers.emplace(std::move(key), next);
    if (inserted) ++made->respondents_;
    table.respondent.push_back(found->second);
  }
}

void consultation_builder::state::decide_lateness(diagnostics& remarks) {
  response_table& table = made->responses_;
  std::vector<bool> otherwise(table.size());
  for (const std::string& id : late_otherwise) {
    const auto found = by_id.find(id);
    if (found != by_id.end()) {
      otherwise[found->second] = true;
    } else {
      remarks.add({severity::error,
                   "\"late_except\" names response \"" + id + "\", which is not there",
                   {},
                   0,
                   {}});
    }
  }
  const timestamp& closes = made->settings_.closes;
  for (const response_id response : made->each_response()) {
    const timestamp& received = table.received[response];
    const bool late = closes.known() && received.known() &&
                      std::tie(received.year, received.month, received.day) >
                          std::tie(closes.year, closes.month, closes.day);
    const bool let_in = (late_default == lateness::let_in) != otherwise[response.value];
    table.late.push_back(!late    ? lateness::on_time
                         : let_in ? lateness::let_in
                                  : lateness::left_out);
  }
}

void consultation_builder::state::find_blanks() {
  const std::size_t questions = made->asked_.questions().size();
  for (const response_id response : made->each_response()) {
    disposition& is = made->responses_.disposition[response];
    if (is != disposition::included || extra[response.value].decided) continue;
    const auto row = made->states_.begin() +
                     static_cast<std::ptrdiff_t>(std::size_t{response.value} * questions);
    if (std::all_of(row, row + static_cast<std::ptrdiff_t>(questions),
                    [](answer_state is_at) { return is_at <= answer_state::blank; })) {
      is = disposition::blank;
    }
  }
}

}  // namespace heard
