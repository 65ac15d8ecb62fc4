#include "toml/reader.hpp"

#include "toml/checks.hpp"

#include <heard/base/space.hpp>

#include <algorithm>

namespace heard::toml {

namespace {

std::string an_entry_of(std::string_view key) {
  return "an entry of " + quoted(key);
}

bool looks_like_date(std::string_view text) {
  return parse_timestamp(text, "%Y-%m-%d").has_value();
}

std::string wrong_kind(const std::string& subject, const value& found, kind wanted) {
  if (wanted == kind::date && found.kind == kind::text && looks_like_date(found.text)) {
    return subject + " is a date: write " + found.text + " without quotation marks";
  }
  if (wanted == kind::date && found.kind == kind::date_time) {
    return subject + " is a day: leave out the time";
  }
  std::string message = subject + " must be ";
  message += name(wanted);
  if (wanted == kind::date) message += " such as 2026-03-02";
  message += ", not ";
  message += name(found.kind);
  if (wanted == kind::list && found.kind == kind::text) message += ": put it in [ ]";
  return message;
}

}  // namespace

bool table_reader::asked(std::string_view key) const {
  return std::find(asked_.begin(), asked_.end(), key) != asked_.end();
}

const value* table_reader::find(std::string_view key) {
  if (!asked(key)) asked_.emplace_back(key);
  const auto at = std::find_if(table_.entries.begin(), table_.entries.end(),
                               [&](const entry& e) { return e.key == key; });
  return at == table_.entries.end() ? nullptr : &at->value;
}

bool table_reader::is(std::string_view key, const value& found, kind wanted) {
  if (found.kind == wanted) return true;
  out_.error(found.where, wrong_kind(quoted(key), found, wanted));
  return false;
}

const value* table_reader::find(std::string_view key, kind wanted) {
  const value* found = find(key);
  return found != nullptr && is(key, *found, wanted) ? found : nullptr;
}

const value* table_reader::need(std::string_view key, kind wanted) {
  const value* found = find(key);
  if (found == nullptr) {
    missing(key);
    return nullptr;
  }
  return is(key, *found, wanted) ? found : nullptr;
}

void table_reader::missing(std::string_view key) {
  out_.error(table_.where, "key " + quoted(key) + " is missing");
}

std::string table_reader::text(std::string_view key) {
  const value* found = find(key, kind::text);
  return found == nullptr ? std::string() : found->text;
}

const value* table_reader::filled(std::string_view key) {
  const value* found = find(key);
  return found != nullptr && filled_text(*found, quoted(key), out_) ? found : nullptr;
}

const value* table_reader::need_filled(std::string_view key) {
  const value* found = find(key);
  if (found == nullptr) {
    missing(key);
    return nullptr;
  }
  return filled_text(*found, quoted(key), out_) ? found : nullptr;
}

std::vector<const value*> table_reader::texts(std::string_view key) {
  std::vector<const value*> out;
  const value* list = find(key, kind::list);
  if (list == nullptr) return out;
  for (const value& item : list->items) {
    if (filled_text(item, an_entry_of(key), out_)) out.push_back(&item);
  }
  return out;
}

std::vector<const value*> table_reader::tables(std::string_view key) {
  std::vector<const value*> out;
  const value* list = find(key);
  if (list == nullptr) return out;
  if (list->kind == kind::table) {
    out_.error(list->where,
               quoted(key) + " is a list of tables: write [[" + std::string(key) + "]]");
    return out;
  }
  if (!is(key, *list, kind::list)) return out;
  for (const value& item : list->items) {
    if (out.size() == max_tables) {
      out_.error(item.where,
                 "there are more than " + std::to_string(max_tables) + " of " + quoted(key));
      break;
    }
    if (item.kind == kind::table) {
      out.push_back(&item);
    } else {
      out_.error(item.where, wrong_kind(an_entry_of(key), item, kind::table));
    }
  }
  return out;
}

std::vector<const value*> table_reader::one_or_more(const entry& from, faults& out) {
  std::vector<const value*> found;
  if (from.value.kind != kind::list) {
    if (filled_text(from.value, quoted(from.key), out)) found.push_back(&from.value);
    return found;
  }
  for (const value& item : from.value.items) {
    if (filled_text(item, an_entry_of(from.key), out)) found.push_back(&item);
  }
  if (from.value.items.empty()) out.error(from.value.where, quoted(from.key) + " is empty");
  return found;
}

std::optional<bool> table_reader::boolean(std::string_view key) {
  const value* found = find(key, kind::boolean);
  return found == nullptr ? std::nullopt : std::optional(found->boolean);
}

std::optional<std::int64_t> table_reader::integer(std::string_view key, std::int64_t least,
                                                  std::int64_t most) {
  const value* found = find(key, kind::integer);
  if (found == nullptr) return std::nullopt;
  if (found->integer < least || found->integer > most) {
    out_.error(found->where, quoted(key) + " must be from " + std::to_string(least) + " to " +
                                 std::to_string(most) + ", not " + std::to_string(found->integer));
    return std::nullopt;
  }
  return found->integer;
}

timestamp table_reader::date(std::string_view key) {
  const value* found = find(key, kind::date);
  return found == nullptr ? timestamp{} : found->when;
}

std::optional<std::size_t> table_reader::word(std::string_view key,
                                              std::span<const std::string_view> words) {
  const value* found = find(key, kind::text);
  return found == nullptr ? std::nullopt : one_of(*found, key, words, out_);
}

const value* table_reader::path(std::string_view key) {
  const value* found = find(key, kind::text);
  if (found == nullptr) return nullptr;
  if (const auto fault = path_fault(found->text)) {
    out_.error(found->where, *fault);
    return nullptr;
  }
  return found;
}

std::optional<std::string> table_reader::folder(std::string_view key) {
  const value* found = find(key, kind::text);
  if (found == nullptr) return std::nullopt;
  std::string_view path = found->text;
  if (path.ends_with('/')) path.remove_suffix(1);
  if (const auto fault = path_fault(path)) {
    out_.error(found->where, *fault);
    return std::nullopt;
  }
  return std::string(path);
}

std::vector<const entry*> table_reader::rest() {
  std::vector<const entry*> out;
  for (const entry& e : table_.entries) {
    if (!asked(e.key)) out.push_back(&e);
  }
  return out;
}

void table_reader::done() {
  for (const entry& e : table_.entries) {
    if (asked(e.key)) continue;
    out_.unknown(e.where, "key", e.key, asked_, "; the keys here are " + listed(asked_));
  }
}

std::optional<std::size_t> one_of(const value& text, std::string_view key,
                                  std::span<const std::string_view> words, faults& out) {
  const auto at = std::find(words.begin(), words.end(), text.text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  std::string message = quoted(key) + " must be ";
  if (words.size() > 1) message += "one of ";
  out.error(text.where, message + listed(words) + ", not " + quoted(text.text));
  return std::nullopt;
}

bool filled_text(const value& found, const std::string& subject, faults& out) {
  if (found.kind != kind::text) {
    out.error(found.where, wrong_kind(subject, found, kind::text));
    return false;
  }
  if (invisible(found.text)) {
    out.error(found.where, subject + " is empty");
    return false;
  }
  return true;
}

std::optional<std::string> read_id(table_reader& in, std::string_view noun, names& taken,
                                   other_names others) {
  const value* id = in.need_filled("id");
  if (id == nullptr) return std::nullopt;
  faults& out = in.out();
  const auto clash = [&](std::string_view by, extent where) {
    out.error(id->where, "id " + quoted(id->text) + " is taken by the " + std::string(by) + " on " +
                             out.line_of(where));
    return std::nullopt;
  };
  if (const extent* where = taken.find(id->text)) return clash(noun, *where);
  for (const auto& [what, other] : others) {
    if (const extent* where = other->find(id->text)) return clash(what, *where);
  }
  if (id->text == "all") {
    out.error(id->where, std::string(all_is_taken));
  } else if (!valid_id(id->text)) {
    out.error(id->where, quoted(id->text) + " is no id: " + std::string(id_rule));
  }
  taken.add(id->text, id->where);
  return id->text;
}

extent whole(const entry& of) {
  const bool beside = of.value.where.first >= of.where.last;
  return {of.where.first, beside ? of.value.where.last : of.where.last};
}

}  // namespace heard::toml
