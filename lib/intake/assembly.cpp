#include "intake/decisions.hpp"
#include "intake/draft.hpp"
#include "intake/questions_asked.hpp"
#include "intake/register.hpp"
#include "intake/source_reader.hpp"
#include "intake/unsettled.hpp"
#include "toml/checks.hpp"

#include <heard/intake/assembly.hpp>
#include <heard/text/encoding.hpp>

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace heard {

struct assembly::state {
  explicit state(std::shared_ptr<const manifest> manifest)
      : from(std::move(manifest)), decisions(from->decisions_path) {}

  void want(const std::string& path, bool required, bool folder = false) {
    files.expect(path);
    if (!folder) named.insert(path);
    const auto [there, inserted] = wanted.emplace(path, wanted_file{path, required, folder});
    if (!inserted) there->second.required = there->second.required || required;
  }
  void want_all();
  void want_letters();
  void add_events(draft& to) const;
  void remark_on_absent(draft& to) const;
  void read_decisions(draft& to, const std::vector<letter_use>& letters);

  std::shared_ptr<const manifest> from;
  decision_paths decisions;
  std::map<std::string, wanted_file> wanted;  // Neither supplied nor closed.
  std::set<std::string> named;                // Wanted by their own name, then or now.
  supplied_files files;
  register_table items;
  bool finished = false;
};

void assembly::state::want_all() {
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

void assembly::state::want_letters() {
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

void assembly::state::add_events(draft& to) const {
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

void assembly::state::remark_on_absent(draft& to) const {
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

void assembly::state::read_decisions(draft& to, const std::vector<letter_use>& letters) {
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

assembly::assembly(std::shared_ptr<const manifest> from)
    : state_(std::make_unique<state>(std::move(from))) {
  state_->want_all();
}
assembly::~assembly() = default;
assembly::assembly(assembly&&) noexcept = default;
assembly& assembly::operator=(assembly&&) noexcept = default;

std::vector<wanted_file> assembly::wanted() const {
  std::vector<wanted_file> out;
  for (const auto& [path, file] : state_->wanted) out.push_back(file);
  return out;
}

questionnaire assembly::asked() const {
  consultation_builder out;
  out.asked() = state_->from->asked;
  out.finish_questionnaire();
  return out.asked();
}

void assembly::supply(const std::string& path, kept_bytes bytes) {
  // A source may stand among the decisions, and came with them then.
  if (state_->named.contains(path) && state_->files.has(path) &&
      path.starts_with(state_->decisions.all)) {
    return;
  }
  const auto found = state_->wanted.find(path);
  if (found != state_->wanted.end() && !found->second.folder) {
    state_->wanted.erase(found);
  } else {
    const std::size_t slash = path.rfind('/');
    const auto folder = slash == std::string::npos ? state_->wanted.end()
                                                   : state_->wanted.find(path.substr(0, slash + 1));
    const bool csv = path.size() > slash + 5 && path.ends_with(".csv");
    if (folder == state_->wanted.end() || !folder->second.folder || !csv ||
        toml::path_fault(path) || state_->files.has(path)) {
      throw error(status::bad_argument, "file \"" + path + "\" is not wanted");
    }
  }
  const bool is_register = path == state_->from->register_path;
  if (is_register) {
    state_->items = read_register(bytes, path, state_->from->register_format);
  }
  state_->files.add(path, std::move(bytes));
  if (is_register) state_->want_letters();
}

void assembly::close(const std::string& path) {
  state_->wanted.erase(path);
}

std::shared_ptr<const consultation> assembly::finish(const assembly_options& options,
                                                     diagnostics& remarks) {
  state& work = *state_;
  if (std::exchange(work.finished, true)) {
    throw error(status::bad_argument, "this assembly is finished already");
  }
  draft to(*work.from, options, work.files);
  to.remarks.append(std::move(work.items.remarks));
  work.remark_on_absent(to);

  // In the order of their names: that of rows must not show.
  std::set<std::string_view> channels;
  for (const register_row& row : work.items.rows) {
    if (!row.channel.empty()) channels.insert(row.channel);
  }
  for (const std::string_view channel : channels) static_cast<void>(to.channel(channel));
  settle_questions(to, !work.items.rows.empty());

  read_purged(to, work.decisions.purged);
  response_ids ids;
  for (const data_source& source : work.from->sources) read_source(to, source, ids);
  const std::vector<letter_use> letters = add_register(to, work.items);
  add_missing_purged(to);
  work.add_events(to);
  work.read_decisions(to, letters);

  to.builder.decide_late(work.from->late, work.from->late_except);
  to.builder.set_rule_languages(options.rule_languages);
  to.builder.match_names(options.names);
  diagnostics broken;
  std::shared_ptr<const consultation> made = to.builder.finish(broken);
  to.remarks.append(std::move(broken));
  if (made) remark_on_unsettled(to, *made);
  to.progress.finish();

  to.remarks.sort_by_place();
  const bool failed = to.remarks.has_errors();
  remarks.append(std::move(to.remarks));
  return failed ? nullptr : made;
}

}  // namespace heard
