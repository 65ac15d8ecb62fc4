#include "intake/manifest_reader.hpp"

#include <limits>
#include <utility>

namespace heard {

namespace {

void read_event(manifest_reading& reading, const toml::value& table, toml::names& ids) {
  toml::table_reader in(table, reading.out);
  const std::optional<std::string> id = toml::read_id(in, "event", ids);
  declared_event out;
  if (id) out.event.id = *id;
  if (const toml::value* title = in.need_filled("title")) out.event.title = title->text;
  out.event.date = in.date("date");
  out.event.place = in.text("place");
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  const auto attendance = in.integer("attendance", 0, most);
  out.event.attendance = static_cast<std::uint32_t>(attendance.value_or(0));
  if (const toml::value* notes = in.path("notes")) out.notes = text_of(*notes);
  in.done();
  reading.into.events.push_back(std::move(out));
}

void read_register(manifest_reading& reading, const toml::value& table) {
  toml::table_reader in(table, reading.out);
  reading.into.register_declared = true;
  if (const toml::value* file = in.path("file")) reading.into.register_path = file->text;
  const std::string format = read_date_format(in, "received_format");
  if (!format.empty()) reading.into.register_format = format;
  in.done();
}

void read_states(manifest_reading& reading, const toml::value& table) {
  toml::table_reader in(table, reading.out);
  reading.into.no_comment = read_texts(in, "no_comment");
  reading.into.refers = read_texts(in, "refers");
  in.done();
}

}  // namespace

void read_events(manifest_reading& reading, toml::table_reader& root) {
  toml::names ids;
  for (const toml::value* table : root.tables("event")) read_event(reading, *table, ids);
  if (const toml::value* table = root.find("register", toml::kind::table)) {
    read_register(reading, *table);
  }
  if (const toml::value* table = root.find("states", toml::kind::table)) {
    read_states(reading, *table);
  }
}

}  // namespace heard
