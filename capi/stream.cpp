#include "guard.hpp"
#include "handles.hpp"

#include <heard/identity/organisations.hpp>

using namespace heard;
using namespace heard::capi;

namespace {

// Whether to go on; told at the end of what is handed over, and between steps of a part.
bool tell(const heard_stream& of) {
  if (of.progress == nullptr) return true;
  const std::uint64_t all = of.total * streamed_assembly::passes;
  const heard_progress now{all == 0 ? of.done : std::min(of.done, all), all};
  return of.progress(&now, of.user_data) == 0;
}

std::shared_ptr<const codings> code(heard_stream& of, std::shared_ptr<const consultation> part) {
  check_codebook(*of.by, *part, of.unfit);
  if (of.unfit.has_errors()) return nullptr;
  auto made = run_codings(std::move(part), of.by, of.run);
  if (of.keeps_codings) of.codings += codings_csv_rows(*made);
  return made;
}

// What fails on the way leaves half of a part behind.
template <class Body>
void unbroken(heard_stream& of, Body&& body) {
  if (of.broken) bad_argument("the stream failed before and can only be freed");
  of.broken = true;
  body();
  of.broken = false;
}

}  // namespace

heard_status heard_stream_new(const heard_manifest* manifest, const heard_codebook* codebook,
                              const heard_stream_options* options, const heard_run_options* run,
                              heard_stream** out, heard_error** err) {
  return guarded(err, [&] {
    heard_stream*& result = out_handle(out);
    const auto& from = required(manifest, "manifest").value;
    const heard_stream_options given = read_struct(options, "heard_stream_options");
    const heard_run_options how = read_struct(run, "heard_run_options");
    auto made = std::make_unique<heard_stream>();
    heard_stream& stream = *made;
    stream.by = required(codebook, "codebook").value;
    stream.final = how.final != 0;
    stream.progress = how.progress;
    stream.user_data = how.user_data;
    stream.total = given.total;
    stream.keeps_codings = given.codings != 0;
    if (stream.keeps_codings) stream.codings = codings_csv_header();
    stream.run.threads = how.threads;
    if (how.progress != nullptr)
      stream.run.report = [&stream](const progress&) { return tell(stream); };

    stream_options reading;
    if (given.piece != 0) reading.piece = given.piece;
    reading.how.final = stream.final;
    reading.how.names = identity::match_names;
    reading.how.rule_languages = {stream.by->language};
    report_options writing;
    writing.final = stream.final;
    writing.run = stream.run;
    stream.writer.emplace(std::move(writing));
    stream.reading.emplace(from, std::move(reading),
                           [&stream](std::shared_ptr<const consultation> part) {
                             if (auto coded = code(stream, std::move(part)))
                               stream.writer->add(coded);
                           });
    stream.wanted = stream.reading->wanted();
    result = made.release();
  });
}

size_t heard_stream_wanted_count(const heard_stream* stream) {
  return stream == nullptr ? 0 : stream->wanted.size();
}

heard_status heard_stream_wanted(const heard_stream* stream, size_t index, heard_wanted* out,
                                 heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_wanted");
    const auto& wanted = required(stream, "stream").wanted;
    in_range(index, wanted.size(), "index");
    const wanted_file& w = wanted[index];
    result.set({0, w.path.c_str(), w.required ? 1 : 0, w.folder ? 1 : 0});
  });
}

heard_status heard_stream_supply(heard_stream* stream, const char* path, const char* data,
                                 size_t size, heard_error** err) {
  return guarded(err, [&] {
    heard_stream& s = required(stream, "stream");
    required(path, "path");
    s.reading->supply(path, std::string(bytes(data, size, "data")));
    s.wanted = s.reading->wanted();
  });
}

heard_status heard_stream_close(heard_stream* stream, const char* path, heard_error** err) {
  return guarded(err, [&] {
    heard_stream& s = required(stream, "stream");
    required(path, "path");
    s.reading->close(path);
    s.wanted = s.reading->wanted();
  });
}

heard_status heard_stream_next(heard_stream* stream, heard_stream_file* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_stream_file");
    heard_stream& s = required(stream, "stream");
    unbroken(s, [&] { s.next = s.reading->next(); });
    result.set({0, s.next.c_str(), s.reading->pass(), streamed_assembly::passes});
  });
}

heard_status heard_stream_take(heard_stream* stream, const char* data, size_t size,
                               heard_error** err) {
  return guarded(err, [&] {
    heard_stream& s = required(stream, "stream");
    const std::string_view given = bytes(data, size, "data");
    unbroken(s, [&] {
      s.reading->take(given);
      s.done += given.size();
      if (!tell(s)) throw error(status::cancelled, "the stream was cancelled");
    });
  });
}

heard_status heard_stream_end(heard_stream* stream, int32_t absent, heard_error** err) {
  return guarded(err, [&] {
    heard_stream& s = required(stream, "stream");
    unbroken(s, [&] {
      // Each pass has as many bytes as the first.
      const bool first = s.reading->pass() == 0;
      s.reading->end(absent == 0);
      if (first && s.reading->pass() > 0 && s.total == 0) s.total = s.done;
    });
  });
}

heard_status heard_stream_codings(heard_stream* stream, heard_buffer** out, heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    heard_stream& s = required(stream, "stream");
    if (!s.keeps_codings) bad_argument("the stream keeps no codings");
    auto made = std::make_unique<heard_buffer>();
    made->bytes.swap(s.codings);
    result = made.release();
  });
}

heard_status heard_stream_finish(heard_stream* stream, heard_report** out,
                                 heard_diagnostics** diagnostics, heard_error** err) {
  return guarded(err, [&] {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    heard_report*& result = out_handle(out);
    heard_stream& s = required(stream, "stream");
    heard::diagnostics remarks;
    std::optional<error> fault;
    std::unique_ptr<heard_report> made;
    unbroken(s, [&] {
      const auto last = s.reading->finish(remarks);
      if (!last) {
        check_codebook(*s.by, s.reading->asked(), remarks);
        fault = s.final
                    ? error(status::refused, "a final run needs every fault settled or disclosed")
                    : error(status::bad_input, "the data has faults");
        return;
      }
      const auto coded = code(s, last);
      if (!coded) {
        remarks.append(s.unfit);
        fault = error(status::bad_codebook, "the codebook does not fit the consultation");
        return;
      }
      made = std::make_unique<heard_report>(heard_report{s.writer->finish(coded)});
      tell(s);
    });
    // After all that needs memory, so that a call without it hands out nothing.
    hand_out(diagnostics, std::move(remarks));
    if (fault) throw std::move(*fault);
    result = made.release();
  });
}

void heard_stream_free(heard_stream* stream) {
  delete stream;
}
