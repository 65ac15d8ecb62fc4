// Words kept from one codebook to the next, and what the next changes.
#include "guard.hpp"
#include "handles.hpp"

#include <heard/base/stages.hpp>

using namespace heard;
using namespace heard::capi;

heard_status heard_kept_words_new(const heard_consultation* consultation,
                                  const heard_run_options* options, heard_kept_words** out,
                                  heard_error** err) {
  return guarded(err, [&] {
    heard_kept_words*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    result = new heard_kept_words{keep_words(of, how)};
  });
}

heard_status heard_kept_words_open(const heard_consultation* consultation, const char* data,
                                   size_t size, const heard_run_options* options,
                                   heard_kept_words** out, heard_error** err) {
  return guarded(err, [&] {
    heard_kept_words*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const std::string_view saved = bytes(data, size, "data");
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    opened_words opened = open_words(of, saved, how);
    if (!opened.words) throw error(status::bad_input, std::move(opened.why_not));
    result = new heard_kept_words{std::move(opened.words)};
  });
}

heard_status heard_kept_words_save(const heard_kept_words* words, heard_buffer** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    result = new heard_buffer{required(words, "words").value->save()};
  });
}

heard_status heard_kept_words_code(const heard_kept_words* words, const heard_codebook* codebook,
                                   const heard_run_options* options, heard_codings** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    heard_codings*& result = out_handle(out);
    const auto& kept = required(words, "words").value;
    const auto& by = required(codebook, "codebook").value;
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    stages run(how, 2);
    auto campaigns = find_campaigns(kept->of(), {}, run.next());
    result = new heard_codings{
        run_codings(kept->of(), by, run.next(), std::move(campaigns), kept.get())};
  });
}

void heard_kept_words_free(heard_kept_words* words) {
  delete words;
}

heard_status heard_recoding_new(const heard_codings* codings, const heard_codebook* codebook,
                                const heard_kept_words* words, const heard_run_options* options,
                                heard_recoding** out, heard_error** err) {
  return guarded(err, [&] {
    heard_recoding*& result = out_handle(out);
    const auto& before = required(codings, "codings").value;
    const auto& by = required(codebook, "codebook").value;
    const auto& kept = required(words, "words").value;
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    result = new heard_recoding{std::make_shared<const recoding>(before, by, kept, how)};
  });
}

size_t heard_recoding_count(const heard_recoding* recoding) {
  return recoding == nullptr ? 0 : recoding->value->changes().size();
}

heard_status heard_recoding_at(const heard_recoding* recoding, size_t index,
                               heard_changed_theme* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_changed_theme");
    const auto& changes = required(recoding, "recoding").value->changes();
    in_range(index, changes.size(), "index");
    const changed_theme& change = changes[index];
    result.set({0, as_text(change.id), change.answers_before, change.answers_after, change.gained,
                change.lost, change.mentions_before, change.mentions_after, change.before.value,
                change.after.value});
  });
}

heard_status heard_recoding_codings(const heard_recoding* recoding, heard_codings** out,
                                    heard_error** err) {
  return guarded(err, [&] {
    heard_codings*& result = out_handle(out);
    result = new heard_codings{required(recoding, "recoding").value->result()};
  });
}

void heard_recoding_free(heard_recoding* recoding) {
  delete recoding;
}
