#include "intake/collected_files.hpp"

#include "intake/questions_asked.hpp"
#include "toml/checks.hpp"

#include <heard/base/error.hpp>
#include <heard/text/encoding.hpp>

#include <string_view>
#include <utility>

namespace heard {

void collected_files::want(const std::string& path, bool required, bool folder) {
  files.expect(path);
  if (!folder) named.insert(path);
  const auto [there, inserted] = wanted.emplace(path, wanted_file{path, required, folder});
  if (!inserted) there->second.required = there->second.required || required;
}

void collected_files::want_all() {
  for (const data_source& source : from->sources) want(source.file.value, true);
  for (const declared_event& event : from->events) {
    if (!event.notes.empty()) want(event.notes.value, true);
  }
  want(from->register_path, from->register_declared);
  // The folder and not its files, so that a file whose name nobody knows is noticed.
  want(decisions.all, false, true);
  want(decisions.codings, false, true);
  want(decisions.reviews, false, true);
}

void collected_files::want_letters() {
  std::map<std::string, bool> letters;
  for (const register_row& row : items.rows) {
    if (row.has_letter() && !toml::path_fault(row.file)) letters.emplace(row.file, true);
  }
  for (const auto& [path, yes] : letters) {
    if (files.has(path)) {
      files.expect(path);
      named.insert(path);
    } else {
      want(path, true);
    }
  }
}

void collected_files::add_events(draft& to) const {
  for (const declared_event& event : from->events) {
    std::string notes;
    const std::string& path = event.notes.value;
    if (to.files.has(path)) {
      try {
        const file_id file = to.file(path);
        const text::decoded_file decoded = text::decode_file(to.files.take(path), path);
        to.builder.file(file).encoding = std::string(text::name(decoded.from));
        notes = std::string(decoded.text);
      } catch (const error& what) {
        to.remark(what);
      }
    }
    to.builder.add_event(event.event, notes);
  }
}

void collected_files::remark_on_absent(draft& to) const {
  const auto absent = [&](const manifest_text& path) {
    if (path.empty() || files.has(path.value)) return;
    to.remarks.add(from->remark(severity::error, "file \"" + path.value + "\" is not there", path));
  };
  for (const data_source& source : from->sources) absent(source.file);
  for (const declared_event& event : from->events) absent(event.notes);
  if (from->register_declared && !files.has(from->register_path)) {
    to.remarks.add({severity::error,
                    "file \"" + from->register_path + "\" is not there",
                    {from->source->name(), 0, 0, 0},
                    0,
                    {}});
  }
}

void collected_files::read_decisions(draft& to, const std::vector<letter_use>& letters) {
  read_dispositions(to, decisions.dispositions);
  read_organisations(to, decisions.organisations);
  // Words must be in their place before anything is said about them.
  place_words(to, letters, decisions.passages);
  read_translations(to, decisions.translations);
  for (const std::string& path : files.in_folder(decisions.codings)) read_codings(to, path);
  for (const std::string& path : files.in_folder(decisions.reviews)) read_reviews(to, path);
  read_quotes(to, decisions.quotes);
  read_redactions(to, decisions.redactions);
  read_campaigns(to, decisions.campaigns);
  read_signoff(to, decisions.signoff);
  remark_on_unknown_files(to, decisions, named);
}

void collected_files::supply(const std::string& path, kept_bytes bytes) {
  // A source may stand among the decisions, and came with them then.
  if (named.contains(path) && files.has(path) && path.starts_with(decisions.all)) {
    return;
  }
  const auto found = wanted.find(path);
  if (found != wanted.end() && !found->second.folder) {
    wanted.erase(found);
  } else {
    const std::size_t slash = path.rfind('/');
    const auto folder =
        slash == std::string::npos ? wanted.end() : wanted.find(path.substr(0, slash + 1));
    const bool csv = path.size() > slash + 5 && path.ends_with(".csv");
    if (folder == wanted.end() || !folder->second.folder || !csv || toml::path_fault(path) ||
        files.has(path)) {
      throw error(status::bad_argument, "file \"" + path + "\" is not wanted");
    }
  }
  const bool is_register = path == from->register_path;
  if (is_register) {
    items = read_register(bytes, path, from->register_format);
  }
  files.add(path, std::move(bytes));
  if (is_register) want_letters();
}

void collected_files::begin(draft& to) const {
  // In the order of their names: that of rows must not show.
  std::set<std::string_view> channels;
  for (const register_row& row : items.rows) {
    if (!row.channel.empty()) channels.insert(row.channel);
  }
  for (const std::string_view channel : channels) static_cast<void>(to.channel(channel));
  settle_questions(to, !items.rows.empty());
}

}  // namespace heard
