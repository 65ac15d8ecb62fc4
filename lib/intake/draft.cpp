#include "intake/draft.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>

#include <utility>

namespace heard {

reading_progress::reading_progress(const run_options& run, std::uint64_t total)
    : run_(run), told_(std::chrono::steady_clock::now()) {
  now_.total = total;
}

void reading_progress::at(std::uint64_t done_of_file) {
  if (!run_.report) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - told_ < std::chrono::milliseconds(10)) return;
  told_ = now;
  now_.done = std::max(now_.done, std::min(before_ + done_of_file, now_.total));
  tell();
}

void reading_progress::file_done(std::uint64_t size) {
  before_ += size;
  at(0);
}

void reading_progress::finish() {
  if (!run_.report) return;
  now_.done = now_.total;
  tell();
}

void reading_progress::tell() {
  if (!run_.report(now_)) throw error(status::cancelled, "reading was stopped");
}

void supplied_files::add(const std::string& path, kept_bytes bytes) {
  file& added = files_[path];
  added.hash = hash_bytes(bytes);
  added.size = bytes.size();
  added.bytes = std::move(bytes);
}

void supplied_files::add(const input_file& known) {
  files_[known.path] = {{}, known.hash, known.size};
}

kept_bytes supplied_files::take(const std::string& path) {
  kept_bytes& bytes = files_.at(path).bytes;
  if (keeps_all_) return bytes;
  unsigned& left = uses_[path];
  if (left > 1) {
    --left;
    return bytes;
  }
  return std::exchange(bytes, {});
}

input_file supplied_files::about(const std::string& path) const {
  const file& known = files_.at(path);
  return {path, known.hash, known.size, 0, {}};
}

std::vector<std::string> supplied_files::in_folder(const std::string& folder) const {
  std::vector<std::string> out;
  for (auto at = files_.lower_bound(folder);
       at != files_.end() && at->first.compare(0, folder.size(), folder) == 0; ++at) {
    out.push_back(at->first);
  }
  return out;
}

std::uint64_t supplied_files::total_size() const {
  std::uint64_t total = 0;
  for (const auto& [path, known] : files_) total += known.size;
  return total;
}

draft::draft(const manifest& manifest_, const assembly_options& options_, supplied_files& files_)
    : from(manifest_),
      options(options_),
      files(files_),
      phrases(manifest_.no_comment, manifest_.refers),
      progress(options_.run, files_.total_size()) {
  builder.settings() = from.settings;
  builder.asked() = from.asked;
}

location draft::locate(const source_place& place) {
  location out;
  if (place.file.valid()) out.name = builder.file(place.file).path;
  out.offset = place.first;
  out.line = place.row;
  out.column = place.column;
  return out;
}

void draft::remark(severity level, std::string message, const source_place& place) {
  // A cell can be shown to somebody who asks for it; a row or a file would be too much.
  const std::uint64_t length = place.column == 0 ? 0 : place.last - place.first;
  remarks.add({level, std::move(message), locate(place), static_cast<std::uint32_t>(length), {}});
}

void draft::remark(const error& what) {
  remarks.add({severity::error, what.what(), what.where(), 0, {}});
}

severity draft::unsettled(std::string_view kind) const {
  const bool settled = !options.final || from.settings.disclosed.contains(kind);
  return settled ? severity::warning : severity::error;
}

file_id draft::file(const std::string& path) {
  const auto [found, inserted] = file_ids_.emplace(path, file_id());
  if (inserted) found->second = builder.add_file(files.about(path));
  return found->second;
}

channel_id draft::channel(std::string_view id) {
  if (const auto known = builder.asked().find_channel(id)) return *known;
  heard::channel added;
  added.id = std::string(id);
  return builder.asked().add(std::move(added));
}

std::optional<answer_handle> draft::add_words(response_handle response, question_id question,
                                              std::string_view words, answer_origin origin,
                                              const source_place& place,
                                              std::string_view language) {
  if (invisible(words) || is_purged(builder.id_of(response))) return std::nullopt;
  new_answer answer;
  answer.question = question;
  answer.state = phrases.state_of(words);
  answer.origin = origin;
  answer.text = words;
  answer.language = std::string(language);
  answer.place = place;
  return builder.add_answer(response, answer);
}

}  // namespace heard
