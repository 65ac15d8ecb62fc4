// Long because the three passes over the files share one state, and are read in their order.
#include "intake/collected_files.hpp"
#include "intake/part.hpp"
#include "intake/source_pieces.hpp"
#include "intake/source_reader.hpp"
#include "intake/survey.hpp"
#include "intake/unsettled.hpp"

#include <heard/base/error.hpp>
#include <heard/intake/stream.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace heard {

namespace {

void refuse(const std::string& what) {
  throw error(status::refused, what + " needs all texts at once, so it cannot be streamed");
}

void check(const manifest& from) {
  if (from.settings.repeats == repeat_policy::merge) refuse("merging \"repeats\"");
  for (const declared_campaign& each : from.settings.campaigns) {
    if (each.policy.value_or(campaign_policy::count_each) != campaign_policy::count_each) {
      refuse("campaign \"" + each.id + "\", which does not count each response,");
    }
  }
}

void check(const std::vector<campaign_decision>& decisions) {
  for (const campaign_decision& each : decisions) {
    if (each.policy == campaign_policy::count_each) continue;
    refuse("campaign \"" + each.campaign + "\", which does not count each response,");
  }
}

// What every part says is said once.
diagnostics once_each(diagnostics all) {
  all.sort_by_place();
  const auto key = [](const diagnostic& of) {
    return std::tie(of.where.name, of.where.offset, of.where.line, of.where.column, of.level,
                    of.message);
  };
  diagnostics out;
  std::set<decltype(key(all.all().front()))> seen;
  for (const diagnostic& each : all.all()) {
    if (seen.insert(key(each)).second) out.add(each);
  }
  return out;
}

// A source and how far its file is read.
struct streamed_source {
  explicit streamed_source(const data_source& declared) : source(declared), layout(declared) {}

  const data_source& source;
  source_layout layout;
  std::optional<source_pieces> pieces;
  bool there = true;
  bool in_pieces = false;
  std::uint64_t rows_before = 0;
  std::uint64_t blank = 0;
  source_sums sums;
};

}  // namespace

struct streamed_assembly::state : collected_files {
  state(std::shared_ptr<const manifest> manifest, stream_options given, part_sink with)
      : collected_files(std::move(manifest)), options(std::move(given)), sink(std::move(with)) {}

  void choose_sources();
  void go_on();
  void begin_part(draft& to);
  [[nodiscard]] std::shared_ptr<const consultation> finish_part(
      draft& to, const std::vector<letter_use>& letters);
  void look_for_names();
  void survey_register();
  void survey_piece(streamed_source& in, const source_pieces::piece& piece);
  void survey_whole();
  [[nodiscard]] source_pieces::use use_of(streamed_source& in);
  void settle_survey();
  void read_piece(streamed_source& in, const source_pieces::piece& piece);
  void read_rows(draft& to, streamed_source& in, const source_pieces::piece& piece,
                 const std::function<void(source_reader&, const sheet_row&)>& row,
                 const std::function<void(source_reader&, const unreadable_row&)>& unreadable);
  void read_deferred(draft& to);
  void end_sources(draft& to);

  stream_options options;
  part_sink sink;
  // Their addresses are kept, by sources and readers alike.
  std::vector<std::unique_ptr<streamed_source>> sources;
  bool started = false;
  unsigned pass = 0;
  std::size_t now = 0;  // Of `sources`, which is wanted; past the end: none.
  bool finished = false;
  part_context context;
  survey senders;
  std::optional<draft> surveying;
  response_ids ids;
  std::vector<known_name> names;
  std::optional<name_findings> findings;  // Of all names, which are the same in every part.
  diagnostics remarks;
};

// A file that two speak of, or that is a decision file too, is read whole.
void streamed_assembly::state::choose_sources() {
  std::map<std::string, unsigned> uses;
  for (const data_source& source : from->sources) ++uses[source.file.value];
  for (const declared_event& event : from->events) ++uses[event.notes.value];
  ++uses[from->register_path];
  for (const data_source& source : from->sources) {
    auto made = std::make_unique<streamed_source>(source);
    const std::string& path = source.file.value;
    made->in_pieces =
        uses[path] == 1 && !path.starts_with(decisions.all) && !source.rows_are_answers;
    if (made->in_pieces) wanted.erase(path);
    sources.push_back(std::move(made));
  }
}

// To the next source that is wanted, in this pass or the next.
void streamed_assembly::state::go_on() {
  for (;;) {
    while (now < sources.size()) {
      const streamed_source& next = *sources[now];
      const bool readable = pass == 0 || (next.there && !next.layout.failed());
      if (next.in_pieces && readable) return;
      ++now;
    }
    if (pass == 0) look_for_names();
    if (pass == 1) settle_survey();
    if (pass + 1 >= passes) return;
    ++pass;
    now = 0;
  }
}

void streamed_assembly::state::begin_part(draft& to) {
  to.part = &context;
  begin(to);
  for (const data_source& source : from->sources) {
    for (const coding_source& coding : source.codings) to.builder.add_coder(coding.coder);
  }
  read_purged(to, decisions.purged);
  for (const auto& each : sources) {
    const std::string& path = each->source.file.value;
    if (!to.files.has(path)) continue;
    input_file& about = to.builder.file(to.file(path));
    if (!each->in_pieces) continue;
    about.encoding = each->layout.about().encoding;
    about.rows = each->sums.rows;
  }
  to.builder.know_names(names);
}

std::shared_ptr<const consultation> streamed_assembly::state::finish_part(
    draft& to, const std::vector<letter_use>& letters) {
  read_decisions(to, letters);
  std::vector<std::string> late;
  for (const std::string& id : from->late_except) {
    const bool here = to.builder.find_response(id).has_value();
    if (here || (context.last && !context.late.contains(id))) late.push_back(id);
    if (here) context.late.insert(id);
  }
  to.builder.decide_late(from->late, std::move(late));
  to.builder.set_rule_languages(options.how.rule_languages);
  if (options.how.names) {
    to.builder.match_names([this](std::span<const typed_name> typed) {
      if (!findings) findings = options.how.names(typed);
      return *findings;
    });
  }
  diagnostics broken;
  std::shared_ptr<const consultation> made = to.builder.finish(broken);
  to.remarks.append(std::move(broken));
  if (made) remark_on_unsettled(to, *made);
  const bool failed = to.remarks.has_errors();
  remarks.append(std::move(to.remarks));
  return failed ? nullptr : made;
}

// Between the first pass and the second: files are known by now.
void streamed_assembly::state::look_for_names() {
  for (const auto& each : sources) {
    if (!each->in_pieces || !each->there) continue;
    if (each->layout.whole()) {
      files.add(each->source.file.value, std::string(each->layout.all()));
      each->in_pieces = false;
    } else {
      files.add(each->layout.about());
      if (!each->layout.failed()) each->pieces.emplace(each->layout, options.piece);
    }
    each->rows_before = each->layout.rows_before();
  }
  files.keep_all();
  surveying.emplace(*from, options.how, files);
  begin(*surveying);
  read_purged(*surveying, decisions.purged);
  // The remarks on how files were looked at; what is said here is said again by each part.
  surveying->remarks = {};
  for (const auto& each : sources) {
    if (files.has(each->source.file.value)) {
      static_cast<void>(surveying->file(each->source.file.value));
    }
  }
  survey_register();
  survey_whole();
}

void streamed_assembly::state::survey_register() {
  if (!files.has(from->register_path)) return;
  const file_id file = surveying->file(from->register_path);
  for (const register_row& row : items.rows) {
    for (const std::string* id : {&row.id, &row.item, &row.merged_into}) {
      if (!id->empty()) senders.keep_together(*id);
    }
    if (!row.is_response || !row.merged_into.empty()) continue;
    if (surveying->is_purged(row.id)) {
      senders.add(row.id);
      continue;
    }
    senders.add(register_response(row, {}, source_place{file, row.number, 0, row.first, row.last}));
  }
}

void streamed_assembly::state::survey_whole() {
  for (const auto& each : sources) {
    const std::string& path = each->source.file.value;
    if (each->in_pieces || !files.has(path)) continue;
    try {
      sheet in(files.take(path), path, each->source.sheet);
      if (auto columns = find_columns(*surveying, each->source, in)) {
        source_reader rows(*surveying, each->source, std::move(*columns), in, surveying->file(path),
                           ids);
        in.for_each_row([&](const sheet_row& row) { rows.survey(row, senders); }, {});
      }
    } catch (const error&) {  // It is said when the last part is made.
    }
  }
}

void streamed_assembly::state::read_rows(
    draft& to, streamed_source& in, const source_pieces::piece& piece,
    const std::function<void(source_reader&, const sheet_row&)>& row,
    const std::function<void(source_reader&, const unreadable_row&)>& unreadable) {
  const std::string& path = in.source.file.value;
  sheet rows(piece.bytes, path, in.layout.options());
  auto columns = find_columns(to, in.source, rows);
  if (!columns) return;
  source_reader reader(to, in.source, std::move(*columns), rows, to.file(path), ids);
  // Answers are slices of the piece; who sent them is not.
  if (pass == 2) to.builder.keep(rows.decoded().text);
  reader.exchange(in.sums);
  for_each_row_of_piece(
      rows, in.layout, piece.first, in.rows_before, in.blank,
      [&](const sheet_row& each) { row(reader, each); },
      [&](const unreadable_row& each) { unreadable(reader, each); });
  reader.exchange(in.sums);
}

void streamed_assembly::state::survey_piece(streamed_source& in,
                                            const source_pieces::piece& piece) {
  read_rows(
      *surveying, in, piece,
      [&](source_reader& reader, const sheet_row& row) { reader.survey(row, senders); },
      [](source_reader&, const unreadable_row&) {});
  surveying->remarks = {};
}

// Between the second pass and the third.
void streamed_assembly::state::settle_survey() {
  surveying.reset();
  names = senders.names();
  // Which names are one body is what a part without responses tells.
  draft none(*from, options.how, files);
  begin_part(none);
  diagnostics aside = std::exchange(remarks, {});
  const auto known = finish_part(none, {});
  remarks = std::move(aside);
  if (known) check(known->campaign_decisions());
  context.together = senders.together(known ? known->organisations() : std::vector<organisation>());
  senders = {};
  context.unsettled = {};
  ids = {};
  for (const auto& each : sources) {
    each->rows_before = each->layout.rows_before();
    each->blank = each->layout.blank_above();
    each->sums = {};
  }
}

void streamed_assembly::state::read_piece(streamed_source& in, const source_pieces::piece& piece) {
  draft to(*from, options.how, files);
  begin_part(to);
  read_rows(
      to, in, piece, [](source_reader& reader, const sheet_row& row) { reader.row(row); },
      [](source_reader& reader, const unreadable_row& row) { reader.unreadable(row); });
  const auto made = finish_part(to, {});
  // A fault anywhere ends the run, but all faults are told of.
  if (made && !remarks.has_errors()) sink(made);
}

void streamed_assembly::state::read_deferred(draft& to) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    streamed_source& in = *sources[i];
    const auto of_source = [&](const deferred_row& row) { return row.source == i; };
    if (!in.in_pieces || in.layout.failed() ||
        std::none_of(context.deferred.begin(), context.deferred.end(), of_source)) {
      continue;
    }
    const sheet head(kept_bytes(in.layout.head()), in.source.file.value, in.layout.options());
    auto columns = find_columns(to, in.source, head);
    if (!columns) continue;
    source_reader reader(to, in.source, std::move(*columns), head, to.file(in.source.file.value),
                         ids);
    reader.exchange(in.sums);
    for (deferred_row& each : context.deferred) {
      if (each.source != i) continue;
      for (std::size_t cell = 0; cell < each.values.size(); ++cell) {
        each.row.cells[cell].value = each.values[cell];
      }
      reader.deferred(each.row, each.id);
    }
    reader.exchange(in.sums);
  }
  context.deferred = {};
}

void streamed_assembly::state::end_sources(draft& to) {
  for (const auto& each : sources) {
    const std::string& path = each->source.file.value;
    if (!each->in_pieces || !files.has(path) || each->layout.failed()) continue;
    each->sums.faults.report(to);
    if (each->blank > 0) {
      to.remark(severity::note,
                std::to_string(each->blank) +
                    (each->blank == 1 ? " blank row was skipped" : " blank rows were skipped"),
                {to.file(path), 0, 0, 0, 0});
    }
  }
}

source_pieces::use streamed_assembly::state::use_of(streamed_source& in) {
  return [this, &in](const source_pieces::piece& piece) {
    if (pass == 1) {
      survey_piece(in, piece);
    } else {
      read_piece(in, piece);
    }
  };
}

streamed_assembly::streamed_assembly(std::shared_ptr<const manifest> from, stream_options options,
                                     part_sink sink)
    : state_(std::make_unique<state>(std::move(from), std::move(options), std::move(sink))) {
  check(*state_->from);
  state_->want_all();
  state_->choose_sources();
}
streamed_assembly::~streamed_assembly() = default;
streamed_assembly::streamed_assembly(streamed_assembly&&) noexcept = default;
streamed_assembly& streamed_assembly::operator=(streamed_assembly&&) noexcept = default;

std::vector<wanted_file> streamed_assembly::wanted() const {
  std::vector<wanted_file> out;
  for (const auto& [path, file] : state_->wanted) out.push_back(file);
  return out;
}

void streamed_assembly::supply(const std::string& path, kept_bytes bytes) {
  state_->supply(path, std::move(bytes));
}

void streamed_assembly::close(const std::string& path) {
  state_->wanted.erase(path);
}

questionnaire streamed_assembly::asked() const {
  consultation_builder out;
  out.asked() = state_->from->asked;
  out.finish_questionnaire();
  return out.asked();
}

std::string streamed_assembly::next() {
  state& work = *state_;
  if (!work.started) {
    if (!work.wanted.empty()) {
      throw error(status::bad_argument,
                  "file \"" + work.wanted.begin()->first + "\" is wanted whole before any other");
    }
    work.started = true;
    work.go_on();
  }
  return work.now < work.sources.size() ? work.sources[work.now]->source.file.value : std::string();
}

unsigned streamed_assembly::pass() const {
  return state_->pass;
}

void streamed_assembly::take(std::string_view bytes) {
  if (next().empty()) throw error(status::bad_argument, "no file is wanted any more");
  state& work = *state_;
  streamed_source& in = *work.sources[work.now];
  if (work.pass == 0) {
    in.layout.take(bytes);
  } else {
    in.pieces->take(bytes, work.use_of(in));
  }
}

void streamed_assembly::end(bool there) {
  if (next().empty()) throw error(status::bad_argument, "no file is wanted any more");
  state& work = *state_;
  streamed_source& in = *work.sources[work.now];
  const std::string& path = in.source.file.value;
  if (work.pass == 0) {
    in.there = there;
    if (there) {
      work.files.add(input_file{path, {}, 0, 0, {}});
      draft to(*work.from, work.options.how, work.files);
      in.layout.end(to);
      work.remarks.append(std::move(to.remarks));
    }
  } else {
    if (!there || in.pieces->hash().value() != in.layout.about().hash) {
      throw error(status::bad_input, "file \"" + path + "\" changed while it was read");
    }
    in.pieces->end(work.use_of(in));
  }
  ++work.now;
  work.go_on();
}

std::shared_ptr<const consultation> streamed_assembly::finish(diagnostics& remarks) {
  if (!next().empty()) throw error(status::bad_argument, "file \"" + next() + "\" is wanted still");
  state& work = *state_;
  if (std::exchange(work.finished, true)) {
    throw error(status::bad_argument, "this stream is finished already");
  }
  work.context.last = true;
  draft to(*work.from, work.options.how, work.files);
  to.remarks.append(std::move(work.items.remarks));
  work.remark_on_absent(to);
  work.begin_part(to);
  for (const auto& each : work.sources) {
    if (!each->in_pieces) read_source(to, each->source, work.ids);
  }
  work.read_deferred(to);
  work.end_sources(to);
  const std::vector<letter_use> letters = add_register(to, work.items);
  add_missing_purged(to);
  work.add_events(to);
  const std::shared_ptr<const consultation> made = work.finish_part(to, letters);
  const bool failed = work.remarks.has_errors();
  remarks.append(once_each(std::move(work.remarks)));
  return failed ? nullptr : made;
}

}  // namespace heard
