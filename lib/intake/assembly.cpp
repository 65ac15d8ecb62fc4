#include "intake/collected_files.hpp"
#include "intake/source_reader.hpp"
#include "intake/unsettled.hpp"

#include <heard/base/error.hpp>
#include <heard/intake/assembly.hpp>

#include <utility>

namespace heard {

struct assembly::state : collected_files {
  using collected_files::collected_files;
  bool finished = false;
};

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
  state_->supply(path, std::move(bytes));
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

  work.begin(to);
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
