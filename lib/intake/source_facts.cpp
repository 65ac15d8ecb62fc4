#include "intake/source_reader.hpp"
#include "intake/white_space.hpp"
#include "toml/checks.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>
#include <heard/text/fold.hpp>

namespace heard {

namespace {

// What tells senders apart must not be kept: a hash does as well as the words.
std::string hashed(char kind, std::string_view words) {
  return kind + to_hex(hash_bytes(words));
}

}  // namespace

new_response source_reader::facts(const sheet_row& row) {
  new_response out;
  out.channel = channel_;
  out.place = place(row);
  out.sender = sender_of(row);

  if (columns_.received) {
    const std::size_t column = columns_.received->index;
    const std::string_view cell = trim(row.cells[column].value);
    if (!cell.empty()) {
      if (const auto when = parse_timestamp(cell, source_.received_format)) {
        out.received = *when;
      } else {
        const std::string format = "the format \"" + source_.received_format + "\"";
        faults_.add({"does not fit " + format, "do not fit " + format}, columns_.received->name,
                    place(row, column), cell);
      }
    }
  }

  if (columns_.organisation) {
    std::string_view names = row.cells[columns_.organisation->index].value;
    const std::string& separator = source_.organisation_separator;
    while (!names.empty()) {
      const std::size_t end =
          separator.empty() ? names.size() : std::min(names.find(separator), names.size());
      const std::string_view name = trim(names.substr(0, end));
      if (!name.empty()) out.organisations.push_back({std::string(name), source_.role});
      names.remove_prefix(std::min(end + separator.size(), names.size()));
    }
    // Of several bodies nobody knows which one the type is of.
    if (columns_.organisation_type && out.organisations.size() == 1) {
      out.organisations.front().type =
          std::string(trim(row.cells[columns_.organisation_type->index].value));
    }
  }

  if (const std::string_view word = meaning(row, columns_.capacity, "capacity"); !word.empty()) {
    out.capacity = *from_word<capacity>(word);
  } else if (!out.organisations.empty()) {
    out.capacity = capacity::organisation;
    out.capacity_by_name = true;
  }
  if (const std::string_view word = meaning(row, columns_.publication, "publication");
      !word.empty()) {
    out.publication = *from_word<publication>(word);
  }
  if (columns_.name && out.publication == publication::named) {
    const std::string_view cell = trim(row.cells[columns_.name->index].value);
    if (to_.phrases.state_of(cell) == answer_state::text) out.name = normalised_space(cell);
  }
  if (const std::string_view word = meaning(row, columns_.disposition, "disposition");
      !word.empty()) {
    out.disposition = *from_word<disposition>(word);
    if (out.disposition != disposition::included && columns_.disposition.column) {
      out.reason = "as column \"" + columns_.disposition.column->name + "\" says";
    }
    out.ended_early = out.disposition == disposition::incomplete;
  }
  return out;
}

std::string source_reader::sender_of(const sheet_row& row) const {
  if (columns_.respondent) {
    const std::string_view cell = trim(row.cells[columns_.respondent->index].value);
    if (!cell.empty()) return hashed('r', cell);
  }
  std::string contact;
  bool known = false;
  for (const named_column& column : columns_.contact) {
    const std::string_view cell = trim(row.cells[column.index].value);
    known = known || !cell.empty();
    contact += text::fold(cell);
    contact += '\0';
  }
  return known ? hashed('c', contact) : std::string();
}

std::string_view source_reader::meaning(const sheet_row& row, const meaning_column& map,
                                        const char* key) {
  if (map.map == nullptr) return {};
  if (!map.column) return map.map->all;
  const std::string_view cell = row.cells[map.column->index].value;
  if (invisible(cell)) return {};
  if (const auto found = map.cells.find(cell)) return *found;
  const std::string end = std::string(" a value that \"") + key + "\" does not declare";
  faults_.add({"holds" + end, "hold" + end}, map.column->name, place(row, map.column->index), cell);
  return {};
}

std::string source_reader::language_of(const sheet_row& row) {
  const meaning_column& map = columns_.language;
  if (map.map == nullptr || !map.column || !map.map->meanings.empty()) {
    return std::string(meaning(row, map, "language"));
  }
  const std::string_view cell = trim(row.cells[map.column->index].value);
  if (cell.empty()) return {};
  if (auto tag = toml::language_tag(cell)) return std::move(*tag);
  faults_.add({"is no language tag", "are no language tags"}, map.column->name,
              place(row, map.column->index), cell);
  return {};
}

}  // namespace heard
