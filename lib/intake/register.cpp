#include "intake/register.hpp"

#include "intake/paths.hpp"
#include "intake/person_table.hpp"
#include "intake/white_space.hpp"
#include "toml/checks.hpp"

#include <heard/base/hash.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace heard {

namespace {

constexpr std::array<std::string_view, 5> required = {"id", "received", "channel", "file", "note"};
constexpr std::array<std::string_view, 10> optional = {
    "item",     "kind",        "merged_into", "organisation", "organisation_type",
    "capacity", "publication", "language",    "respondent",   "name"};

template <class Kind>
std::string known_words() {
  std::string out;
  for (const std::string_view word : words_of<Kind>()) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

class register_reader {
 public:
  register_reader(register_table& out, const std::string& path, const std::string& format)
      : out_(out), path_(path), format_(format) {}

  void row(const person_row& cells) {
    register_row row;
    row.number = cells.number();
    row.first = cells.first();
    row.last = cells.last();
    row.id = cells.text("id");
    row.item = cells.text("item");
    row.channel = cells.text("channel");
    row.file = cells.text("file");
    row.note = cells.text("note");
    row.merged_into = cells.text("merged_into");
    row.organisation = cells.text("organisation");
    row.organisation_type = cells.text("organisation_type");
    row.respondent = cells.text("respondent");
    row.name = cells.text("name");

    if (row.id.empty()) fault(cells, "id", "this item has no id");
    const auto [there, inserted] = rows_by_id_.emplace(row.id, row.number);
    if (!inserted && !row.id.empty()) {
      fault(cells, "id", "this id is there already, in row " + std::to_string(there->second));
    }
    if (row.channel.empty()) fault(cells, "channel", "this item has no channel");
    if (row.channel == "all") fault(cells, "channel", std::string(toml::all_is_taken));
    if (const std::string_view received = cells["received"]; !received.empty()) {
      if (const auto when = parse_timestamp(received, format_)) {
        row.received = *when;
      } else {
        fault(cells, "received", "this date does not fit the format \"" + format_ + "\"");
      }
    }
    const std::string_view kind = cells["kind"];
    if (kind == "not_a_response") {
      row.is_response = false;
    } else if (!kind.empty() && kind != "response") {
      fault(cells, "kind", "\"kind\" is response or not_a_response");
    }
    if (!row.is_response && !row.merged_into.empty()) {
      fault(cells, "merged_into", "what is not a response cannot be merged into one");
    }
    value(cells, "capacity", row.capacity);
    value(cells, "publication", row.publication);
    if (const std::string_view language = cells["language"]; !language.empty()) {
      if (const auto tag = toml::language_tag(language)) {
        row.language = *tag;
      } else {
        fault(cells, "language", "this is no language tag");
      }
    }
    if (row.capacity == capacity::unknown && !row.organisation.empty()) {
      row.capacity = capacity::organisation;
      row.capacity_by_name = true;
    }
    if (row.has_letter()) {
      if (const auto why = toml::path_fault(row.file)) fault(cells, "file", *why);
    }
    out_.rows.push_back(std::move(row));
  }

 private:
  template <class Kind>
  void value(const person_row& cells, const char* column, Kind& to) {
    const std::string_view word = cells[column];
    if (word.empty()) return;
    if (const auto known = from_word<Kind>(word)) {
      to = *known;
    } else {
      fault(cells, column, "\"" + std::string(column) + "\" is one of " + known_words<Kind>());
    }
  }

  void fault(const person_row& cells, std::string_view column, std::string message) {
    out_.remarks.add({severity::error,
                      std::move(message),
                      cells.where(path_, column),
                      cells.length(column),
                      {}});
  }

  register_table& out_;
  const std::string& path_;
  const std::string& format_;
  std::map<std::string, std::uint32_t> rows_by_id_;
};

}  // namespace

bool register_row::has_letter() const {
  return is_response && text_file(file);
}

register_table read_register(const kept_bytes& bytes, const std::string& path,
                             const std::string& received_format) {
  register_table out;
  register_reader reader(out, path, received_format);
  read_person_table(bytes, path, required, optional, out.remarks, out.about,
                    [&](const person_row& row) { reader.row(row); });
  return out;
}

namespace {

source_place place_of(const register_row& row, file_id file) {
  return {file, row.number, 0, row.first, row.last};
}

}  // namespace

new_response register_response(const register_row& row, channel_id channel,
                               const source_place& place) {
  new_response response;
  response.id = row.id;
  response.item = row.item.empty() ? row.id : row.item;
  response.note = row.note;
  response.channel = channel;
  response.received = row.received;
  response.capacity = row.capacity;
  response.capacity_by_name = row.capacity_by_name;
  response.publication = row.publication;
  response.name = normalised_space(row.name);
  response.language = row.language;
  response.place = place;
  if (!row.respondent.empty()) response.sender = 'r' + to_hex(hash_bytes(row.respondent));
  if (!row.organisation.empty()) {
    response.organisations.push_back(
        {row.organisation, organisation_role::author, row.organisation_type});
  }
  return response;
}

namespace {

void add_responses(draft& to, const register_table& table, file_id file) {
  for (const register_row& row : table.rows) {
    const source_place place = place_of(row, file);
    const std::string item = row.item.empty() ? row.id : row.item;
    const channel_id channel = to.channel(row.channel);
    if (!row.is_response || !row.merged_into.empty()) {
      const std::string note = to.is_purged(row.merged_into) ? std::string() : row.note;
      to.builder.add_item({item, row.id, channel, row.received, note, row.merged_into, place});
      continue;
    }
    if (to.is_purged(row.id)) {
      add_purged(to, row.id, channel, item, place);
      continue;
    }
    if (!to.builder.add_response(register_response(row, channel, place))) {
      const source_place there = to.builder.place_of(*to.builder.find_response(row.id));
      to.remark(severity::error,
                "this response id is there already, in " + to.builder.file(there.file).path +
                    " row " + std::to_string(there.row),
                place);
    }
  }
}

}  // namespace

std::vector<letter_use> add_register(draft& to, const register_table& table) {
  std::vector<letter_use> letters;
  if (!to.files.has(to.from.register_path)) return letters;
  const file_id file = to.file(to.from.register_path);
  to.builder.file(file).rows = table.about.rows;
  to.builder.file(file).encoding = table.about.encoding;
  add_responses(to, table, file);

  // Only now is every response there that words may belong to.
  const question_id general = *to.builder.asked().find_question("general");
  for (const register_row& row : table.rows) {
    if (!row.is_response) continue;
    const source_place place = place_of(row, file);
    const std::string& whose = row.merged_into.empty() ? row.id : row.merged_into;
    if (to.is_purged(whose) && !row.file.empty()) {
      to.remark(severity::warning,
                "the response of this letter was purged: blank its words in the letter, then empty "
                "the cells \"file\" and \"note\"",
                place);
    }
    if (row.has_letter()) {
      letters.push_back({row.file, whose, row.language, place});
    } else if (row.merged_into.empty() || !row.file.empty()) {
      const auto response = to.builder.find_response(whose);
      if (response && !to.is_purged(whose)) to.builder.add_unread(*response, general, place);
    }
  }
  std::sort(letters.begin(), letters.end(), [](const letter_use& a, const letter_use& b) {
    return std::tie(a.file, a.response, a.row.row) < std::tie(b.file, b.response, b.row.row);
  });
  letters.erase(std::unique(letters.begin(), letters.end(),
                            [](const letter_use& a, const letter_use& b) {
                              return a.file == b.file && a.response == b.response;
                            }),
                letters.end());
  return letters;
}

}  // namespace heard
