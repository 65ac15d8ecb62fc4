#include "intake/decisions.hpp"
#include "intake/table_rows.hpp"
#include "intake/traces.hpp"

#include <heard/base/hash.hpp>
#include <heard/intake/purge.hpp>
#include <heard/model/purged.hpp>
#include <heard/text/encoding.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace heard {

namespace {

using text::encoding;

// Bytes of a file in the encoding that it was read in; as they are where they are not in it.
std::string decoded(std::string bytes, const input_file& about) {
  for (const encoding each : {encoding::utf16_le, encoding::utf16_be, encoding::windows_1252}) {
    if (text::name(each) != about.encoding) continue;
    try {
      return std::string(text::decode_file_as(bytes, each, about.path).text);
    } catch (const error&) {
      break;
    }
  }
  return bytes;
}

bool tells_somebody(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '@' || c == ' '; });
}

}  // namespace

struct purge::state {
  state(const manifest& from, std::shared_ptr<const consultation> of_)
      : of(std::move(of_)), paths(from.decisions_path) {}

  void find_places();
  void add_words();
  void add_row(const std::string& path, const std::string& bytes);
  [[nodiscard]] std::string dispositions(const std::string& bytes) const;
  [[nodiscard]] std::string purged(const std::string& bytes) const;

  std::shared_ptr<const consultation> of;
  decision_paths paths;
  response_id response;
  std::string id;
  purge_record by;
  std::vector<location> places;
  // Of each file the bytes as received that are this response's, in order.
  std::map<std::string, std::vector<std::pair<std::uint64_t, std::uint64_t>>> ranges;
  std::map<std::string, std::string> changed;
  traces left;
};

void purge::state::find_places() {
  std::set<std::tuple<std::string, std::uint32_t, std::uint64_t, std::uint64_t>> found;
  const auto add = [&](const source_place& place) {
    if (!place.file.valid()) return;
    const std::string& path = of->files()[place.file.value].path;
    if (path == paths.purged) return;  // It stands in no file any more.
    found.emplace(path, place.row, place.first, place.last);
  };
  add(of->responses().place[response]);
  const auto [first, last] = of->answers_of(response);
  for (std::uint32_t row = first.value; row < last.value; ++row) {
    add(of->answers().place[answer_id(row)]);
  }
  for (const unread_words& words : of->unread()) {
    if (words.response == response) add(words.place);
  }
  for (const auto& [path, row, begin, end] : found) {
    ranges[path].emplace_back(begin, end);
    if (row != 0 && !places.empty() && places.back().name == path && places.back().line == row) {
      continue;
    }
    places.push_back({path, begin, row, 0});
  }
}

void purge::state::add_words() {
  const questionnaire& asked = of->asked();
  const answer_table& answers = of->answers();
  for (const bool own : {true, false}) {
    const auto say = [&](std::string_view words) {
      if (own) {
        left.add(words);
      } else {
        left.forgive(words);
      }
    };
    for (const answer_id answer : of->each_answer()) {
      if ((answers.response[answer] == response) != own) continue;
      say(of->text_of(answer));
      say(of->text(answers.other[answer]));
      for (const translation& words : of->translations_of(answer)) say(of->text(words.text));
    }
  }
  for (const question& each : asked.questions()) {
    left.forgive(each.text);
    left.forgive(each.label);
  }
  for (const option& each : asked.options()) left.forgive(each.label);
  for (const engagement_event& each : of->events()) left.forgive(of->text(each.notes));
  left.forgive(id);
}

void purge::state::add_row(const std::string& path, const std::string& bytes) {
  const auto here = ranges.find(path);
  const auto about = std::find_if(of->files().begin(), of->files().end(),
                                  [&](const input_file& file) { return file.path == path; });
  if (about == of->files().end()) {
    left.forgive(bytes);
    return;
  }
  std::string others;
  std::uint64_t at = 0;
  if (here != ranges.end()) {
    auto own = here->second;
    std::sort(own.begin(), own.end());
    for (const auto& [first, last] : own) {
      if (last > bytes.size() || first > last) continue;
      if (first > at) others += decoded(bytes.substr(at, first - at), *about) + '\n';
      at = std::max(at, last);
      const std::string row = decoded(bytes.substr(first, last - first), *about);
      for (std::size_t begin = 0; begin < row.size();) {
        const std::size_t end = std::min(row.find_first_of(",;\t|\"\r\n{}[]", begin), row.size());
        const std::string_view cell = std::string_view(row).substr(begin, end - begin);
        if (tells_somebody(cell) && cell.find(id) == cell.npos) left.add(cell, 6);
        begin = end + 1;
      }
    }
  }
  others += decoded(bytes.substr(at), *about);
  left.forgive(others);
}

std::string purge::state::dispositions(const std::string& bytes) const {
  const std::string& path = paths.dispositions;
  if (!bytes.empty() && has_row(bytes, path, {{"response", id}, {"disposition", "withdrawn"}})) {
    return bytes;
  }
  return with_row(bytes.empty() ? bytes : without_rows(bytes, path, "response", id), path,
                  {{"response", id},
                   {"disposition", "withdrawn"},
                   {"reason", ""},
                   {"who", by.who},
                   {"when", by.when},
                   {"why", by.why}});
}

std::string purge::state::purged(const std::string& bytes) const {
  if (!bytes.empty() && has_row(bytes, paths.purged, {{"response", id}})) return bytes;
  const response_table& responses = of->responses();
  const std::string_view item = of->text(of->items().id[responses.item[response]]);
  return with_row(bytes, paths.purged,
                  {{"response", id},
                   {"channel", of->asked()[responses.channel[response]].id},
                   {"item", item == id ? std::string_view() : item},
                   {"text_hash", to_hex(hash_of_words(*of, response))},
                   {"who", by.who},
                   {"when", by.when},
                   {"why", by.why}});
}

purge::purge(const manifest& from, std::shared_ptr<const consultation> of,
             std::string_view response, const purge_record& by)
    : state_(std::make_unique<state>(from, std::move(of))) {
  for (const auto& [name, value] :
       {std::pair("who", &by.who), {"when", &by.when}, {"why", &by.why}}) {
    if (value->empty()) {
      throw error(status::bad_argument, "\"" + std::string(name) + "\" of a purge is empty");
    }
  }
  if (!parse_timestamp(by.when.substr(0, 10), "%F")) {
    throw error(status::bad_argument, "\"when\" of a purge is a date, YYYY-MM-DD");
  }
  const auto found = state_->of->find_response(response);
  if (!found) throw error(status::not_found, "no response has this id");
  state_->response = *found;
  state_->id = std::string(response);
  state_->by = by;
  state_->find_places();
  state_->add_words();
  state_->changed[state_->paths.dispositions] = state_->dispositions({});
  state_->changed[state_->paths.purged] = state_->purged({});
}
purge::~purge() = default;
purge::purge(purge&&) noexcept = default;
purge& purge::operator=(purge&&) noexcept = default;

void purge::supply(const std::string& path, const std::string& bytes) {
  state& work = *state_;
  const decision_paths& paths = work.paths;
  const bool about_words = path == paths.quotes || path == paths.redactions ||
                           path == paths.translations || path.starts_with(paths.codings) ||
                           path.starts_with(paths.reviews);
  std::string now = bytes;
  if (path == paths.dispositions) {
    now = work.dispositions(bytes);
  } else if (path == paths.purged) {
    now = work.purged(bytes);
  } else if (about_words) {
    now = without_rows(bytes, path, "response", work.id);
  } else {
    work.add_row(path, bytes);
    return;
  }
  if (now == bytes) {
    work.changed.erase(path);
  } else {
    work.changed[path] = std::move(now);
  }
}

std::vector<purged_file> purge::files() const {
  std::vector<purged_file> out;
  for (const auto& [path, bytes] : state_->changed) out.push_back({path, bytes});
  return out;
}

const std::vector<location>& purge::places() const {
  return state_->places;
}

std::optional<std::uint64_t> purge::find(std::string_view bytes) const {
  return state_->left.find(bytes);
}

}  // namespace heard
